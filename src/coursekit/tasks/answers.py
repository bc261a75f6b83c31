"""What is wrong with a model answer: it has to be one that a learner could give in the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..parts import short
from ..prose import words
from .fields import Column, Fault, Field

_CHECKS = ("informed", "voluntary", "specific", "reversible")
_SCORES = ("0", "1", "2", "3")


def answer_faults(field: Field, given: Any) -> Iterator[Fault]:
    """The faults of a model answer, with their places inside it."""
    find = _FAULTS.get(field.kind)
    if find:
        yield from find(field, given)


def _text(_: Field, given: Any) -> Iterator[Fault]:
    if not isinstance(given, str):
        yield (), "the model answer must be one text.", "Write one text in quotation marks."


def _number(field: Field, given: Any) -> Iterator[Fault]:
    yield from _text(field, given)
    if isinstance(given, str):
        yield from _digits((), given)


def _date(field: Field, given: Any) -> Iterator[Fault]:
    yield from _text(field, given)
    if isinstance(given, str):
        yield from _day((), given)


def _day(place: tuple[Any, ...], given: str) -> Iterator[Fault]:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        yield place, f"'{short(given)}' is not a date.", "Write it as 2026-03-01."


def _digits(place: tuple[Any, ...], given: str) -> Iterator[Fault]:
    if given and not re.search(r"\d", given):
        yield place, f"'{short(given)}' is not a number.", "Write it in digits."


def _ids(given: Any, known: Iterable[str], place: tuple[Any, ...] = ()) -> Iterator[Fault]:
    """A list of known ids, each once."""
    if not isinstance(given, list):
        yield place, "the model answer must be a list.", "Write the ids as [one, two]."
        return
    for n, name in enumerate(given):
        if name not in known:
            yield _unknown((*place, n), name, known)
        elif name in given[:n]:
            yield (*place, n), f"'{short(name)}' stands here twice.", "Keep one of the two."


def _unknown(place: tuple[Any, ...], name: Any, known: Iterable[str]) -> Fault:
    return place, f"there is no '{short(name)}' in this field.", f"Use: {', '.join(known)}."


def _options(field: Any, given: Any) -> Iterator[Fault]:
    yield from _ids(given, field.options)
    if field.kind == "choice" and isinstance(given, list) and len(given) != 1:
        yield (), "the model answer of a choice is one option.", "Write it as [one]."


def _items(field: Any, given: Any) -> Iterator[Fault]:
    yield from _ids(given, field.items)
    missing = [name for name in field.items if isinstance(given, list) and name not in given]
    if field.kind == "order" and missing:
        yield (), f"the order leaves out: {', '.join(missing)}.", "Name every line once."


def _mapping(given: Any, known: Iterable[str], place: tuple[Any, ...] = ()) -> Iterator[Fault]:
    """A mapping with known keys only."""
    if not isinstance(given, dict):
        yield place, "the model answer must be `name: value` here.", "Write {name: value}."
        return
    for name in given:
        if name not in known:
            yield _unknown((*place, name), name, known)


def _rating(field: Any, given: Any) -> Iterator[Fault]:
    yield from _mapping(given, field.criteria)
    for name, score in given.items() if isinstance(given, dict) else ():
        if name in field.criteria:
            yield from _one_of((name,), score, _SCORES)


def _one_of(place: tuple[Any, ...], value: Any, known: Iterable[str]) -> Iterator[Fault]:
    if value not in known:
        yield place, f"'{short(value)}' is not known here.", f"Use one of: {', '.join(known)}."


def _rows(
    given: Any, known: Iterable[str], cell: Callable[[tuple[Any, ...], str, Any], Iterator[Fault]]
) -> Iterator[Fault]:
    """A list of rows; `cell` judges what stands in a known column."""
    if not isinstance(given, list):
        yield (), "the model answer must be a list of rows.", "Write one `- {column: text}` a line."
        return
    for n, row in enumerate(given):
        yield from _mapping(row, known, (n,))
        for name, value in row.items() if isinstance(row, dict) else ():
            if name in known:
                yield from cell((n, name), name, value)


def _plain(place: tuple[Any, ...], value: Any) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield place, "this must be one text.", "Write one text in quotation marks."


def _table(field: Any, given: Any) -> Iterator[Fault]:
    def cell(place: tuple[Any, ...], name: str, value: Any) -> Iterator[Fault]:
        yield from _cell(place, field.columns[name], value)

    yield from _rows(given, field.columns, cell)
    most = len(field.rows) or field.max_rows
    if isinstance(given, list) and len(given) > most:
        what = f"the model answer has {len(given)} rows, the table has room for {most}."
        yield (), what, "Leave rows out, or give the table more."


def _cell(place: tuple[Any, ...], column: Column, value: Any) -> Iterator[Fault]:
    yield from _plain(place, value)
    if not isinstance(value, str) or not value:
        return
    if column.kind == "choice":
        yield from _one_of(place, value, column.options) if column.options else ()
    elif column.kind == "number":
        yield from _digits(place, value)
    elif column.kind == "date":
        yield from _day(place, value)


def _actors(_: Field, given: Any) -> Iterator[Fault]:
    def cell(place: tuple[Any, ...], name: str, value: Any) -> Iterator[Fault]:
        yield from _one_of(place, value, _SCORES[1:]) if name == "trust" else _plain(place, value)

    yield from _rows(given, ("name", "role", "interest", "trust"), cell)


def _budget(_: Field, given: Any) -> Iterator[Fault]:
    def cell(place: tuple[Any, ...], name: str, value: Any) -> Iterator[Fault]:
        is_flag = name == "evaluation"
        yield from _one_of(place, value, ("true", "false")) if is_flag else _plain(place, value)
        if name == "amount" and isinstance(value, str):
            yield from _digits(place, value)

    yield from _rows(given, ("line", "who", "amount", "evaluation"), cell)


def _calendar(field: Any, given: Any) -> Iterator[Fault]:
    weeks = [str(week) for week in range(1, field.weeks + 1)]

    def cell(place: tuple[Any, ...], name: str, value: Any) -> Iterator[Fault]:
        yield from _ids(value, weeks, place) if name == "weeks" else _plain(place, value)

    yield from _rows(given, ("what", "weeks"), cell)
    for n, row in enumerate(given if isinstance(given, list) else ()):
        if isinstance(row, dict) and "weeks" not in row:
            yield (n,), "'weeks' is missing.", "Add `weeks: [1]`."


def _consent(_: Field, given: Any) -> Iterator[Fault]:
    yield from _mapping(given, ("checks", "risk", "result"))
    if isinstance(given, dict):
        yield from _ids(given.get("checks", []), _CHECKS, ("checks",))
        yield from _plain(("risk",), given.get("risk", ""))
        if given.get("result"):
            yield from _one_of(("result",), given["result"], ("yes", "no"))


def _grid(field: Any, given: Any) -> Iterator[Fault]:
    yield from _mapping(given, field.rows)
    for row, cells in given.items() if isinstance(given, dict) else ():
        if row in field.rows:
            yield from _mapping(cells, field.columns, (row,))
            for column, value in cells.items() if isinstance(cells, dict) else ():
                yield from _plain((row, column), value)


def _message(field: Any, given: Any) -> Iterator[Fault]:
    yield from _composed(field, given, ())


def _correction(field: Any, given: Any) -> Iterator[Fault]:
    yield from _composed(field, given, () if field.rumour else ("rumour",))


def _composed(field: Any, given: Any, beside: tuple[str, ...]) -> Iterator[Fault]:
    """A text in each part; what stands `beside` them is not counted."""
    parts = field.part_names()
    yield from _mapping(given, (*parts, *beside))
    if not isinstance(given, dict):
        return
    for name, value in given.items():
        if name in parts or name in beside:
            yield from _plain((name,), value)
    for name in parts:
        if name not in given:
            yield (), f"'{name}' is missing.", f'Add `{name}: "…"`.'
    count = sum(len(words(text)) for name, text in given.items() if _is_part(name, text, parts))
    if field.max_words and count > field.max_words:
        what = f"the model answer has {count} words, at most {field.max_words} are asked for."
        yield (), what, "Shorten it, or raise `max_words`."


def _is_part(name: str, text: Any, parts: Iterable[str]) -> bool:
    return name in parts and isinstance(text, str)


_FAULTS: Mapping[str, Callable[[Any, Any], Iterator[Fault]]] = {
    "text": _text,
    "long-text": _text,
    "date": _date,
    "number": _number,
    "choice": _options,
    "choices": _options,
    "table": _table,
    "checklist": _items,
    "order": _items,
    "rating": _rating,
    "actors": _actors,
    "budget": _budget,
    "consent": _consent,
    "grid": _grid,
    "calendar": _calendar,
    "message": _message,
    "correction": _correction,
}
