"""Tests of the course as the page gets them: data for the widget, and HTML without JavaScript."""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import Any

from .bundle import labels
from .course_tests import FormsTest
from .model import Course
from .questions import Question
from .render import fallback, placeholder, question_data, test_entry, tests_index

_HREF = re.compile(r'href="([^"#:]+)((?:#[^"]*)?)"')
PREFIX = "test."
"""A result is stored like the answer to a question of this name; no topic is called `test`."""


def seen_from_book(value: Any, topic: str) -> Any:
    """Links in data or HTML of a question, written as seen from `modules/<topic>/`, for `book/`."""
    if isinstance(value, dict):
        return {key: seen_from_book(part, topic) for key, part in value.items()}
    if isinstance(value, list):
        return [seen_from_book(part, topic) for part in value]
    if not isinstance(value, str):
        return value

    def fitted(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join("modules", topic, link[1]))
        return f'href="{posixpath.relpath(target, "book")}{link[2]}"'

    return _HREF.sub(fitted, value)


def test_data(course: Course, name: str, live: bool = False) -> dict[str, Any]:
    """All the page needs to show one test, the one it is compared with, and their questions."""
    test = course.tests[name]
    entry = {**test_entry(course, name, live), "intro": test.intro_html()}
    after = test.after if isinstance(test, FormsTest) else None
    earlier = test_entry(course, after, live) if after in course.tests else None
    questions = [_item_data(course, full) for full in entry["items"]]
    return {"test": entry, "earlier": earlier, "questions": questions}


def _item_data(course: Course, full: str) -> dict[str, Any]:
    data = question_data(full, course.questions[full], course.sources)
    return seen_from_book(data, full.partition(".")[0])


def test_html(course: Course, name: str) -> str:
    """The placeholder of a test; without JavaScript one form, or the whole bank, with answers."""
    test, data = course.tests[name], test_data(course, name)
    forms = data["test"].get("forms")
    is_second = bool(forms and data["earlier"])
    shown = forms[is_second] if forms else data["test"]["items"]
    items = "".join(f"<li>{_item_text(course, full)}</li>" for full in shown)
    words = f"<p>{escape(labels()['testNeedsScript'])}</p>"
    text = f"<p><strong>{escape(test.title)}</strong></p>{test.intro_html()}{words}<ol>{items}</ol>"
    return placeholder("course-test", data, text, PREFIX + name)


def _item_text(course: Course, full: str) -> str:
    question = course.questions[full]
    assert isinstance(question, Question)
    html = fallback(question, question_data(full, question, course.sources))
    return seen_from_book(html, full.partition(".")[0])


def group_results_html(course: Course) -> str:
    """The placeholder of the group report: it needs the tests, but no question."""
    text = f"<p>{escape(labels()['groupNeedsScript'])}</p>"
    return placeholder("group-results", {"tests": tests_index(course)}, text)
