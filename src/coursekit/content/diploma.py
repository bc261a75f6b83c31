"""Read what the certificate asks for."""

from __future__ import annotations

from pathlib import Path

from ..diploma import Diploma
from .entries import read_mapping
from .found import Found
from .reading import fill, read_model

DIPLOMA = "data/diploma.yml"


def read_diploma(root: Path, values: dict[str, str] | None, found: Found) -> Diploma | None:
    """The conditions, or None where the course gives no certificate or the file has a fault."""
    if not (root / DIPLOMA).is_file():
        return None
    file = read_mapping(root, DIPLOMA, found)
    filled = file.data if values is None else fill(file, file.data, values, ())
    diploma = read_model(file, (), filled, Diploma) if file.data else None
    found.problems.extend(file.problems)
    return diploma
