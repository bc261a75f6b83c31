"""Kinds of question whose answer is entered: number, text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, NotNegative, Number, Part, Text
from .base import Fault, Question, answer_line, html_of


def plain_number(value: float) -> str:
    """A number as digits, without a needless `.0`."""
    return f"{value:.10f}".rstrip("0").rstrip(".")


def with_unit(value: float, unit: str | None) -> str:
    """A number with its unit as HTML."""
    return escape(f"{plain_number(value)} {unit or ''}".strip())


class NumberSays(Part):
    right: Markdown
    low: Markdown
    high: Markdown


class Mistake(Part):
    """A number that people really answer, with what they are told."""

    value: Number
    tolerance: NotNegative = 0.0
    says: Markdown


class NumberQuestion(Question):
    """A number within a tolerance."""

    kind: Literal["number"]
    answer: Number
    tolerance: NotNegative = 0.0
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
        answer = with_unit(self.answer, self.unit)
        return [
            answer_line(answer, self.says.right, True),
            *(answer_line(with_unit(m.value, self.unit), m.says, False) for m in self.mistakes),
            answer_line(f"&lt; {answer}", self.says.low, False),
            answer_line(f"&gt; {answer}", self.says.high, False),
        ]

    def wrong_answers(self) -> list[tuple[str, str]]:
        return [(with_unit(m.value, self.unit), to_html(m.says)) for m in self.mistakes]

    def right_response(self) -> str:
        return f"{plain_number(self.answer)} {self.unit or ''}".strip()

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


def text_key(accept: list[str], near: list[Near], says: RightWrong) -> list[str]:
    """The lines of the key for a text to write."""
    return [
        answer_line(" / ".join(map(escape, accept)), says.right, True),
        *(answer_line(escape(n.text), n.says, False) for n in near),
        answer_line("…", says.wrong, False),
    ]


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
        return text_key(self.accept, self.near, self.says)

    def right_response(self) -> str:
        return self.accept[0]

    def wrong_response(self) -> str:
        return "something else altogether"
