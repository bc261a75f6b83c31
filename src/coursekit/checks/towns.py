"""Rules of towns and countries: what they name exists, and somebody looks again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..content.config import CONFIG
from ..content.course import SOURCES
from ..content.reading import did_you_mean, fault
from ..content.towns import problems_of_other_towns
from ..errors import Problem
from ..facts import last_day
from ..model import Course
from ..numbers import format_date
from ..towns import Contact
from .places import Places


def check_config_agrees_with_the_default_town(course: Course, places: Places) -> Iterator[Problem]:
    """`jupyter-book build .` reads `_config.yml`: it says what the default town says."""
    if not course.local.is_default or not course.local.town:
        return
    where = ("parse", "myst_substitutions", "town")
    given: Any = places.file(CONFIG).data
    for key in where:
        given = given.get(key, {}) if isinstance(given, dict) else {}
    values = course.local.values("en")
    known = {"name", "of", "in", *(["country"] if course.local.country else [])}
    for key, text in given.items() if isinstance(given, dict) else ():
        own = values.get(f"town.{key}", text)
        if key in known and text != own:
            what = f"'{text}' is not what {_file(course)} says: '{own}'."
            yield places.problem(CONFIG, (*where, key), what, "Write the same in both files.")


def check_institutions_are_known(course: Course, places: Places) -> Iterator[Problem]:
    known = course.local.institutions
    for file, place, kept in course.local.kept():
        where = getattr(kept, "where", None)
        if where and where not in known:
            what = f"there is no institution '{where}'."
            todo = f"{did_you_mean(where, known)}Correct the name, or add it to {_file(course)}."
            yield _problem(places, file, (*place, "where"), what, todo)


def check_sources_of_towns(course: Course, places: Places) -> Iterator[Problem]:
    local = course.local
    named = [(file, place, kept.source) for file, place, kept in local.kept()]
    for name, partner in (local.town.partners if local.town else {}).items():
        named.append((_file(course), ("partners", name), partner.source))
    for file, place, sources in named:
        for source in sources or ():
            if source not in course.sources and not course.is_unread(SOURCES, source):
                what = f"there is no source '{source}'."
                todo = f"{did_you_mean(source, course.sources)}Correct it, or add it to {SOURCES}."
                yield _problem(places, file, (*place, "source"), what, todo)


def check_figures_of_the_town(course: Course, places: Places) -> Iterator[Problem]:
    town = course.local.town
    is_told = any(course.is_unread(file, "*") for file in course.local.facts)
    for n, name in enumerate((town and town.figures) or ()):
        unread = any(course.is_unread(file, name) for file in course.local.facts)
        if name not in course.facts and not unread and not is_told:
            what = f"there is no fact '{name}'."
            todo = f"{did_you_mean(name, course.facts)}Correct the name, or add the fact."
            yield _problem(places, _file(course), ("figures", n), what, todo)


def check_languages_have_a_name(course: Course, places: Places) -> Iterator[Problem]:
    from babel import Locale

    town = course.local.town
    for n, code in enumerate((town and town.languages) or ()):
        if code not in Locale("en").languages:
            what, todo = f"'{code}' is the code of no language.", "Write a code such as ro or uk."
            yield _problem(places, _file(course), ("languages", n), what, todo)


def check_logo_is_there(course: Course, places: Places) -> Iterator[Problem]:
    town = course.local.town
    if not town or not town.logo or course.is_unread(_file(course)):
        return
    if not (course.root / course.local.folder / town.logo.file).is_file():
        what, todo = f"there is no file '{town.logo.file}'.", f"Put it beside {_file(course)}."
        yield _problem(places, _file(course), ("logo", "file"), what, todo)


def check_country_is_known(course: Course, places: Places) -> Iterator[Problem]:
    local = course.local
    if local.town and not local.country and not course.is_unread(local.country_file):
        what = f"nothing is known of the country '{local.town.country}'."
        todo = f"Write countries/{local.town.country}/country.yml, or country.yml beside town.yml."
        yield _problem(places, _file(course), ("country",), what, todo)


def check_other_towns(course: Course, places: Places) -> Iterator[Problem]:
    """Who changes the course hears of every town that it breaks."""
    yield from problems_of_other_towns(course.root, course.local.folder)


def warn_of_stale_contacts(course: Course, places: Places, today: date) -> Iterator[Problem]:
    for file, place, kept in course.local.kept():
        if kept.review and last_day(kept.review) < today:
            what = f"the review was due in {format_date(kept.review, 'en')} ({kept.owner})."
            todo = "Ask whether it still holds, then set `read` and `review` anew."
            yield _problem(places, file, (*place, "review"), what, todo)


def warn_of_odd_contacts(course: Course, places: Places, today: date) -> Iterator[Problem]:
    for file, place, kept in course.local.kept():
        for inner, what, todo in kept.odd_formats() if isinstance(kept, Contact) else ():
            yield _problem(places, file, (*place, *inner), what, todo)


def _problem(
    places: Places, file: str, place: tuple[str | int, ...], what: str, todo: str
) -> Problem:
    return fault(places.file(file), (), place, what, todo)


def _file(course: Course) -> str:
    return f"{course.local.folder}/town.yml"


RULES = (
    check_config_agrees_with_the_default_town,
    check_country_is_known,
    check_institutions_are_known,
    check_sources_of_towns,
    check_figures_of_the_town,
    check_languages_have_a_name,
    check_logo_is_there,
    check_other_towns,
)
WARNINGS = (warn_of_stale_contacts, warn_of_odd_contacts)
