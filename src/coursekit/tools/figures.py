"""Tools about figures: guess a line, a town's numbers, the size of a survey, who pays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Number, Part, Positive, Text, Whole
from .base import Fault, Tool


class DrawLine(Tool):
    """Guess how a line goes on, then see it; `given` points are shown from the start."""

    kind: Literal["draw-line"]
    unit: Text
    top: Positive
    """The upper end of the scale, which starts at 0."""
    given: Whole
    points: Annotated[dict[Name, Number], Field(min_length=3)]
    says: Markdown
    """Shown with the real line."""

    def faults(self) -> Iterator[Fault]:
        if self.given >= len(self.points):
            what = "no point is left to guess."
            yield ("given",), what, "Write a smaller number, or add points."
        for name, value in self.points.items():
            if not 0 <= value <= self.top:
                what = f"{value:g} lies outside the scale from 0 to {self.top:g}."
                yield ("points", name), what, "Raise `top`, or correct the value."

    def own_data(self) -> dict[str, Any]:
        points = [{"name": name, "value": value} for name, value in self.points.items()]
        return {
            "unit": self.unit,
            "top": self.top,
            "given": self.given,
            "points": points,
            "says": to_html(self.says),
        }


class CardFields(Part):
    """The fields of a workbook that take the figures of a town."""

    table: Name
    residents: Name
    foreign: Name
    share: Name


class TownNumbers(Tool):
    """Own figures as shares and a plain sentence; they can go on into a workbook."""

    kind: Literal["town-numbers"]
    workbook: Text
    """Full id of the exercise that takes the figures over."""
    revision: Whole
    """The revision of that exercise."""
    into: CardFields

    def own_data(self) -> dict[str, Any]:
        return {
            "workbook": self.workbook,
            "revision": self.revision,
            "into": self.into.model_dump(),
        }


class SampleSize(Tool):
    """What a survey of a given size can show."""

    kind: Literal["sample-size"]
    people: Whole
    before: Number
    after: Number

    def faults(self) -> Iterator[Fault]:
        for name in ("before", "after"):
            if not 0 <= getattr(self, name) <= 100:
                yield (name,), "a share lies between 0 and 100.", "Write per cent."

    def own_data(self) -> dict[str, Any]:
        return {"people": self.people, "before": self.before, "after": self.after}


class Rate(Part):
    """A deduction: a per cent of the gross pay, or of what is left after the earlier ones."""

    label: Text
    rate: Positive
    of: Literal["pay", "rest"]
    paid_by: Literal["employee", "employer"]
    to: Text
    """Who receives it."""
    town_share: Positive | None = None
    """The per cent of it that goes to the town's own budget."""


class WhoPays(Tool):
    """From employees and pay to who receives which tax or contribution."""

    kind: Literal["who-pays"]
    employees: Whole
    pay: Positive
    """Gross, for one month."""
    currency: Text
    rates: Annotated[dict[Name, Rate], Field(min_length=1)]

    def own_data(self) -> dict[str, Any]:
        rates = [{"id": name, **rate.model_dump()} for name, rate in self.rates.items()]
        figures = {"employees": self.employees, "pay": self.pay, "currency": self.currency}
        return {**figures, "rates": rates}
