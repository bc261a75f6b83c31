"""What changed between two versions of a course, and what a town has to look at again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .content.course import load_course
from .content.facts import read_register
from .content.found import Found
from .errors import ContentProblems, CourseError, Problem
from .facts import Fact, names_in
from .model import Course
from .numbers import plain_number
from .questions import Question

_RIGHT = {"right", "answer", "tolerance", "accept", "column", "actual"}
"""The keys of a question that say what is right."""

_ORDERED = ("ordering", "matching")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Version:
    """One version of the course, read with the town; `problems` are those of the town's files."""

    course: Course
    shared: Mapping[str, Fact]
    """The facts that come with the version: all but those of a town beside the default one."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Change:
    """One thing that is new, gone, or another now; `what` says it in words."""

    kind: str
    """`new`, `gone` or `changed`; of a question also `answer`."""
    id: str
    title: str
    what: str = ""


@dataclass(frozen=True)
class Changes:
    """Everything that changed, by part, and what the town has to check again."""

    questions: tuple[Change, ...]
    """Those whose right answer or revision changed come first."""
    facts: tuple[Change, ...]
    pages: tuple[Change, ...]
    checks: tuple[Change, ...]


def read_version(root: Path, town: str) -> Version:
    """A version with the town; raises where the version itself cannot be read."""
    course, problems = load_course(root, town)
    own = _own_file(course)
    paths = [path for path in course.local.facts if path != own]
    shared = read_register(root, paths, course.sources, Found())[0].facts
    folder = "" if course.local.is_default else course.local.folder
    others = [one for one in problems if not folder or not one.path.startswith(f"{folder}/")]
    if others:
        told = ContentProblems(others)
        raise CourseError(f"{root}: this version has problems of its own.\n{told}")
    return Version(course, shared, tuple(problems))


def compare(old: Version, new: Version) -> Changes:
    """What is different in the new version."""
    questions = list(_questions(old.course.questions, new.course.questions))
    facts = list(_facts(old.shared, new.shared))
    return Changes(
        questions=tuple(sorted(questions, key=lambda change: change.kind != "answer")),
        facts=tuple(facts),
        pages=tuple(_pages(old.course, new.course)),
        checks=tuple(_checks(old, new, {change.id for change in facts})),
    )


def _questions(old: Mapping[str, Question], new: Mapping[str, Question]) -> Iterator[Change]:
    for name, question in new.items():
        before = old.get(name)
        if before is None:
            yield Change("new", name, question.prompt)
        elif answer := _answer_changed(before, question):
            yield Change("answer", name, question.prompt, answer)
        elif before != question:
            yield Change(
                "changed", name, question.prompt, "The words changed; what is right stays."
            )
    yield from (Change("gone", name, old[name].prompt) for name in old if name not in new)


def _answer_changed(old: Question, new: Question) -> str:
    if old.kind != new.kind or _answer_of(old) != _answer_of(new):
        counted = f" (revision {old.revision} to {new.revision})"
        return f"The right answer is another one{counted if old.revision != new.revision else ''}."
    if old.revision != new.revision:
        return f"Revision {old.revision} to {new.revision}: learners answer it anew."
    return ""


def _answer_of(question: Question) -> list[tuple[tuple[Any, ...], Any]]:
    """What is right, by place; of items in an order, the order."""
    data = question.model_dump(by_alias=True)
    order = [list(data[key]) for key in ("items", "pairs") if key in data]
    found = [(path, value) for path, value in _leaves(data, ()) if _RIGHT & set(path)]
    found = sorted(
        (pair for pair in found if pair[1] is not False or "answer" in pair[0]), key=repr
    )
    return [*found, ((), order if question.kind in _ORDERED else [])]


def _leaves(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(value, (*path, key))
    elif path[-1] not in ("says", "text") and data is not None:
        yield path, data


def _facts(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Iterator[Change]:
    for name, fact in new.items():
        if name not in old:
            yield Change("new", name, fact.statement)
        elif what := _other(old[name], fact):
            yield Change("changed", name, fact.statement, what)
    yield from (Change("gone", name, old[name].statement) for name in old if name not in new)


def _own_file(course: Course) -> str:
    return "" if course.local.is_default else f"{course.local.folder}/facts.yml"


def _other(old: Fact, new: Fact) -> str:
    pairs = (
        ("value", plain_number(old.value), plain_number(new.value)),
        ("unit", old.unit, new.unit),
        ("date", old.date, new.date),
        ("statement", old.statement, new.statement),
    )
    named = [f"{what} {a} to {b}" for what, a, b in pairs[:3] if a != b]
    if not named and old.statement != new.statement:
        named = ["the statement has other words"]
    return "; ".join(named)


def _pages(old: Course, new: Course) -> Iterator[Change]:
    before, after = _texts(old), _texts(new)
    titles = {page.id: page.title for page in (*old.pages, *new.pages)}
    for course in (old, new):
        titles |= {name: part.title for name, part in {**course.tasks, **course.cards}.items()}
    for page, text in after.items():
        if page not in before:
            yield Change("new", page, titles.get(page, page))
        elif what := _difference(before[page], text):
            yield Change("changed", page, titles.get(page, page), what)
    yield from (
        Change("gone", page, titles.get(page, page)) for page in before if page not in after
    )


def _texts(course: Course) -> dict[str, dict[str, str]]:
    """Page → its passages by name: cells of a notebook, paragraphs of a document.

    Exercises and cards count as pages too: their passages are the keys of their entry.
    """
    texts = {
        page: {cell.id: cell.source for cell in notebook.cells}
        for page, notebook in course.notebooks.items()
    }
    for name, part in {**course.tasks, **course.cards}.items():
        texts[name] = {key: repr(value) for key, value in part.model_dump().items()}
    for page, text in course.documents.items():
        texts[page] = {part: part for part in _PARAGRAPH.split(text.strip())}
    return texts


def _difference(old: dict[str, str], new: dict[str, str]) -> str:
    changed = sum(old[name] != text for name, text in new.items() if name in old)
    counts = (
        ("changed", changed),
        ("new", sum(name not in old for name in new)),
        ("gone", sum(name not in new for name in old)),
    )
    named = ", ".join(f"{count} {what}" for what, count in counts if count)
    return f"Passages: {named}." if named else ""


def _checks(old: Version, new: Version, changed: set[str]) -> Iterator[Change]:
    """What the town has to look at: its own figures beside those that changed, and new faults."""
    course, own = new.course, _own_file(new.course)
    for name, fact in course.facts.items():
        if course.fact_files[name] == own and (what := _touched(fact, name, changed)):
            yield Change("check", name, fact.statement, what)
    for name in (course.local.town and course.local.town.figures) or ():
        if name in changed and name in course.facts:
            what = "The page of the town shows it."
            yield Change("check", name, course.facts[name].statement, what)
        elif name not in course.facts:
            yield Change("check", name, name, "The page of the town shows it, and it is gone.")
    for problem in new.problems:
        if problem not in old.problems:
            place = f"{problem.path}:{problem.line}"
            yield Change("check", place, problem.what, problem.todo)


def _touched(fact: Fact, name: str, changed: set[str]) -> str:
    """Why one of the town's own figures has to be looked at again, or an empty text."""
    if name in changed:
        return "It takes the place of a figure of the course that has changed."
    if fact.same_as in changed:
        return f"It must agree with '{fact.same_as}', which has changed."
    used = sorted(changed & set(names_in(fact.computed)))
    return f"It is computed from what has changed: {', '.join(used)}." if used else ""
