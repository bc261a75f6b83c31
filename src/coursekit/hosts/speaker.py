"""The page of the speaker view: one for all decks of a language, made from the decks as built.

A page opened from `file:` cannot read another one, so what the view needs of a deck is put into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..bundle import json_for_page, style
from ..model import Course
from ..policy import page_meta
from ..script_labels import labels_for
from . import slides
from .needs import SPEAKER
from .page import colours, versioned

TEMPLATE = "speaker.html"
STYLES = ("page.css", "controls.css", "speaker.css")


@dataclass(frozen=True)
class Note:
    """What the trainer reads beside one slide."""

    slide: str
    part: str
    html: str


@dataclass(frozen=True)
class Deck:
    """What the speaker view knows of a deck: its data block as text, and its notes."""

    topic: str
    data: str
    notes: tuple[Note, ...]


def notes_in(page: str) -> Iterator[Note]:
    """The notes of every slide, as the page has them."""
    reader = _Notes(page)
    reader.feed(page)
    reader.close()
    yield from reader.found


@dataclass
class _Open:
    """A slide or a slide's notes of which the end has not been read yet."""

    slide: str
    part: str
    start: int = -1
    depth: int = 0


class _Notes(HTMLParser):
    """Cuts `<aside class="notes">` out of `<section>`s, however deep either of them lies."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Note] = []
        self._page = page
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self._slides: list[_Open] = []
        self._note: _Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section" and not self._note:
            above = self._slides[-1].part if self._slides else ""
            self._slides.append(_Open(given.get("id", ""), given.get("data-part", above)))
        elif tag == "aside" and self._note:
            self._note.depth += 1
        elif tag == "aside" and self._slides and "notes" in given.get("class", "").split():
            start = self._at() + len(self.get_starttag_text() or "")
            self._note = _Open(self._slides[-1].slide, self._slides[-1].part, start)

    def handle_endtag(self, tag: str) -> None:
        note = self._note
        if tag == "aside" and note and note.depth:
            note.depth -= 1
        elif tag == "aside" and note:
            html = self._page[note.start : self._at()].strip()
            self.found.append(Note(note.slide, note.part, html))
            self._note = None
        elif tag == "section" and not note and self._slides:
            self._slides.pop()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def add_speaker_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page for Sphinx to write, in a course that has decks."""
    if app.builder.format == "html" and (decks := list(_decks(app))):
        course: Course = app.coursekit_course  # type: ignore[attr-defined]
        inline_style = style(*STYLES) + colours(course)
        context = {
            "decks": decks,
            "speaker_style": inline_style,
            "speaker_meta": page_meta(inline_style),
            "speaker_script": versioned(SPEAKER),
            "speaker_labels": json_for_page(labels_for(SPEAKER)),
        }
        yield slides.SPEAKER, context, TEMPLATE


def _decks(app: Sphinx) -> Iterator[Deck]:
    """The decks in the order of their addresses; pages left from an earlier build are none."""
    for name in sorted(name for name in app.env.found_docs if slides.is_deck(name)):
        page = Path(app.outdir) / f"{name}.html"
        if page.is_file():
            notes = tuple(notes_in(page.read_text("utf-8")))
            yield Deck(slides.topic_of_deck(name), slides.deck_json(app, name), notes)
