"""The schedule builder as its page gets it: data for the script, and run sheets that need none."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from .bundle import labels, language
from .model import Course
from .render import placeholder, topic_order
from .sessions import Session, SessionPart, session_of
from .tasks import Task
from .timetable import Item, choose, units_of

PAGE = "book/for-trainers/schedule"
LENGTHS = (45, 90, 180)
_UP = "../" * PAGE.count("/")


def schedule_html(course: Course) -> str:
    """The place of the builder; without JavaScript a table of ready run sheets."""
    sessions = _sessions(course)
    data = {
        "course": course.title,
        "lang": language(),
        "modules": [_module(course, session) for session in sessions],
    }
    return placeholder("schedule", data, _ready(sessions))


def _sessions(course: Course) -> list[Session]:
    """The modules that have something to teach in class."""
    all_of_them = (session_of(course, topic) for topic in topic_order(course))
    return [session for session in all_of_them if session.parts]


def _module(course: Course, session: Session) -> dict[str, Any]:
    tasks = course.topics[session.topic].tasks if session.topic in course.topics else {}
    alone = tasks.get(f"{session.topic}.individual")
    lecture = course.notebooks.get(f"modules/{session.topic}/lecture")
    return {
        "id": session.topic,
        "title": session.title,
        "parts": [_part(course, part, tasks.get(part.id)) for part in session.parts],
        "alone": alone and {"title": f"{alone.code} {alone.title}", "minutes": alone.minutes},
        "lecture": lecture and lecture.minutes,
    }


def _part(course: Course, part: SessionPart, task: Task | None) -> dict[str, Any]:
    anchor = f"#{part.id}" if task else ""
    return {
        "id": part.id,
        "kind": part.kind,
        "title": part.title,
        "minutes": part.minutes,
        "url": f"{_UP}{part.page}.html{anchor}",
        "optional": part.optional,
        "late": part.late,
        "before": list(part.before),
        "phases": [{"title": phase.title, "minutes": phase.minutes} for phase in part.phases],
        "short": part.short_minutes,
        "material": _material(course, task) if task else None,
    }


def _material(course: Course, task: Task) -> dict[str, Any]:
    """What an exercise needs, from its own data."""
    cards = dict.fromkeys([*task.card_names, *task.material_names])
    dots = [getattr(one, "dots", 0) for one in task.fields.values() if one.kind == "board"]
    return {
        "cards": [course.cards[name].title for name in cards if name in course.cards],
        "roles": sum(not role.invited for role in task.roles.values()),
        "invited": [role.title for role in task.roles.values() if role.invited],
        "dots": max(dots, default=0),
    }


def _ready(sessions: list[Session]) -> str:
    words = labels()
    heads = "".join(f'<th scope="col">{escape(words[f"sch-{n}"])}</th>' for n in LENGTHS)
    rows = "".join(_row(session) for session in sessions)
    return (
        f"<p>{escape(words['schNeedsScript'])}</p>"
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(words["schReady"])}">'
        f"<table><caption>{escape(words['schReady'])}</caption><thead><tr>"
        f'<th scope="col">{escape(words["schModule"])}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(session: Session) -> str:
    cells = "".join(f"<td>{''.join(_sheet(session, minutes))}</td>" for minutes in LENGTHS)
    return f'<tr><th scope="row">{escape(session.title)}</th>{cells}</tr>'


def _sheet(session: Session, minutes: int) -> Iterator[str]:
    """One ready run sheet: without a guest, for people who have read nothing before."""
    timetables, left = choose(units_of([session], guest=False), [minutes])
    for one in timetables:
        yield "<ul>"
        for item in one.items:
            if item.step == 0:
                yield f"<li>{item.start // 60}:{item.start % 60:02} {escape(_name(item))}</li>"
        yield "</ul>"
    if left:
        titles = "; ".join(unit.part.title for unit in left)
        yield f"<p>{escape(labels()['schLeftShort'].format(titles=titles))}</p>"


def _name(item: Item) -> str:
    words = labels()
    if not item.unit:
        return words[f"sch{item.kind.capitalize()}"]
    title = item.unit.part.title
    return words["schShort"].format(title=title) if item.unit.is_short else title
