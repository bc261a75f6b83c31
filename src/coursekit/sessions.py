"""The parts of a module in class, with the minutes that its own files give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from .bundle import labels
from .content.sections import sections
from .markdown import substitute, to_text
from .model import Course, Notebook, topic_of
from .notes import BEFORE, LATE, Note, minutes_in_class, opened_with, read_notes, sentence
from .tasks import Task

Kind = Literal["lecture", "case", "guest", "group"]

_IN_BRACKETS = re.compile(r"\((\d+)\b[^()]*\)")


GUEST = "guest"
"""The section of a case in which a guest speaks; the role of a guest in an exercise."""


@dataclass(frozen=True)
class Phase:
    """A stretch of a part that has a name and minutes of its own."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True)
class SessionPart:
    """What a trainer does in one go: a section of the lecture, the case, a guest, an exercise."""

    id: str
    """`<topic>/<section>`, `<topic>/case`, `<topic>/guest` or the exercise's full id."""
    kind: Kind
    title: str
    minutes: int
    page: str
    """Where it stands, such as `modules/thinking-clearly/lecture`."""
    optional: bool = False
    """Whether the whole part may be left out."""
    late: str = ""
    """What may be skipped in it, in plain words."""
    before: tuple[str, ...] = ()
    """What the trainer has to bring or to look up, in plain words."""
    phases: tuple[Phase, ...] = ()
    """The stretches of an exercise; a break may come between them."""
    short_minutes: int = 0
    """Minutes of its short form, where there is one; `late` says what it leaves out."""

    @property
    def topic(self) -> str:
        return topic_of(self.page)


@dataclass(frozen=True)
class Session:
    """All of a module that can happen in class, in the order in which it is taught."""

    topic: str
    title: str
    parts: tuple[SessionPart, ...] = field(default=())


def session_of(course: Course, topic: str) -> Session:
    """A module as a session, under its name in the table of contents."""
    title = next((page.part for page in course.pages if page.topic == topic), topic)
    return Session(topic, title, parts_of(course, topic))


def parts_of(course: Course, topic: str) -> tuple[SessionPart, ...]:
    """The parts of a module in the order in which they are taught, those with minutes alone."""
    lecture = course.notebooks.get(f"modules/{topic}/lecture")
    case = course.notebooks.get(f"modules/{topic}/case")
    found = [
        *(_lecture_parts(course, lecture) if lecture else ()),
        *(_case_parts(course, case) if case else ()),
        *(_group_parts(course, topic)),
    ]
    return tuple(part for part in found if part.minutes)


def _lecture_parts(course: Course, lecture: Notebook) -> Iterator[SessionPart]:
    for section in sections(lecture):
        notes = read_notes(section.cells)
        yield SessionPart(
            id=f"{topic_of(lecture.page)}/{section.id}",
            kind="lecture",
            title=_plain(course, section.title),
            minutes=section.minutes,
            page=lecture.page,
            optional="optional" in section.cells[0].tags,
            late=_plain(course, next(_remarks(notes, LATE), "")),
            before=tuple(_plain(course, text) for text in _remarks(notes, BEFORE)),
        )


def _case_parts(course: Course, case: Notebook) -> Iterator[SessionPart]:
    """The case with its minutes in class, which the notes begin with, and its guest."""
    topic = topic_of(case.page)
    title = next((cell.source for cell in case.cells if cell.kind == "markdown"), "")
    notes = next((cell.source for cell in case.cells if "notes" in cell.tags), "")
    short = re.search(rf"{re.escape(labels()['facilitatorShort'])}: *(.+)", notes)
    yield SessionPart(
        id=f"{topic}/case",
        kind="case",
        title=_plain(course, title.lstrip("# ").split("\n")[0]),
        minutes=minutes_in_class(case.cells, case.minutes),
        page=case.page,
        late=_plain(course, short[1]) if short else "",
    )
    for section in sections(case):
        if section.id == GUEST and not _meets_guests(course, topic):
            head = _plain(course, section.title)
            yield SessionPart(f"{topic}/guest", "guest", head, section.minutes, case.page)


def _meets_guests(course: Course, topic: str) -> bool:
    """Whether guests come to an exercise of the module: then they need no time of their own."""
    tasks = course.topics[topic].tasks if topic in course.topics else {}
    return any(GUEST in task.roles for task in tasks.values())


def _group_parts(course: Course, topic: str) -> Iterator[SessionPart]:
    """The exercises with phases, in the order of their file."""
    tasks = course.topics[topic].tasks if topic in course.topics else {}
    for name, task in tasks.items():
        if not task.phases:
            continue
        minutes, text = _short_form(task)
        yield SessionPart(
            id=name,
            kind="group",
            title=f"{task.code} {task.title}",
            minutes=task.minutes,
            page=f"exercises/{name.replace('.', '/', 1)}",
            late=_plain(course, text),
            before=tuple(
                _plain(course, text)
                for _, text in opened_with("facilitatorBefore", task.facilitator or "")
            ),
            phases=tuple(
                Phase(key, phase.title, phase.minutes) for key, phase in task.phases.items()
            ),
            short_minutes=minutes,
        )


def _short_form(task: Task) -> tuple[int, str]:
    """Minutes and text of an exercise's short form: `Skip the swap (40 minutes).`"""
    for opening, text in opened_with("facilitatorShort", task.facilitator or ""):
        found = [int(number) for number in _IN_BRACKETS.findall(opening + text)]
        return next((number for number in found if 0 < number < task.minutes), 0), text
    return 0, ""


def _remarks(notes: Iterable[Note], kind: str) -> Iterator[str]:
    """What notes say of one kind, without the labels."""
    for note in notes:
        yield from (text for _, text in note.of(kind))


def _plain(course: Course, text: str) -> str:
    """Words without marks, names and figures filled in, a capital first."""
    return sentence(to_text(substitute(text, course.values)))
