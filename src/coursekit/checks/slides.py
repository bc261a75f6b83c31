"""Rules of the cells that become slides."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import chart_calls, quiz_calls, tool_calls
from ..errors import Problem
from ..model import Cell, Course, Notebook
from .places import Places

MOST_WORDS = 120
"""What fits on a slide in letters that the last row can read."""


def _slides(course: Course) -> Iterator[tuple[Notebook, Cell]]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            if "slide" in cell.tags:
                yield notebook, cell


def check_slides_are_of_lectures_and_cases(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _slides(course):
        if notebook.page.split("/")[-1] not in ("lecture", "case"):
            what = f"cell '{cell.id}': only a lecture and its case have slides."
            yield Problem(notebook.path, cell.line, what, "Take the tag `slide` away.")


def check_slides_show_something(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _slides(course):
        shown = (*quiz_calls(cell.source), *chart_calls(cell.source), *tool_calls(cell.source))
        if cell.kind == "code" and not shown:
            what = f"cell '{cell.id}': a slide cannot show this code."
            todo = "Show a question, chart or tool in the cell, or take the tag `slide` away."
            yield Problem(notebook.path, cell.line, what, todo)


def check_slides_are_short(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _slides(course):
        words = len(cell.source.split())
        if cell.kind == "markdown" and words > MOST_WORDS and "![" not in cell.source:
            what = f"cell '{cell.id}': {words} words do not fit on a slide; {MOST_WORDS} do."
            yield Problem(notebook.path, cell.line, what, "Make two cells of it.")


RULES = (
    check_slides_are_of_lectures_and_cases,
    check_slides_show_something,
    check_slides_are_short,
)
