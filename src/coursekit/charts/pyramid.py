"""Age structures side by side: the youngest below, one half of a pyramid for each place."""

from __future__ import annotations

from typing import Any

from .axes import tick_text
from .grid import Series
from .look import LINE, QUIET, REST, WIDTH, boxes, nice_ticks, rules, spec, text_width, texts, wrap
from .sheet import Sheet

PITCH = 17
THICK = 13
BETWEEN = 14


def pyramid(sheet: Sheet) -> dict[str, Any]:
    """One panel a series, all on one scale from zero."""
    grid = sheet.grid
    middles = {row: PITCH * (n + 0.5) for n, row in enumerate(grid.rows[::-1])}
    left = max(text_width(sheet.name(row)) for row in middles) + 8
    panel = (WIDTH - left - BETWEEN * len(grid.series)) / len(grid.series)
    names = [{"x": -8, "y": y, "text": sheet.name(row)} for row, y in middles.items()]
    layers = [texts(names, align="right")]
    for n, series in enumerate(grid.series):
        layers += _panel(sheet, series, middles, n * (panel + BETWEEN), panel)
    top = max(len(wrap(series.label, panel)) for series in grid.series) * LINE + 8
    height = PITCH * len(middles)
    return spec(layers, height=height, left=left, right=BETWEEN, top=top, bottom=24)


def _panel(
    sheet: Sheet, series: Series, middles: dict[str, float], start: float, width: float
) -> list[dict]:
    """The name of a place, its bars, and the round numbers below them."""
    largest = max(sheet.grid.numbers())
    ticks = nice_ticks(largest, most=2)
    scale, height = width / max(largest, ticks[-1]), PITCH * len(middles)
    lines = wrap(series.label, width)
    names = [
        {"x": start, "y": LINE * (n + 0.5 - len(lines)) - 8, "text": line}
        for n, line in enumerate(lines)
    ]
    places = {tick: start + tick * scale for tick in ticks}
    upright = [{"x": x, "x2": x, "y": 0, "y2": height} for x in places.values()]
    numbers = [
        {"x": x, "y": height + 13, "text": tick_text(tick, ticks, sheet.lang)}
        for tick, x in places.items()
    ]
    colors = dict.fromkeys(map(sheet.color, middles))
    return [
        rules(upright[1:]),
        texts(names, fontWeight=600),
        *(boxes(_bars(sheet, series, middles, start, scale, c), color=c) for c in colors),
        rules(upright[:1], color=REST),
        texts(numbers[1:], align="center", color=QUIET),
    ]


def _bars(
    sheet: Sheet,
    series: Series,
    middles: dict[str, float],
    start: float,
    scale: float,
    color: str,
) -> list[dict]:
    return [
        {
            "x": start,
            "x2": start + (sheet.grid.value(row, series) or 0) * scale,
            "y": y - THICK / 2,
            "y2": y + THICK / 2,
        }
        for row, y in middles.items()
        if sheet.color(row) == color
    ]
