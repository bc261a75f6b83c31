"""Tables of the course: what an entry of `data/tables.yml` says, and the rows of its CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Protocol

from pydantic import BeforeValidator, Field

from .parts import Flag, IsoDate, Name, Names, Part, Text, is_column, refuse, short

COLUMN_RULE = "Use small letters, digits and underscores, such as residents_persons."
NUMBERS = ("number", "whole")

Cell = str | float | None
"""What stands in a cell: a text, a number, or nothing (a value that is not known)."""


def _column_name(value: Any) -> str:
    if not is_column(value):
        refuse((f"the name '{short(value)}' is not allowed.", COLUMN_RULE))
    return value


ColumnName = Annotated[str, BeforeValidator(_column_name)]


class Column(Part):
    """One column: what its cells hold; those of a `source` column name sources, `; ` between."""

    label: Text
    kind: Literal["text", "date", "number", "whole", "source"]
    unit: Name | None = None
    needed: Flag = False

    @property
    def is_number(self) -> bool:
        return self.kind in NUMBERS


class TableEntry(Part):
    """What `data/tables.yml` says of a table."""

    title: Text
    source: Names
    licence: Text
    date: IsoDate
    note: Text = ""
    key: Annotated[list[ColumnName], Field(min_length=1)] | None = None
    """Columns whose values together stand in one row only."""
    columns: Annotated[dict[ColumnName, Column], Field(min_length=1)]

    def faults(self) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """What is wrong between the parts: a place, what, what to do."""
        for n, name in enumerate(self.key or ()):
            if name not in self.columns:
                known = ", ".join(self.columns)
                yield ("key", n), f"there is no column '{name}'.", f"Use one of: {known}."
        for name, column in self.columns.items():
            if column.is_number and not column.unit:
                yield ("columns", name), "a number needs a unit.", "Add `unit: …`, such as persons."
            elif column.unit and not column.is_number:
                what = f"a column of the kind '{column.kind}' has no unit."
                yield ("columns", name, "unit"), what, "Delete the unit, or correct the kind."


@dataclass(frozen=True)
class Table:
    """A table with its rows; `lines` says where each stands in the file."""

    name: str
    entry: TableEntry
    rows: tuple[dict[str, Cell], ...]
    lines: tuple[int, ...] = ()
    folder: str = "data"

    @property
    def listed(self) -> str:
        """The file that says what the table holds."""
        return f"{self.folder}/tables.yml"

    @property
    def csv(self) -> str:
        """The file with its rows."""
        return f"{self.folder}/{self.name}.csv"


class CellReference(Protocol):
    """A cell of a table: the row in which columns hold these texts, and a column."""

    @property
    def name(self) -> str: ...

    @property
    def where(self) -> Mapping[str, str]: ...

    @property
    def column(self) -> str: ...


def cell(tables: Mapping[str, Table], reference: CellReference) -> float | None:
    """The number a reference leads to; None where not exactly one row fits or there is none."""
    table = tables.get(reference.name)
    found = rows_of(table, reference) if table else []
    value = found[0].get(reference.column) if len(found) == 1 else None
    return value if isinstance(value, float) else None


def rows_of(table: Table, reference: CellReference) -> list[dict[str, Cell]]:
    """The rows in which the columns hold what a reference says."""
    return [row for row in table.rows if _fits(row, reference.where)]


def _fits(row: Mapping[str, Cell], where: Mapping[str, str]) -> bool:
    return all(_is(row.get(column), text) for column, text in where.items())


def _is(value: Cell, text: str) -> bool:
    """Whether a cell holds what a text says; `2024` means the number too."""
    if not isinstance(value, float):
        return value == text
    try:
        return value == float(text)
    except ValueError:
        return False
