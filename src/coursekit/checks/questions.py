"""Rules of the questions that need the rest of the course."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.course import questions_of
from ..errors import Problem
from ..model import Course
from .places import Places

OWN_RULE = "course"
"""The source of a rule that the course itself sets."""


def check_objectives_exist(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        for full, question in topic.questions.items():
            if question.objective not in topic.objectives:
                known = ", ".join(topic.objectives) or "none yet"
                what = f"there is no objective '{question.objective}'."
                todo = f"Use one of the lecture's objectives: {known}."
                yield places.in_question(full, ("objective",), what, todo)


def check_objectives_are_asked(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        asked = {question.objective for question in topic.questions.values()}
        for objective in topic.objectives:
            if objective not in asked:
                yield Problem(
                    f"modules/{topic.name}/lecture.ipynb",
                    1,
                    f"no question asks for the objective '{objective}'.",
                    f"Add one to modules/{topic.name}/questions.yml.",
                )


def check_sources_exist(course: Course, places: Places) -> Iterator[Problem]:
    known = {OWN_RULE, *course.sources}
    for full, question in course.questions.items():
        for source in question.source:
            if source not in known:
                what = f"there is no source '{source}'."
                yield places.in_question(full, ("source",), what, "Add it to data/sources.yml.")


def check_data_sources_exist(course: Course, places: Places) -> Iterator[Problem]:
    for name, entries in (("glossary", course.glossary), ("wording", course.wording)):
        for key, entry in entries.items():
            for source in entry.source:
                if source not in course.sources:
                    yield places.problem(
                        f"data/{name}.yml",
                        (key, "source"),
                        f"'{key}': there is no source '{source}'.",
                        "Add it to data/sources.yml.",
                    )


def check_questions_are_shown(course: Course, places: Places) -> Iterator[Problem]:
    shown = {
        name
        for notebook in course.notebooks.values()
        for name in questions_of(notebook, course.topics)
    }
    for full in course.questions:
        if full not in shown:
            todo = f'Show it in a notebook with quiz("{full}"), or give it a `set` that is shown.'
            yield places.in_question(full, (), "is not shown in any notebook.", todo)


RULES = (
    check_objectives_exist,
    check_objectives_are_asked,
    check_sources_exist,
    check_data_sources_exist,
    check_questions_are_shown,
)
