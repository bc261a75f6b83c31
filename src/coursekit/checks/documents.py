"""Rules of the text pages in `book/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.config import CONFIG
from ..content.reading import unknown_placeholder
from ..errors import Problem
from ..markdown import placeholders
from ..model import Course
from .notebooks import find_html
from .places import Places

_FENCE = re.compile(r"^(```+|~~~+).*?^\1", re.MULTILINE | re.DOTALL)


def check_documents_have_no_html(course: Course, places: Places) -> Iterator[Problem]:
    for page, text in course.documents.items():
        blanked = _FENCE.sub(lambda fence: "\n" * fence.group().count("\n"), text)
        for number, line in enumerate(blanked.splitlines(), 1):
            if tag := find_html(line):
                todo = "Use Markdown or a MyST directive."
                yield Problem(f"{page}.md", number, f"HTML is not allowed here ('{tag}').", todo)


def check_placeholders_of_documents(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(CONFIG):
        return
    for page, text in course.documents.items():
        for number, line in enumerate(text.splitlines(), 1):
            for name in placeholders(line):
                if name not in course.values:
                    yield Problem(f"{page}.md", number, *unknown_placeholder(name, course.values))


RULES = (check_documents_have_no_html, check_placeholders_of_documents)
