"""The kinds of field of a workbook: what a learner fills in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field as Limits

from ..markdown import to_html
from ..parts import Flag, Markdown, Name, NotNegative, Part, Text, Whole
from .base import Fault, Field, Texts, listed
from .board import BoardField

NAMES_IN_FORMULA = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?")
_FORMULA = re.compile(r"^[a-z0-9.\-+*/() ]+$")

_ARITHMETIC = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.operator, ast.USub)


def is_arithmetic(formula: str) -> bool:
    """Whether a formula is made of numbers, names, + - * / and brackets, and is whole."""
    if not _FORMULA.match(formula) or "//" in formula or "**" in formula:
        return False
    try:
        tree = ast.parse(NAMES_IN_FORMULA.sub("1", formula).strip(), mode="eval")
    except SyntaxError:
        return False
    return all(isinstance(node, _ARITHMETIC) for node in ast.walk(tree))


class TextField(Field):
    """One line of text."""

    kind: Literal["text"]
    max_words: Whole | None = None

    def own_data(self) -> dict[str, Any]:
        return {"max_words": self.max_words}


class LongTextField(Field):
    """Text of several lines, with counts while one types."""

    kind: Literal["long-text"]
    min_words: Whole | None = None
    max_words: Whole | None = None

    def faults(self) -> Iterator[Fault]:
        if self.min_words and self.max_words and self.min_words > self.max_words:
            yield ("min_words",), "`min_words` is above `max_words`.", "Exchange or correct them."

    def own_data(self) -> dict[str, Any]:
        return {"min_words": self.min_words, "max_words": self.max_words}


class DateField(Field):
    """A day of the calendar, kept as `2026-02-02`."""

    kind: Literal["date"]

    def in_words(self, given: str) -> str:
        try:
            day = date.fromisoformat(given)
        except ValueError:
            return given
        return f"{day.day} {day:%B} {day.year}"


class OptionsField(Field):
    """One or several options."""

    kind: Literal["choice", "choices"]
    options: Texts

    def own_data(self) -> dict[str, Any]:
        return {"options": listed(self.options)}

    def blank(self) -> list[str]:
        return list(self.options.values())


class Says(Part):
    right: Markdown
    wrong: Markdown


class FormulaCheck(Part):
    """What a number has to equal: arithmetic over numbers, other fields and values of cards."""

    equals: Text
    tolerance: NotNegative = 0.0
    says: Says


class NumberField(Field):
    """A number, with its unit."""

    kind: Literal["number"]
    unit: Text | None = None
    check: FormulaCheck | None = None

    def faults(self) -> Iterator[Fault]:
        if self.check and not is_arithmetic(self.check.equals):
            todo = "Use numbers, names of fields, values of cards, + - * / and brackets."
            yield ("check", "equals"), f"'{self.check.equals}' cannot be computed.", todo

    def own_data(self) -> dict[str, Any]:
        check = self.check and {
            "equals": self.check.equals,
            "tolerance": self.check.tolerance,
            "says": {
                "right": to_html(self.check.says.right),
                "wrong": to_html(self.check.says.wrong),
            },
        }
        return {"unit": self.unit or "", "check": check}


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


class ItemsField(Field):
    """A checklist, or lines to put in order."""

    kind: Literal["checklist", "order"]
    items: Texts

    def own_data(self) -> dict[str, Any]:
        return {"items": listed(self.items)}

    def blank(self) -> list[str]:
        return list(self.items.values())


class RatingField(Field):
    """Criteria, each rated from 0 to 3."""

    kind: Literal["rating"]
    criteria: Texts

    def own_data(self) -> dict[str, Any]:
        return {"criteria": listed(self.criteria)}

    def answer(self, given: dict[str, str]) -> dict[str, int]:
        return {name: int(points) for name, points in given.items()}

    def blank(self) -> list[str]:
        return list(self.criteria.values())


class ConsentField(Field):
    """The four checks of a consent talk, the risk, and what the person said."""

    kind: Literal["consent"]


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


FIELDS: dict[str, type[Field]] = {
    "text": TextField,
    "long-text": LongTextField,
    "date": DateField,
    "choice": OptionsField,
    "choices": OptionsField,
    "number": NumberField,
    "table": TableField,
    "checklist": ItemsField,
    "order": ItemsField,
    "rating": RatingField,
    "actors": RowsField,
    "budget": RowsField,
    "consent": ConsentField,
    "grid": GridField,
    "calendar": CalendarField,
    "board": BoardField,
}
