"""Bars that lie: one value for each row, all from zero, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .grid import Series
from .look import LINE, QUIET, WIDTH, boxes, spec, text_width, texts, wrap
from .sheet import Sheet

THICK = 16
GAP = 11
WIDEST_NAME = 128
HEADING = 30


def bars(sheet: Sheet) -> dict[str, Any]:
    """One set of bars; with several series one set below the other, on one scale."""
    numbers = sheet.grid.numbers()
    left = min(WIDEST_NAME, max(text_width(sheet.name(row)) for row in sheet.grid.rows)) + 8
    written = [sheet.number(row, s) for s in sheet.grid.series for row in sheet.grid.rows]
    right = max(map(text_width, written)) + 6
    scale = (WIDTH - left - right) / (max(numbers) or 1)
    drawn, names, values, y = [], [], [], 0.0
    for series in sheet.grid.series:
        if len(sheet.grid.series) > 1:
            names.append({"x": -left, "y": y + LINE / 2, "text": series.label, "head": True})
            y += HEADING
        for row, lines, height in _rows(sheet, series, left):
            value = sheet.grid.value(row, series)
            end, middle = max(value or 0, 0) * scale, y + height / 2
            names += _name(lines, -left, middle)
            values.append({"x": end + 6, "y": middle, "text": sheet.number(row, series)})
            drawn.append(_bar(end, middle, sheet.color(row)))
            y += height + GAP
        y += GAP if len(sheet.grid.series) > 1 else 0
    layers = [
        *(
            boxes([b for b in drawn if b["color"] == color], color=color)
            for color in dict.fromkeys(b["color"] for b in drawn)
        ),
        texts([n for n in names if "head" not in n]),
        texts([n for n in names if "head" in n], fontWeight=600),
        texts([v for v in values if v["x"] > 6]),
        texts([v for v in values if v["x"] <= 6], color=QUIET),
    ]
    layers = [layer for layer in layers if layer["data"]["values"]]
    return spec(layers, height=y - GAP, left=left, right=right, top=2, bottom=2)


def _rows(sheet: Sheet, series: Series, left: float) -> Iterator[tuple[str, list[str], float]]:
    """Rows of a series with the lines of their names, and how high they are."""
    for row in sheet.grid.rows:
        if (row, series.id) in sheet.grid.cells:
            lines = wrap(sheet.name(row), left - 8)
            yield row, lines, max(THICK, len(lines) * LINE)


def _name(lines: list[str], x: float, middle: float) -> list[dict[str, Any]]:
    top = middle - (len(lines) - 1) * LINE / 2
    return [{"x": x, "y": top + n * LINE, "text": line} for n, line in enumerate(lines)]


def _bar(end: float, middle: float, color: str) -> dict[str, Any]:
    return {"x": 0, "x2": end, "y": middle - THICK / 2, "y2": middle + THICK / 2, "color": color}
