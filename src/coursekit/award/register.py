"""The register of what was awarded, and serials that tell nothing. It stays with the trainer."""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..short_codes import SIGNS
from .folder import write_whole
from .roster import Participant

FILE = "register.csv"
COLUMNS = ("serial", "name", "date", "level", "hours", "modules", "course", "kid", "revoked")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def serial_of(secret: bytes, course: str, town: str, person: Participant, earlier: int = 0) -> str:
    """Twelve signs that follow from who got what, and give nothing of it away.

    The same row has the same serial at every run; without the secret nobody can try out names.
    `earlier` counts the diplomas of the row that were revoked.
    """
    again = [earlier] if earlier else []
    text = json.dumps([course, town, *person.identity, *again], ensure_ascii=False)
    number = int.from_bytes(hmac.new(secret, text.encode(), hashlib.sha256).digest())
    signs = ""
    for _ in range(12):
        number, place = divmod(number, len(SIGNS))
        signs += SIGNS[place]
    return f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"


def write_register(folder: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write the register in a form that spreadsheets open and do not compute."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(row.get(name, "")) for name in COLUMNS})
    path = folder / FILE
    write_whole(path, text.getvalue().encode("utf-8-sig"))
    return path


def _safe(value: str) -> str:
    """An apostrophe keeps a spreadsheet from computing what somebody called themselves."""
    return f"'{value}" if value.startswith((*_FORMULA, "'")) else value
