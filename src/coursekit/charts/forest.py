"""Effects of studies: a dot, a line for its interval where one is known, words where not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .axes import tick_text
from .look import (
    LINE,
    QUIET,
    REST,
    SERIES,
    WIDTH,
    dots,
    nice_ticks,
    rules,
    spec,
    text_width,
    texts,
    wrap,
)
from .sheet import Sheet

MARK = 22
GAP = 12
BETWEEN = 10
LEFT = 10


@dataclass(frozen=True)
class Row:
    """One study: the lines of its name, where they begin, its numbers and its words."""

    lines: list[str]
    top: float
    effect: float | None
    ends: tuple[float, float] | None
    said: str

    @property
    def middle(self) -> float:
        return self.top + LINE * len(self.lines) + MARK / 2


def forest(sheet: Sheet) -> dict[str, Any]:
    """Values: the effect, and the low and the high end of its interval."""
    rows = list(_rows(sheet))
    right = max(text_width(row.said) for row in rows) + BETWEEN
    width, height = WIDTH - LEFT - right, rows[-1].middle + MARK / 2 + 8
    numbers = sheet.grid.numbers()
    ticks = nice_ticks(max(0, *numbers), smallest=min(0, *numbers))
    scale = width / (max(ticks[-1], *numbers) - ticks[0])
    places = {tick: (tick - ticks[0]) * scale for tick in ticks}
    marks = [
        {"x": x, "y": height + 13, "text": tick_text(tick, ticks, sheet.lang)}
        for tick, x in places.items()
    ]
    layers = [
        *_upright(rows, places, height),
        *_names_and_marks(rows, lambda value: (value - ticks[0]) * scale, width),
        texts(marks, align="center", color=QUIET),
    ]
    layers = [layer for layer in layers if layer["data"]["values"]]
    return spec(layers, height=height, left=LEFT, right=right, bottom=24)


def _rows(sheet: Sheet) -> Iterator[Row]:
    top = 0.0
    for name in sheet.grid.rows:
        effect, low, high = (sheet.grid.value(name, series) for series in sheet.grid.series)
        ends = None if low is None or high is None else (low, high)
        row = Row(wrap(sheet.name(name), WIDTH), top, effect, ends, _said(sheet, name))
        yield row
        top = row.middle + MARK / 2 + GAP


def _names_and_marks(rows: list[Row], place: Any, width: float) -> list[dict]:
    names = [
        {"x": -LEFT, "y": row.top + LINE * (n + 0.5), "text": line}
        for row in rows
        for n, line in enumerate(row.lines)
    ]
    intervals = [
        {"x": place(row.ends[0]), "x2": place(row.ends[1]), "y": row.middle, "y2": row.middle}
        for row in rows
        if row.ends
    ]
    known = [row for row in rows if row.effect is not None]
    points = [{"x": place(row.effect), "y": row.middle} for row in known]
    said = [{"x": width + BETWEEN, "y": row.middle, "text": row.said} for row in rows]
    return [
        texts(names),
        rules(intervals, color=SERIES[0], strokeWidth=3),
        dots(points, SERIES[0]),
        texts([s for s, row in zip(said, rows, strict=True) if row in known]),
        texts([s for s, row in zip(said, rows, strict=True) if row not in known], color=QUIET),
    ]


def _upright(rows: list[Row], places: dict[float, float], height: float) -> list[dict]:
    """A line for each round number beside the marks, left out where the names stand."""
    pieces = [(row.middle - MARK / 2, row.middle + MARK / 2 + 4) for row in rows[:-1]]
    pieces.append((rows[-1].middle - MARK / 2, height))
    layers = []
    for is_zero, color in ((False, None), (True, REST)):
        lines = [
            {"x": x, "x2": x, "y": top, "y2": bottom}
            for tick, x in places.items()
            if (not tick) == is_zero
            for top, bottom in pieces
        ]
        layers.append(rules(lines, **({"color": color} if color else {})))
    return layers


def _said(sheet: Sheet, row: str) -> str:
    """The numbers of a row in words, and what is not known."""
    effect, low, high = sheet.grid.series
    if sheet.grid.value(row, effect) is None:
        return sheet.words["chartNoNumber"]
    number = sheet.number(row, effect)
    if sheet.grid.value(row, low) is None:
        return sheet.words["chartNoInterval"].replace("{n}", number)
    return (
        sheet.words["chartInterval"]
        .replace("{n}", number)
        .replace("{low}", sheet.number(row, low))
        .replace("{high}", sheet.number(row, high))
    )
