"""Trainer's notes as their authors wrote them: a title, then parts that start with a label.

**Trainer's notes: the till.** *Purpose:* … *Late:* …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .bundle import labels

NOTES = "notes"
"""The tag of a cell with notes."""

LATE, BEFORE, WRONG, REMARK = "noteLate", "noteBefore", "noteWrong", "noteRemark"
SHORT = "noteShort"
"""Labels of the interface that hold the words by which a part is known."""

BETWEEN = " / "
_NUMBER = re.compile(r"\d+")
_TITLE = re.compile(r"\*\*(.+?)\*\*\s*")
_LABEL = re.compile(r"(?:^|(?<=\s))\*([^*\n]+?)\*(?=[\s:])(:?)")
_OPENING = r"\*\*{}\b(?=[.:?]| \()[^*]*\*\*\s*"
_ENDS = ".!?…\"”»)'’"


@dataclass(frozen=True)
class Note:
    """The notes on one section of a lecture or on one part of a case."""

    title: str
    parts: tuple[tuple[str, str], ...]
    """Label and text, both Markdown; the label of what stands before the first one is empty."""

    def of(self, kind: str) -> list[tuple[str, str]]:
        """The parts of one kind, such as LATE, each with its label."""
        return [part for part in self.parts if is_word_of(kind, part[0])]


def read_note(text: str) -> Note:
    """Take a note apart; a text without a title or labels is one part."""
    title = _TITLE.match(text)
    return Note(
        _named(title[1]) if title else "", tuple(_parts(text[title.end() :] if title else text))
    )


def _named(title: str) -> str:
    """`Trainer's notes: the till.` is on the till; other notes are on nothing in particular."""
    return sentence(title.partition(":")[2].strip().rstrip("."))


def sentence(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def read_notes(cells: Iterable) -> list[Note]:
    """The notes of a notebook, in order."""
    return [read_note(cell.source) for cell in cells if NOTES in cell.tags]


def minutes_in_class(cells: Iterable, alone: int) -> int:
    """What a case takes in class: the first number of its first notes; without one, `alone`."""
    first = next((cell.source for cell in cells if NOTES in cell.tags), "")
    said = _NUMBER.search(first)
    return int(said[0]) if said else alone


def is_word_of(kind: str, text: str) -> bool:
    """Whether a text begins with one of the words by which a kind of part is known."""
    return text.startswith(tuple(labels()[kind].split(BETWEEN)))


def opened_with(label: str, text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs that open with the words of a label in bold: the opening, the rest."""
    opening = re.compile(_OPENING.format(re.escape(labels()[label])))
    for paragraph in text.split("\n\n"):
        if match := opening.match(paragraph):
            yield match[0], paragraph[match.end() :]


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """A label stands where a sentence begins; elsewhere the same signs only stress a word."""
    starts = [match for match in _LABEL.finditer(text) if _begins(text, match)]
    edges = [*(match.start() for match in starts), len(text)]
    if first := text[: edges[0]].strip():
        yield "", first
    for match, end in zip(starts, edges[1:], strict=True):
        yield match[1].strip(), text[match.end() : end].strip()


def _begins(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip()
    return (not before or before[-1] in _ENDS) and match[1][0].isupper()
