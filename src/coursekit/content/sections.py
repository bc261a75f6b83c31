"""The `##` sections of a notebook, and how long those of a lecture say that they take."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Cell, Notebook

MINUTES = re.compile(r"\*About (\d+) minutes?\*")
"""A line of its own below the heading. `translate` says it in the other language."""

_IN_ANY_LANGUAGE = re.compile(r"^\*[^*\d\n]*(\d+)[^*\d\n]*\*$", re.MULTILINE)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A section with its cells; the first holds the heading, and its id is the section's."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def id(self) -> str:
        return self.cells[0].id

    @property
    def minutes(self) -> int:
        """How long it takes; 0 where it does not say so."""
        return minutes_in(self.cells[0].source)


def minutes_in(source: str) -> int:
    """The minutes of the section that a cell begins, in any language; 0 where it says none."""
    match = _IN_ANY_LANGUAGE.search(source)
    return int(match[1]) if match else 0


def without_minutes(source: str) -> str:
    """The text of a cell without the line that says how long its section takes."""
    return _IN_ANY_LANGUAGE.sub("", source, count=1)


def sections(notebook: Notebook) -> list[Section]:
    """The sections in order; a cell starts at most one."""
    found: list[tuple[str, list[Cell]]] = []
    for cell in notebook.cells:
        if cell.kind == "markdown" and (match := _HEADING.search(cell.source)):
            found.append((match[1], []))
        if found:
            found[-1][1].append(cell)
    return [Section(title, tuple(cells)) for title, cells in found]


def timed_sections(notebook: Notebook) -> list[Section]:
    """The sections that say how long they take."""
    return [section for section in sections(notebook) if section.minutes]
