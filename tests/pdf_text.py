"""The text of a PDF that Chromium made, with nothing but the standard library."""

from __future__ import annotations

import re
import unicodedata
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f]+)>")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(BT)\b")


def pdf_text(pdf: bytes) -> str:
    """All that is shown, without white space and ligatures, in the order in which it is drawn."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    streams = {number: text for number, body in objects.items() if (text := _stream(body))}
    fonts = {
        name: letters_of(streams[int(found[1])])
        for body in objects.values()
        for name, number in _FONT.findall(body)
        if (found := _TO_UNICODE.search(objects.get(int(number), b"")))
    }
    shown = "".join(_shown(text, fonts) for text in streams.values() if b"\nBT" in text)
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", shown))


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    if not found:
        return b""
    if b"/FlateDecode" not in found[1]:
        return found[2]
    return zlib.decompressobj().decompress(found[2])


def letters_of(table: bytes) -> dict[int, str]:
    """Glyph → what it stands for."""
    letters = {}
    for part in _CHARS.findall(table):
        codes = _CODES.findall(part)
        letters |= {
            int(glyph, 16): _text(to) for glyph, to in zip(codes[::2], codes[1::2], strict=True)
        }
    for part in _RANGES.findall(table):
        for first, last, to in re.findall(rb"<(\w+)> ?<(\w+)> ?<(\w+)>", part):
            start = int(to, 16)
            for n in range(int(last, 16) - int(first, 16) + 1):
                letters[int(first, 16) + n] = chr(start + n)
    return letters


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _shown(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    letters: dict[int, str] = {}
    text = []
    for font, glyphs, _ in _SHOWN.findall(content):
        if font:
            letters = fonts.get(font, {})
        for place in range(0, len(glyphs), 4):
            text.append(letters.get(int(glyphs[place : place + 4], 16), ""))
    return "".join(text)
