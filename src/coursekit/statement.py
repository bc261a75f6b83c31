"""The accessibility statement of the course, in the form of Decision (EU) 2018/1523."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .facts import Day
from .parts import Markdown, Name, Names, Part, Text, Whole

Status = Literal["partially", "not"]
"""There is no `fully`: nobody who uses a screen reader has tested the whole course."""

Reason = Literal["fault", "untested", "others"]
"""A known fault; not examined yet; made by others, over whom the course has no control."""


class Gap(Part):
    """A part of the course that not everybody can use, why, and what to use instead."""

    part: Text
    why: Markdown
    instead: Markdown
    reason: Reason
    criteria: list[Text] = Field(default_factory=list)
    """The success criteria of WCAG that are at stake, such as `1.4.10 Reflow`."""


class Examined(Part):
    """What programs found on all pages, as `coursekit evidence --record` writes it."""

    day: Day
    pages: Whole
    axe: Text
    browser: Text
    found: dict[Name, list[Text]]
    """Name of a check → the pages of which it says something."""

    def failed(self) -> dict[str, list[str]]:
        """The checks that are not kept everywhere, with the pages."""
        return {name: pages for name, pages in self.found.items() if pages}


class Statement(Part):
    """What a file `data/accessibility.yml` says."""

    status: Status
    standard: Text
    prepared: Day
    reviewed: Day
    review: Day
    """Until when somebody looks again: the Decision asks for once a year."""
    method: Annotated[list[Markdown], Field(min_length=1)]
    """How it was examined, in sentences; also what was not done."""
    source: Names
    gaps: Annotated[dict[Name, Gap], Field(min_length=1)]

    def by_reason(self) -> Iterator[tuple[str, list[Gap]]]:
        """The gaps of each reason, where there are any."""
        for reason in ("fault", "untested", "others"):
            gaps = [gap for gap in self.gaps.values() if gap.reason == reason]
            if gaps:
                yield reason, gaps
