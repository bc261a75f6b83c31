"""Tests over the whole course: which sets of questions they take, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from .markdown import to_html
from .parts import Markdown, Name, Part, Text, Whole

Fault = tuple[tuple[str | int, ...], str, str]
"""A place inside the test, what is wrong there, what to do."""


class CourseTest(Part):
    """What all tests have; a set is taken over all topics."""

    title: Text
    intro: Markdown | None = None

    @property
    def sets(self) -> list[str]:
        """Names of the sets it takes its questions from."""
        raise NotImplementedError

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the shape of the keys."""
        yield from ()

    def own_data(self) -> dict[str, Any]:
        """What the page needs to know beyond the questions."""
        raise NotImplementedError

    def intro_html(self) -> str:
        html = to_html(self.intro) if self.intro else ""
        return html if html.startswith("<") or not html else f"<p>{html}</p>"


class FormsTest(CourseTest):
    """Parallel forms, of which a learner meets one; `after` is the test it is compared with."""

    forms: Annotated[list[Name], Field(min_length=2)]
    after: Name | None = None

    @property
    def sets(self) -> list[str]:
        return self.forms

    def faults(self) -> Iterator[Fault]:
        for n, form in enumerate(self.forms):
            if form in self.forms[:n]:
                yield ("forms", n), f"the form '{form}' stands here twice.", "Keep one of the two."

    def own_data(self) -> dict[str, Any]:
        return {"after": self.after}


class DrawnTest(CourseTest):
    """Questions drawn from a bank by a seed; `mark` is what passes, in per cent."""

    draw: Whole
    bank: Name = Field(alias="from")
    mark: Whole = Field(alias="pass")

    @property
    def sets(self) -> list[str]:
        return [self.bank]

    def faults(self) -> Iterator[Fault]:
        if self.mark > 100:
            yield ("pass",), f"{self.mark} per cent cannot be reached.", "Write at most 100."

    def own_data(self) -> dict[str, Any]:
        return {"draw": self.draw, "pass": self.mark}
