"""Rules of the links: every target inside the course exists, with its anchor."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ..content.course import GLOSSARY, PAGE_FOLDERS, SOURCES, WORDING
from ..content.found import is_file
from ..content.good_practice import CASE, PAGE
from ..content.questions import QUESTIONS
from ..content.tests import TESTS
from ..errors import Problem
from ..markdown import links as links_in
from ..model import Course
from ..parts import short
from ..values import FIGURES_PAGE
from .places import Places

GLOSSARY_PAGE = "book/glossary.md"
REFERENCES_PAGE = "book/references.md"
FIGURES = f"{FIGURES_PAGE}.md"

_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_CODE = re.compile(r"(`+)(?!\{)[^`\n]+?\1")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
_LABEL = re.compile(r"^\(([\w-]+)\)=\s*$", re.MULTILINE)
_OUTSIDE = re.compile(r"^(https?|mailto|tel):", re.IGNORECASE)
_TODO = "Correct the address, or add what it leads to."


def check_notebook_links(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            if cell.kind != "markdown":
                continue
            for link in _LINK.findall(_CODE.sub("", cell.source)):
                if fault := _fault(course, notebook.path, link):
                    yield Problem(notebook.path, cell.line, f"cell '{cell.id}': {fault}", _TODO)


def check_addresses_are_sources(course: Course, places: Places) -> Iterator[Problem]:
    """A page of a topic names its sources by their entries, where date and licence stand."""
    known = {source.url for source in course.sources.values()}
    for notebook in course.notebooks.values():
        for cell in notebook.cells if notebook.topic and not course.is_unread(SOURCES) else ():
            for link in _LINK.findall(cell.source) if cell.kind == "markdown" else ():
                if link.startswith("http") and link not in known:
                    what = f"cell '{cell.id}': the address '{short(link)}' belongs to no source."
                    todo = f"Add it to {SOURCES} and link its entry: {REFERENCES_PAGE}#<id>."
                    yield Problem(notebook.path, cell.line, what, todo)


def check_document_links(course: Course, places: Places) -> Iterator[Problem]:
    for page, text in course.documents.items():
        for number, line in enumerate(text.splitlines(), 1):
            for link in _LINK.findall(_CODE.sub("", line)):
                if fault := _fault(course, f"{page}.md", link):
                    yield Problem(f"{page}.md", number, fault, _TODO)


def check_question_links(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        path = QUESTIONS.format(topic.name)
        for full, question in topic.questions.items():
            for place, fault in _faults_in(course, path, question.model_dump()):
                yield places.in_question(full, place, fault, _TODO)
        for full, broken in topic.broken.items():
            for place, fault in _faults_in(course, path, broken.data):
                yield places.in_question(full, place, fault, _TODO)


def check_data_links(course: Course, places: Places) -> Iterator[Problem]:
    """Pages in `book/`, such as the glossary, show these files, so links start from there."""
    files = ((GLOSSARY, course.glossary), (WORDING, course.wording), (TESTS, course.tests))
    for path, entries in files:
        for name, entry in entries.items():
            for place, fault in _faults_in(course, GLOSSARY_PAGE, entry.model_dump()):
                yield places.in_entry(path, name, place, fault, _TODO)


def check_links_of_good_practice(course: Course, places: Places) -> Iterator[Problem]:
    for name, case in course.good_practice.items():
        data = case.model_dump(by_alias=True)
        for (key, *place), fault in _faults_in(course, f"{PAGE.format(name)}.md", data):
            yield places.in_entry(CASE.format(name), key, tuple(place), fault, _TODO)


def _faults_in(course: Course, origin: str, data: Any) -> Iterator[tuple[tuple, str]]:
    for place, text in _texts(data, ()):
        for link in links_in(text):
            if fault := _fault(course, origin, link):
                yield place, fault


def _texts(data: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple, str]]:
    """Every text inside nested data with the place where it stands."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _texts(value, (*place, n))


def _fault(course: Course, origin: str, link: str) -> str:
    """What is wrong with a link in a file of the course, or an empty text."""
    if _OUTSIDE.match(link):
        return ""
    if not link:
        return "a link has no address."
    path, _, anchor = link.partition("#")
    target = _target(origin, unquote(path))
    if target.startswith(("../", "/")) or target == "..":
        return f"the link '{short(link)}' leads out of the course."
    if course.is_unread(target):
        return ""
    if not is_file(course.root / target):
        return f"the link '{short(link)}' leads nowhere."
    if target.endswith((".md", ".ipynb")) and target.partition("/")[0] not in PAGE_FOLDERS:
        return f"the link '{short(link)}' leads to a file that is not a page of the course."
    if anchor and not _has_anchor(course, target, anchor):
        return f"the link '{short(link)}' leads to a place that '{target}' does not have."
    return ""


def _target(origin: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(origin), path)) if path else origin


def _has_anchor(course: Course, target: str, anchor: str) -> bool:
    if target == GLOSSARY_PAGE and _has_entry(course, GLOSSARY, course.glossary, anchor):
        return True
    if target == REFERENCES_PAGE and _has_entry(course, SOURCES, course.sources, anchor):
        return True
    if target == FIGURES and anchor in course.facts:
        return True
    text = _markdown_of(course, target)
    return anchor in map(_slug, _HEADING.findall(text)) or anchor in _LABEL.findall(text)


def _has_entry(course: Course, path: str, entries: dict[str, Any], name: str) -> bool:
    return name in entries or course.is_unread(path, name)


def _markdown_of(course: Course, target: str) -> str:
    page = posixpath.splitext(target)[0]
    if page in course.notebooks:
        cells = course.notebooks[page].cells
        return "\n\n".join(cell.source for cell in cells if cell.kind == "markdown")
    return course.documents.get(page, "")


def _slug(heading: str) -> str:
    words = re.sub(r"[^\w\s-]", "", heading.lower())
    return re.sub(r"\s", "-", words.strip())


RULES = (
    check_notebook_links,
    check_addresses_are_sources,
    check_document_links,
    check_question_links,
    check_data_links,
    check_links_of_good_practice,
)
