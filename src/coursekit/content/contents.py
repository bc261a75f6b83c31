"""Read `_toc.yml`: every page in the reader's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from ..model import Notebook, Page, Topic
from ..parts import Part, Text, short
from .calls import questions_of, widgets_in, workbooks_of
from .entries import read_mapping
from .found import Found
from .reading import closest, did_you_mean, read_model
from .yamlfile import Place, YamlFile

TOC = "_toc.yml"
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
DIRECTIVE = re.compile(r"^(?:`{3,}|:{3,})\{([a-z-]+)\}[ \t]*(.*?)[ \t]*$", re.MULTILINE)
"""The first line of a directive: its name, and what stands behind it."""


class _Entry(Part):
    file: Text
    title: Text | None = None
    sections: list[_Entry] = Field(default_factory=list)


class _Group(Part):
    caption: Text
    chapters: list[_Entry]


class _Contents(Part):
    format: Text = "jb-book"
    root: Text
    parts: list[_Group] = Field(default_factory=list)
    chapters: list[_Entry] = Field(default_factory=list)


def read_pages(
    root: Path,
    notebooks: dict[str, Notebook],
    documents: dict[str, str],
    topics: dict[str, Topic],
    found: Found,
) -> Iterator[Page]:
    """The pages that `_toc.yml` lists and that can be read."""
    file = read_mapping(root, TOC, found)
    contents = read_model(file, (), file.data, _Contents) if file.data else None
    if contents is None:
        found.unread.add((TOC,))
    else:
        known = {*notebooks, *documents}
        listed = _listed(file, contents)
        _find_missing(file, listed, known, found)
        _find_unlisted(file, listed, known)
        for name, (part, _) in listed.items():
            if name in notebooks:
                yield _notebook_page(name, part, notebooks[name], topics)
            elif name in documents:
                yield _document_page(name, part, documents[name])
    found.problems.extend(file.problems)


def _listed(file: YamlFile, contents: _Contents) -> dict[str, tuple[str, Place]]:
    """Every page in order: its part's caption and its place in the file, each page once."""
    listed: dict[str, tuple[str, Place]] = {}
    for part, name, place in _entries(contents):
        if name in listed:
            first = file.line(listed[name][1])
            what = f"the page '{short(name)}' stands here a second time (first in line {first})."
            file.problems.append(file.problem(place, what, "Keep one of the two."))
        listed.setdefault(name, (part, place))
    return listed


def _find_missing(
    file: YamlFile, listed: dict[str, tuple[str, Place]], known: set[str], found: Found
) -> None:
    for name in listed.keys() - known:
        files = {(f"{name}.ipynb",), (f"{name}.md",)}
        if not files & found.unread:
            todo = "Correct the name (without its ending), or create the file."
            what = f"there is no page '{short(name)}'."
            place = listed[name][1]
            file.problems.append(file.problem(place, what, did_you_mean(name, known) + todo))
            found.unread |= files


def _find_unlisted(file: YamlFile, listed: Iterable[str], known: set[str]) -> None:
    """Pages that are not in the table of contents; one that is only misspelt there is told."""
    meant = {closest(name, known) for name in set(listed) - known}
    for name in sorted(known - set(listed) - meant):
        what = f"the page '{name}' is not in the table of contents."
        file.problems.append(file.problem((), what, "Add it where the reader should meet it."))


def _notebook_page(name: str, part: str, notebook: Notebook, topics: dict[str, Topic]) -> Page:
    text = "\n".join(cell.source for cell in notebook.cells if cell.kind == "markdown")
    shown = questions_of(notebook, topics), workbooks_of(notebook, topics), widgets_in(notebook)
    return Page(name, title_of(text) or name, part, notebook.minutes, *shown)


def _document_page(name: str, part: str, text: str) -> Page:
    directives = frozenset(match[1] for match in DIRECTIVE.finditer(text))
    return Page(name, title_of(text) or name, part, widgets=directives)


def _entries(contents: _Contents) -> Iterator[tuple[str, str, Place]]:
    """Every page in order: (caption of its part, name, place in the file)."""
    yield "", contents.root, ("root",)
    yield from _pages("", contents.chapters, ("chapters",))
    for n, group in enumerate(contents.parts):
        yield from _pages(group.caption, group.chapters, ("parts", n, "chapters"))


def _pages(part: str, entries: list[_Entry], place: Place) -> Iterator[tuple[str, str, Place]]:
    for n, entry in enumerate(entries):
        yield part, entry.file, (*place, n, "file")
        yield from _pages(part, entry.sections, (*place, n, "sections"))


def title_of(markdown: str) -> str:
    """The first heading of a page, or an empty text."""
    match = _TITLE.search(markdown)
    return match[1].strip() if match else ""
