"""Lines over time: a gap in the figures is a gap in the line."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

from .axes import BOTTOM, HEIGHT, TOP, Axis, make_axis, years
from .grid import Series
from .look import LINE, SERIES, WIDTH, dots, rules, spec, text_width, texts, wrap
from .sheet import Sheet

WIDEST_LABEL = 92
FEW_POINTS = 30
LONGEST_GAP = 1.25
"""Years between two points that a full line may join."""


def lines(sheet: Sheet) -> dict[str, Any]:
    """One line a series, with its name and last number at its end."""
    grid = sheet.grid
    times = {row: decimal_year(row) for row in grid.rows}
    axis = make_axis(sheet)
    left = axis.room
    right = _room(sheet)
    width = WIDTH - left - right
    first, last = min(times.values()), max(times.values())
    places = {row: width * (time - first) / ((last - first) or 1) for row, time in times.items()}
    layers = axis.lines(width)
    for series, color in zip(grid.series, SERIES, strict=False):
        points = _points(sheet, series, places, axis)
        layers += _line(points, color)
    layers += _labels(sheet, places, axis)
    layers.append(years(_marks(first, last, width)))
    layers = [layer for layer in layers if layer["data"]["values"]]
    return spec(layers, height=HEIGHT, left=left, right=right, top=TOP, bottom=BOTTOM)


def decimal_year(row: str) -> float:
    """A date or year as a number of years."""
    parts = [int(part) for part in row.split("-")]
    if len(parts) == 1:
        return float(parts[0])
    day = datetime.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 15)
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _points(sheet: Sheet, series: Series, places: dict, axis: Axis) -> list[dict]:
    found = []
    for row in sorted(places, key=places.__getitem__):
        if (row, series.id) in sheet.grid.cells:
            value = sheet.grid.value(row, series)
            y = None if value is None else axis.height(value)
            found.append({"x": places[row], "y": y, "time": decimal_year(row)})
    return found


def _line(points: list[dict], color: str) -> list[dict]:
    """Full strokes between neighbours, a thin dashed one across a time without figures."""
    full, dashed = [], []
    for a, b in pairwise(points):
        if a["y"] is not None and b["y"] is not None:
            stroke = {"x": a["x"], "y": a["y"], "x2": b["x"], "y2": b["y"]}
            (full if b["time"] - a["time"] <= LONGEST_GAP else dashed).append(stroke)
    known = [point for point in points if point["y"] is not None]
    shown = known if len(known) <= FEW_POINTS else known[-1:]
    return [
        rules(full, color=color, strokeWidth=2.5, strokeCap="round"),
        rules(dashed, color=color, strokeWidth=1.5, strokeDash=[2, 4]),
        dots(shown, color, size=50, strokeWidth=1),
    ]


def has_gap(sheet: Sheet) -> bool:
    """Whether a line crosses a time for which there are no figures."""
    for series in sheet.grid.series:
        known = [row for row in sheet.grid.rows if sheet.grid.value(row, series) is not None]
        times = sorted(map(decimal_year, known))
        if any(b - a > LONGEST_GAP for a, b in pairwise(times)):
            return True
    return False


def _room(sheet: Sheet) -> float:
    return 12 + max(
        text_width(line, bold=True) for s in sheet.grid.series for line in _label(sheet, s)
    )


def _label(sheet: Sheet, series: Series) -> list[str]:
    """The lines at the end of a line: its name where there are several, and its last number."""
    known = [row for row in sheet.grid.rows if sheet.grid.value(row, series) is not None]
    newest = max(known, key=decimal_year)
    name = wrap(series.label, WIDEST_LABEL) if len(sheet.grid.series) > 1 else []
    return [*name, sheet.number(newest, series)]


def _labels(sheet: Sheet, places: dict[str, float], axis: Axis) -> list[dict]:
    """The labels at the ends of the lines, pushed apart where they would touch."""
    found = []
    for series, color in zip(sheet.grid.series, SERIES, strict=False):
        points = [p for p in _points(sheet, series, places, axis) if p["y"] is not None]
        texts_ = _label(sheet, series)
        found.append((points[-1]["y"] - (len(texts_) - 1) * LINE / 2, texts_, color))
    layers, free = [], -TOP + LINE / 2
    for top, label, color in sorted(found, key=lambda item: item[0]):
        top = max(top, free)
        values = [
            {"x": max(places.values()) + 9, "y": top + n * LINE, "text": text}
            for n, text in enumerate(label)
        ]
        layers += [texts(values[:-1], color=color), texts(values[-1:], color=color, fontWeight=700)]
        free = top + len(label) * LINE + 4
    return [layer for layer in layers if layer["data"]["values"]]


def _marks(first: float, last: float, width: float) -> dict[str, float]:
    """Years on the line below, from the last one backwards, as many as there is room for."""
    every = 1
    while width * every / ((last - first) or 1) < 44:
        every += 1
    shown = range(int(last), int(-(-first // 1)) - 1, -every)
    return {str(year): width * (year - first) / ((last - first) or 1) for year in shown}
