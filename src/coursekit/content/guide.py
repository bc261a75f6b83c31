"""The trainer's guide: its pages, its directives, and what they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..model import Course

CHECKLIST = "session-checklist"
ANSWERS = "expected-answers"
NOTES = "trainers-notes"
FORM = "evaluation-form"
SHEET = "empty-sheet"
GUIDE = (CHECKLIST, ANSWERS, NOTES, FORM, SHEET)

_BLOCK = re.compile(
    rf"^(?P<fence>`{{3,}}|:{{3,}})\{{(?P<name>{'|'.join(GUIDE)})\}}[ \t]*(?P<argument>.*)\n"
    r"(?P<content>(?:.*\n)*?)(?P=fence)",
    re.MULTILINE,
)


def known_names(course: Course, directive: str) -> Collection[str]:
    """What a directive of the guide can name."""
    if directive == ANSWERS:
        return [name for name, one in course.questions.items() if one.wrong_answers()]
    known = {FORM: course.forms, SHEET: course.sheets}
    return known.get(directive) or [n for n, topic in course.topics.items() if topic.objectives]


def guide_calls(text: str) -> Iterator[tuple[str, str, int]]:
    """What the directives of a document name: directive, name, line."""
    for block in _BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        if block["name"] != ANSWERS:
            yield block["name"], block["argument"].strip(), line
            continue
        for n, name in enumerate(block["content"].splitlines(), 1):
            if name.strip():
                yield ANSWERS, name.strip(), line + n
