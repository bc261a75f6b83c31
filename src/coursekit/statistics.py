"""Finds digits in a text that look like statistics: shares, large numbers, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .markdown import CODE, PLACEHOLDER

FICTIONAL = "FICTIONAL"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

# What holds digits and is no statistic.
_NO_STATISTICS = re.compile(
    "|".join(
        (
            CODE.pattern,
            PLACEHOLDER.pattern,
            r"\]\([^)\s]*\)|https?://\S+|\b[\w-]+\.[\w.-]+/\S*",  # addresses
            r"\b\d{4}-\d{2}(?:-\d{2})?\b",
            rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b|\b(?:{_MONTHS}) \d{{4}}\b",
            r"\(?EU\)? ?(?:No )?\d+/\d+|\b(?:No\.? ?)?\d+/(?:1[89]|20)\d{2}\b",  # laws
            r"\b\d{1,2}[:.]\d{2}\b(?! ?(?:%|per cent|million|billion))",
            r"\+\d[\d ]{6,}\d|\b0\d{2,3}[ .-]?\d{3}[ .-]?\d{3}\b",  # telephone numbers
        )
    )
)

_MADE_UP_TABLE = re.compile(r"(?m)(?<!\|\n)^\|[^\n]*FICTIONAL[^\n]*(?:\n\|[^\n]*)*")
"""A table that says so in its first row."""

_NUMBER = r"\d+(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_STATISTIC = re.compile(
    rf"(?:(?:{_NUMBER})(?: ?(?:to|–|-|and) ?))?(?:{_NUMBER}) ?(?:%|per cent\b|percent)"
    rf"|(?:[€$£] ?)(?:{_NUMBER})(?: (?:million|billion))?"
    rf"|(?:{_NUMBER}) ?(?:million|billion|thousand)\b(?: (?:euros?|lei)\b)?"
    rf"|(?:{_NUMBER}) ?(?:€|euros?\b|EUR\b|lei\b)"
    r"|\b\d+(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?(?![\w%])"
    r"|(?<![\w.,/-])\d{4,}(?![\w/-])"
)
_YEAR = re.compile(r"1[5-9]\d{2}|20\d{2}")
_DIGIT = re.compile(r"\d")
_HIDDEN = "\x1a"


def find_statistics(text: str) -> Iterator[tuple[int, str]]:
    """`(line from 0, digits)` of each in a Markdown text, outside paragraphs marked FICTIONAL."""
    if not _DIGIT.search(text):
        return
    seen = _MADE_UP_TABLE.sub(_hide, _NO_STATISTICS.sub(_hide, text))
    for start, block in _blocks(seen):
        if FICTIONAL not in block:
            for match in _STATISTIC.finditer(block):
                if not _YEAR.fullmatch(match.group()):
                    yield seen.count("\n", 0, start + match.start()), match.group()


def _hide(match: re.Match[str]) -> str:
    """The same length and the same lines, without digits."""
    return re.sub(r"[^\n]", _HIDDEN, match.group())


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs, list items and rows of tables, each with the place where it starts."""
    for match in re.finditer(r"(?:(?!\n\s*\n|\n\s*(?:[|*-]|\d+\.)\s?)[\s\S])+", text):
        yield match.start(), match.group()
