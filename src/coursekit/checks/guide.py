"""Rules of the trainer's guide: what its pages name is in the course."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.forms import FORMS, SHEETS
from ..content.guide import ANSWERS, FORM, SHEET, guide_calls, known_names
from ..content.questions import QUESTIONS
from ..content.reading import did_you_mean
from ..errors import Problem
from ..model import Course
from ..parts import short
from .places import Places

_TODO = {
    ANSWERS: "Name a question that has wrong answers with a `says`, as `<topic>.<name>`.",
    FORM: f"Name a form of {FORMS}.",
    SHEET: f"Name a sheet of {SHEETS}.",
}


def check_names_in_the_guide(course: Course, places: Places) -> Iterator[Problem]:
    for page, text in course.documents.items():
        for directive, name, line in guide_calls(text):
            known = known_names(course, directive)
            if name not in known and not _is_unread(course, directive, name):
                todo = _TODO.get(directive, "Name a topic that is taught, as its folder is called.")
                what = f"`{directive}` cannot show '{short(name)}'."
                yield Problem(f"{page}.md", line, what, did_you_mean(name, known) + todo)


def _is_unread(course: Course, directive: str, name: str) -> bool:
    """Whether a problem of another file says already why the thing is missing."""
    topic, _, entry = name.partition(".")
    if directive == ANSWERS:
        return course.is_unread(QUESTIONS.format(topic), entry)
    if directive in (FORM, SHEET):
        return course.is_unread(FORMS if directive == FORM else SHEETS, name)
    return course.is_unread(f"modules/{topic}/lecture.ipynb")


RULES = (check_names_in_the_guide,)
