"""Read the rows of a CSV file strictly: nothing is guessed, and every fault is told."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import Problem
from ..parts import DATE_RULE, is_iso_date, is_name, is_number, short
from ..tables import Cell, Column, TableEntry
from .found import read_text
from .reading import did_you_mean

BETWEEN_SOURCES = "; "
_NUMBER_RULE = (
    "Write digits with a decimal point, such as 2.99; leave the cell empty if it is not known."
)
_WHOLE_RULE = "Write digits only, such as 263688; leave the cell empty if it is not known."
_SOURCE_RULE = "Write ids from data/sources.yml, such as `ins-census-2021; eurostat-gind`."


def _is_whole(text: str) -> bool:
    return is_number(text) and "." not in text


def _is_sources(text: str) -> bool:
    return all(map(is_name, text.split(BETWEEN_SOURCES)))


KINDS: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "text": (lambda _: True, "", ""),
    "date": (is_iso_date, "a date", DATE_RULE),
    "number": (is_number, "a number", _NUMBER_RULE),
    "whole": (_is_whole, "a whole number", _WHOLE_RULE),
    "source": (_is_sources, "a list of sources", _SOURCE_RULE),
}
"""Kind of a column → whether a text is of it, what it is called, what to do."""


class Rows:
    """The rows of one file, where each stands, and all that is wrong with them."""

    def __init__(self, path: Path, name: str, entry: TableEntry) -> None:
        self._name = name
        self._columns = entry.columns
        self._key = entry.key or []
        self._seen: dict[tuple[Cell, ...], int] = {}
        self.values: list[dict[str, Cell]] = []
        self.lines: list[int] = []
        self.problems: list[Problem] = []
        text = read_text(path, name)
        if isinstance(text, Problem):
            self.problems.append(text)
        else:
            self._read(text)

    def _read(self, text: str) -> None:
        lines = _lines(text)
        _, header = next(lines, (1, []))
        if header != list(self._columns):
            self._add(1, *self._header_fault(header if isinstance(header, list) else []))
            return
        for line, cells in lines:
            if isinstance(cells, csv.Error):
                todo = "Look for a quotation mark that is not closed; save the table as CSV anew."
                self._add(line, f"from here on the file cannot be read: {cells}.", todo)
            else:
                self._read_row(line, cells)
        if not self.values and not self.problems:
            self._add(1, "the table has no rows.", "Add rows, or take the table out.")

    def _header_fault(self, header: list[str]) -> tuple[str, str]:
        unknown = [name for name in header if name not in self._columns]
        missing = [name for name in self._columns if name not in header]
        faults = [f"'{short(name)}' is not a column of it" for name in unknown]
        faults += [f"'{name}' is missing" for name in missing]
        detail = ", ".join(faults) or "the columns stand in another order, or twice"
        hint = did_you_mean(unknown[0], missing) if unknown else ""
        todo = f"{hint}Write the first line as: {','.join(self._columns)}"
        return f"the header differs from data/tables.yml: {detail}.", todo

    def _read_row(self, line: int, cells: list[str]) -> None:
        if len(cells) != len(self._columns):
            what = f"the line has {len(cells)} cells, the header {len(self._columns)}."
            todo = "Put a text that holds a comma in quotation marks; delete what is too much."
            self._add(line, what, todo if cells else "Delete the empty line.")
            return
        pairs = zip(self._columns.items(), cells, strict=True)
        row = {name: self._value(line, name, column, text) for (name, column), text in pairs}
        self._check_repeated(line, row)
        self.values.append(row)
        self.lines.append(line)

    def _value(self, line: int, name: str, column: Column, text: str) -> Cell:
        is_kind, called, todo = KINDS[column.kind]
        if not text.strip():
            if column.needed:
                self._add(line, f"'{name}' is empty.", "Write it: the table needs this column.")
            return None
        if text != text.strip():
            self._add(line, f"'{name}' starts or ends with a blank.", "Delete the blank.")
        elif not is_kind(text):
            self._add(line, f"'{name}': '{short(text)}' is not {called}.", todo)
        elif column.is_number:
            return float(text)
        return text

    def _check_repeated(self, line: int, row: dict[str, Cell]) -> None:
        cells = tuple(row[name] for name in self._key or self._columns)
        earlier = self._seen.setdefault(cells, line)
        if earlier != line:
            names = " and ".join(f"'{name}'" for name in self._key) or "every cell"
            verb = "are" if len(self._key) > 1 else "is"
            todo = "Keep one of the two lines, or correct one."
            self._add(line, f"{names} {verb} as in line {earlier}.", todo)

    def _add(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(self._name, line, what, todo))


def _lines(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows of a CSV text with the line on which each starts; last, what cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        yield start, error
