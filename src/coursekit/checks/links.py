"""Rules of the links: every target inside the course exists, with its anchor."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from ..errors import Problem
from ..markdown import links as links_in
from ..model import Course
from .places import Places

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE = re.compile(r"(`+)(?!\{)[^`\n]+?\1")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
_LABEL = re.compile(r"^\(([\w-]+)\)=\s*$", re.MULTILINE)
_OUTSIDE = re.compile(r"^(https?|mailto|tel):", re.IGNORECASE)


def check_notebook_links(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            if cell.kind != "markdown":
                continue
            for link in _LINK.findall(_CODE.sub("", cell.source)):
                if fault := _fault(course, notebook.path, link):
                    yield Problem(notebook.path, cell.line, f"cell '{cell.id}': {fault}", _TODO)


def check_page_links(course: Course, places: Places) -> Iterator[Problem]:
    for path in sorted((course.root / "book").rglob("*.md")):
        name = path.relative_to(course.root).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for link in _LINK.findall(_CODE.sub("", line)):
                if fault := _fault(course, name, link):
                    yield Problem(name, number, fault, _TODO)


def check_question_links(course: Course, places: Places) -> Iterator[Problem]:
    for full, question in course.questions.items():
        path = f"modules/{full.partition('.')[0]}/questions.yml"
        for place, text in _texts(question.model_dump(), ()):
            for link in links_in(text):
                if fault := _fault(course, path, link):
                    yield places.in_question(full, place, fault, _TODO)


_TODO = "Correct the address, or add what it leads to."


def _texts(data: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text inside nested data with the place where it stands."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _texts(value, (*place, str(n)))


def _fault(course: Course, origin: str, link: str) -> str:
    """What is wrong with a link in a file of the course, or an empty text."""
    if _OUTSIDE.match(link):
        return ""
    path, _, anchor = link.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path)) if path else origin
    if target.startswith("..") or not (course.root / target).is_file():
        return f"the link '{link}' leads nowhere."
    if anchor and anchor not in _anchors(course, target):
        return f"the link '{link}' leads to a place that '{target}' does not have."
    return ""


def _anchors(course: Course, target: str) -> set[str]:
    if target == "book/glossary.md":
        return set(course.glossary)
    if target == "book/references.md":
        return set(course.sources)
    text = _markdown_of(course, target)
    headings = {_slug(heading) for heading in _HEADING.findall(text)}
    return headings | set(_LABEL.findall(text))


def _markdown_of(course: Course, target: str) -> str:
    notebook = course.notebooks.get(target.removesuffix(".ipynb"))
    if notebook:
        return "\n\n".join(cell.source for cell in notebook.cells if cell.kind == "markdown")
    return (course.root / target).read_text("utf-8") if target.endswith(".md") else ""


def _slug(heading: str) -> str:
    words = re.sub(r"[^\w\s-]", "", heading.lower())
    return re.sub(r"\s", "-", words.strip())


RULES = (check_notebook_links, check_page_links, check_question_links)
