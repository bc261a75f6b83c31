"""What notebooks show: `quiz(...)` and friends, over the files in `web/`.

While a site is built (`COURSEKIT_STATIC`), a call gives only the HTML of the page: no widget,
no comm, nothing of the kernel's state in the book.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.course import (
    find_root,
    load_cards,
    load_facts,
    load_questions,
    load_sources,
    load_tables,
    load_tasks,
    load_wording,
)
from ..errors import ContentProblems, CourseError
from ..render import question_html, question_set_html
from ..render_tasks import group_html, solution_html, workbook_html

if TYPE_CHECKING:
    from ..questions import Question
    from ..tables import Cell
    from ..tasks import Card, Task


class StaticHtml:
    """The HTML of a widget's place in the page."""

    def __init__(self, html: str) -> None:
        self._html = html

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._html, "text/plain": "coursekit"}


def quiz(name: str):
    """Show the question with the id `<topic>.<name>`."""
    root = find_root(Path.cwd())
    question = _questions(root, name).get(name)
    if question is None:
        raise CourseError(f"There is no question '{name}'. Look in modules/<topic>/questions.yml.")
    sources = load_sources(root)
    if _is_static():
        return StaticHtml(question_html(name, question, sources))
    from .question import make_quiz

    return make_quiz(root, name, question, sources)


def quiz_set(name: str):
    """Show all questions of the set `<topic>.<set>` with one summary."""
    root = find_root(Path.cwd())
    wanted = name.partition(".")[2]
    questions = {full: q for full, q in _questions(root, name).items() if q.set == wanted}
    if not questions:
        raise CourseError(f"No question belongs to the set '{name}'. Give some `set: {wanted}`.")
    sources = load_sources(root)
    if _is_static():
        return StaticHtml(question_set_html(name, questions, sources))
    from .question import make_quiz_set

    return make_quiz_set(root, name, questions, sources)


def workbook(name: str):
    """Show the exercise `<topic>.<name>`; `.answers` is what was filled in, a plain dictionary."""
    root, task, cards = _task(name)
    wording = load_wording(root)
    if _is_static():
        return StaticHtml(workbook_html(name, task, cards, wording))
    from .exercise import make_workbook

    return make_workbook(root, name, task, cards, wording)


def group_work(name: str):
    """Show what a group needs for the exercise `<topic>.<name>`: roles, time, debrief, paper."""
    root, task, cards = _task(name)
    if _is_static():
        return StaticHtml(group_html(name, task, cards))
    from .exercise import make_group

    return make_group(root, name, task, cards)


def solution(name: str) -> StaticHtml:
    """Show the model answers of an exercise, why they pass, and typical weak answers."""
    _, task, _ = _task(name)
    return StaticHtml(solution_html(name, task))


def model_answers(name: str) -> dict[str, object]:
    """The model answers of an exercise by field, to compute with."""
    return dict(_task(name)[1].model)


def card(name: str) -> dict[str, float]:
    """The values of a card, such as `card("ft-1")["residents"]`."""
    root = find_root(Path.cwd())
    return {key: value.value for key, value in load_cards(root)[name].values.items()}


def fact(name: str) -> float:
    """The value of a figure of the register, such as `fact("ro-foreigners-2023")`."""
    facts = load_facts(find_root(Path.cwd()))
    if name not in facts:
        raise CourseError(f"There is no fact '{name}', or it has a fault: see data/facts.yml.")
    value = facts[name].value
    if isinstance(value, tuple):
        raise CourseError(f"The fact '{name}' is a range, from {value[0]} to {value[1]}.")
    return float(value)


def table(name: str) -> list[dict[str, Cell]]:
    """The rows of a table, such as `table("towns_age_structure_2021")[0]["persons"]`.

    A number is a float; a value that is not known is None.
    """
    tables = load_tables(find_root(Path.cwd()))
    if name not in tables:
        raise CourseError(f"There is no table '{name}', or it has a fault: see data/tables.yml.")
    return [dict(row) for row in tables[name].rows]


def my_course():
    """Show the learner's own progress."""
    from ..content.course import load_course
    from ..render import catalogue, placeholder

    root = find_root(Path.cwd())
    data = {"catalogue": catalogue(load_course(root)[0])}
    if _is_static():
        return StaticHtml(placeholder("my-course", data, ""))
    from .overview import make_my_course

    return make_my_course(root, data["catalogue"])


def _is_static() -> bool:
    return bool(os.environ.get("COURSEKIT_STATIC"))


def _task(name: str) -> tuple[Path, Task, dict[str, Card]]:
    root = find_root(Path.cwd())
    tasks, cards, problems = load_tasks(root, name.partition(".")[0])
    if problems:
        raise ContentProblems(problems)
    if name not in tasks:
        raise CourseError(f"There is no exercise '{name}'. Look in exercises/<topic>/tasks.yml.")
    return root, tasks[name], cards


def _questions(root: Path, name: str) -> dict[str, Question]:
    topic = name.partition(".")[0]
    path = root / "modules" / topic / "questions.yml"
    if not path.is_file():
        raise CourseError(f"There is no file modules/{topic}/questions.yml for '{name}'.")
    return _read(root, topic, path.stat().st_mtime_ns)


@cache
def _read(root: Path, topic: str, changed: int) -> dict[str, Question]:
    questions, problems = load_questions(root, topic)
    if problems:
        raise ContentProblems(problems)
    return questions
