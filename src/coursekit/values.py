"""What `{{ town.name }}` and `{{ fact.<id> }}` stand for on a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .bundle import language
from .facts import Fact
from .numbers import Unit, format_date, format_number, format_value, plain_number

if TYPE_CHECKING:
    from .model import Source

FIGURES_PAGE = "book/figures"
FACT = "fact."

BESIDE_EXERCISES = "modules/topic/page"
"""Where questions, exercises and cards are shown: links in them start from such a page."""

_NAME = re.compile(r"fact\.([a-z0-9-]+)(?:\.([a-z]+))?")


@dataclass(frozen=True)
class Register:
    """The facts of the course with what their texts need."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Facts that have a problem of their own; `*` where none can be read."""


class Values(Mapping[str, str]):
    """Placeholder → text, made when it is asked for; iterating gives the plain names alone.

    A fact that has a problem of its own reads `0`: the problem is told where the fact stands,
    and not again where it is used.
    """

    def __init__(
        self,
        plain: Mapping[str, str],
        register: Callable[[], Register] = Register,
        page: str = BESIDE_EXERCISES,
    ) -> None:
        self._plain = plain
        self._read = register
        self._page = page

    @cached_property
    def _register(self) -> Register:
        return self._read()

    def on(self, page: str) -> Values:
        """The same values with links that start from another page."""
        return Values(self._plain, lambda: self._register, page)

    def renamed(self, plain: Mapping[str, str]) -> Values:
        """The same values with other plain ones, such as the names of the town in a language."""
        return Values({**self._plain, **plain}, lambda: self._register, self._page)

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)

    def __getitem__(self, name: str) -> str:
        match = _NAME.fullmatch(name)
        if name in self._plain or not match:
            return self._plain[name]
        fact, form = match[1], match[2] or ""
        if form not in FORMS:
            raise KeyError(name)
        register = self._register
        if fact in register.facts and register.facts[fact].unit in register.units:
            return FORMS[form](register, fact, self._link)
        if fact in register.facts or register.unread & {fact, "*"}:
            return "0"
        raise KeyError(name)

    @property
    def facts(self) -> Mapping[str, Fact]:
        return self._register.facts

    def _link(self, fact: str) -> str:
        target = f"{FIGURES_PAGE}.md"
        return f"{posixpath.relpath(target, posixpath.dirname(self._page))}#{fact}"


Link = Callable[[str], str]


def source_name(register: Register, fact: Fact) -> str:
    """The short name of a fact's first source."""
    source = register.sources.get(fact.source[0])
    return (source.short or source.publisher) if source else fact.source[0]


def _value(register: Register, name: str, link: Link) -> str:
    fact = register.facts[name]
    return format_value(fact.value, register.units[fact.unit], language())


def _number(register: Register, name: str, link: Link) -> str:
    fact = register.facts[name]
    return format_number(fact.value, language(), plain=register.units[fact.unit].plain)


def _plain(register: Register, name: str, link: Link) -> str:
    return plain_number(register.facts[name].value)


def _date(register: Register, name: str, link: Link) -> str:
    return format_date(register.facts[name].date, language())


def _source(register: Register, name: str, link: Link) -> str:
    return f"[{source_name(register, register.facts[name])}]({link(name)})"


def _cite(register: Register, name: str, link: Link) -> str:
    return f"({_date(register, name, link)}, {_source(register, name, link)})"


def _full(register: Register, name: str, link: Link) -> str:
    return f"{_value(register, name, link)} {_cite(register, name, link)}"


FORMS: dict[str, Callable[[Register, str, Link], str]] = {
    "": _full,
    "value": _value,
    "number": _number,
    "plain": _plain,
    "date": _date,
    "cite": _cite,
    "source": _source,
}
"""What can follow `fact.<id>`: nothing, or one of these."""


def fact_of(name: str) -> str:
    """The id of the fact that a placeholder names, or an empty text."""
    match = _NAME.fullmatch(name)
    return match[1] if match else ""
