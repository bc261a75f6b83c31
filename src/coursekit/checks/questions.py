"""Rules of the questions that need the rest of the course.

A question with a fault of its own still counts: it exists, belongs to its set, asks for its
objective. And what cannot be read is not called missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import has_unclear_call, meant_question, quiz_calls, tests_in
from ..content.course import GLOSSARY, SOURCES, WORDING
from ..content.questions import QUESTIONS
from ..content.reading import did_you_mean
from ..content.tables import TABLES
from ..content.tests import TESTS
from ..errors import Problem
from ..model import Cell, Course
from ..short_codes import short_code, twins
from .places import Places

OWN_RULE = "course"
"""The source of a rule that the course itself sets."""


def check_objectives_exist(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        if f"modules/{topic.name}/lecture" not in course.notebooks:
            continue
        for full, question in topic.written.items():
            if question.objective and question.objective not in topic.objectives:
                known = ", ".join(topic.objectives) or "none yet"
                what = f"there is no objective '{question.objective}'."
                todo = f"Use one of the lecture's objectives: {known}."
                yield places.in_question(full, ("objective",), what, todo)


def check_codes_are_unique(course: Course, places: Places) -> Iterator[Problem]:
    """What is printed is found again by its code, which follows from its id."""
    questions = course.written
    for full, earlier in twins([*course.tasks, *questions]):
        if full in questions:
            what = f"its code on paper, {short_code(full)}, is that of '{earlier}' already."
            yield places.in_question(full, (), what, "Give the new one of the two another name.")


def check_objectives_are_asked(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        asked = {question.objective for question in topic.written.values()}
        if course.is_unread(QUESTIONS.format(topic.name)) or "" in asked:
            continue
        for objective in topic.objectives:
            if objective not in asked:
                lecture = course.notebooks[f"modules/{topic.name}/lecture"]
                what = f"no question asks for the objective '{objective}'."
                todo = f"Add one to {QUESTIONS.format(topic.name)}."
                yield Problem(lecture.path, lecture.course_line, what, todo)


def check_sources_exist(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        for full, question in topic.written.items():
            for n, source in enumerate(question.source):
                if source != OWN_RULE and not _has_source(course, source):
                    what, todo = _no_source(course, source)
                    yield places.in_question(full, ("source", n), what, todo)


def check_data_sources_exist(course: Course, places: Places) -> Iterator[Problem]:
    tables = {name: table.entry for name, table in course.tables.items()}
    files = ((GLOSSARY, course.glossary), (WORDING, course.wording), (TABLES, tables))
    for path, entries in files:
        for name, entry in entries.items():
            for n, source in enumerate(entry.source):
                if not _has_source(course, source):
                    what, todo = _no_source(course, source)
                    yield places.in_entry(path, name, ("source", n), what, todo)


def _has_source(course: Course, name: str) -> bool:
    return name in course.sources or course.is_unread(SOURCES, name)


def _no_source(course: Course, name: str) -> tuple[str, str]:
    todo = f"{did_you_mean(name, course.sources)}Correct the name, or add it to {SOURCES}."
    return f"there is no source '{name}'.", todo


def check_questions_are_shown(course: Course, places: Places) -> Iterator[Problem]:
    if _has_unclear_notebooks(course) or _has_unclear_tests(course):
        return
    called = _called(course)
    tested = {name for test in _shown_tests(course) for name in course.tests[test].sets}
    for topic in course.topics.values():
        for full, question in topic.questions.items():
            names = {full, f"{topic.name}.{question.set}"} if question.set else {full}
            if not names & called and question.set not in tested:
                todo = f'Show it in a notebook: quiz("{full}"), or give it a `set` that is shown.'
                yield places.in_question(full, (), "no notebook shows this question.", todo)


def _has_unclear_notebooks(course: Course) -> bool:
    """Whether a notebook that cannot be read may show any question."""
    is_unread = any(path.endswith(".ipynb") for path, *entry in course.unread if not entry)
    return is_unread or any(has_unclear_call(cell.source) for cell in _code_cells(course))


def _has_unclear_tests(course: Course) -> bool:
    """Whether a test that cannot be read, or does not exist, may show any question."""
    is_unread = any(path == TESTS for path, *_ in course.unread)
    return is_unread or not _shown_tests(course) <= course.tests.keys()


def _shown_tests(course: Course) -> set[str]:
    return {name for notebook in course.notebooks.values() for name in tests_in(notebook)}


def _called(course: Course) -> set[str]:
    """Full ids of all questions and sets that notebooks show, or are meant to show."""
    calls = [call for cell in _code_cells(course) for call in quiz_calls(cell.source)]
    unknown = {name for is_set, name in calls if not is_set} - course.written.keys()
    return {name for _, name in calls} | {meant_question(course, name) for name in unknown}


def _code_cells(course: Course) -> Iterator[Cell]:
    for notebook in course.notebooks.values():
        yield from (cell for cell in notebook.cells if cell.kind == "code")


RULES = (
    check_codes_are_unique,
    check_objectives_exist,
    check_objectives_are_asked,
    check_sources_exist,
    check_data_sources_exist,
    check_questions_are_shown,
)
