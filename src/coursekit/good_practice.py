"""A case of good practice: what a town said and did, what is known of it, and what is not."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .parts import Flag, IsoDate, Markdown, Name, Names, Number, Part, Text


class Spot(Part):
    """Where on the map a case lies, in degrees."""

    lat: Number
    lon: Number


Points = Annotated[list[Markdown], Field(min_length=1)]


class Lessons(Part):
    """The course's own conclusions: what another town can copy, must adapt, should leave."""

    to_copy: Points = Field(alias="copy")
    adapt: Points
    leave: Points


class GoodPractice(Part):
    """One case; `gap` is never left out, so that nobody takes a story for a proof."""

    title: Text
    summary: Markdown
    town: Text
    country: Text
    code: Text
    place: Spot
    years: IsoDate
    goes_on: Flag = False
    size: Name
    problems: Names
    audiences: Names
    channels: Names
    topic: Names | None = None
    """Topics that work with the case; a link is shown where they have a page for cases."""
    award: Markdown | None = None
    negative: Flag = False
    """Whether the case shows what goes wrong when nobody has prepared."""
    problem: Markdown
    message: Markdown
    did: Markdown
    partners: Markdown
    cost: Markdown
    results: Markdown
    gap: Markdown
    lessons: Lessons
    to_try: Markdown = Field(alias="try")
    question: Markdown
    """For the group, on the card."""
    source: Names


class Vocabulary(Part):
    """The words by which cases are found: id → what the reader sees."""

    sizes: dict[Name, Text]
    problems: dict[Name, Text]
    audiences: dict[Name, Text]
    channels: dict[Name, Text]


class Europe(Part):
    """Outlines of countries for a small map: code → rings of [longitude, latitude]."""

    title: Text
    source: Names
    licence: Text
    note: Text
    countries: dict[str, list[list[tuple[Number, Number]]]]
