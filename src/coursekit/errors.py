"""What the user is told: where, what, what to do next.

CourseError               something the user can mend; the command line prints it
└── ContentProblems       all the problems found in the course tree, at once
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in the course tree: `path:line`, what is wrong, what to do."""

    path: str
    line: int
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}\n  {self.todo}"


class CourseError(Exception):
    """Something the user can mend; the message says what and how."""


class ContentProblems(CourseError):
    """The course tree has problems; nothing is built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
