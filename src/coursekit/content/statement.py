"""Read the accessibility statement."""

from __future__ import annotations

from pathlib import Path

from ..statement import Statement
from .entries import read_whole
from .found import Found

STATEMENT = "data/accessibility.yml"


def read_statement(root: Path, values: dict[str, str] | None, found: Found) -> Statement | None:
    """The statement, or None where the course makes none or the file has a fault."""
    return read_whole(root, STATEMENT, Statement, found, values)
