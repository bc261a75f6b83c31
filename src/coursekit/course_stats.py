"""The whole course in numbers: words, minutes, questions, exercises, pictures, readability."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .content.calls import chart_calls
from .markdown import PLACEHOLDER
from .model import Cell, Course, Notebook, Page
from .prose import lix, prose_of, words

LEVELS = ("recall", "understand", "apply")
FEWEST_WORDS = 80
"""A page with less running text than this has no average worth the name."""

_NOT_FOR_LEARNERS = "remove-cell"
_IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)|```\{(?:image|figure)\} +(\S+)")


@dataclass(frozen=True)
class PageStats:
    """One page: `words` of running text without tables, `lix` where there is enough of it."""

    page: Page
    words: int
    lix: int | None


@dataclass(frozen=True)
class CourseStats:
    """Sums over the course; `minutes` are a learner's alone, `group_minutes` those of groups."""

    modules: int
    pages: tuple[PageStats, ...]
    minutes: int
    group_minutes: int
    kinds: Counter[str]
    levels: Counter[str]
    exercises: int
    charts: int
    diagrams: int
    practices: int
    task_words: int
    """Words in the texts of questions and exercises."""
    facts: int
    sources: int

    @property
    def words(self) -> int:
        return sum(page.words for page in self.pages)

    @property
    def questions(self) -> int:
        return self.kinds.total()

    @property
    def apply_share(self) -> int:
        """Per cent of the questions that apply a rule in a new situation."""
        return round(100 * self.levels["apply"] / max(self.questions, 1))


def lesson_text(notebook: Notebook) -> str:
    """The running text that learners read on a page: no tables, no cells left out of it."""
    return "\n".join(running_text(cell.source) for cell in lesson_cells(notebook))


def lesson_cells(notebook: Notebook) -> Iterator[Cell]:
    for cell in notebook.cells:
        if cell.kind == "markdown" and _NOT_FOR_LEARNERS not in cell.tags:
            yield cell


def running_text(markdown: str) -> str:
    """The sentences of Markdown, with a number in the place of each figure."""
    return prose_of(PLACEHOLDER.sub("0", markdown))


def readability(text: str) -> int | None:
    """The LIX of a page; None where it has too little running text."""
    return lix(text) if len(text.split()) >= FEWEST_WORDS else None


def count_course(course: Course) -> CourseStats:
    """All numbers of a course without problems."""
    pages = [page for page in course.path if page.topic]
    group = sum(page.minutes for page in pages if page.id.endswith("/group"))
    questions = course.questions.values()
    return CourseStats(
        modules=sum(bool(topic.objectives) for topic in course.topics.values()),
        pages=tuple(_count_page(course, page) for page in pages),
        minutes=sum(page.minutes for page in pages) - group,
        group_minutes=group,
        kinds=Counter(question.kind for question in questions),
        levels=Counter(question.level for question in questions),
        exercises=len(course.tasks),
        charts=len(_charts(course)),
        diagrams=len(_diagrams(course)),
        practices=sum(page.id.startswith("book/good-practice/") for page in course.pages),
        task_words=_words_of([*course.questions.values(), *course.tasks.values()]),
        facts=len(course.facts),
        sources=len(course.sources),
    )


def _count_page(course: Course, page: Page) -> PageStats:
    notebook = course.notebooks.get(page.id)
    text = lesson_text(notebook) if notebook else prose_of(course.documents.get(page.id, ""))
    return PageStats(page, len(words(text)), readability(text))


def _charts(course: Course) -> set[str]:
    """Charts that a page shows, be it a lesson or the page of all charts."""
    cells = (cell for page in course.notebooks.values() for cell in page.cells)
    return {name for cell in cells if cell.kind == "code" for name in chart_calls(cell.source)}


def _diagrams(course: Course) -> set[tuple[str, str]]:
    """Pictures of the lessons, each once: (topic, file)."""
    return {
        (page.topic, one or other)
        for page in course.notebooks.values()
        if page.topic
        for cell in lesson_cells(page)
        for one, other in _IMAGE.findall(cell.source)
    }


def _words_of(parts: list[Any]) -> int:
    texts = (text for part in parts for text in _texts(part.model_dump(exclude_unset=True)))
    return sum(len(words(text)) for text in texts)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        if " " in data:  # names and kinds are no text
            yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
