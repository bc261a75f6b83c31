"""Read what the certificate asks for."""

from __future__ import annotations

from pathlib import Path

from ..diploma import Diploma
from .entries import read_whole
from .found import Found

DIPLOMA = "data/diploma.yml"


def read_diploma(root: Path, values: dict[str, str] | None, found: Found) -> Diploma | None:
    """The conditions, or None where the course gives no certificate or the file has a fault."""
    return read_whole(root, DIPLOMA, Diploma, found, values)
