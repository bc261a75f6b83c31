"""The words and numbers in hand-made diagrams: each `<text>` and `<title>` of an SVG file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from ..bundle import language
from ..numbers import rewritten
from .markdown import has_words
from .notebooks import Words

_TEXT = re.compile(r"(<(?P<tag>text|tspan|title|desc)\b[^>]*>)(?P<words>[^<]+)(?=<)")


def svg_texts(source: str, file: str) -> Iterator[tuple[str, str]]:
    for match in _TEXT.finditer(source):
        text = unescape(match["words"]).strip()
        if has_words(text):
            yield file, text


def translate_svg(source: str, file: str, words: Words) -> str:
    """The drawing with other words; where no text changes, not one byte does."""

    def change(match: re.Match[str]) -> str:
        old = unescape(match["words"]).strip()
        new = words(file, old) if has_words(old) else rewritten(old, language())
        return match[0] if new == old else match[1] + escape(new, quote=False)

    return _TEXT.sub(change, source)
