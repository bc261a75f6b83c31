"""Read the accessibility statement."""

from __future__ import annotations

from pathlib import Path

from ..statement import Statement
from .entries import read_mapping
from .found import Found
from .reading import fill, read_model

STATEMENT = "data/accessibility.yml"


def read_statement(root: Path, values: dict[str, str] | None, found: Found) -> Statement | None:
    """The statement, or None where the course makes none or the file has a fault."""
    if not (root / STATEMENT).is_file():
        return None
    file = read_mapping(root, STATEMENT, found)
    filled = file.data if values is None else fill(file, file.data, values, ())
    statement = read_model(file, (), filled, Statement) if file.data else None
    found.problems.extend(file.problems)
    return statement
