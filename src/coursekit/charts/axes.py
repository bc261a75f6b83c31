"""The grid behind lines and columns: round numbers at the left, years below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .look import QUIET, REST, nice_ticks, rules, shown, text_width, texts
from .sheet import Sheet

HEIGHT = 200
TOP = 20
BOTTOM = 24


@dataclass(frozen=True)
class Axis:
    """Values from zero to `top`, with the round numbers that are written beside the plot."""

    ticks: list[float]
    top: float
    lang: str

    def height(self, value: float) -> float:
        """How far below the top of the plot a value lies."""
        return HEIGHT * (1 - value / self.top)

    @property
    def room(self) -> float:
        """The width of the numbers at the left."""
        return max(text_width(tick_text(t, self.ticks, self.lang)) for t in self.ticks) + 6

    def lines(self, width: float) -> list[dict[str, Any]]:
        """A line for each round number; the one at zero is the strongest."""
        heights = {tick: self.height(tick) for tick in self.ticks}
        numbers = [
            {"x": -6, "y": y, "text": tick_text(t, self.ticks, self.lang)}
            for t, y in heights.items()
        ]
        lines = [{"x": 0, "x2": width, "y": y, "y2": y} for y in heights.values()]
        return [
            rules(lines[1:]),
            rules(lines[:1], color=REST),
            texts(numbers, align="right", color=QUIET),
        ]


def make_axis(sheet: Sheet) -> Axis:
    """An axis for all values of a chart; they are never negative here."""
    largest = max(sheet.grid.numbers())
    ticks = nice_ticks(largest)
    return Axis(ticks, max(largest, ticks[-1]), sheet.lang)


def tick_text(tick: float, ticks: list[float], lang: str) -> str:
    """A round number, with as many decimals as the others need."""
    return shown(tick, 0 if all(t == int(t) for t in ticks) else 1, lang)


def years(marks: dict[str, float]) -> dict[str, Any]:
    """Texts below the grid: years with their places."""
    values = [{"x": x, "y": HEIGHT + 15, "text": text} for text, x in marks.items()]
    return texts(values, align="center", color=QUIET)
