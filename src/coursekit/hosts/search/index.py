"""The index: which stem stands in which sections, written as short as a script can hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .sections import Section
from .words import VOWELS, Stemmer, words_in

TOO_COMMON = 0.2
"""A stem in a larger share of the sections tells no section from another: only headings count."""

_FIRST, _SMALL = 35, 80
"""Distances are written as letters from `#` on; from 80 on they take two."""

_COMMON = "!"


@dataclass(frozen=True)
class PageText:
    """A page as the search knows it."""

    id: str
    title: str
    part: str
    kind: str
    sections: tuple[Section, ...]


def make_index(lang: str, pages: Iterable[PageText], stem: Stemmer) -> dict[str, object]:
    """The index of one language; the sections of all pages are counted through."""
    pages = list(pages)
    in_text: dict[str, list[int]] = defaultdict(list)
    in_headings: dict[str, list[int]] = defaultdict(list)
    sections = [section for page in pages for section in page.sections]
    for number, section in enumerate(sections):
        for term in _terms(section.heading, stem):
            in_headings[term].append(number)
        for term in _terms(" ".join(section.blocks), stem):
            in_text[term].append(number)
    terms = sorted(in_text.keys() | in_headings.keys())
    most = max(3, TOO_COMMON * len(sections))
    return {
        "pages": [[p.id, p.title, p.part, p.kind, len(p.sections)] for p in pages],
        "vowels": VOWELS.get(lang, ()),
        "terms": front_coded(terms),
        "text": " ".join(_COMMON if len(in_text[t]) > most else packed(in_text[t]) for t in terms),
        "headings": " ".join(packed(in_headings[t]) for t in terms),
    }


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as their distances, one or two letters each."""
    letters, previous = [], -1
    for number in numbers:
        more, rest = divmod(number - previous - 1, _SMALL)
        previous = number
        letters.append(chr(_FIRST + _SMALL + more) * (more > 0) + chr(_FIRST + rest))
    return "".join(letters)


def front_coded(terms: list[str]) -> str:
    """Sorted words, each as the number of letters it shares with the one before, and the rest."""
    parts, previous = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(previous), 9) and term[shared] == previous[shared]:
            shared += 1
        parts.append(f"{shared}{term[shared:]}")
        previous = term
    return " ".join(parts)


def _terms(text: str, stem: Stemmer) -> set[str]:
    return {stem(word) for word in words_in(text)}
