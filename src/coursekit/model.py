"""The course as values: what `content` reads and everything else works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from .bundle import SOURCE
from .facts import Fact
from .numbers import Unit
from .parts import Address, LanguageCode, Markdown, Names, Part, Text, is_name
from .towns import Local

if TYPE_CHECKING:
    from .charts import Chart
    from .course_tests import CourseTest
    from .diploma import Diploma
    from .forms import Form, Sheet
    from .good_practice import Europe, GoodPractice, Vocabulary
    from .numbers import Unit
    from .questions import Question
    from .statement import Examined, Statement
    from .tables import Table
    from .tasks import Card, Task
    from .tools import Tool


class Source(Part):
    """Where a figure or a statement comes from."""

    title: Text
    language: LanguageCode = SOURCE
    """Of the title, as the source gives it."""
    publisher: Text
    url: Address
    date: Text
    licence: Text
    accessed: Text
    note: Text = ""
    short: Text = ""
    """What a link to the source says in a text; the publisher if left out."""


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
    avoid: Annotated[list[Text], Field(min_length=1)]
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
    course_line: int = 1
    """Where minutes and objectives stand in the file."""

    @property
    def page(self) -> str:
        return self.path.removesuffix(".ipynb")

    @property
    def topic(self) -> str:
        return topic_of(self.page)


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
    tasks: tuple[str, ...] = ()
    """Full ids of the exercises that are filled in on the page, in order."""
    widgets: frozenset[str] = frozenset()
    """The functions its notebook calls to show something: `quiz`, `workbook`, `tool`, …; the
    directives that its document holds: `good-practice`, …"""

    @property
    def topic(self) -> str:
        """Name of the topic the page belongs to, or an empty text."""
        return topic_of(self.id)

    @property
    def is_solution(self) -> bool:
        return self.id.startswith("solutions/")

    @property
    def is_guide(self) -> bool:
        """Whether the page is one of the trainer's guide."""
        return self.id == GUIDE or self.id.startswith(f"{GUIDE}/")


GUIDE = "book/for-trainers"
"""The first page of the trainer's guide; the others lie in the folder of this name."""

TOPIC_FOLDERS = ("modules", "exercises", "solutions")
TOPIC_PARTS = (
    "modules/{}/lecture",
    "modules/{}/case",
    "exercises/{}/individual",
    "solutions/{}/individual",
)


def topic_of(page: str) -> str:
    """Name of the topic a page belongs to, or an empty text."""
    folder, _, rest = page.partition("/")
    return rest.partition("/")[0] if folder in TOPIC_FOLDERS else ""


@dataclass(frozen=True)
class Broken:
    """A question with a fault, as its author wrote it: the rules judge what can be read of it."""

    data: Any

    @property
    def objective(self) -> str:
        return self._text("objective")

    @property
    def set(self) -> str:
        return self._text("set")

    @property
    def source(self) -> list[str]:
        given = self._value("source")
        return [name for name in (given if isinstance(given, list) else [given]) if is_name(name)]

    def _text(self, key: str) -> str:
        given = self._value(key)
        return given if is_name(given) else ""

    def _value(self, key: str) -> Any:
        return self.data.get(key) if isinstance(self.data, dict) else None


@dataclass(frozen=True)
class Topic:
    """One topic: a folder name in `modules/`, `exercises/` and `solutions/`."""

    name: str
    objectives: dict[str, str]
    questions: dict[str, Question]
    """Full id → question, of those without a fault."""
    broken: dict[str, Broken] = field(default_factory=dict)
    """Full id → question, of those with one."""
    tasks: dict[str, Task] = field(default_factory=dict)
    """Full id → exercise, of those without a fault."""

    @property
    def written(self) -> dict[str, Question | Broken]:
        """All questions of the file."""
        return {**self.questions, **self.broken}


@dataclass(frozen=True)
class Course:
    """The whole course tree."""

    root: Path
    title: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What `{{ town.name }}` and the like stand for."""
    units: dict[str, Unit] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    fact_files: dict[str, str] = field(default_factory=dict)
    """Fact → the file in which it stands."""
    local: Local = field(default_factory=Local)
    """The town for which the course is read, with its country."""
    uses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Page → the facts that it shows."""
    is_localised: bool = False
    """Whether this is a tree that `localise` has written."""
    shares: dict[str, float] = field(default_factory=dict)
    """Pages of a tree in another language that are not wholly translated → the share that is."""
    sources: dict[str, Source] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    wording: dict[str, Wording] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    tools: dict[str, Tool] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    """Phrase in another language than the text around it → code of the language."""
    standard: Any = None
    """What every taught module must have, where the course sets a standard."""
    wording_exceptions: dict[str, dict[str, str]] = field(default_factory=dict)
    """Page or file → terms to avoid that it may hold, with the reason."""
    tables: dict[str, Table] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    tests: dict[str, CourseTest] = field(default_factory=dict)
    diploma: Diploma | None = None
    """What the certificate asks for, where the course gives one."""
    statement: Statement | None = None
    """The accessibility statement, where the course makes one."""
    examined: Examined | None = None
    """What programs found on all pages, where a run was recorded."""
    forms: dict[str, Form] = field(default_factory=dict)
    """Forms for evaluation, each with all that it asks."""
    sheets: dict[str, Sheet] = field(default_factory=dict)
    """Lists that a trainer prints."""
    good_practice: dict[str, GoodPractice] = field(default_factory=dict)
    """The cases, by country and town."""
    vocabulary: Vocabulary | None = None
    """The words by which cases of good practice are found."""
    europe: Europe | None = None
    """The outlines of the map."""
    topics: dict[str, Topic] = field(default_factory=dict)
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    """Page → text, of the pages that are Markdown files."""
    pages: tuple[Page, ...] = ()
    unread: frozenset[tuple[str, ...]] = frozenset()
    """What is wanted but could not be read, as a problem says: `(path,)` or `(path, entry)`."""

    def is_unread(self, path: str, name: str = "") -> bool:
        """Whether a problem says already why a file, or an entry of it, cannot be read."""
        return (path,) in self.unread or (path, name) in self.unread

    @property
    def questions(self) -> dict[str, Question]:
        return {
            name: question
            for topic in self.topics.values()
            for name, question in topic.questions.items()
        }

    @property
    def written(self) -> dict[str, Question | Broken]:
        """All questions by full id, also those with a fault."""
        return {
            name: question
            for topic in self.topics.values()
            for name, question in topic.written.items()
        }

    def in_set(self, name: str) -> dict[str, Question | Broken]:
        """All questions of a set by full id, over all topics in the reader's order."""
        order = dict.fromkeys([*(page.topic for page in self.path), *self.topics])
        topics = [self.topics[topic] for topic in order if topic in self.topics]
        return {
            full: question
            for topic in topics
            for full, question in topic.written.items()
            if question.set == name
        }

    @property
    def tasks(self) -> dict[str, Task]:
        return {name: task for topic in self.topics.values() for name, task in topic.tasks.items()}

    @property
    def path(self) -> tuple[Page, ...]:
        """The learner's path: every page but the solutions and the trainer's guide."""
        return tuple(page for page in self.pages if not (page.is_solution or page.is_guide))

    def pages_of(self, topic: str) -> list[Page]:
        """The pages of a topic on the learner's path."""
        return [page for page in self.path if page.topic == topic]

    def module_title(self, topic: str) -> str:
        """What a module is called in the contents."""
        return self.pages_of(topic)[0].part

    @property
    def guide(self) -> tuple[Page, ...]:
        """The pages of the trainer's guide."""
        return tuple(page for page in self.pages if page.is_guide)
