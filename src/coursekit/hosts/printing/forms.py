"""Forms for evaluation and lists with empty rows, as `data/forms.yml` and `data/sheets.yml` say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...forms import Form, Sheet
from .nodes import Node, blank, heading, label, lines, node, p, small, table, ticks
from .writer import Writer

ROW = 5.2
"""The height of a row of a list, in mm."""


def form_nodes(writer: Writer, form: Form) -> list[Node]:
    """One form: what it is for, its questions, and what happens with it."""
    found: list[Node] = [heading(1, form.title), *writer.text(form.intro)]
    for n, question in enumerate(form.questions.values(), 1):
        room = _FORMS[question.kind](writer, question)
        found.append(node("keep", label(f"{n}. {question.text}"), *room))
    return [*found, node("space", height=3), *writer.text(form.closing)]


def _scale(writer: Writer, question: Any) -> list[Node]:
    """The ends in words round a row of boxes with their numbers."""
    steps = range(1, question.steps + 1)
    boxes = [part for n in steps for part in (node("tick", mark="round"), f"\u00a0{n}\u2003")]
    return [p(f"{question.low}\u2003", *boxes, question.high)]


def _text(writer: Writer, question: Any) -> list[Node]:
    return [lines(question.lines)]


def _choice(writer: Writer, question: Any) -> list[Node]:
    mark = "square" if question.several else "round"
    return [ticks([[text] for text in question.options.values()], mark)]


_FORMS: dict[str, Callable[[Writer, Any], list[Node]]] = {
    "scale": _scale,
    "text": _text,
    "choice": _choice,
}
"""Kind of question of a form → the room for its answer."""


def sheet_nodes(writer: Writer, sheet: Sheet) -> list[Node]:
    """A list: what stands above it, empty rows with numbers, what happens with it."""
    heads = [[column.title] for column in sheet.columns.values()]
    empty: list[list[Node]] = [[] for _ in heads[1:]]
    rows = [[[str(n)], *empty] for n in range(1, sheet.rows + 1)]
    widths = [column.width for column in sheet.columns.values()]
    above = [[f"{name}: ", blank(0)] for name in sheet.head.values()]
    return [
        heading(1, sheet.title),
        *writer.text(sheet.intro),
        node("pairs", items=above),
        table(heads, rows, widths=widths, height=ROW),
        *(p(small(*words)) for words in [writer.line(sheet.closing)]),
    ]
