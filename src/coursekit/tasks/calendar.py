"""Entries for people's own calendars that come out of an exercise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field as Limits

from ..parts import Name, Part, Text, Whole
from .fields import Fault, Field


class Entry(Part):
    """A whole day so many days or months after the start."""

    title: Text
    text: Text | None = None
    days: Whole | None = None
    months: Whole | None = None

    def data(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": self.title,
            "text": self.text or "",
            "days": self.days or 0,
            "months": self.months or 0,
        }


class Rows(Part):
    """The table whose rows become entries: the column with the day, and the one with the title."""

    table: Name
    date: Name
    title: Name


class Calendar(Part):
    """What goes into a calendar file: entries counted from a day, and rows that have a day."""

    start: Name
    entries: Annotated[dict[Name, Entry], Limits(min_length=1)]
    rows: Rows | None = None

    def faults(self, fields: Mapping[str, Field]) -> Iterator[Fault]:
        """Fields that are not there or of another kind, and entries without one distance."""
        if self.start not in fields or fields[self.start].kind != "date":
            yield _no_field(("start",), self.start, "date", fields)
        for name, entry in self.entries.items():
            if (entry.days is None) == (entry.months is None):
                what = "it needs either `days` or `months`."
                yield ("entries", name), what, "Write one of the two: how long after the start."
        if self.rows:
            yield from _rows_faults(self.rows, fields)

    def data(self) -> dict[str, Any]:
        rows = self.rows
        return {
            "start": self.start,
            "entries": [entry.data(name) for name, entry in self.entries.items()],
            "rows": rows and {"table": rows.table, "date": rows.date, "title": rows.title},
        }


def _rows_faults(rows: Rows, fields: Mapping[str, Field]) -> Iterator[Fault]:
    table = fields.get(rows.table)
    if not table or table.kind != "table":
        yield _no_field(("rows", "table"), rows.table, "table", fields)
        return
    for key, name, kind in (("date", rows.date, "date"), ("title", rows.title, "text")):
        columns = {column: entry.kind for column, entry in table.columns.items()}
        if columns.get(name) != kind:
            known = ", ".join(column for column, has in columns.items() if has == kind)
            what = f"'{rows.table}' has no column '{name}' of the kind `{kind}`."
            todo = f"Use: {known}." if known else f"Give the table a column of the kind `{kind}`."
            yield ("rows", key), what, todo


def _no_field(place: tuple[Any, ...], name: str, kind: str, fields: Mapping[str, Field]) -> Fault:
    known = ", ".join(key for key, field in fields.items() if field.kind == kind)
    todo = f"Use: {known}." if known else f"Give the exercise a field of the kind `{kind}` first."
    return place, f"there is no field '{name}' of the kind `{kind}`.", todo
