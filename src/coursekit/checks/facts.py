"""Rules of the register of figures: sources, units, sums, and what must not contradict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..content.course import SOURCES
from ..content.facts import UNITS
from ..content.reading import did_you_mean
from ..content.tables import CSV
from ..errors import Problem
from ..facts import CellOf, Fact, agrees, evaluate, last_day, names_in
from ..model import Course
from ..numbers import format_date, plain_number
from ..tables import cell
from .places import Places
from .tables import fault_of_cell


def check_sources_of_facts(course: Course, places: Places) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        for n, source in enumerate(fact.source):
            if source not in course.sources and not course.is_unread(SOURCES, source):
                what = f"there is no source '{source}'."
                todo = f"{did_you_mean(source, course.sources)}Correct it, or add it to {SOURCES}."
                yield _problem(course, places, name, ("source", n), what, todo)


def check_units_of_facts(course: Course, places: Places) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        if fact.unit not in course.units and not course.is_unread(UNITS, fact.unit):
            what = f"there is no unit '{fact.unit}'."
            todo = f"{did_you_mean(fact.unit, course.units)}Correct it, or add it to {UNITS}."
            yield _problem(course, places, name, ("unit",), what, todo)


def check_computed_facts(course: Course, places: Places) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        if fact.computed and (fault := _fault_of_sum(course, fact)):
            todo = "Correct the value or the formula, such as `a-fact / other-fact * 100`."
            yield _problem(course, places, name, ("computed",), fault, todo)


def check_facts_are_their_cells(course: Course, places: Places) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        if not fact.table or not (fault := _fault_of_cell(course, fact, fact.table)):
            continue
        todo = f"Correct the value, the reference, or {CSV.format(fact.table.name)}."
        yield _problem(course, places, name, ("table",), fault, todo)


def _fault_of_cell(course: Course, fact: Fact, reference: CellOf) -> str:
    if fault := fault_of_cell(course, reference):
        return fault
    number = cell(course.tables, reference)
    is_right = number is None or agrees(fact.value, number)
    return "" if is_right else f"the table has {number:.10g}, not {plain_number(fact.value)}."


def _fault_of_sum(course: Course, fact: Fact) -> str:
    if any(_is_unread(course, name) for name in names_in(fact.computed)):
        return ""
    try:
        result = evaluate(fact.computed, course.facts)
    except ValueError as error:
        return f"the formula cannot be computed: {error}."
    is_right = agrees(fact.value, result)
    return "" if is_right else f"the formula gives {result:.10g}, not {plain_number(fact.value)}."


def _is_unread(course: Course, name: str) -> bool:
    """Whether a problem says already what is wrong with a fact."""
    unread = (course.is_unread(path, name) for path in course.local.facts)
    return name not in course.facts and any(unread)


def check_facts_do_not_contradict(course: Course, places: Places) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        if not fact.same_as:
            continue
        twin = course.facts.get(fact.same_as)
        if _is_unread(course, fact.same_as):
            continue
        if twin is None:
            what = f"there is no fact '{fact.same_as}'."
            todo = f"{did_you_mean(fact.same_as, course.facts)}Correct the name."
            yield _problem(course, places, name, ("same_as",), what, todo)
        elif (fact.value, fact.unit) != (twin.value, twin.unit):
            what = f"it contradicts '{fact.same_as}', which says {plain_number(twin.value)}."
            todo = "Correct one of the two; if both are right, say in what they differ."
            yield _problem(course, places, name, ("value",), what, todo)


def check_weak_facts(course: Course, places: Places) -> Iterator[Problem]:
    for page, names in course.uses.items():
        for name in names:
            fact = course.facts[name]
            if fact.confidence == "low" and not fact.weak:
                what = f"a figure of low confidence is used on the page '{page}'."
                todo = "Use a better one; or add `weak: true` where the lesson is on weak evidence."
                yield _problem(course, places, name, ("confidence",), what, todo)


def warn_of_stale_facts(course: Course, places: Places, today: date) -> Iterator[Problem]:
    for name, fact in course.facts.items():
        if last_day(fact.review) < today:
            what = f"the review was due in {format_date(fact.review, 'en')} ({fact.owner})."
            todo = "Look for a newer figure at the source, then set `read` and `review` anew."
            yield _problem(course, places, name, ("review",), what, todo)


def _problem(
    course: Course, places: Places, name: str, place: tuple[str | int, ...], what: str, todo: str
) -> Problem:
    return places.in_entry(course.fact_files[name], name, place, what, todo)


RULES = (
    check_sources_of_facts,
    check_units_of_facts,
    check_computed_facts,
    check_facts_are_their_cells,
    check_facts_do_not_contradict,
    check_weak_facts,
)
WARNINGS = (warn_of_stale_facts,)
