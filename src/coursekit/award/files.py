"""Whatever somebody hands in → the code or credential in it: a text, an address, a file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..errors import CourseError
from .picture import SIGNATURE, baked

LARGEST = 10_000_000
LARGEST_STREAM = 20_000_000
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_CODE = re.compile(rb"verify\.html#(1\.[A-Za-z0-9_.-]+)")


def text_of(given: str) -> str:
    """The text to judge: what was given, or what the file of that name holds."""
    if len(given) < 1000 and Path(given).is_file():
        return _of_file(Path(given))
    return given.strip().rpartition("#")[2]


def _of_file(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise CourseError(f"{path}: the file is too big for a diploma.")
    data = path.read_bytes()
    if data.startswith(SIGNATURE):
        return baked(data)
    if data.startswith(b"%PDF"):
        return next(_in_pdf(data), "")
    text = data.decode("utf-8", "replace").strip()
    return text if text.startswith("{") else text.rpartition("#")[2]


def _in_pdf(data: bytes) -> Iterator[str]:
    """Codes in the links of a PDF, which may stand in packed streams."""
    for text in (data, *map(_inflated, _STREAM.findall(data))):
        yield from (code.decode() for code in _CODE.findall(text))


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, LARGEST_STREAM)
    except zlib.error:
        return b""
