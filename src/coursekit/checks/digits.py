"""The rule that no statistic is typed into a text: it stands in the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..content.facts import FACTS
from ..content.good_practice import CASE
from ..content.questions import QUESTIONS
from ..content.tasks import CARDS, TASKS
from ..content.yamlfile import Place, YamlFile
from ..errors import Problem
from ..model import Course
from ..parts import short
from ..statistics import FICTIONAL, find_statistics
from ..tasks import Task
from .places import Places

PLAIN_FIGURES = "data/plain-figures.yml"

Found = tuple[Problem, str]
"""A problem, and the digits that it is about."""


def check_figures_are_references(course: Course, places: Places) -> Iterator[Problem]:
    if not (course.root / FACTS).is_file():
        return
    allowed = _allowed(course, places)
    used: set[tuple[str, str]] = set()
    for problem, digits in _all(course, places):
        key = _page_or_file(problem.path, digits, allowed)
        if key:
            used.add(key)
        else:
            yield problem
    yield from _unused(course, places, allowed, used)


def _page_or_file(
    path: str, digits: str, allowed: dict[tuple[str, str], Any]
) -> tuple[str, str] | None:
    names = (path, path.removesuffix(".ipynb").removesuffix(".md"))
    return next(((name, digits) for name in names if (name, digits) in allowed), None)


def _all(course: Course, places: Places) -> Iterator[Found]:
    yield from _in_notebooks(course)
    yield from _in_documents(course)
    for topic in course.topics:
        made_up = {
            full.partition(".")[2]
            for full, question in course.topics[topic].questions.items()
            if FICTIONAL in question.prompt
        }
        yield from _in_entries(places, QUESTIONS.format(topic), made_up, course)
        invented = {
            full.partition(".")[2]
            for full, task in course.topics[topic].tasks.items()
            if _is_invented(course, task)
        }
        yield from _in_entries(places, TASKS.format(topic), invented, course)
    invented = {name for name, card in course.cards.items() if card.fictional}
    yield from _in_entries(places, CARDS, invented, course)
    for name in course.good_practice:
        yield from _in_entries(places, CASE.format(name), set(), course)


def _is_invented(course: Course, task: Task) -> bool:
    """Whether all the material of an exercise is FICTIONAL."""
    cards = [course.cards.get(name) for name in (*task.card_names, *task.material_names)]
    return bool(cards) and all(card is not None and card.fictional for card in cards)


def _in_notebooks(course: Course) -> Iterator[Found]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            for _, digits in find_statistics(cell.source) if cell.kind == "markdown" else ():
                what = f"cell '{cell.id}': {_what(digits)}"
                yield Problem(notebook.path, cell.line, what, _TODO), digits


def _in_documents(course: Course) -> Iterator[Found]:
    for page, text in course.documents.items():
        for line, digits in find_statistics(text):
            yield Problem(f"{page}.md", line + 1, _what(digits), _TODO), digits


def _in_entries(places: Places, path: str, left_out: set[str], course: Course) -> Iterator[Found]:
    """In the texts of a YAML file as its author wrote them."""
    if not (course.root / path).is_file() or course.is_unread(path):
        return
    file = places.file(path)
    for name, entry in file.data.items():
        if name in left_out or course.is_unread(path, name):
            continue
        for place, text in _texts(entry, ()):
            for _, digits in find_statistics(text):
                yield places.in_entry(path, name, place, _what(digits), _TODO), digits


_NO_TEXTS = ("kind", "revision", "minutes", "equals", "tolerance", "value", "answer", "actual")


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_TEXTS or isinstance(value, (dict, list)):
                yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _texts(value, (*place, n))


def _what(digits: str) -> str:
    return f"'{digits}' is typed into the text."


_TODO = (
    f"Write {{{{ fact.<id> }}}} for a figure of {FACTS}, mark an invented one {FICTIONAL}, "
    f"or give the reason in {PLAIN_FIGURES}."
)


def _allowed(course: Course, places: Places) -> dict[tuple[str, str], str]:
    """`(page or file, digits)` → the reason why they may be typed."""
    file = _exceptions(course, places)
    pages = file.data if file and isinstance(file.data, dict) else {}
    return {
        (page, digits): reason
        for page, entries in pages.items()
        if isinstance(entries, dict)
        for digits, reason in entries.items()
    }


def _exceptions(course: Course, places: Places) -> YamlFile | None:
    return places.file(PLAIN_FIGURES) if (course.root / PLAIN_FIGURES).is_file() else None


def _unused(
    course: Course,
    places: Places,
    allowed: dict[tuple[str, str], str],
    used: set[tuple[str, str]],
) -> Iterator[Problem]:
    file = _exceptions(course, places)
    if not file:
        return
    yield from file.problems
    for page, digits in allowed:
        if (page, digits) not in used and not _is_unread(course, page):
            what = f"'{short(page)}' does not hold '{short(digits)}'."
            yield places.problem(PLAIN_FIGURES, (page, digits), what, "Delete the exception.")
        elif not isinstance(allowed[page, digits], str) or not allowed[page, digits].strip():
            what = f"the exception for '{short(digits)}' has no reason."
            yield places.problem(PLAIN_FIGURES, (page, digits), what, "Say why it is no statistic.")


def _is_unread(course: Course, page: str) -> bool:
    """Whether something of a page or file could not be read, and may hold any digits."""
    files = {page, f"{page}.ipynb", f"{page}.md"}
    return any(path in files for path, *_ in course.unread)


RULES = (check_figures_are_references,)
