"""A credential baked into a PNG, as Open Badges 3.0 asks: an `iTXt` chunk after the header."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

KEYWORD = b"openbadgecredential"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST = 200_000
_HEADER_END = len(SIGNATURE) + 12 + 13


def bake(png: bytes, credential: str) -> bytes:
    """The picture with the credential in it."""
    body = KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + credential.encode("ascii")
    return png[:_HEADER_END] + _chunk(b"iTXt", body) + png[_HEADER_END:]


def baked(png: bytes) -> str:
    """The credential of a picture; an empty text where there is none, or more than one."""
    found = [body for kind, body in _chunks(png) if kind == b"iTXt" and body.startswith(KEYWORD)]
    if len(found) != 1:
        return ""
    keyword, _, rest = found[0].partition(b"\0")
    text = rest[2:].split(b"\0", 2)
    if keyword != KEYWORD or len(text) != 3:
        return ""
    return _unpacked(text[2], rest[:2]).decode("utf-8", "replace")


def _unpacked(text: bytes, how: bytes) -> bytes:
    """A text that may be packed; nothing where it is packed in another way or is too long."""
    if how == b"\0\0":
        return text
    try:
        unpacked = zlib.decompressobj().decompress(text, LONGEST + 1)
    except zlib.error:
        return b""
    return unpacked if how == b"\1\0" and len(unpacked) <= LONGEST else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE) if png.startswith(SIGNATURE) else len(png)
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length
