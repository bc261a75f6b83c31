"""What all charts look like: one narrow width, one size of text, colours that the page decides."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ..numbers import format_number

WIDTH = 360
TEXT = 13
"""Size of all text: a phone of 360 px shows a chart 320 px wide, and the text 11.6 px high."""
LINE = 17

# Stand-ins, each a colour that nobody would choose: the drawing holds `var(--chart-…)` in the end.
INK, QUIET, RULE, PAPER, REST = "#000001", "#000002", "#000003", "#000004", "#000005"
SERIES = ("#000011", "#000012", "#000013")
VARIABLES = {
    INK: "ink",
    QUIET: "quiet",
    RULE: "line",
    PAPER: "paper",
    REST: "rest",
    SERIES[0]: "1",
    SERIES[1]: "2",
    SERIES[2]: "3",
}

# Widths in units at the size of our text, of a wide typeface: the reader's own is not known here.
_WIDTHS = {"iljI.,:;'|!": 4.2, "tfr()[]/ -–·": 5.3, "mwMWQO%@—…": 11.5}
_WIDTH_OF = {sign: width for signs, width in _WIDTHS.items() for sign in signs}


def text_width(text: str, *, bold: bool = False) -> float:
    """A generous guess of the width of a text."""
    return (1.12 if bold else 1) * sum(
        _WIDTH_OF.get(sign, 9.0 if sign.isupper() else 8.2) for sign in text
    )


def wrap(text: str, width: float) -> list[str]:
    """A text in lines that are no wider than `width`, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def shown(value: float, decimals: int, lang: str) -> str:
    """A number as the language writes it."""
    return format_number(Decimal(f"{value:.{decimals}f}"), lang)


def nice_ticks(largest: float, most: int = 4, smallest: float = 0) -> list[float]:
    """Round numbers from zero, or from below the smallest value, up to the largest value."""
    smallest = min(smallest, 0)
    span = (largest - smallest) or 1
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * by for by in (1, 2, 5, 10) if span / (power * by) <= most)
    first, last = math.floor(smallest / step), math.floor(largest / step + 0.08)
    return [round(n * step, 6) for n in range(first, last + 1)]


def spec(layers: Iterable[dict], *, height: float, **padding: float) -> dict[str, Any]:
    """A drawing of the given height; the padding is kept free round the plot."""
    sides = {"left": 0, "right": 0, "top": 0, "bottom": 0} | padding
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "autosize": {"type": "none"},
        "background": None,
        "padding": sides,
        "width": WIDTH - sides["left"] - sides["right"],
        "height": height,
        "layer": list(layers),
        "config": {"aria": False, "view": {"stroke": None}, "text": {"fontSize": TEXT}},
    }


def at(x: str = "x", y: str = "y", **more: Any) -> dict[str, Any]:
    """An encoding in units of the drawing, for what we have placed ourselves."""
    plain = {"type": "quantitative", "scale": None, "axis": None}
    found = {"x": {"field": x, **plain}, "y": {"field": y, **plain}}
    for channel, field in more.items():
        found[channel] = {"field": field} if channel in ("x2", "y2") else field
    return found


def texts(values: list[dict], **mark: Any) -> dict[str, Any]:
    """Texts at `x` and `y`; each value has its `text`."""
    style = {"type": "text", "fontSize": TEXT, "baseline": "middle", "align": "left", "color": INK}
    return {
        "data": {"values": values},
        "mark": style | mark,
        "encoding": at(text={"field": "text", "type": "nominal"}),
    }


def rules(values: list[dict], **mark: Any) -> dict[str, Any]:
    """Lines from `x`, `y` to `x2`, `y2`."""
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "color": RULE, "strokeWidth": 1} | mark,
        "encoding": at(x2="x2", y2="y2"),
    }


def boxes(values: list[dict], **mark: Any) -> dict[str, Any]:
    """Filled rectangles from `x`, `y` to `x2`, `y2`."""
    return {
        "data": {"values": values},
        "mark": {"type": "rect"} | mark,
        "encoding": at(x2="x2", y2="y2"),
    }


def dots(values: list[dict], color: str, **mark: Any) -> dict[str, Any]:
    """Round marks with a thin edge of the page's colour, so that two that touch stay two."""
    style = {"type": "circle", "size": 120, "opacity": 1, "color": color, "stroke": PAPER}
    return {
        "data": {"values": values},
        "mark": style | {"strokeWidth": 1.5} | mark,
        "encoding": at(),
    }
