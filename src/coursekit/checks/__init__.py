"""Every rule of the content, one small function per rule, and the one call that runs them all."""

from __future__ import annotations

from pathlib import Path

from ..content.course import load_course
from ..errors import ContentProblems, Problem
from ..model import Course
from . import (
    chart_calls,
    charts,
    course_tests,
    documents,
    language,
    links,
    modules,
    notebooks,
    questions,
    tables,
    tasks,
    tools,
    topics,
)
from .places import Places

RULES = (
    *topics.RULES,
    *questions.RULES,
    *notebooks.RULES,
    *links.RULES,
    *documents.RULES,
    *tasks.RULES,
    *tools.RULES,
    *modules.RULES,
    *language.RULES,
    *tables.RULES,
    *charts.RULES,
    *chart_calls.RULES,
    *course_tests.RULES,
)


def check_course(root: Path) -> tuple[Course, list[Problem]]:
    """The course and all its problems, sorted by file and line."""
    course, problems = load_course(root)
    places = Places(root)
    for rule in RULES:
        problems.extend(rule(course, places))
    return course, sorted(set(problems))


def load_sound_course(root: Path) -> Course:
    """The course if it has no problem; raises ContentProblems with all of them."""
    course, problems = check_course(root)
    if problems:
        raise ContentProblems(problems)
    return course
