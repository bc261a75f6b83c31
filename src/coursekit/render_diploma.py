"""The conditions of the certificate, as *My course* shows them: what to do, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .diploma import Diploma
from .markdown import to_html
from .model import Course, Page


def diploma_data(course: Course, topics: Iterable[str], ending: str) -> dict[str, Any] | None:
    """All that has to be known to judge the conditions; None where there is no certificate.

    `ending` is that of the pages' addresses, which start at a page of `book/`.
    """
    diploma = course.diploma
    if not diploma:
        return None
    order = list(topics)
    return {
        "title": diploma.title,
        "town": course.values.get("town.name", ""),
        "intro": to_html(diploma.intro),
        "attendance": diploma.attendance,
        "pages": {"share": diploma.pages, "ids": [page.id for page in _lessons(course)]},
        "quizzes": {
            "pass": diploma.quizzes.mark,
            "sets": [quiz for name in order if (quiz := _quiz(course, name, ending))],
        },
        "test": diploma.test,
        "exercises": {
            "average": diploma.exercises.average,
            "tasks": _exercises(course, diploma, order, ending),
        },
        "capstone": _task(course, diploma.capstone, ending) if diploma.capstone else None,
        "distinction": to_html(diploma.distinction),
    }


def _lessons(course: Course) -> list[Page]:
    return [page for page in course.path if page.id.startswith("modules/")]


def _quiz(course: Course, topic: str, ending: str) -> dict[str, Any] | None:
    """The quiz of a topic: its page, and its questions that have a score, with their revisions."""
    wanted = course.diploma.quizzes.set
    asked = {
        full: question.revision
        for full, question in course.questions.items()
        if full.startswith(f"{topic}.") and question.set == wanted and question.graded
    }
    page = next((p for p in course.path if asked.keys() & set(p.questions)), None)
    if not page:
        return None
    return {"title": page.part, "url": f"../{page.id}{ending}", "questions": asked}


def _exercises(
    course: Course, diploma: Diploma, topics: Iterable[str], ending: str
) -> list[dict[str, Any]]:
    counting = [name for name in topics if name not in diploma.exercises.without]
    names = [f"{topic}.{diploma.exercises.name}" for topic in counting]
    return [_task(course, name, ending) for name in names if name in course.tasks]


def _task(course: Course, name: str, ending: str) -> dict[str, Any]:
    """An exercise as its rubric is judged."""
    task = course.tasks[name]
    page = next((page.id for page in course.path if name in page.tasks), "")
    return {
        "id": name,
        "title": f"{task.code} {task.title}",
        "url": f"../{page}{ending}#{name}",
        "rubric": [criterion.data(key) for key, criterion in task.rubric.items()],
        "points": task.points,
    }
