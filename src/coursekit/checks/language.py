"""Rules of plain and accurate language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..content.course import WORDING
from ..content.good_practice import CASE
from ..content.questions import QUESTIONS
from ..content.standard import EXCEPTIONS, STANDARD
from ..content.tasks import TASKS
from ..course_stats import lesson_text, readability, running_text
from ..errors import Problem
from ..markdown import MANY_TEXTS
from ..model import Course, Wording
from ..parts import short
from ..prose import hardest, has_phrase, plain_phrase, without_quotations
from .places import Places

_READ_IN_CASES = {
    *("summary", "problem", "message", "did", "partners", "cost", "results", "gap"),
    *("lessons", "to_try", "question"),
}

_SAID_BY_OTHERS = {"weak", "marks", "mistakes", "near", "accept"}
"""Parts of questions and exercises that show wrong or clumsy words on purpose."""


def check_pages_are_easy_to_read(course: Course, places: Places) -> Iterator[Problem]:
    if not course.standard:
        return
    for notebook in course.notebooks.values():
        text = lesson_text(notebook) if notebook.topic else ""
        index = readability(text)
        if index and index > course.standard.lix:
            hard = "; ".join(f"“{short(one)}”" for one in hardest(text))
            what = f"the text is hard to read (LIX {index}, at most {course.standard.lix})."
            todo = f"Use shorter sentences and words. The hardest: {hard}. ({STANDARD})"
            yield Problem(notebook.path, 1, what, todo)


def check_guide_is_easy_to_read(course: Course, places: Places) -> Iterator[Problem]:
    for page in course.guide if course.standard and course.standard.guide_lix else ():
        text = running_text(course.documents.get(page.id, ""))
        index = readability(text)
        if index and index > course.standard.guide_lix:
            hard = "; ".join(f"“{short(one)}”" for one in hardest(text))
            what = f"the text is hard to read (LIX {index}, at most {course.standard.guide_lix})."
            todo = f"Use shorter sentences and words. The hardest: {hard}. ({STANDARD})"
            yield Problem(f"{page.id}.md", 1, what, todo)


def check_words_of_the_guide(course: Course, places: Places) -> Iterator[Problem]:
    for page in course.guide:
        path = f"{page.id}.md"
        allowed = course.wording_exceptions.get(path, {})
        for number, line in enumerate(course.documents.get(page.id, "").splitlines(), 1):
            for phrase, wording in _avoided(course, line, allowed):
                yield Problem(path, number, _what(phrase), _todo(wording))


def check_words_of_notebooks(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        allowed = course.wording_exceptions.get(notebook.path, {})
        for cell in notebook.cells if notebook.topic else ():
            if cell.kind == "markdown":
                for phrase, wording in _avoided(course, cell.source, allowed):
                    what = f"cell '{cell.id}': {_what(phrase)}"
                    yield Problem(notebook.path, cell.line, what, _todo(wording))


def check_words_of_questions_and_tasks(course: Course, places: Places) -> Iterator[Problem]:
    for entries, file in ((course.questions, QUESTIONS), (course.tasks, TASKS)):
        for full, entry in entries.items():
            topic, _, name = full.partition(".")
            path = file.format(topic)
            allowed = course.wording_exceptions.get(path, {})
            for place, text in _own_words(entry.model_dump(exclude_unset=True), ()):
                for phrase, wording in _avoided(course, text, allowed):
                    yield places.in_entry(path, name, place, _what(phrase), _todo(wording))


def check_good_practice_is_easy_to_read(course: Course, places: Places) -> Iterator[Problem]:
    """Each case in itself: on the page its texts are one."""
    for name, case in course.good_practice.items() if course.standard else ():
        texts = [text for _, text in _own_words(case.model_dump(include=_READ_IN_CASES), ())]
        text = "\n".join(map(running_text, texts))
        index = readability(text)
        if index and index > course.standard.lix:
            hard = "; ".join(f"“{short(one)}”" for one in hardest(text))
            what = f"the text is hard to read (LIX {index}, at most {course.standard.lix})."
            todo = f"Use shorter sentences and words. The hardest: {hard}. ({STANDARD})"
            yield Problem(CASE.format(name), 1, what, todo)


def check_words_of_good_practice(course: Course, places: Places) -> Iterator[Problem]:
    for name, case in course.good_practice.items():
        path = CASE.format(name)
        allowed = course.wording_exceptions.get(path, {})
        for (key, *place), text in _own_words(case.model_dump(by_alias=True), ()):
            for phrase, wording in _avoided(course, text, allowed):
                yield places.in_entry(path, key, tuple(place), _what(phrase), _todo(wording))


def check_exceptions_are_used(course: Course, places: Places) -> Iterator[Problem]:
    for page, terms in course.wording_exceptions.items():
        path = course.root / page
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        plain = plain_phrase(text)
        for term in terms:
            if not has_phrase(plain, term):
                what = f"'{short(page)}' does not hold '{short(term)}'."
                yield places.problem(EXCEPTIONS, (page, term), what, "Delete the exception.")


def _own_words(data: Any, place: tuple) -> Iterator[tuple[tuple, str]]:
    """Every text that speaks with the course's own voice: no options, no examples."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            is_option = key == "text" and "says" in data
            if key not in _SAID_BY_OTHERS and not is_option:
                yield from _own_words(value, (*place, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _own_words(value, (*place, n))


def _avoided(course: Course, text: str, allowed: dict[str, str]) -> Iterator[tuple[str, Wording]]:
    if "FICTIONAL" in text:
        return
    own = _in_own_words(text)
    for wording in course.wording.values():
        for phrase in wording.avoid:
            if phrase not in allowed and has_phrase(own, phrase):
                yield phrase, wording


@lru_cache(maxsize=MANY_TEXTS)
def _in_own_words(text: str) -> str:
    return plain_phrase(without_quotations(text))


def _what(phrase: str) -> str:
    return f"the course avoids the words '{short(phrase)}'."


def _todo(wording: Wording) -> str:
    return (
        f"Say: {wording.say}. If the words are spoken about, put them in quotation marks, "
        f"or name the exception in {EXCEPTIONS}. ({WORDING})"
    )


RULES = (
    check_pages_are_easy_to_read,
    check_guide_is_easy_to_read,
    check_words_of_the_guide,
    check_words_of_notebooks,
    check_words_of_questions_and_tasks,
    check_good_practice_is_easy_to_read,
    check_words_of_good_practice,
    check_exceptions_are_used,
)
