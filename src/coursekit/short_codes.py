"""Short codes by which a question or an exercise on paper is found again in the course."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .markdown import to_text
from .model import Course, Page
from .questions import Question
from .tasks import Task

SIGNS = "23479CDFHJKLMNPQRTVWXY"
"""No vowels, so that no code is a word; no signs that are mistaken for one another by hand."""
LENGTH = 5


@dataclass(frozen=True)
class Printed:
    """A question or an exercise that stands on paper, and where it stands in the site."""

    name: str
    page: str
    title: str
    code: str

    @property
    def address(self) -> str:
        """From the root of the site."""
        return f"{self.page}.html#{self.name}"


def short_code(name: str) -> str:
    """The code of a full id. It follows from the id alone: what is printed holds for ever."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
    code = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(SIGNS))
        code += SIGNS[place]
    return code


def read_code(typed: str) -> str:
    """A code as somebody types it: small letters, spaces and hyphens do not matter."""
    return re.sub(r"[\s-]", "", typed).upper()


def printed(course: Course) -> dict[str, Printed]:
    """Everything that has a code, by full id, in the reader's order."""
    found: dict[str, Printed] = {}
    questions, tasks = course.questions, course.tasks
    for page in course.path:
        if page.topic:
            for name, title in _shown(page, questions, tasks):
                found.setdefault(name, Printed(name, page.id, title, short_code(name)))
    return found


def _shown(
    page: Page, questions: Mapping[str, Question], tasks: Mapping[str, Task]
) -> Iterator[tuple[str, str]]:
    for name in page.questions:
        yield name, to_text(questions[name].prompt)
    for name in page.tasks:
        yield name, f"{tasks[name].code} {tasks[name].title}"


def twins(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Ids that have the code of an earlier one: the id, and the earlier one."""
    first: dict[str, str] = {}
    for name in names:
        earlier = first.setdefault(short_code(name), name)
        if earlier != name:
            yield name, earlier
