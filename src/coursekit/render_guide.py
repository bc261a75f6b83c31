"""The trainer's guide: answers to expect, from the questions; what the notes of a module say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from .bundle import labels
from .markdown import substitute, to_html
from .model import Course, Notebook
from .notes import REMARK, WRONG, Note, read_notes
from .questions import Question
from .values import Values

LECTURE = "modules/{}/lecture"
CASE = "modules/{}/case"


def answers_html(course: Course, names: Iterable[str]) -> Iterator[str]:
    """Questions with the wrong answers that their authors expect, and what each is told."""
    for name in names:
        if question := course.questions.get(name):
            yield from _answers(name, question)


def _answers(name: str, question: Question) -> Iterator[str]:
    words = labels()
    yield f'<section class="expected" id="expected-{name.replace(".", "-")}">'
    yield f"<div><strong>{escape(words['guideAsked'])}:</strong> {to_html(question.prompt)}</div>"
    yield f"<dl><dt>{escape(words['guideHear'])}</dt><dd><ul>"
    for text, says in question.wrong_answers():
        told = f"<strong>{escape(words['guideSay'])}:</strong> {says}"
        yield f"<li><div>{text}</div><div>{told}</div></li>"
    point = f"<strong>{escape(words['guidePoint'])}:</strong> {to_html(question.explanation)}"
    yield f"</ul></dd></dl><div>{point}</div></section>"


def notes_html(course: Course, topic: str) -> Iterator[str]:
    """What the notes say of wrong answers and of remarks that hurt, section by section."""
    words = labels()
    for page, label in ((LECTURE, "guideNotesLecture"), (CASE, "guideNotesCase")):
        if notes := notes_of(course, page.format(topic)):
            yield f"<h3>{escape(words[label])}</h3>{''.join(map(_note, notes))}"


def notes_of(course: Course, page: str) -> list[Note]:
    """The notes of a notebook, with their placeholders filled in."""
    notebook: Notebook | None = course.notebooks.get(page)
    return [_filled(course, page, note) for note in read_notes(notebook.cells if notebook else ())]


def _filled(course: Course, page: str, note: Note) -> Note:
    values = course.values.on(page) if isinstance(course.values, Values) else course.values
    parts = tuple((label, substitute(text, values)) for label, text in note.parts)
    return Note(note.title, parts)


def _note(note: Note) -> str:
    """A note of a lecture without what only its own hour needs; other notes whole."""
    chosen = [*note.of(WRONG), *note.of(REMARK)]
    shown = chosen or [part for part in note.parts if not part[0]]
    text = " ".join(f"*{label}* {said}" if label else said for label, said in shown)
    if note.title:
        text = f"**{note.title}.** {text}"
    return f"<p>{to_html(text)}</p>" if shown else ""
