"""Read the accessibility statement."""

from __future__ import annotations

from pathlib import Path

from ..statement import Examined, Statement
from .entries import read_whole
from .found import Found

STATEMENT = "data/accessibility.yml"
EXAMINED = "data/examined.yml"


def read_statement(root: Path, values: dict[str, str] | None, found: Found) -> Statement | None:
    """The statement, or None where the course makes none or the file has a fault."""
    return read_whole(root, STATEMENT, Statement, found, values)


def read_examined(root: Path, found: Found) -> Examined | None:
    """What programs found on all pages, or None where no run was recorded."""
    return read_whole(root, EXAMINED, Examined, found)
