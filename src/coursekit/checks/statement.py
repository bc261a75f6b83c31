"""Rules of the accessibility statement: its sources exist, and somebody looks again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..content.course import SOURCES
from ..content.reading import did_you_mean
from ..content.statement import STATEMENT
from ..errors import Problem
from ..facts import last_day
from ..model import Course
from ..numbers import format_date
from .places import Places


def check_sources_of_the_statement(course: Course, places: Places) -> Iterator[Problem]:
    for name in course.statement.source if course.statement else ():
        if name not in course.sources and not course.is_unread(SOURCES, name):
            what = f"there is no source '{name}'."
            todo = f"{did_you_mean(name, course.sources)}Correct the name, or add it to {SOURCES}."
            yield places.problem(STATEMENT, ("source",), what, todo)


def warn_of_a_stale_statement(course: Course, places: Places, today: date) -> Iterator[Problem]:
    if course.statement and last_day(course.statement.review) < today:
        what = f"the review was due by {format_date(course.statement.review, 'en')}."
        todo = "Examine the pages again, then set `reviewed` and `review` anew."
        yield places.problem(STATEMENT, ("review",), what, todo)


RULES = (check_sources_of_the_statement,)
WARNINGS = (warn_of_a_stale_statement,)
