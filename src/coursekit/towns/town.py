"""What a file `towns/<town>/town.yml` says, and what `{{ town.name }}` and its forms stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from ..parts import Address, Markdown, Name, Names, Part, Plain, Text, short
from .colours import Colours
from .contact import Contact, Fault, Kept
from .country import Country, Currency

_PICTURE = re.compile(r"[\w-]+\.(svg|png)")

FORMS = ("id", "name", "of", "in", "country", "currency")
"""What can follow `town.` in a placeholder; the currency only where one is known."""

FALLBACK = {
    "en": {"of": "of {}", "in": "in {}"},
    "ro": {"of": "orașului {}", "in": "în {}"},
    "it": {"of": "di {}", "in": "a {}"},
}
"""Forms of a name for which a town says nothing; in other languages the bare name stands."""


class Forms(Part):
    """The name of the town in one language, and the forms that its sentences need."""

    name: Plain
    of: Plain = ""
    """Whose: `of Constanta`, `Constanței`."""
    inside: Plain = Field("", alias="in")
    """Where: `in Constanta`, `la Constanța`."""


class Service(Kept):
    """What newcomers can get, and the institution that gives it."""

    title: Text
    text: Markdown = ""
    where: Name | None = None
    """The id of an institution, of the town or of its country."""


class Partner(Part):
    """A city with which the town is a partner."""

    city: Text
    """With its country: `Yokohama (Japan)`."""
    source: Names


class Link(Part):
    """A page of the town that is worth opening."""

    title: Text
    url: Address


class Logo(Part):
    """A picture beside `town.yml`."""

    file: Text
    alt: Text
    licence: Text


class Town(Part):
    """One town; everything but its names and its country may still be missing."""

    id: Name
    names: Annotated[dict[Name, Forms], Field(min_length=1)]
    """Language → name and forms."""
    country: Name
    county: Text = ""
    languages: Names | None = None
    """Codes of the languages that people speak there."""
    institutions: dict[Name, Contact] = Field(default_factory=dict)
    services: dict[Name, Service] = Field(default_factory=dict)
    partners: dict[Name, Partner] = Field(default_factory=dict)
    figures: Names | None = None
    """Facts of the register that the town shows on its page."""
    currency: Currency | None = None
    links: dict[Name, Link] = Field(default_factory=dict)
    logo: Logo | None = None
    colours: Colours | None = None
    licence: Text = ""

    def faults(self) -> Iterator[Fault]:
        """What is wrong between the parts."""
        for part in ("institutions", "services"):
            for name, kept in getattr(self, part).items():
                for place, what, todo in kept.faults():
                    yield (part, name, *place), what, todo
        for place, what, todo in self.colours.faults() if self.colours else ():
            yield ("colours", *place), what, todo
        if self.logo and not _PICTURE.fullmatch(self.logo.file):
            what = f"'{short(self.logo.file)}' is not the name of a picture beside this file."
            yield ("logo", "file"), what, "Use an SVG or PNG file, such as logo.svg."

    def forms(self, lang: str) -> Forms:
        """The names in a language, or in English, or in whatever there is."""
        known = self.names.get(lang) or self.names.get("en")
        return known or next(iter(self.names.values()))

    def values(self, lang: str, country: Country | None) -> dict[str, str]:
        """What the placeholders stand for in a language."""
        forms = self.forms(lang)
        patterns = FALLBACK.get(lang, {})
        money = self.currency or (country.currency if country else None)
        return {
            "town.id": self.id,
            "town.name": forms.name,
            "town.of": forms.of or patterns.get("of", "{}").format(forms.name),
            "town.in": forms.inside or patterns.get("in", "{}").format(forms.name),
            "town.country": country.name(lang) if country else self.country,
            **({"town.currency": money.name} if money else {}),
        }
