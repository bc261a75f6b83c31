"""The course as values: what `content` reads and everything else works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .parts import Markdown, Names, Part, Text

if TYPE_CHECKING:
    from .questions import Question


class Source(Part):
    """Where a figure or a statement comes from."""

    title: Text
    publisher: Text
    url: Text
    date: Text
    licence: Text
    accessed: Text
    note: Text = ""


class Term(Part):
    """One entry of the glossary; `check` is S (seen in its source) or K (to be compared)."""

    term: Text
    definition: Markdown
    source: Names
    area: Literal["people", "rules", "integration", "communication"]
    check: Literal["S", "K"]


class Wording(Part):
    """What to say, what to avoid, and why."""

    say: Text
    avoid: list[Text]
    why: Markdown
    source: Names


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook; `line` is where it stands in the file."""

    id: str
    kind: str
    source: str
    tags: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Notebook:
    """A notebook as written: its cells, minutes and objectives."""

    path: str
    cells: tuple[Cell, ...]
    minutes: int
    objectives: dict[str, str]
    """Objective ids with their sentences (in a lecture) or with empty texts (elsewhere)."""
    has_outputs: bool = False

    @property
    def page(self) -> str:
        return self.path.removesuffix(".ipynb")


@dataclass(frozen=True)
class Page:
    """One page of the book, in the reader's order."""

    id: str
    """Path without ending, such as `modules/people-words-duties/lecture`."""
    title: str
    part: str
    minutes: int = 0
    questions: tuple[str, ...] = ()
    """Full ids of the questions on the page, in order."""

    @property
    def topic(self) -> str:
        """Name of the topic the page belongs to, or an empty text."""
        folder, _, rest = self.id.partition("/")
        return rest.partition("/")[0] if folder in ("modules", "exercises", "solutions") else ""

    @property
    def is_solution(self) -> bool:
        return self.id.startswith("solutions/")


@dataclass(frozen=True)
class Topic:
    """One topic: a folder name in `modules/`, `exercises/` and `solutions/`."""

    name: str
    objectives: dict[str, str]
    questions: dict[str, Question]
    """Full id → question."""


@dataclass(frozen=True)
class Course:
    """The whole course tree."""

    root: Path
    title: str
    values: dict[str, str] = field(default_factory=dict)
    """What `{{ town.name }}` and the like stand for."""
    sources: dict[str, Source] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    wording: dict[str, Wording] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()

    @property
    def questions(self) -> dict[str, Question]:
        return {
            name: question
            for topic in self.topics.values()
            for name, question in topic.questions.items()
        }

    @property
    def path(self) -> tuple[Page, ...]:
        """The reader's path: every page but the solutions."""
        return tuple(page for page in self.pages if not page.is_solution)
