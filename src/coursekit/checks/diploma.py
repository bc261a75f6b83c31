"""Rules of the certificate: everything it asks for is in the course."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..award.public import read_keys
from ..content.diploma import DIPLOMA
from ..content.diplomas import FOLDER, KEYS, diploma_files
from ..content.reading import did_you_mean
from ..content.tests import TESTS
from ..course_tests import DrawnTest
from ..diploma import Diploma
from ..errors import Problem
from ..model import Course
from .places import Places


def check_conditions_can_be_met(course: Course, places: Places) -> Iterator[Problem]:
    if course.diploma:
        for place, what, todo in _faults(course, course.diploma):
            yield places.problem(DIPLOMA, place, what, todo)


def check_published_keys(course: Course, places: Places) -> Iterator[Problem]:
    file = diploma_files(course).get(KEYS)
    if not file:
        return
    try:
        read_keys(json.loads(file.read_text("utf-8")))
    except ValueError as error:
        todo = "Take the file from the last version that was published."
        name = f"{course.local.folder}/{FOLDER}/{KEYS}"
        yield Problem(name, 1, f"the list of keys cannot be read: {error}.", todo)


def _faults(course: Course, diploma: Diploma) -> Iterator[tuple[tuple[str, ...], str, str]]:
    if not course.in_set(diploma.quizzes.set):
        what = f"no question belongs to the set '{diploma.quizzes.set}'."
        yield ("quizzes", "set"), what, "Correct the name, or give questions this `set`."
    name = diploma.exercises.name
    if not any(full.endswith(f".{name}") for full in course.tasks):
        what = f"no topic has an exercise '{name}'."
        yield ("exercises", "name"), what, "Use a name that stands in tasks.yml."
    for topic in diploma.exercises.without:
        if topic not in course.topics:
            todo = f"{did_you_mean(topic, course.topics)}Use the folder name of a topic."
            yield ("exercises", "without"), f"there is no topic '{topic}'.", todo
    yield from _test_faults(course, diploma.test)
    yield from _capstone_faults(course, diploma.capstone)


def _test_faults(course: Course, name: str | None) -> Iterator[tuple[tuple[str, ...], str, str]]:
    if name is None or course.is_unread(TESTS, name):
        return
    if not isinstance(course.tests.get(name), DrawnTest):
        what = f"there is no test '{name}' that can be passed."
        yield ("test",), what, f"Name one of {TESTS} with `draw` and `pass`."


def _capstone_faults(course: Course, name: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    task = course.tasks.get(name)
    if not task or not task.points:
        what = f"there is no exercise '{name}' that is scored in points."
        yield ("capstone",), what, "Write `<topic>.<name>` of one whose rubric has points."


RULES = (check_conditions_can_be_met, check_published_keys)
