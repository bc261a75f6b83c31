"""Everything that a course knows of the town it is made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import Field

from ..parts import Flag, Markdown, Name, Names, Part, Text
from .contact import Contact, Kept
from .country import Country
from .town import FORMS, Town


class Guest(Kept):
    """Whom to invite to a session: a role in an institution, and what to ask about."""

    role: Text
    where: Name | None = None
    asks: Markdown = ""
    topics: Names | None = None


class Practice(Kept):
    """One thing that the town itself has done and can show; `gap` says what is not known of it."""

    title: Text
    did: Markdown
    results: Markdown = ""
    gap: Markdown


class Wanted(Part):
    """Something that every town is asked for."""

    role: Text
    essential: Flag = False


class Standard(Part):
    """What the course asks every town and every country for: `data/town-standard.yml`."""

    institutions: dict[Name, Wanted] = Field(default_factory=dict)
    services: dict[Name, Wanted] = Field(default_factory=dict)
    national: dict[Name, Wanted] = Field(default_factory=dict)


@dataclass(frozen=True)
class Local:
    """The town of a course with its folder; `town` is None where no `town.yml` can be read."""

    id: str = ""
    folder: str = ""
    """From the root of the course, or a full path where the town keeps a folder elsewhere."""
    is_default: bool = True
    country_file: str = ""
    town: Town | None = None
    is_unread: bool = False
    """Whether a problem says already why `town.yml` cannot be read."""
    country: Country | None = None
    guests: Mapping[str, Guest] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    standard: Standard = field(default_factory=Standard)
    facts: tuple[str, ...] = ()
    """The files of the register, in the order of reading."""
    tables: tuple[str, ...] = ()
    """The folders in which a `tables.yml` with its tables may lie."""

    @property
    def institutions(self) -> dict[str, Contact]:
        """Those of the country and those of the town."""
        national = self.country.institutions if self.country else {}
        return {**national, **(self.town.institutions if self.town else {})}

    def values(self, lang: str) -> dict[str, str]:
        if self.is_unread:  # every form is known, so that its use is no second problem
            return {f"town.{form}": self.id for form in FORMS}
        return self.town.values(lang, self.country) if self.town else {}

    def kept(self) -> Iterator[tuple[str, tuple[str, ...], Kept]]:
        """Everything that somebody looks after: file, place in it, and the thing."""
        if self.town:
            file = f"{self.folder}/town.yml"
            for part in ("institutions", "services"):
                for name, kept in getattr(self.town, part).items():
                    yield file, (part, name), kept
        for name, guest in self.guests.items():
            yield f"{self.folder}/guests.yml", (name,), guest
        for name, practice in self.practices.items():
            yield f"{self.folder}/good-practice/{name}.yml", (), practice
        if self.country:
            for part in ("institutions", "law"):
                for name, kept in getattr(self.country, part).items():
                    yield self.country_file, (part, name), kept
            for name in ("emergency", "enforcement", "accessibility_law"):
                if kept := getattr(self.country, name):
                    yield self.country_file, (name,), kept
