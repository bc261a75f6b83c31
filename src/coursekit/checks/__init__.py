"""Every rule of the content, one small function per rule, and the one call that runs them all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..content.course import load_course
from ..errors import ContentProblems, Problem
from ..model import Course
from . import (
    chart_calls,
    charts,
    course_tests,
    digits,
    diploma,
    documents,
    facts,
    good_practice,
    guide,
    language,
    links,
    modules,
    notebooks,
    questions,
    slides,
    statement,
    tables,
    tasks,
    tools,
    topics,
    towns,
    translations,
)
from .places import Places

RULES = (
    *topics.RULES,
    *questions.RULES,
    *notebooks.RULES,
    *slides.RULES,
    *links.RULES,
    *documents.RULES,
    *guide.RULES,
    *tasks.RULES,
    *tools.RULES,
    *good_practice.RULES,
    *modules.RULES,
    *language.RULES,
    *tables.RULES,
    *charts.RULES,
    *chart_calls.RULES,
    *course_tests.RULES,
    *diploma.RULES,
    *statement.RULES,
    *facts.RULES,
    *digits.RULES,
    *translations.RULES,
    *towns.RULES,
)
WARNINGS = (*facts.WARNINGS, *towns.WARNINGS, *statement.WARNINGS)


def check_course(root: Path, town: str = "") -> tuple[Course, list[Problem]]:
    """The course and all its problems, sorted by file and line; `town` as in `load_course`."""
    course, problems = load_course(root, town)
    if course.is_localised:
        return course, sorted(set(problems))  # the rules were kept where it comes from
    places = Places(root)
    for rule in RULES:
        problems.extend(rule(course, places))
    return course, sorted(set(problems))


def check_warnings(course: Course, today: date) -> list[Problem]:
    """What should be mended soon; nothing is held up by it."""
    places = Places(course.root)
    return sorted({warning for rule in WARNINGS for warning in rule(course, places, today)})


def load_sound_course(root: Path, town: str = "") -> Course:
    """The course if it has no problem; raises ContentProblems with all of them."""
    course, problems = check_course(root, town)
    if problems:
        raise ContentProblems(problems)
    return course


def recheck_translations(course: Course) -> Course:
    """The same for a course without problems of which nothing but translations has changed."""
    problems = [p for rule in translations.RULES for p in rule(course, Places(course.root))]
    if problems:
        raise ContentProblems(sorted(set(problems)))
    return course
