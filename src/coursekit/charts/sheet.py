"""What a kind gets to draw from, and what most kinds ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..numbers import format_date
from .chart import Chart
from .grid import Grid, Series
from .look import REST, SERIES, shown


@dataclass(frozen=True)
class Sheet:
    """One chart with its figures, its language and the words of the interface."""

    chart: Chart
    grid: Grid
    lang: str
    words: Mapping[str, str]

    def name(self, row: str) -> str:
        """The name of a row as readers see it."""
        if self.grid.kind == "date" and row not in self.grid.names:
            return format_date(row, self.lang)
        return self.grid.name(row)

    def number(self, row: str, series: Series) -> str:
        """A value as the language writes it; words for a blank, a dash where none belongs."""
        if (row, series.id) not in self.grid.cells:
            return "–"
        value = self.grid.value(row, series)
        return self.words["chartBlank"] if value is None else self.written(value, series)

    def written(self, value: float, series: Series) -> str:
        return shown(value, series.decimals, self.lang)

    def color(self, row: str) -> str:
        """The strong colour for what the chart is about, the quiet one for the rest."""
        return SERIES[0] if not self.chart.highlight or self.is_marked(row) else REST

    def is_marked(self, row: str) -> bool:
        return row in self.chart.highlight
