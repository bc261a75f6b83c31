"""Rules of the text pages in `book/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem
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


RULES = (check_documents_have_no_html,)
