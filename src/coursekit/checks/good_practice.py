"""Rules of the cases of good practice: known words, a place on the map, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.contents import DIRECTIVE, title_of
from ..content.course import SOURCES
from ..content.good_practice import CASE, EUROPE, FOLDER, PAGE, VOCABULARY
from ..content.reading import did_you_mean
from ..errors import Problem
from ..good_practice import GoodPractice, Vocabulary
from ..maps import is_on_map
from ..model import Course
from ..parts import short
from .places import Places

_DIRECTIVE = "good-practice"
_KINDS = ("problems", "audiences", "channels")


def check_words_of_cases_are_known(course: Course, places: Places) -> Iterator[Problem]:
    if not course.vocabulary:
        return
    for name, case in course.good_practice.items():
        for key, words, known in _words(course.vocabulary, case):
            for word in words:
                if word not in known:
                    todo = f"{did_you_mean(word, known)}Use one of {VOCABULARY}, or add it there."
                    what = f"the word '{word}' is not known."
                    yield places.in_entry(CASE.format(name), key, (), what, todo)


def _words(
    vocabulary: Vocabulary, case: GoodPractice
) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Each key with its words in a case, and the words there are."""
    yield "size", [case.size], vocabulary.sizes
    for kind in _KINDS:
        yield kind, getattr(case, kind), getattr(vocabulary, kind)


def check_sources_of_cases_exist(course: Course, places: Places) -> Iterator[Problem]:
    for name, case in course.good_practice.items():
        for source in case.source:
            if source not in course.sources and not course.is_unread(SOURCES, source):
                todo = f"{did_you_mean(source, course.sources)}Correct it, or add it to {SOURCES}."
                what = f"there is no source '{source}'."
                yield places.in_entry(CASE.format(name), "source", (), what, todo)


def check_sources_of_the_map_exist(course: Course, places: Places) -> Iterator[Problem]:
    for source in course.europe.source if course.europe else ():
        if source not in course.sources and not course.is_unread(SOURCES, source):
            what = f"there is no source '{source}'."
            yield places.in_entry(EUROPE, "source", (), what, f"Add it to {SOURCES}.")


def check_cases_are_on_the_map(course: Course, places: Places) -> Iterator[Problem]:
    for name, case in course.good_practice.items():
        if not is_on_map(case.place.lon, case.place.lat):
            what = "the place is not on the map of Europe."
            todo = "Write degrees, such as {lat: 44.17, lon: 28.64}: first north, then east."
            yield places.in_entry(CASE.format(name), "place", (), what, todo)
        if course.europe and case.code not in course.europe.countries:
            todo = f"Use two capital letters, such as RO; those of the map stand in {EUROPE}."
            what = f"the map has no country '{short(case.code)}'."
            yield places.in_entry(CASE.format(name), "code", (), what, todo)


def check_countries_have_one_name(course: Course, places: Places) -> Iterator[Problem]:
    first: dict[str, tuple[str, GoodPractice]] = {}
    for name, case in course.good_practice.items():
        other, known = first.setdefault(case.code, (name, case))
        if case.country != known.country:
            what = f"'{case.code}' is called '{short(known.country)}' in the case '{other}'."
            todo = "Write the same name in both, or correct the code."
            yield places.in_entry(CASE.format(name), "country", (), what, todo)


def check_each_case_has_its_page(course: Course, places: Places) -> Iterator[Problem]:
    for name, case in course.good_practice.items():
        page = PAGE.format(name)
        if course.is_unread(f"{page}.md") or course.is_unread(f"{page}.ipynb"):
            continue
        text = course.documents.get(page)
        if text is None:
            todo = f"Write {page}.md: its title, and `{{{_DIRECTIVE}}} {name}` in a fence."
            yield Problem(CASE.format(name), 1, f"the case '{name}' has no page.", todo)
        elif title_of(text) != case.title:
            what = f"the title is not that of the case, '{short(case.title)}'."
            yield Problem(f"{page}.md", 1, what, f"Write the same in {CASE.format(name)}.")


def check_each_page_has_its_case(course: Course, places: Places) -> Iterator[Problem]:
    folder = PAGE.format("")
    for page, text in course.documents.items():
        shown = _cases_on(text)
        for line, name in shown:
            if page != PAGE.format(name):
                what = f"the case '{short(name)}' is shown on a page of another name."
                yield Problem(f"{page}.md", line, what, f"Show it in {PAGE.format(name)}.md only.")
            elif name not in course.good_practice and not course.is_unread(CASE.format(name)):
                todo = f"Correct the name, or write {CASE.format(name)}."
                what = f"there is no case '{short(name)}' in {FOLDER}/."
                hint = did_you_mean(name, course.good_practice)
                yield Problem(f"{page}.md", line, what, hint + todo)
        if page.startswith(folder) and not shown:
            name = page.removeprefix(folder)
            todo = f"Write `{{{_DIRECTIVE}}} {name}` in a fence."
            yield Problem(f"{page}.md", 1, "the page shows no case.", todo)


def _cases_on(text: str) -> list[tuple[int, str]]:
    """The line and the name of every case that a page shows."""
    return [
        (text.count("\n", 0, match.start()) + 1, match[2])
        for match in DIRECTIVE.finditer(text)
        if match[1] == _DIRECTIVE
    ]


RULES = (
    check_words_of_cases_are_known,
    check_sources_of_cases_exist,
    check_sources_of_the_map_exist,
    check_cases_are_on_the_map,
    check_countries_have_one_name,
    check_each_case_has_its_page,
    check_each_page_has_its_case,
)
