"""Rules of the tests that need the rest of the course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..content.calls import test_calls
from ..content.questions import QUESTIONS
from ..content.reading import did_you_mean
from ..content.tests import TESTS
from ..course_tests import DrawnTest, FormsTest
from ..errors import Problem
from ..model import Broken, Course
from ..questions import KINDS, Question
from .places import Places

FOLDER = "book/"
"""Where the pages of tests stand: links in the questions are made to fit it."""


def check_test_calls(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(TESTS):
        return
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            for name in test_calls(cell.source) if cell.kind == "code" else ():
                if name not in course.tests and not course.is_unread(TESTS, name):
                    what = f"cell '{cell.id}': there is no test '{name}'."
                    todo = f"{did_you_mean(name, course.tests)}Correct it, or add it to {TESTS}."
                    yield Problem(notebook.path, cell.line, what, todo)
                elif not notebook.path.startswith(FOLDER):
                    what = f"cell '{cell.id}': a test cannot stand on this page."
                    yield Problem(notebook.path, cell.line, what, f"Put it on a page in {FOLDER}.")


def check_no_topic_is_called_test(course: Course, places: Places) -> Iterator[Problem]:
    """Results are kept under `test.<name>`, where the answers of such a topic would be."""
    if "test" in course.topics and course.tests:
        what = "a topic cannot be called 'test': results of tests are kept under this name."
        yield Problem(QUESTIONS.format("test"), 1, what, "Rename its folders.")


def check_tests_have_questions(course: Course, places: Places) -> Iterator[Problem]:
    if _has_unread_questions(course):
        return
    for name, test in course.tests.items():
        for place, wanted in _set_places(test):
            found, least = len(course.in_set(wanted)), getattr(test, "draw", 1)
            if not found:
                todo = f"Correct the name, or give questions `set: {wanted}`."
                what = f"no question belongs to the set '{wanted}'."
                yield places.in_entry(TESTS, name, place, what, todo)
            elif found < least:
                what = f"{least} questions are drawn, but the set '{wanted}' has {found}."
                todo = "Draw fewer, or write more questions."
                yield places.in_entry(TESTS, name, ("draw",), what, todo)


def _has_unread_questions(course: Course) -> bool:
    return any(course.is_unread(QUESTIONS.format(name)) for name in course.topics)


def _set_places(test: object) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(test, FormsTest):
        return [(("forms", n), form) for n, form in enumerate(test.forms)]
    return [(("from",), test.bank)] if isinstance(test, DrawnTest) else []


def check_forms_are_parallel(course: Course, places: Places) -> Iterator[Problem]:
    if _has_unread_questions(course):
        return
    for name, test in course.tests.items():
        if isinstance(test, FormsTest):
            yield from _form_faults(course, places, name, test)


def _form_faults(course: Course, places: Places, name: str, test: FormsTest) -> Iterator[Problem]:
    counts = [_objectives(course, form) for form in test.forms]
    first = counts[0]
    if not all(counts) or any("" in key for count in counts for key in count):
        return
    for n, count in enumerate(counts[1:], 1):
        what = f"'{test.forms[0]}' and '{test.forms[n]}' "
        todo = "Parallel forms ask the same objectives equally often."
        if count.total() != first.total():
            what += f"differ in size: {first.total()} and {count.total()} questions."
            yield places.in_entry(TESTS, name, ("forms", n), what, todo)
        elif count != first:
            names = ", ".join(sorted(".".join(key) for key in (first - count) + (count - first)))
            yield places.in_entry(
                TESTS, name, ("forms", n), f"{what}differ in objectives: {names}.", todo
            )


def _objectives(course: Course, form: str) -> Counter[tuple[str, str]]:
    """How often a form asks for each objective, as (topic, objective)."""
    asked = course.in_set(form).items()
    return Counter((full.partition(".")[0], question.objective) for full, question in asked)


def check_comparisons(course: Course, places: Places) -> Iterator[Problem]:
    for name, test in course.tests.items():
        after = test.after if isinstance(test, FormsTest) else None
        if not after or course.is_unread(TESTS, after):
            continue
        earlier = course.tests.get(after)
        if not earlier or after == name:
            what = f"there is no other test '{after}'."
            yield places.in_entry(TESTS, name, ("after",), what, "Use the name of one.")
        elif set(earlier.sets) != set(test.sets):
            what = f"'{after}' has other forms."
            yield places.in_entry(TESTS, name, ("after",), what, "Give both the same forms.")


def check_tests_can_be_scored(course: Course, places: Places) -> Iterator[Problem]:
    for wanted in dict.fromkeys(name for test in course.tests.values() for name in test.sets):
        for full, question in course.in_set(wanted).items():
            if not _is_graded(question):
                what = f"a question without a score is in the set '{wanted}' of a test."
                yield places.in_question(full, ("kind",), what, "Take it out, or change its kind.")


def _is_graded(question: Question | Broken) -> bool:
    if isinstance(question, Broken):
        kind = question.data.get("kind") if isinstance(question.data, dict) else None
        return not isinstance(kind, str) or kind not in KINDS or KINDS[kind].graded
    return question.graded


RULES = (
    check_test_calls,
    check_no_topic_is_called_test,
    check_tests_have_questions,
    check_forms_are_parallel,
    check_comparisons,
    check_tests_can_be_scored,
)
