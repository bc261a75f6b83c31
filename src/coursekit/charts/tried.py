"""A chart with figures that somebody has changed: it says so in place of its message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..errors import CourseError
from .grid import Grid, Series
from .sheet import Sheet

Figure = float | None
Figures = Mapping[str, Figure | list[Figure]]
"""Row → its figure, or its figures in the order of the series; rows left out stay as they are."""


def figures_of(grid: Grid) -> dict[str, Figure | list[Figure]]:
    """The figures of a chart as somebody may change them: whole numbers without a point."""
    listed = {row: [_plain(grid.value(row, one)) for one in grid.series] for row in grid.rows}
    return {row: values if len(grid.series) > 1 else values[0] for row, values in listed.items()}


def _plain(value: Figure) -> Figure:
    return int(value) if value is not None and value == int(value) else value


def with_figures(sheet: Sheet, figures: Figures) -> Sheet:
    """The chart as it would be with these figures; unchanged if they are its own."""
    grid, cells = sheet.grid, dict(sheet.grid.cells)
    changes = []
    for row, given in figures.items():
        values = given if isinstance(given, list) else [given]
        _refuse(grid, row, values)
        for one, value in zip(grid.series, values, strict=True):
            if value != grid.value(row, one):
                cells[row, one.id] = None if value is None else float(value)
                changes.append(_change(sheet, row, one, value))
    if not changes:
        return sheet
    told = sheet.words["chartTried"].format(changes="; ".join(changes))
    chart = sheet.chart.model_copy(update={"takeaway": told, "alt": told})
    return replace(sheet, chart=chart, grid=replace(grid, cells=cells))


def _refuse(grid: Grid, row: str, values: list[Figure]) -> None:
    if row not in grid.rows:
        raise CourseError(f"The chart has no row '{row}'. Use one of: {', '.join(grid.rows)}.")
    if len(values) != len(grid.series):
        names = ", ".join(one.label for one in grid.series)
        raise CourseError(f"'{row}' needs {len(grid.series)} figures in a list: {names}.")
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float | None):
            raise CourseError(f"'{value}' of '{row}' is no number. Write 1234 or 12.5.")


def _change(sheet: Sheet, row: str, series: Series, value: Figure) -> str:
    """`Nepal: 50,000, not 41,718`, with the name of the series where there are several."""
    name = sheet.name(row)
    if len(sheet.grid.series) > 1:
        name += f" ({series.label})"
    new = sheet.words["chartBlank"] if value is None else sheet.written(value, series)
    return sheet.words["chartChanged"].format(name=name, new=new, old=sheet.number(row, series))
