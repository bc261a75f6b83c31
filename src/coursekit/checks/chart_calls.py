"""Rules of the notebooks that show charts."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import chart_calls, has_unclear_chart_call
from ..content.charts import CHARTS
from ..content.reading import closest, did_you_mean
from ..errors import Problem
from ..model import Cell, Course, Notebook
from .places import Places


def check_chart_calls(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _code_cells(course):
        names = chart_calls(cell.source)
        if has_unclear_chart_call(cell.source):
            todo = 'Write chart("name") on a line of its own.'
            yield _problem(notebook, cell, "the call of a chart cannot be read.", todo)
        elif len(names) > 1:
            yield _problem(notebook, cell, "the cell shows several charts.", "Use a cell for each.")
        elif names and "remove-input" not in cell.tags:
            todo = 'Tag the cell "remove-input": learners see the chart, not the call.'
            yield _problem(notebook, cell, "the call of a chart would be seen.", todo)
        for name in names:
            if name not in course.charts and not course.is_unread(CHARTS, name):
                todo = (
                    f"{did_you_mean(name, course.charts)}Correct the name, or add it to {CHARTS}."
                )
                yield _problem(notebook, cell, f"there is no chart '{name}'.", todo)


def check_charts_stand_once_on_a_page(course: Course, places: Places) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for notebook, cell in _code_cells(course):
        for name in chart_calls(cell.source):
            if (notebook.path, name) in seen:
                what = f"the chart '{name}' is on this page already."
                yield _problem(notebook, cell, what, "Keep one of the two.")
            seen.add((notebook.path, name))


def check_charts_are_shown(course: Course, places: Places) -> Iterator[Problem]:
    """Nothing is told where a notebook may show any chart; a misspelt call shows what it means."""
    cells = [cell.source for _, cell in _code_cells(course)]
    is_unread = any(path.endswith(".ipynb") for path, *entry in course.unread if not entry)
    if is_unread or any(map(has_unclear_chart_call, cells)):
        return
    called = {name for source in cells for name in chart_calls(source)}
    shown = called | {closest(name, course.charts) for name in called - course.charts.keys()}
    for name in course.charts:
        if name not in shown:
            todo = f'Show it in a notebook: chart("{name}").'
            yield places.in_entry(CHARTS, name, (), "no notebook shows this chart.", todo)


def _code_cells(course: Course) -> Iterator[tuple[Notebook, Cell]]:
    for notebook in course.notebooks.values():
        yield from ((notebook, cell) for cell in notebook.cells if cell.kind == "code")


def _problem(notebook: Notebook, cell: Cell, what: str, todo: str) -> Problem:
    return Problem(notebook.path, cell.line, f"cell '{cell.id}': {what}", todo)


RULES = (
    check_chart_calls,
    check_charts_stand_once_on_a_page,
    check_charts_are_shown,
)
