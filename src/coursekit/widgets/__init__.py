"""What notebooks show: `quiz(...)` and friends, over the files in `web/`.

While a site is built (`COURSEKIT_STATIC`), a call gives only the HTML of the page: no widget,
no comm, nothing of the kernel's state in the book.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..bundle import style
from ..charts.draw import KEPT
from ..content.course import (
    find_root,
    load_cards,
    load_charts,
    load_facts,
    load_questions,
    load_sources,
    load_tables,
    load_tasks,
    load_tools,
    load_units,
    load_wording,
)
from ..content.language import speak_language_of
from ..errors import ContentProblems, CourseError
from ..render import question_html, question_set_html
from ..render_charts import Register, chart_csv, chart_html, chart_place
from ..render_tasks import group_html, solution_html, workbook_html
from ..render_tests import group_results_html, test_html
from ..render_tools import tool_html

if TYPE_CHECKING:
    from ..charts.tried import Figures
    from ..model import Course
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
    root = _root()
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
    root = _root()
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


def tool(name: str):
    """Show the tool of this name, from `data/tools.yml`."""
    root = _root()
    tools, problems = load_tools(root)
    if problems:
        raise ContentProblems(problems)
    if name not in tools:
        raise CourseError(f"There is no tool '{name}'. Look in data/tools.yml.")
    sources = load_sources(root)
    if _is_static():
        return StaticHtml(tool_html(name, tools[name], sources))
    from .tools import make_tool

    return make_tool(root, name, tools[name], sources)


def course_test(name: str):
    """Show the test of this name, from `data/tests.yml`."""
    course = _course_for_tests()
    if name not in course.tests:
        raise CourseError(f"There is no test '{name}'. Look in data/tests.yml.")
    html = test_html(course, name)
    if _is_static():
        return StaticHtml(html)
    from .tests import make_test

    return make_test(course, name, html)


def group_results():
    """Show what a group has learned, from the files that its members saved."""
    course = _course_for_tests()
    html = group_results_html(course)
    if _is_static():
        return StaticHtml(html)
    from .tests import make_group_results

    return make_group_results(course, html)


def model_answers(name: str) -> dict[str, object]:
    """The model answers of an exercise by field, to compute with."""
    return dict(_task(name)[1].model)


def card(name: str) -> dict[str, float]:
    """The values of a card, such as `card("ft-1")["residents"]`."""
    root = _root()
    return {key: value.value for key, value in load_cards(root)[name].values.items()}


def fact(name: str) -> float:
    """The value of a figure of the register, such as `fact("ro-foreigners-2023")`."""
    facts = load_facts(_root())
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
    tables = load_tables(_root())
    if name not in tables:
        raise CourseError(f"There is no table '{name}', or it has a fault: see data/tables.yml.")
    return [dict(row) for row in tables[name].rows]


def chart(name: str, figures: Figures | None = None) -> StaticHtml:
    """Show the chart with this name from `data/charts.yml`.

    `figures` are tried out in place of its own, such as `{"Nepal": 50000}`; the chart says so.
    """
    root = _root()
    entry = load_charts(root).get(name)
    if entry is None:
        raise CourseError(f"There is no chart '{name}' without a fault. Look in data/charts.yml.")
    if _is_static() or "PYTEST_CURRENT_TEST" in os.environ:  # nbval asks only whether it runs
        return StaticHtml(chart_place(name))
    register = Register(root / KEPT, load_tables(root), load_units(root), load_sources(root))
    if entry.table not in register.tables:
        raise CourseError(f"There is no table '{entry.table}' without a fault for '{name}'.")
    address = "data:text/csv;charset=utf-8," + quote(chart_csv(register, entry))
    html = chart_html(register, name, entry, csv_address=address, figures=figures)
    return StaticHtml(f"<style>{style('chart.css')}</style>\n{html}")


def my_course():
    """Show the learner's own progress."""
    from ..content.course import load_course
    from ..render import catalogue, placeholder

    root = _root()
    course = load_course(root)[0]
    html = placeholder("my-course", {"catalogue": catalogue(course)}, "")
    if _is_static():
        return StaticHtml(html)
    from .overview import make_my_course

    return make_my_course(root, html, catalogue(course, live=True))


def _root() -> Path:
    """The tree around the notebook; from here on everything speaks its language."""
    root = find_root(Path.cwd())
    speak_language_of(root)
    return root


def _is_static() -> bool:
    return bool(os.environ.get("COURSEKIT_STATIC"))


def _task(name: str) -> tuple[Path, Task, dict[str, Card]]:
    root = _root()
    tasks, cards, problems = load_tasks(root, name.partition(".")[0])
    if problems:
        raise ContentProblems(problems)
    if name not in tasks:
        raise CourseError(f"There is no exercise '{name}'. Look in exercises/<topic>/tasks.yml.")
    return root, tasks[name], cards


def _course_for_tests() -> Course:
    """The whole course, if its tests and their questions can be read."""
    from ..content.course import load_course

    course, problems = load_course(_root())
    if told := [one for one in problems if one.path.endswith(("tests.yml", "questions.yml"))]:
        raise ContentProblems(told)
    return course


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
