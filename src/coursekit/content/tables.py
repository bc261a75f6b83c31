"""Read the tables of the course and its town: `tables.yml` and the CSV file of each entry."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..parts import is_column, short
from ..tables import COLUMN_RULE, Table, TableEntry
from .entries import has_entries, read_mapping
from .found import Found
from .reading import fault, read_model
from .rows import Rows
from .yamlfile import YamlFile

TABLES = "data/tables.yml"
CSV = "data/{}.csv"


def read_tables(root: Path, found: Found, folders: Iterable[str] = ()) -> dict[str, Table]:
    """The tables without a fault: those in `data/`, and those in the folders of a town."""
    tables: dict[str, Table] = {}
    for folder in ("data", *folders):
        path = f"{folder}/tables.yml"
        is_wanted = (root / path).is_file() and (path == TABLES or has_entries(root / path))
        file = read_mapping(root, path, found) if is_wanted else YamlFile(path, {})
        for name, data in file.data.items():
            if name in tables:
                what, todo = "another table has this name already.", "Give this one another name."
                found.problems.append(file.problem((name,), f"'{short(name)}': {what}", todo))
            elif table := _read_table(root, file, name, data, found):
                tables[name] = table
    return tables


def _read_table(root: Path, file: YamlFile, name: str, data: Any, found: Found) -> Table | None:
    entry = _read_entry(file, name, data)
    found.problems.extend(file.problems)
    is_sound = entry is not None and not file.problems
    file.problems.clear()
    table = None
    if entry and is_sound:
        folder = file.path.rpartition("/")[0]
        rows = Rows(root / folder / f"{name}.csv", f"{folder}/{name}.csv", entry)
        found.problems.extend(rows.problems)
        if not rows.problems:
            table = Table(name, entry, tuple(rows.values), tuple(rows.lines), folder)
    if not table:
        found.unread.add((file.path, name))
    return table


def _read_entry(file: YamlFile, name: str, data: Any) -> TableEntry | None:
    if not is_column(name):
        what = f"the name '{short(name)}' is not allowed."
        file.problems.append(file.problem((name,), what, COLUMN_RULE))
    entry = read_model(file, (name,), data, TableEntry)
    for place, what, todo in entry.faults() if entry else ():
        file.problems.append(fault(file, (name,), place, what, todo))
    return entry
