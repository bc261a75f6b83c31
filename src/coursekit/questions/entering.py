"""Kinds of question whose answer is entered: number, text, estimate."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Number, Part, Text
from .base import Fault, Question, answer_line, html_of


def plain_number(value: float) -> str:
    """A number as digits, without a needless `.0`."""
    return f"{value:.10f}".rstrip("0").rstrip(".")


class NumberSays(Part):
    right: Markdown
    low: Markdown
    high: Markdown


class Mistake(Part):
    """A number that people really answer, with what they are told."""

    value: Number
    tolerance: Annotated[Number, Field(ge=0)] = 0.0
    says: Markdown


class NumberQuestion(Question):
    """A number within a tolerance."""

    kind: Literal["number"]
    answer: Number
    tolerance: Annotated[Number, Field(ge=0)] = 0.0
    unit: Text | None = None
    units: list[Text] = Field(default_factory=list)
    says: NumberSays
    mistakes: list[Mistake] = Field(default_factory=list)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for n, mistake in enumerate(self.mistakes):
            if abs(mistake.value - self.answer) <= self.tolerance:
                what = f"the mistake {plain_number(mistake.value)} counts as right."
                todo = "Change its value, or make the tolerance smaller."
                yield ("mistakes", n, "value"), what, todo

    def own_data(self) -> dict[str, Any]:
        return {
            "answer": self.answer,
            "tolerance": self.tolerance,
            "unit": self.unit or "",
            "units": self.units,
            "says": html_of(self.says.model_dump()),
            "mistakes": [
                {"value": m.value, "tolerance": m.tolerance, "says": to_html(m.says)}
                for m in self.mistakes
            ],
        }

    def key(self) -> list[str]:
        return [answer_line(escape(self._with_unit()), to_html(self.says.right))]

    def _with_unit(self) -> str:
        return f"{plain_number(self.answer)} {self.unit or ''}".strip()

    def right_response(self) -> str:
        return self._with_unit()

    def wrong_response(self) -> str:
        return plain_number(self.answer + self.tolerance + 1 + abs(self.answer))


class Near(Part):
    """A nearly right answer with what its author is told."""

    text: Text
    says: Markdown

    def data(self) -> dict[str, str]:
        return {"text": self.text, "says": to_html(self.says)}


class RightWrong(Part):
    right: Markdown
    wrong: Markdown


class TextQuestion(Question):
    """A word or a short phrase."""

    kind: Literal["text"]
    accept: Annotated[list[Text], Field(min_length=1)]
    near: list[Near] = Field(default_factory=list)
    says: RightWrong

    def own_data(self) -> dict[str, Any]:
        return {
            "accept": self.accept,
            "near": [near.data() for near in self.near],
            "says": html_of(self.says.model_dump()),
        }

    def key(self) -> list[str]:
        return [answer_line(" / ".join(map(escape, self.accept)), to_html(self.says.right))]

    def right_response(self) -> str:
        return self.accept[0]

    def wrong_response(self) -> str:
        return "something else altogether"


class Scale(Part):
    min: Number
    max: Number
    step: Annotated[Number, Field(gt=0)]
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
    close: Annotated[Number, Field(ge=0)]
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

    def _figure(self, value: float) -> str:
        return f"{plain_number(value)} {self.scale.unit or ''}".strip()

    def key(self) -> list[str]:
        real = answer_line(escape(self._figure(self.actual)), escape(self.date))
        return [real] + [
            answer_line(escape(self._figure(other.value)), escape(other.text))
            for other in self.others.values()
        ]

    def right_response(self) -> str:
        return plain_number(self.actual)

    def wrong_response(self) -> str:
        scale = self.scale
        is_low = self.actual - scale.min < scale.max - self.actual
        return plain_number(scale.max if is_low else scale.min)
