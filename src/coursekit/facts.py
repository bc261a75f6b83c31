"""The register of figures: each one entry with source, date and owner, and its forms in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from .numbers import Unit, Value, decimals, ends
from .parts import Flag, IsoDate, Name, Names, Part, Text, refuse, short
from .tables import ColumnName

__all__ = ["CellOf", "Fact", "Unit", "agrees", "evaluate", "last_day"]

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")


def _day(value: Any) -> Any:
    if isinstance(value, str) and "/" in value:
        refuse((f"'{short(value)}' is a span.", "Write one month or day, such as 2027-03."))
    return value


def _value(value: Any) -> Any:
    given = value if isinstance(value, list) else [value]
    if not 1 <= len(given) <= 2 or not all(_is_number(item) for item in given):
        todo = "Write digits with a decimal point, such as 2.99, or two of them: [10, 15]."
        refuse((f"'{short(value)}' is not a number.", todo))
    numbers = tuple(Decimal(item) for item in given)
    return numbers if len(numbers) == 2 else numbers[0]


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


Day = Annotated[IsoDate, BeforeValidator(_day)]
Figure = Annotated[Value, BeforeValidator(_value)]


class CellOf(Part):
    """The cell of a table: the row in which the named columns hold these texts, and a column."""

    name: ColumnName
    where: dict[ColumnName, Text]
    column: ColumnName


class Fact(Part):
    """One figure: what it says, its value, where it comes from, and who keeps it up to date."""

    statement: Text
    value: Figure
    unit: Name
    date: IsoDate
    place: Text
    source: Names
    confidence: Literal["high", "medium", "low"]
    read: Day
    review: Day
    owner: Text
    licence: Text = ""
    note: Text = ""
    computed: Text = ""
    table: CellOf | None = None
    weak: Flag = False
    same_as: Name | None = None
    overrides: Flag = False
    """Whether a town's fact takes the place of the fact of the same name that was read before."""


def last_day(iso: str) -> date:
    """The last day of a year, month or day."""
    if iso.count("-") == 2:
        return date.fromisoformat(iso)
    year, month = [*map(int, iso.split("-")), 12][:2]
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def agrees(value: Value, exact: float) -> bool:
    """Whether a number, rounded as the value is written, is the value."""
    number = ends(value)[0]
    half = Decimal(5).scaleb(-decimals(number) - 1)
    return len(ends(value)) == 1 and abs(Decimal(str(exact)) - number) <= half


_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?(?![\w-])|[a-z0-9]+(?:-[a-z0-9]+)*|[-+*/()])")


def evaluate(formula: str, facts: Mapping[str, Fact]) -> float:
    """The result of arithmetic over facts and numbers, such as `births / residents * 1000`.

    Raises ValueError, with words for the author, where it cannot be computed.
    """
    return float(_Formula(formula, facts).result())


def names_in(formula: str) -> list[str]:
    """The names of facts, and the numbers, in a formula."""
    return re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", formula)


class _Formula:
    """Reads a formula from left to right: sums of products of names, numbers and brackets."""

    def __init__(self, formula: str, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._tokens = _tokens(formula)

    def result(self) -> Decimal:
        value = self._sum()
        if self._tokens:
            raise ValueError(f"'{self._tokens[0]}' does not fit here")
        return value

    def _sum(self) -> Decimal:
        value = self._product()
        while self._next() in ("+", "-"):
            sign = 1 if self._tokens.pop(0) == "+" else -1
            value += sign * self._product()
        return value

    def _product(self) -> Decimal:
        value = self._item()
        while self._next() in ("*", "/"):
            times = self._tokens.pop(0) == "*"
            other = self._item()
            if not times and not other:
                raise ValueError("it divides by zero")
            value = value * other if times else value / other
        return value

    def _item(self) -> Decimal:
        token = self._tokens.pop(0) if self._tokens else ""
        if token == "(":
            value = self._sum()
            if not self._tokens or self._tokens.pop(0) != ")":
                raise ValueError("a bracket is not closed")
            return value
        if token == "-":
            return -self._item()
        if token[:1].isdigit() and token not in self._facts:
            return Decimal(token)
        return self._value(token)

    def _value(self, name: str) -> Decimal:
        if name not in self._facts:
            raise ValueError(f"there is no fact '{name}'" if name else "something is missing")
        value = self._facts[name].value
        if isinstance(value, tuple):
            raise ValueError(f"'{name}' is a range")
        return value

    def _next(self) -> str:
        return self._tokens[0] if self._tokens else ""


def _tokens(formula: str) -> list[str]:
    found, at = [], 0
    while at < len(formula.rstrip()):
        match = _TOKEN.match(formula, at)
        if not match:
            raise ValueError(f"'{formula[at:].strip()[:10]}' cannot be read")
        found.append(match[1])
        at = match.end()
    return found
