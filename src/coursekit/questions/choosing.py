"""Kinds of question whose answer is chosen: choice, multiple, true-false, opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Flag, Markdown, Name, Names, Part
from .base import (
    Fault,
    Options,
    Question,
    answer_line,
    count_right,
    exactly_one,
    html_of,
    word,
    wrong_options,
)


class _OptionsQuestion(Question):
    options: Options

    def own_data(self) -> dict[str, Any]:
        return {"options": [option.data(name) for name, option in self.options.items()]}

    def choices(self) -> list[str]:
        return [to_html(option.text) for option in self.options.values()]

    def key(self) -> list[str]:
        return [
            answer_line(to_html(option.text), option.says, option.right)
            for option in sorted(self.options.values(), key=lambda option: not option.right)
        ]

    def wrong_answers(self) -> list[tuple[str, str]]:
        return wrong_options(self.options)

    def right_response(self) -> list[str]:
        return [name for name, option in self.options.items() if option.right]


class ChoiceQuestion(_OptionsQuestion):
    """Exactly one option is right."""

    kind: Literal["choice"]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from exactly_one(self.options, ("options",))

    def wrong_response(self) -> list[str]:
        return [next(name for name, option in self.options.items() if not option.right)]


class MultipleQuestion(_OptionsQuestion):
    """One or more options are right."""

    kind: Literal["multiple"]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not count_right(self.options):
            yield ("options",), "no option is right.", 'Mark every right one with "right: true".'
        elif count_right(self.options) == len(self.options):
            yield ("options",), "all options are right.", "Add one that is wrong."

    def wrong_response(self) -> list[str]:
        return [name for name, option in self.options.items() if not option.right]


class Verdicts(Part):
    """What is told to who says true and to who says false."""

    true: Markdown
    false: Markdown


class TrueFalseQuestion(Question):
    """A statement that holds or not, and the reason why."""

    kind: Literal["true-false"]
    answer: Flag
    says: Verdicts
    reasons: Options

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from exactly_one(self.reasons, ("reasons",))

    def own_data(self) -> dict[str, Any]:
        return {
            "answer": self.answer,
            "says": html_of(self.says.model_dump()),
            "reasons": [reason.data(name) for name, reason in self.reasons.items()],
        }

    def choices(self) -> list[str]:
        return [to_html(reason.text) for reason in self.reasons.values()]

    def key(self) -> list[str]:
        verdicts = [
            answer_line(word("verdictTrue"), self.says.true, self.answer),
            answer_line(word("verdictFalse"), self.says.false, not self.answer),
        ]
        return verdicts + [
            answer_line(to_html(reason.text), reason.says, reason.right)
            for reason in sorted(self.reasons.values(), key=lambda reason: not reason.right)
        ]

    def wrong_answers(self) -> list[tuple[str, str]]:
        verdict = word("verdictFalse" if self.answer else "verdictTrue")
        said = self.says.false if self.answer else self.says.true
        return [(verdict, to_html(said)), *wrong_options(self.reasons)]

    def right_response(self) -> dict[str, str]:
        reason = next(name for name, reason in self.reasons.items() if reason.right)
        return {"verdict": _word(self.answer), "reason": reason}

    def wrong_response(self) -> dict[str, str]:
        reason = next(name for name, reason in self.reasons.items() if not reason.right)
        return {"verdict": _word(not self.answer), "reason": reason}


def _word(verdict: bool) -> str:
    return "true" if verdict else "false"


class View(Part):
    """One opinion; there is no right or wrong."""

    text: Markdown
    says: Markdown


class OpinionQuestion(Question):
    """No right or wrong, no score; every option gets an answer all the same."""

    graded: ClassVar[bool] = False

    kind: Literal["opinion"]
    source: Names = Field(default_factory=list)
    options: Annotated[dict[Name, View], Field(min_length=2)]

    def own_data(self) -> dict[str, Any]:
        return {
            "options": [
                {"id": name, "text": to_html(view.text), "says": to_html(view.says)}
                for name, view in self.options.items()
            ]
        }

    def choices(self) -> list[str]:
        return [to_html(view.text) for view in self.options.values()]

    def key(self) -> list[str]:
        return [answer_line(to_html(view.text), view.says) for view in self.options.values()]

    def right_response(self) -> list[str]:
        return [next(iter(self.options))]

    wrong_response = right_response
