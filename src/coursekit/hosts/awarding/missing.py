"""Who of a roster does not meet the conditions yet, and what each of them lacks."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...award.results import NoResults, conditions_of, read_results
from ...award.roster import Participant
from ...model import Course
from ...render import catalogue

_SAID = {
    "quizzes": "quizzes passed: {n} of {m}",
    "test": "the final test is not passed",
    "exercises": "exercises: {n} of {m} rated, or their average is too low",
    "capstone": "the final plan has too few points, or is not rated as a whole",
}
MOST_NAMED = 4


@dataclass(frozen=True)
class Lack:
    """Somebody, and what is missing; people with nothing missing are not in the list."""

    person: Participant
    missing: tuple[str, ...]

    def __str__(self) -> str:
        return f"line {self.person.line}: {self.person.name}: {'; '.join(self.missing)}"


def lacking(course: Course, people: Iterable[Participant], hours: float) -> list[Lack]:
    """`attended` asks for the hours; `supervised` also for what the results file shows."""
    assert course.diploma
    known, share = catalogue(course), course.diploma.attendance
    seen: dict[bytes, int] = {}
    found = [
        Lack(
            person,
            (*_hours(person, hours, share), *_results(person, known), *_copied(person, seen)),
        )
        for person in people
    ]
    return [lack for lack in found if lack.missing]


def _copied(person: Participant, seen: dict[bytes, int]) -> Iterator[str]:
    """A results file of which another has handed in a copy; `seen` is filled."""
    if not person.results or person.level != "supervised":
        return
    digest = hashlib.sha256(person.results.read_bytes()).digest()
    if (line := seen.setdefault(digest, person.line)) != person.line:
        yield f"the results file is the same as in line {line}"


def _hours(person: Participant, hours: float, share: int) -> Iterator[str]:
    if person.hours > hours:
        yield f"{person.hours:g} hours attended, but the class had {hours:g}"
    elif person.hours * 100 < share * hours - 1e-9 or not person.hours:
        yield f"{person.hours:g} of {hours:g} hours attended, {share}% are asked for"


def _results(person: Participant, known: dict[str, Any]) -> Iterator[str]:
    if person.level != "supervised":
        return
    if not person.results:
        yield "no results file: 'supervised' says that somebody looked at it"
        return
    try:
        results = read_results(person.results)
    except NoResults as error:
        yield f"{person.results.name}: {error}"
        return
    if results["name"] and _plain(results["name"]) != _plain(person.name):
        yield f"{person.results.name} is by another name: {results['name'][:60]!r}"
    for condition in conditions_of(known, results):
        if not condition.is_met:
            yield _SAID[condition.name].format(n=condition.n, m=condition.m) + _named(
                condition.open
            )


def _plain(name: str) -> str:
    """A name as people write it in a hurry: case and accents do not matter."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in letters if sign.isalpha())


def _named(titles: tuple[str, ...]) -> str:
    """What is left to do, as far as one reads it."""
    if len(titles) < 2:
        return ""
    more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
    return f" (left: {', '.join(titles[:MOST_NAMED])}{more})"
