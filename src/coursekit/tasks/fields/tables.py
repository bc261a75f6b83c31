"""Fields with rows: tables, actors, budgets, grids, calendars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field as Limits

from ...parts import Flag, Name, Part, Text, Whole
from .base import Fault, Field, Texts, listed


class Column(Part):
    """A column of a table; `needed` makes the coach ask for it in every row begun."""

    label: Text
    kind: Literal["text", "number", "date", "choice"]
    unit: Text | None = None
    options: Texts | None = None
    needed: Flag = False
    sum: Flag = False

    def data(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "label": self.label,
            "kind": self.kind,
            "unit": self.unit or "",
            "options": listed(self.options or {}),
            "needed": self.needed,
            "sum": self.sum,
        }


class TableField(Field):
    """A table: fixed rows, or rows that the learner adds."""

    kind: Literal["table"]
    columns: Annotated[dict[Name, Column], Limits(min_length=1)]
    rows: list[Text] = Limits(default_factory=list)
    min_rows: Whole = 1
    max_rows: Whole = 12

    def faults(self) -> Iterator[Fault]:
        if self.min_rows > self.max_rows:
            yield ("min_rows",), "`min_rows` is above `max_rows`.", "Exchange or correct them."
        for name, column in self.columns.items():
            if (column.kind == "choice") != (column.options is not None):
                todo = "A column of the kind `choice` needs `options`, and no other has them."
                yield ("columns", name), "kind and options do not fit.", todo
            if column.sum and column.kind != "number":
                yield ("columns", name, "sum"), "only numbers have a sum.", "Leave `sum` out."
            if column.unit and column.kind != "number":
                yield ("columns", name, "unit"), "only numbers have a unit.", "Leave `unit` out."

    def own_data(self) -> dict[str, Any]:
        return {
            "columns": [column.data(name) for name, column in self.columns.items()],
            "rows": self.rows,
            "min_rows": self.min_rows,
            "max_rows": self.max_rows,
        }

    def blank(self) -> list[str]:
        return [" | ".join(column.label for column in self.columns.values()), *self.rows]


class RowsField(Field):
    """Actors, or lines of a budget: the columns are given."""

    kind: Literal["actors", "budget"]
    min_rows: Whole | None = None

    def own_data(self) -> dict[str, Any]:
        return {"min_rows": self.min_rows}

    def answer(self, given: Any) -> Any:
        if self.kind == "actors":
            return [{**row, "trust": int(row.get("trust", "0"))} for row in given]
        return [{**row, "evaluation": row.get("evaluation") == "true"} for row in given]


class GridField(Field):
    """A long text in every cell of a grid."""

    kind: Literal["grid"]
    rows: Texts
    columns: Texts

    def own_data(self) -> dict[str, Any]:
        return {"rows": listed(self.rows), "columns": listed(self.columns)}

    def blank(self) -> list[str]:
        return [
            f"{row}: {column}" for row in self.rows.values() for column in self.columns.values()
        ]


class CalendarField(Field):
    """What happens in which week."""

    kind: Literal["calendar"]
    weeks: Whole = 12
    min_rows: Whole | None = None

    def own_data(self) -> dict[str, Any]:
        return {"weeks": self.weeks, "min_rows": self.min_rows}

    def answer(self, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, "weeks": [int(week) for week in row["weeks"]]} for row in given]
