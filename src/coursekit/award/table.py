"""A roster's file → rows of text: CSV as spreadsheets write it, or XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..errors import CourseError

LARGEST = 5_000_000
LARGEST_UNPACKED = 60_000_000
DELIMITERS = ";,\t"
Row = tuple[int, list[str]]
"""The number of a line, and its cells."""

_UNREADABLE = "Save it as CSV (UTF-8) or as XLSX, and try again."


def read_table(path: Path) -> tuple[list[Row], list[str]]:
    """The rows that hold something, and what has to be told about the file."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise CourseError(f"{path}: cannot be read: {error.strerror}.") from error
    if data is None:
        raise CourseError(f"{path}: the file is too big for a roster.\n  {_UNREADABLE}")
    if data.startswith(b"PK"):
        return _filled(_sheet(path, data)), []
    text, notes = _text(path, data)
    return _filled(_lines(path, text)), notes


def _filled(rows: Iterator[Row]) -> list[Row]:
    return [(line, cells) for line, cells in rows if any(cells)]


def _text(path: Path, data: bytes) -> tuple[str, list[str]]:
    """The text, and how it was read where that is a guess."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(path, data, "utf-16"), [f"{path.name}: read as UTF-16."]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        note = (
            f"{path.name}: this is not UTF-8; it was read as Windows-1250. Compare the names. "
            "That encoding has no ș and ț with a comma below, only ş and ţ with a cedilla."
        )
        return _decoded(path, data, "cp1250"), [note]


def _decoded(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"the text is neither UTF-8 nor {encoding}, at byte {error.start + 1}"
        raise CourseError(f"{path}: {what}.\n  {_UNREADABLE}") from error


def _lines(path: Path, text: str) -> Iterator[Row]:
    first = text.lstrip("\r\n").splitlines()[:1]
    delimiter = max(DELIMITERS, key=first[0].count) if first else ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, [cell.strip() for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        what = f'a quotation mark (") is not closed, or stands where it should not ({error})'
        raise CourseError(f"{path}:{start}: {what}.\n  Mend this line.") from error


def _sheet(path: Path, data: bytes) -> Iterator[Row]:
    """The first sheet; a formula counts as what it gave when the file was saved."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise CourseError(f"{path}: the file is too big for a roster.\n  {_UNREADABLE}")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
    except CourseError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        raise CourseError(
            f"{path}: this is no spreadsheet we can read.\n  {_UNREADABLE}"
        ) from error
    for line, cells in enumerate(rows, 1):
        yield line, [_cell(value) for value in cells]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
