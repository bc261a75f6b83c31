"""The kind of question where one guesses first and then sees the real figure: estimate."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, ClassVar, Literal

from pydantic import Field

from ..parts import Markdown, Name, NotNegative, Number, Part, Positive, Text
from .base import Fault, Question, answer_line, html_of
from .entering import plain_number, with_unit


class Scale(Part):
    min: Number
    max: Number
    step: Positive
    unit: Text | None = None


class Compared(Part):
    text: Text
    value: Number


class EstimateSays(Part):
    close: Markdown
    low: Markdown
    high: Markdown


class EstimateQuestion(Question):
    """Guess first, then see the real figure; no score."""

    graded: ClassVar[bool] = False

    kind: Literal["estimate"]
    scale: Scale
    actual: Number
    close: NotNegative
    date: Text
    others: dict[Name, Compared] = Field(default_factory=dict)
    says: EstimateSays

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        low, high = self.scale.min, self.scale.max
        if low >= high:
            todo = "Exchange or correct them."
            yield ("scale",), "the scale's `min` is not below its `max`.", todo
            return
        for place, value in self._figures().items():
            if not low <= value <= high:
                scale = f"{plain_number(low)} to {plain_number(high)}"
                what = f"{plain_number(value)} lies outside the scale ({scale})."
                yield place, what, "Widen the scale, or correct the figure."

    def _figures(self) -> dict[tuple[str, ...], float]:
        """The figures on the scale by the place where they stand."""
        others = {("others", name, "value"): other.value for name, other in self.others.items()}
        return {("actual",): self.actual, **others}

    def own_data(self) -> dict[str, Any]:
        return {
            "scale": {**self.scale.model_dump(), "unit": self.scale.unit or ""},
            "actual": self.actual,
            "close": self.close,
            "date": self.date,
            "others": [
                {"id": name, "text": other.text, "value": other.value}
                for name, other in self.others.items()
            ],
            "says": html_of(self.says.model_dump()),
        }

    def key(self) -> list[str]:
        actual = with_unit(self.actual, self.scale.unit)
        return [
            f"<strong>{actual}</strong> – {escape(self.date)}",
            *self._others(),
            answer_line(f"≈ {actual}", self.says.close),
            answer_line(f"&lt; {actual}", self.says.low),
            answer_line(f"&gt; {actual}", self.says.high),
        ]

    def _others(self) -> list[str]:
        """The figures to compare with, one line of HTML each."""
        return [
            f"<strong>{with_unit(other.value, self.scale.unit)}</strong> – {escape(other.text)}"
            for other in self.others.values()
        ]

    def right_response(self) -> str:
        return plain_number(self.actual)

    def wrong_response(self) -> str:
        scale = self.scale
        is_low = self.actual - scale.min < scale.max - self.actual
        return plain_number(scale.max if is_low else scale.min)
