"""What is the same in every town of a country: institutions, money, law."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..parts import Markdown, Name, Part, Plain, Text
from .contact import Contact, Kept


class Currency(Part):
    """The money of a country: its code and what people call it."""

    code: Text
    name: Plain


class LawNote(Kept):
    """What the law says, in one or two plain sentences; it is information, not advice."""

    title: Text
    text: Markdown


class Country(Part):
    """What a file `countries/<code>/country.yml` says."""

    names: Annotated[dict[Name, Plain], Field(min_length=1)]
    """Language → the name of the country."""
    currency: Currency | None = None
    emergency: Contact | None = None
    enforcement: Contact | None = None
    """Who follows up when a town's answer about accessibility does not satisfy."""
    accessibility_law: LawNote | None = None
    """The law by which websites of public bodies have to be accessible."""
    institutions: dict[Name, Contact] = Field(default_factory=dict)
    law: dict[Name, LawNote] = Field(default_factory=dict)

    def name(self, lang: str) -> str:
        return self.names.get(lang) or self.names.get("en") or next(iter(self.names.values()))
