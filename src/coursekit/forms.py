"""Forms for evaluation and sheets for lists: what they ask, whoever prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from .parts import Flag, Markdown, Name, Part, Text, Whole, refuse, short

Fault = tuple[tuple[str, ...], str, str]
"""Where in the entry, what is wrong, what to do."""


class ScaleQuestion(Part):
    """A row of numbers from 1 to `steps`; the two ends are said in words."""

    kind: Literal["scale"]
    text: Text
    low: Text
    high: Text
    steps: Annotated[Whole, Field(ge=3, le=10)] = 5


class TextQuestion(Part):
    """A few empty lines to write on."""

    kind: Literal["text"]
    text: Text
    lines: Annotated[Whole, Field(le=12)] = 3


class ChoiceQuestion(Part):
    """Boxes to tick: one, or with `several` as many as fit."""

    kind: Literal["choice"]
    text: Text
    options: Annotated[dict[Name, Text], Field(min_length=2)]
    several: Flag = False


FormQuestion = ScaleQuestion | TextQuestion | ChoiceQuestion
KINDS: dict[str, type[FormQuestion]] = {
    "scale": ScaleQuestion,
    "text": TextQuestion,
    "choice": ChoiceQuestion,
}


def _question(value: object, handler: ValidatorFunctionWrapHandler) -> FormQuestion:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        what = f"the kind '{short(kind)}' is not known." if kind else "'kind' is missing."
        refuse((what, f"Use one of: {', '.join(KINDS)}."))
    return KINDS[kind].model_validate(value)


AnyQuestion = Annotated[FormQuestion, WrapValidator(_question)]


class Form(Part):
    """One form: a page of paper, without a name on it."""

    title: Text
    when: Text
    """When it is handed out, for the trainer."""
    intro: Markdown
    """What people read before they begin: what for, who sees it, until when it is kept."""
    repeats: Name | None = None
    """An earlier form of which the scales are asked anew, first and in the same words."""
    questions: Annotated[dict[Name, AnyQuestion], Field(min_length=1)]
    closing: Markdown

    @property
    def scales(self) -> dict[str, FormQuestion]:
        return {name: one for name, one in self.questions.items() if one.kind == "scale"}


class SheetColumn(Part):
    """One column of a sheet; `width` is its share of the page, in per cent."""

    title: Text
    width: Whole


class Sheet(Part):
    """A list with empty rows: attendance, results."""

    title: Text
    intro: Markdown
    head: dict[Name, Text] = Field(default_factory=dict)
    """What is filled in above the table: date, place."""
    columns: Annotated[dict[Name, SheetColumn], Field(min_length=2)]
    rows: Annotated[Whole, Field(le=40)]
    closing: Markdown

    def faults(self) -> Iterator[Fault]:
        total = sum(column.width for column in self.columns.values())
        if total != 100:
            what = f"the widths of the columns add up to {total}, not to 100."
            yield ("columns",), what, "Correct the widths."


def with_repeated(forms: dict[str, Form]) -> dict[str, Form]:
    """The forms with the scales that they repeat in front of their own questions."""
    return {name: _filled(forms, form) for name, form in forms.items()}


def _filled(forms: dict[str, Form], form: Form) -> Form:
    earlier = forms.get(form.repeats or "")
    if earlier is None:
        return form
    return form.model_copy(update={"questions": {**earlier.scales, **form.questions}})


def repeat_faults(forms: dict[str, Form], name: str) -> Iterator[Fault]:
    """What is wrong with what a form repeats."""
    form = forms[name]
    if form.repeats is None:
        return
    earlier = forms.get(form.repeats)
    if earlier is None or earlier.repeats or not earlier.scales:
        what = f"there is no form '{form.repeats}' with scales of its own."
        yield ("repeats",), what, "Name a form of this file that has scales and repeats none."
        return
    for twice in earlier.scales.keys() & form.questions.keys():
        what = f"'{twice}' is asked by '{form.repeats}' already."
        yield ("questions", twice), what, "Give it another name, or leave it out."
