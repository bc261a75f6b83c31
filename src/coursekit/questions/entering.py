"""Kinds of question whose answer is entered: number, text, gaps, estimate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from ..markdown import to_html
from ..parts import Markdown, Name, Number, Part, Text
from .base import Fault, Options, Question, answer_line, exactly_one, html_of

GAP = re.compile(r"\[\[([^\]|]*)\]\]")


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
    units: list[Text] = []
    says: NumberSays
    mistakes: list[Mistake] = []

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for n, mistake in enumerate(self.mistakes):
            if abs(mistake.value - self.answer) <= self.tolerance:
                yield ("mistakes", str(n)), f"the mistake {plain_number(mistake.value)} counts as right.", "Change its value or make the tolerance smaller."

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
        return [answer_line(self._with_unit(), to_html(self.says.right))]

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
    near: list[Near] = []
    says: RightWrong

    def own_data(self) -> dict[str, Any]:
        return {
            "accept": self.accept,
            "near": [near.data() for near in self.near],
            "says": html_of(self.says.model_dump()),
        }

    def key(self) -> list[str]:
        return [answer_line(" / ".join(map(to_html, self.accept)), to_html(self.says.right))]

    def right_response(self) -> str:
        return self.accept[0]

    def wrong_response(self) -> str:
        return "something else altogether"


class Gap(Part):
    """A gap: either a drop-down (`options`) or a field (`accept` and `says`)."""

    options: Options | None = None
    accept: Annotated[list[Text], Field(min_length=1)] | None = None
    near: list[Near] = []
    says: RightWrong | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Gap:
        if (self.options is None) == (self.accept is None):
            raise ValueError("needs either `options` or `accept`.|Keep one of the two.")
        if self.accept is not None and self.says is None:
            raise ValueError("has no `says`.|Add `says: {right: …, wrong: …}`.")
        return self

    def data(self, name: str) -> dict[str, Any]:
        if self.options is not None:
            return {"id": name, "options": [o.data(n) for n, o in self.options.items()]}
        return {
            "id": name,
            "accept": self.accept,
            "near": [near.data() for near in self.near],
            "says": html_of(self.says.model_dump()) if self.says else {},
        }

    def right(self) -> str:
        """The right response to this gap: an option's id or a text."""
        if self.options is not None:
            return next(name for name, option in self.options.items() if option.right)
        return self.accept[0] if self.accept else ""

    def wrong(self) -> str:
        if self.options is not None:
            return next(name for name, option in self.options.items() if not option.right)
        return "something else altogether"

    def key(self) -> str:
        if self.options is not None:
            option = self.options[self.right()]
            return answer_line(to_html(option.text), to_html(option.says))
        return answer_line(self.right(), to_html(self.says.right if self.says else ""))


class GapsQuestion(Question):
    """A text with gaps, each a drop-down or a field."""

    kind: Literal["gaps"]
    text: Text
    gaps: Annotated[dict[Name, Gap], Field(min_length=1)]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        named = GAP.findall(self.text)
        for name in dict.fromkeys(named):
            if name not in self.gaps:
                yield ("text",), f"the text has a gap [[{name}]] that `gaps` does not describe.", "Add it to `gaps` or correct its name."
            elif named.count(name) > 1:
                yield ("text",), f"the gap [[{name}]] stands twice in the text.", "Give the second one a name of its own."
        for name, gap in self.gaps.items():
            if name not in named:
                yield ("gaps", name), f"the gap '{name}' does not stand in the text.", f"Write [[{name}]] where it belongs."
            if gap.options is not None:
                yield from exactly_one(gap.options, ("gaps", name))

    def own_data(self) -> dict[str, Any]:
        pieces = GAP.split(self.text)
        parts = [{"gap": p} if n % 2 else {"text": p} for n, p in enumerate(pieces) if p]
        return {"parts": parts, "gaps": [gap.data(name) for name, gap in self.gaps.items()]}

    def choices(self) -> list[str]:
        return [to_html(GAP.sub("____", self.text))]

    def key(self) -> list[str]:
        return [gap.key() for gap in self.gaps.values()]

    def right_response(self) -> dict[str, str]:
        return {name: gap.right() for name, gap in self.gaps.items()}

    def wrong_response(self) -> dict[str, str]:
        return {name: gap.wrong() for name, gap in self.gaps.items()}


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
    others: dict[Name, Compared] = {}
    says: EstimateSays

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        low, high = self.scale.min, self.scale.max
        if low >= high:
            yield ("scale",), "the scale's `min` is not below its `max`.", "Exchange or correct them."
            return
        figures = {("actual",): self.actual} | {
            ("others", name): other.value for name, other in self.others.items()
        }
        for place, value in figures.items():
            if not low <= value <= high:
                yield place, f"{plain_number(value)} lies outside the scale ({plain_number(low)} to {plain_number(high)}).", "Widen the scale or correct the figure."

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
        real = answer_line(self._figure(self.actual), to_html(self.date))
        return [real] + [
            answer_line(self._figure(other.value), to_html(other.text))
            for other in self.others.values()
        ]

    def right_response(self) -> str:
        return plain_number(self.actual)

    def wrong_response(self) -> str:
        far = self.scale.max if self.actual - self.scale.min < self.scale.max - self.actual else self.scale.min
        return plain_number(far)
