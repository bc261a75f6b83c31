"""Two values for each row, and the distance between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .look import INK, LINE, REST, SERIES, WIDTH, dots, rules, spec, text_width, texts
from .sheet import Sheet

PITCH = 27
KEY = 30
BESIDE = 11


@dataclass(frozen=True)
class Row:
    """One row with both its places and how high it stands."""

    name: str
    xs: tuple[float, ...]
    numbers: tuple[str, ...]
    y: float
    is_marked: bool

    def side(self, n: int) -> int:
        """On which side of its dot a number stands: outside."""
        return -1 if (self.xs[n], n) < (self.xs[1 - n], 1 - n) else 1


def dumbbell(sheet: Sheet) -> dict[str, Any]:
    """Rows with both values; those that lack one are told below the chart and in its table."""
    grid = sheet.grid
    written = [sheet.number(row, s) for row in grid.full_rows for s in grid.series]
    room = max(map(text_width, written)) + BESIDE
    left = max(text_width(sheet.name(row), bold=True) for row in grid.full_rows) + 8 + room
    width = WIDTH - left - room
    rows = list(_rows(sheet, width / max(grid.numbers())))
    layers = [
        rules([{"x": 0, "x2": width, "y": row.y, "y2": row.y} for row in rows]),
        *_names_and_lines(rows, left),
        *(layer for n in (0, 1) for layer in _dots_and_numbers(rows, n)),
        *_key(sheet, left),
    ]
    layers = [layer for layer in layers if layer["data"]["values"]]
    return spec(layers, height=KEY + PITCH * len(rows), left=left, right=room)


def _rows(sheet: Sheet, scale: float):
    grid = sheet.grid
    for n, row in enumerate(grid.full_rows):
        xs = tuple((grid.value(row, series) or 0) * scale for series in grid.series)
        numbers = tuple(sheet.number(row, series) for series in grid.series)
        yield Row(sheet.name(row), xs, numbers, KEY + PITCH * (n + 0.5), sheet.is_marked(row))


def _names_and_lines(rows: list[Row], left: float) -> list[dict]:
    """The marked row in bold and ink, the others quieter."""
    layers = []
    for is_marked, color, thick, weight in ((False, REST, 2, 400), (True, INK, 3, 700)):
        found = [row for row in rows if row.is_marked == is_marked]
        lines = [{"x": r.xs[0], "x2": r.xs[1], "y": r.y, "y2": r.y} for r in found]
        names = [{"x": -left, "y": r.y, "text": r.name} for r in found]
        layers += [rules(lines, color=color, strokeWidth=thick), texts(names, fontWeight=weight)]
    return layers


def _dots_and_numbers(rows: list[Row], n: int) -> list[dict]:
    layers = [dots([{"x": row.xs[n], "y": row.y} for row in rows], SERIES[n])]
    for side, align in ((-1, "right"), (1, "left")):
        values = [
            {"x": row.xs[n] + side * BESIDE, "y": row.y, "text": row.numbers[n]}
            for row in rows
            if row.side(n) == side
        ]
        layers.append(texts(values, align=align, color=SERIES[n]))
    return layers


def _key(sheet: Sheet, left: float) -> list[dict]:
    """What the two colours are, above the first row."""
    layers, x = [], -left + 7.0
    for color, series in zip(SERIES, sheet.grid.series, strict=False):
        layers.append(dots([{"x": x, "y": LINE / 2}], color))
        layers.append(texts([{"x": x + BESIDE, "y": LINE / 2, "text": series.label}], color=color))
        x += text_width(series.label) + 36
    return layers
