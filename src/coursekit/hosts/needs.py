"""What a page needs for what it shows: scripts, and style sheets.

A page has in itself the styles of its text, so that it is painted at once. Those of what the
questions' script and its extensions draw lie in a file beside each script: a learner loads them
once, and a script runs when they are there.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..scripts import EXTENSIONS, QUESTIONS
from . import offline, slides

QUESTION_STYLES = ("controls.css", "quiz.css", "page-done.css")
STYLES = ("page.css", *QUESTION_STYLES)
WIDGETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "group_work": ("host-group", ("group/",)),
    "workbook": ("host-workbook", ("own-data.css", "workbook/")),
    "tool": ("host-tools", ("tools/",)),
    "practice": ("host-practice", ("tools/", "practice/")),
    "chart": ("", ("chart.css",)),
    "my_course": (
        "host-my-course",
        ("own-data.css", "share.css", "my-course.css", "certificate.css"),
    ),
    "course_test": ("host-test", ("share.css", "test/")),
    "good-practice": ("", ("good-practice.css",)),
    "session-checklist": ("", ("guide.css",)),
    "evaluation-form": ("", ("guide.css",)),
    "empty-sheet": ("", ("guide.css",)),
    "good-practice-library": ("host-good-practice", ("good-practice.css",)),
    "schedule": ("host-schedule", ("schedule/",)),
    "printed-codes": ("host-codes", ("codes.css",)),
    "check-diploma": ("host-verify", ("verify/",)),
    "group_results": ("host-group-results", ("own-data.css", "group-results.css")),
}
"""What shows a widget on a page → the script and the style sheets that the page needs.

It is the function that a notebook calls, the widget of a tool, or the directive of a document.
"""
FIGURES = "host-figures"
SPEAKER = "host-speaker"
OFFER_STYLES = ("share.css", "offline/")
SEARCH_HOST, SEARCH_STYLE = "host-search", "search.css"
LATER = ("host-docx", "host-ics", "host-board", "host-code")
"""Scripts that a page fetches when they are wanted."""
SCRIPTS = (
    QUESTIONS,
    FIGURES,
    slides.HOST,
    SPEAKER,
    SEARCH_HOST,
    *(script for script, _ in WIDGETS.values() if script),
    *LATER,
    offline.HOST,
)

STYLED = {QUESTIONS: QUESTION_STYLES} | {
    script: sheets for script, sheets in WIDGETS.values() if script in EXTENSIONS
}
"""A script → the style sheets in the file beside it."""


def sheets_inside(sheets: Iterable[str], linked: Iterable[str]) -> tuple[str, ...]:
    """The style sheets that a page has in itself; `linked` are scripts that bring theirs."""
    apart = {sheet for script in linked for sheet in STYLED[script]}
    return tuple(sheet for sheet in dict.fromkeys([*STYLES, *sheets]) if sheet not in apart)
