"""Rules of the tables: sources are known, and columns say their unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..content.facts import UNITS
from ..content.found import files_in
from ..content.reading import did_you_mean
from ..content.rows import BETWEEN_SOURCES
from ..content.tables import TABLES
from ..errors import Problem
from ..model import Course
from ..tables import CellReference, Table, rows_of
from .places import Places

ENDINGS = {"percent": "pct", "index-0-100": "0_100", "effect-d": "d"}
"""How a column's name ends where it is not the unit's own name."""


def check_columns_end_in_their_unit(course: Course, places: Places) -> Iterator[Problem]:
    for table in course.tables.values():
        for name, column in table.entry.columns.items():
            ending = ENDINGS.get(column.unit or "", (column.unit or "").replace("-", "_"))
            if ending and name != ending and not name.endswith(f"_{ending}"):
                what = f"the name does not end in its unit, {column.unit}."
                todo = f"Call it `…_{ending}`, here and in {table.csv}."
                yield places.in_entry(table.listed, table.name, ("columns", name), what, todo)


def check_units_are_known(course: Course, places: Places) -> Iterator[Problem]:
    """A course without units of its own has nothing to compare with."""
    for table in course.tables.values() if course.units else ():
        for name, column in table.entry.columns.items():
            unit = column.unit
            if unit and unit not in course.units and not course.is_unread(UNITS, unit):
                what = f"there is no unit '{unit}'."
                todo = f"{did_you_mean(unit, course.units)}Correct the name, or add it to {UNITS}."
                yield places.in_entry(
                    table.listed, table.name, ("columns", name, "unit"), what, todo
                )


def check_sources_of_rows(course: Course, places: Places) -> Iterator[Problem]:
    """Where rows name their sources, these are the table's."""
    for table in course.tables.values():
        named = list(_sources_of_rows(table))
        for line, source in named:
            if source not in table.entry.source:
                what = f"the table has no source '{source}'."
                todo = f"Correct the name, or add it to the table's `source` in {table.listed}."
                yield Problem(table.csv, line, what, todo)
        used = {source for _, source in named}
        for n, source in enumerate(table.entry.source if named else ()):
            if source not in used:
                what = f"no row names the source '{source}'."
                todo = f"Delete it, or name it in {table.csv}."
                yield places.in_entry(table.listed, table.name, ("source", n), what, todo)


def _sources_of_rows(table: Table) -> Iterator[tuple[int, str]]:
    columns = [name for name, column in table.entry.columns.items() if column.kind == "source"]
    for line, row in zip(table.lines, table.rows, strict=True):
        for name in columns:
            for source in str(row[name] or "").split(BETWEEN_SOURCES):
                if source:
                    yield line, source


def check_every_file_has_its_entry(course: Course, places: Places) -> Iterator[Problem]:
    for folder in ("data", *course.local.tables):
        yield from _files_without_entry(course, course.root / folder, f"{folder}/tables.yml")


def _files_without_entry(course: Course, folder: Path, listed: str) -> Iterator[Problem]:
    for path, file in files_in(folder, "", ".csv"):
        known = path.stem in course.tables or course.is_unread(listed, path.stem)
        if not known and not course.is_unread(listed):
            name = listed.replace("tables.yml", file)
            what = f"no entry of {listed} says what this table holds."
            todo = "Add one with title, source, licence, date and columns, or delete the file."
            yield Problem(name, 1, what, todo)


def fault_of_cell(course: Course, reference: CellReference) -> str:
    """Why a reference leads to no number, or an empty text."""
    table = course.tables.get(reference.name)
    if table is None:
        lists = (TABLES, *(f"{folder}/tables.yml" for folder in course.local.tables))
        is_told = any(course.is_unread(listed, reference.name) for listed in lists)
        return "" if is_told else f"there is no table '{reference.name}'."
    for name in (*reference.where, reference.column):
        if name not in table.entry.columns:
            hint = did_you_mean(name, table.entry.columns).strip()
            return f"the table has no column '{name}'. {hint}".strip()
    if not table.entry.columns[reference.column].is_number:
        return f"the column '{reference.column}' holds no numbers."
    fitting = rows_of(table, reference)
    if len(fitting) != 1:
        return f"{len(fitting) or 'no'} rows fit, where one must."
    return "the cell is empty." if fitting[0][reference.column] is None else ""


RULES = (
    check_columns_end_in_their_unit,
    check_units_are_known,
    check_sources_of_rows,
    check_every_file_has_its_entry,
)
