"""Columns over years; a second and a third series are short lines at their height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .axes import BOTTOM, HEIGHT, TOP, Axis, make_axis, years
from .grid import Series
from .look import LINE, QUIET, SERIES, WIDTH, boxes, rules, spec, text_width, texts
from .sheet import Sheet

KEY = 26
RIGHT = 4


def columns(sheet: Sheet) -> dict[str, Any]:
    """One column a year from zero; a year without a figure gets a question mark."""
    axis = make_axis(sheet)
    width = WIDTH - axis.room - RIGHT
    places = Places(sheet, axis, width / len(sheet.grid.rows))
    layers = [
        *axis.lines(width),
        *(
            boxes(places.boxes(color), color=color)
            for color in dict.fromkeys(map(sheet.color, sheet.grid.rows))
        ),
        *(
            rules(places.marks(series), color=color, strokeWidth=3)
            for series, color in zip(sheet.grid.series[1:], SERIES[1:], strict=False)
        ),
        texts(places.blanks(), align="center", color=QUIET),
        texts(places.numbers(), align="center", fontWeight=600),
        years(places.years()),
        *(_key(sheet, axis.room) if len(sheet.grid.series) > 1 else []),
    ]
    layers = [layer for layer in layers if layer["data"]["values"]]
    top = TOP + (KEY if len(sheet.grid.series) > 1 else 0)
    return spec(layers, height=HEIGHT, left=axis.room, right=RIGHT, top=top, bottom=BOTTOM)


@dataclass(frozen=True)
class Places:
    """Where everything of a chart of columns stands."""

    sheet: Sheet
    axis: Axis
    band: float

    @property
    def middles(self) -> dict[str, float]:
        return {row: self.band * (n + 0.5) for n, row in enumerate(self.sheet.grid.rows)}

    def height(self, row: str) -> float:
        return self.axis.height(self.sheet.grid.value(row, self.sheet.grid.series[0]) or 0)

    def boxes(self, color: str) -> list[dict]:
        half = self.band * 0.36
        return [
            {"x": x - half, "x2": x + half, "y": self.height(row), "y2": self.axis.height(0)}
            for row, x in self.middles.items()
            if self.sheet.color(row) == color and self.height(row) < self.axis.height(0)
        ]

    def marks(self, series: Series) -> list[dict]:
        """Short lines at the height of another series."""
        half = self.band * 0.47
        heights = {
            row: self.axis.height(value)
            for row in self.middles
            if (value := self.sheet.grid.value(row, series)) is not None
        }
        middles = self.middles
        return [
            {"x": middles[row] - half, "x2": middles[row] + half, "y": y, "y2": y}
            for row, y in heights.items()
        ]

    def blanks(self) -> list[dict]:
        first = self.sheet.grid.series[0]
        return [
            {"x": x, "y": HEIGHT - 9, "text": "?"}
            for row, x in self.middles.items()
            if self.sheet.grid.value(row, first) is None
        ]

    def numbers(self) -> list[dict]:
        """The numbers of the largest and the last column, where they touch no other column."""
        if len(self.sheet.grid.series) > 1:
            return []
        largest = min(self.middles, key=self.height)
        wanted = dict.fromkeys([largest, list(self.middles)[-1]])
        return [label for row in wanted if (label := self._number(row))]

    def _number(self, row: str) -> dict | None:
        text, y = self.sheet.number(row, self.sheet.grid.series[0]), self.height(row) - 9
        half = text_width(text, bold=True) / 2
        x = min(self.middles[row], max(self.middles.values()) + self.band / 2 + RIGHT - half)
        is_free = all(
            self.height(other) > y + LINE / 2
            for other, middle in self.middles.items()
            if abs(middle - x) < half + self.band * 0.36
        )
        return {"x": x, "y": y, "text": text} if is_free else None

    def years(self) -> dict[str, float]:
        """As many years as there is room for, the last one among them."""
        every = 1 + int(38 // self.band)
        edge = self.band * len(self.middles) + RIGHT
        rows = list(self.middles)[::-1][::every]
        return {
            name: min(self.middles[row], edge - text_width(name) / 2)
            for row in rows
            for name in [self.sheet.name(row)]
        }


def _key(sheet: Sheet, left: float) -> list[dict]:
    layers, x, y = [], -left, -TOP - KEY + LINE / 2
    for n, (color, series) in enumerate(zip(SERIES, sheet.grid.series, strict=False)):
        if n:
            layers.append(
                rules([{"x": x, "x2": x + 16, "y": y, "y2": y}], color=color, strokeWidth=3)
            )
        else:
            box = {"x": x + 2, "x2": x + 14, "y": y - 6, "y2": y + 6}
            layers.append(boxes([box], color=color))
        layers.append(texts([{"x": x + 21, "y": y, "text": series.label}], color=color))
        x += 21 + text_width(series.label) + 14
    return layers
