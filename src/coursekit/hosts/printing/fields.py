"""Fields of an exercise on paper: as much room as the answer needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ...tasks.fields import Field
from .nodes import Node, blank, label, lines, node, p, small, table, ticks
from .writer import Writer

WORDS_IN_LINE = 11
_MOST_LINES = 18
_CONSENT = ("informed", "voluntary", "specific", "reversible")


def field_nodes(writer: Writer, field: Field) -> list[Node]:
    """The label of a field, its help, and room to fill it in."""
    name = field.label
    if field.optional:
        name = writer.words["wbOptional"].format(label=name)
    help_text = [node("help", *writer.line(field.help))] if field.help else []
    return [label(name), *help_text, *FILLED[field.kind](writer, field)]


def _line(writer: Writer, field: Any) -> list[Node]:
    return [lines(2 if (field.max_words or 0) > WORDS_IN_LINE else 1)]


def _long(writer: Writer, field: Any) -> list[Node]:
    wanted = field.max_words or (field.min_words or 50) * 1.3
    return [*_words(writer, field.max_words), lines(_count(wanted))]


def _count(words: float) -> int:
    return max(3, min(_MOST_LINES, round(words / WORDS_IN_LINE + 1.5)))


def _words(writer: Writer, most: int | None) -> list[Node]:
    return [node("help", writer.words["paperWords"].format(n=most))] if most else []


def _day(writer: Writer, field: Any) -> list[Node]:
    return [p(blank(50))]


def _number(writer: Writer, field: Any) -> list[Node]:
    return [p(blank(50), " ", field.unit or "")]


def _options(writer: Writer, field: Any) -> list[Node]:
    mark = "round" if field.kind == "choice" else "square"
    return [ticks([[text] for text in field.options.values()], mark)]


def _items(writer: Writer, field: Any) -> list[Node]:
    mark = "wide" if field.kind == "order" else "square"
    return [ticks([[text] for text in field.items.values()], mark)]


def _rating(writer: Writer, field: Any) -> list[Node]:
    heads = [[writer.words["wbCriterion"]], *([str(mark)] for mark in range(4))]
    rows = [[[text], *(_tick() for _ in range(4))] for text in field.criteria.values()]
    return [table(heads, rows, widths=[7, 1, 1, 1, 1])]


def _tick(mark: str = "round") -> list[Node]:
    return [node("tick", mark=mark)]


def _table(writer: Writer, field: Any) -> list[Node]:
    columns = list(field.columns.values())
    heads = [_head(column) for column in columns]
    cells = [_options_cell(column) for column in columns]
    count = len(field.rows) or max(field.min_rows, min(field.max_rows, field.min_rows + 2))
    rows: list[Sequence[Sequence[Node]]] = []
    for n in range(count):
        rows.append([[field.rows[n]], *cells] if field.rows else cells)
    if field.rows:
        heads = [[""], *heads]
    if any(column.sum for column in columns):
        total = [[writer.words["wbTotal"]] if field.rows else []]
        rows.append([*total, *([] for _ in columns)][: len(heads)])
    widths = [1.6 if column.kind == "text" else 1 for column in columns]
    return [table(heads, rows, widths=([1.6] if field.rows else []) + widths, height=9)]


def _head(column: Any) -> list[Node]:
    return [f"{column.label} ({column.unit})" if column.unit else column.label]


def _options_cell(column: Any) -> list[Node]:
    """The options of a column, small, to underline or to tick."""
    if column.kind != "choice":
        return []
    marks = [
        [node("tick", mark="round"), " ", text, node("br")] for text in column.options.values()
    ]
    return [node("small", *(one for mark in marks for one in mark))]


def _rows(heads: Iterable[str], count: int, widths: Sequence[float], height: float = 9) -> Node:
    texts = [[head] for head in heads]
    return table(texts, [[[] for _ in texts]] * count, widths=widths, height=height)


def _actors(writer: Writer, field: Any) -> list[Node]:
    keys = ("wbActorName", "wbActorRole", "wbActorInterest", "wbActorTrust")
    heads = [writer.words[key] for key in keys]
    heads[-1] += " (1–3)"
    return [_rows(heads, max(field.min_rows or 0, 6), [2, 2, 3, 1])]


def _budget(writer: Writer, field: Any) -> list[Node]:
    keys = ("wbBudgetLine", "wbBudgetWho", "wbBudgetAmount", "wbBudgetEvaluation")
    heads = [[writer.words[key]] for key in keys]
    count = max(field.min_rows or 0, 6)
    rows: list[list[list[Node]]] = [[[], [], [], _tick("square")] for _ in range(count)]
    rows.append([[writer.words["wbTotal"]], [], [], []])
    return [table(heads, rows, widths=[3, 2, 1.3, 1.2], height=9)]


def _consent(writer: Writer, field: Any) -> list[Node]:
    words = writer.words
    return [
        ticks([[words[f"wbConsent-{check}"]] for check in _CONSENT]),
        p(words["wbConsentRisk"]),
        lines(3),
        p(words["wbConsentResult"]),
        ticks([[words["wbConsentResult-yes"]], [words["wbConsentResult-no"]]], "round"),
    ]


def _grid(writer: Writer, field: Any) -> list[Node]:
    columns = list(field.columns.values())
    heads = [[""], *([text] for text in columns)]
    rows = [[[text], *([] for _ in columns)] for text in field.rows.values()]
    return [table(heads, rows, widths=[1, *(2 for _ in columns)], height=22)]


def _calendar(writer: Writer, field: Any) -> list[Node]:
    weeks = [str(n) for n in range(1, field.weeks + 1)]
    heads = [writer.words["wbCalendarWhat"], *weeks]
    note = p(small(writer.words["paperWeeks"]))
    return [note, _rows(heads, max(field.min_rows or 0, 8), [7, *(1 for _ in weeks)], 8)]


def _composed(writer: Writer, field: Any) -> list[Node]:
    found = _words(writer, field.max_words)
    if field.kind == "correction" and not field.rumour:
        found += [p(writer.words["wbRumour"]), lines(1)]
    for name in field.part_names().values():
        found += [node("sticky", name), lines(3)]
    return found


def _board(writer: Writer, field: Any) -> list[Node]:
    words = writer.words
    heads = [words["wbBoardName"], words["wbBoardNotes"], words["wbBoardDots"]]
    about = words["paperBoard"].format(n=field.dots, top=field.top)
    return [p(small(about)), _rows(heads, max(6, field.top + 2), [2, 4, 1], 16)]


FILLED: dict[str, Callable[[Writer, Any], list[Node]]] = {
    "text": _line,
    "long-text": _long,
    "date": _day,
    "choice": _options,
    "choices": _options,
    "number": _number,
    "table": _table,
    "checklist": _items,
    "order": _items,
    "rating": _rating,
    "actors": _actors,
    "budget": _budget,
    "consent": _consent,
    "grid": _grid,
    "calendar": _calendar,
    "message": _composed,
    "correction": _composed,
    "board": _board,
}
"""Kind of field → the room to fill it in."""
