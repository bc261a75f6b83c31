"""Foreign words on a page: which stretches of a text are in another language than the page.

A screen reader has to be told (WCAG 3.1.2). Texts stay free of marks: `data/phrases.yml` lists the
phrases, `data/sources.yml` says in which language titles are, and whatever makes HTML asks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from html import escape

from .bundle import language

_KNOWN: ContextVar[Mapping[str, str] | None] = ContextVar("phrases", default=None)


def know(phrases: Mapping[str, str]) -> None:
    """From now on these phrases are in these languages: phrase → code."""
    _KNOWN.set(phrases)


def lang_of(code: str) -> str:
    """The attribute for an element whose whole text is in a language; none in the page's own."""
    return "" if code == language() else f' lang="{escape(code)}"'


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with its code; an empty one where it is the page's own language."""
    known, own = _KNOWN.get() or {}, language()
    here = [phrase for phrase, code in known.items() if code != own and phrase in text]
    at = 0
    for match in _pattern(here).finditer(text) if here else ():
        if match.start() > at:
            yield text[at : match.start()], ""
        yield match[0], known[match[0]]
        at = match.end()
    if at < len(text):
        yield text[at:], ""


def marked(text: str) -> str:
    """A plain text as HTML, with its foreign phrases marked."""
    return "".join(
        f"<span{lang_of(code)}>{escape(piece)}</span>" if code else escape(piece)
        for piece, code in stretches(text)
    )


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Whole words only, and of two phrases the longer one."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
