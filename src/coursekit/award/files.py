"""Whatever somebody hands in → the codes or the credential in it: a text, an address, a file.

The page of the site finds the same (`web/verify/found.js`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..errors import CourseError
from .picture import SIGNATURE, baked
from .verdict import SELF_DECLARED

LARGEST = 50 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024 * 1024

_STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_CODE = re.compile(rb"#(1\.[A-Za-z0-9._-]{1,6000})")
_OWN = b"verify.html#" + SELF_DECLARED.encode()


def texts_of(given: str) -> list[str]:
    """The texts to judge: what was given, or what the file of that name holds."""
    if len(given) < 1000 and Path(given).is_file():
        return _of_file(Path(given))
    return [_end(given)]


def _of_file(path: Path) -> list[str]:
    if path.stat().st_size > LARGEST:
        raise CourseError(f"{path}: the file is too big for a diploma.")
    data = path.read_bytes()
    if data.startswith(SIGNATURE):
        return [baked(data)]
    if b"%PDF-" in data[:1024]:
        return _in_pdf(path, data)
    text = data.decode("utf-8-sig", "replace").strip()
    return [text if text.startswith("{") else _end(text)]


def _end(text: str) -> str:
    """A code alone or as the end of an address, perhaps broken over lines."""
    return re.sub(r"\s+", "", text).rpartition("#")[2]


def _in_pdf(path: Path, data: bytes) -> list[str]:
    """Every code in the links of a PDF once, in its order."""
    pieces = [data, *_unpacked(path, data)]
    codes = [code.decode() for piece in pieces for code in _CODE.findall(piece)]
    if codes:
        return list(dict.fromkeys(codes))
    return [SELF_DECLARED if any(_OWN in piece for piece in pieces) else ""]


def _unpacked(path: Path, data: bytes) -> Iterator[bytes]:
    """What is in the packed streams; they may not unpack to more than a machine can hold."""
    left = LARGEST_UNPACKED
    for stream in _STREAM.findall(data):
        try:
            piece = zlib.decompressobj().decompress(stream, left + 1)
        except zlib.error:
            continue
        left -= len(piece)
        if left < 0:
            raise CourseError(f"{path}: the file unpacks to too much for a diploma.")
        yield piece
