"""Read the tables of the course: `data/tables.yml` and the CSV file of each entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..parts import is_column, short
from ..tables import COLUMN_RULE, Table, TableEntry
from .entries import read_mapping
from .found import Found
from .reading import fault, read_model
from .rows import Rows
from .yamlfile import YamlFile

TABLES = "data/tables.yml"
CSV = "data/{}.csv"


def read_tables(root: Path, found: Found) -> dict[str, Table]:
    """The tables without a fault; none where the course has no file of tables."""
    if not (root / TABLES).is_file():
        return {}
    file = read_mapping(root, TABLES, found)
    tables = {name: _read_table(root, file, name, data, found) for name, data in file.data.items()}
    return {name: table for name, table in tables.items() if table}


def _read_table(root: Path, file: YamlFile, name: str, data: Any, found: Found) -> Table | None:
    entry = _read_entry(file, name, data)
    found.problems.extend(file.problems)
    is_sound = entry is not None and not file.problems
    file.problems.clear()
    table = None
    if entry and is_sound:
        rows = Rows(root / CSV.format(name), CSV.format(name), entry)
        found.problems.extend(rows.problems)
        if not rows.problems:
            table = Table(name, entry, tuple(rows.values), tuple(rows.lines))
    if not table:
        found.unread.add((TABLES, name))
    return table


def _read_entry(file: YamlFile, name: str, data: Any) -> TableEntry | None:
    if not is_column(name):
        what = f"the name '{short(name)}' is not allowed."
        file.problems.append(file.problem((name,), what, COLUMN_RULE))
    entry = read_model(file, (name,), data, TableEntry)
    for place, what, todo in entry.faults() if entry else ():
        file.problems.append(fault(file, (name,), place, what, todo))
    return entry
