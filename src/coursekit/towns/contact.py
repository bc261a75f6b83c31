"""An office and how to reach it: each with its owner and the day when somebody looks again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator

from ..facts import Day
from ..parts import Flag, Names, Part, Text, refuse, short

Place = tuple[str | int, ...]
Fault = tuple[Place, str, str]
"""A place inside an entry, what is wrong there, what to do."""

_TITLE = re.compile(r"\b(?:Mrs?|Ms|Dr|Prof|Dl|Dna|Domnul|Doamna|Sig|Dott|Avv)\.? [A-ZĂÂÎȘȚ]")
_PHONE = re.compile(r"\+?[0-9][0-9 ]*[0-9]")
_PAGE = re.compile(r"https://[^\s/]+\.[^\s]+")


class Unknown(str):
    """What nobody has told yet; the text says who could tell."""


def _maybe(value: Any) -> str:
    if not isinstance(value, dict):
        if not isinstance(value, str):
            refuse(("this must be one text.", _MAYBE_RULE))
        return value.strip()
    who = value.get("unknown")
    if set(value) != {"unknown"} or not isinstance(who, str) or not who.strip():
        refuse(("this is neither a text nor an `unknown`.", _MAYBE_RULE))
    return Unknown(who.strip())


_MAYBE_RULE = 'Write one text, or `{unknown: "who could tell"}`, or leave the key out.'

Maybe = Annotated[Any, BeforeValidator(_maybe)]
"""A text, or an Unknown; an empty text where nothing is said."""


def _office(value: Any) -> str:
    text = _maybe(value)
    if _TITLE.search(text):
        what = f"'{short(text)}' reads like the name of a person."
        refuse((what, "Name the office or the role: people change, and their names are theirs."))
    return text


Office = Annotated[Any, BeforeValidator(_office)]


class Kept(Part):
    """Something local that somebody looks after: an office, never a private person."""

    source: Names | None = None
    owner: Office = ""
    read: Day = ""
    review: Day = ""
    unverified: Flag = False
    """Whether nobody has confirmed it yet: the page says whom to ask."""
    unknown: Text = ""
    """Who could tell, where nothing is known but that there is such a thing."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong between the parts."""
        for key in () if self.unknown else ("owner", "read", "review"):
            if not getattr(self, key):
                todo = f"Add `{key}: …`: an office that keeps it, and the days of looking."
                yield (), f"'{key}' is missing.", todo


class Contact(Kept):
    """An institution: what people turn to it for, and how they reach it."""

    role: Text
    office: Office = ""
    phone: Maybe = ""
    address: Maybe = ""
    page: Maybe = ""
    hours: Maybe = ""

    @property
    def is_reachable(self) -> bool:
        """Whether somebody could turn to it today: it has a name and one way to reach it."""
        known = (self.office, self.phone, self.address, self.page)
        has_name, *ways = (bool(value) and not isinstance(value, Unknown) for value in known)
        return has_name and any(ways)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not self.unknown and not self.office:
            todo = 'Add `office: "…"`, or say `unknown: "who could tell"`.'
            yield (), "'office' is missing.", todo

    def odd_formats(self) -> Iterator[Fault]:
        """Ways that nobody can use as they are written."""
        if self.phone and not isinstance(self.phone, Unknown) and not is_phone(self.phone):
            todo = "Write digits with spaces, such as +40 241 000 000 or 112."
            yield ("phone",), f"'{short(self.phone)}' is not a phone number.", todo
        if self.page and not isinstance(self.page, Unknown) and not _PAGE.fullmatch(self.page):
            what = f"'{short(self.page)}' is not a safe web address."
            yield ("page",), what, "Start it with https://."


def is_phone(text: str) -> bool:
    """Whether it can be dialled: a short number, or one with the code of the country."""
    if not _PHONE.fullmatch(text):
        return False
    digits = len(text.replace(" ", "").lstrip("+"))
    return 7 <= digits <= 15 if text.startswith("+") else 3 <= digits <= 10
