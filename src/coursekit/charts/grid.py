"""From a table to the figures of one chart: rows, series, and the value where they cross."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..tables import Table
from .chart import Chart

Cell = str | float | None


@dataclass(frozen=True)
class Series:
    """One set of values: a column, or one name of the column `series`."""

    id: str
    label: str
    unit: str
    decimals: int


@dataclass(frozen=True)
class Grid:
    """The figures of a chart."""

    head: str
    """What the rows are, as the table's column calls it."""
    kind: str
    """Kind of the column of rows: text, date, whole or number."""
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    cells: dict[tuple[str, str], float | None]
    names: dict[str, str]

    def value(self, row: str, series: Series) -> float | None:
        return self.cells.get((row, series.id))

    def name(self, row: str) -> str:
        return self.names.get(row, row)

    @property
    def full_rows(self) -> tuple[str, ...]:
        """Rows with a value in every series."""
        return tuple(r for r in self.rows if all(self.value(r, s) is not None for s in self.series))

    @property
    def empty_rows(self) -> tuple[str, ...]:
        return tuple(r for r in self.rows if all(self.value(r, s) is None for s in self.series))

    def numbers(self) -> list[float]:
        return [value for value in self.cells.values() if value is not None]


def chosen_rows(chart: Chart, table: Table) -> list[dict[str, Cell]]:
    """The rows of the table that the chart is about."""
    return [row for row in table.rows if all(test(row) for test in _tests(chart))]


def sources(chart: Chart, table: Table) -> list[str]:
    """The sources of what is drawn: named by the chart, by the rows, or else by the table."""
    columns = [name for name, column in table.entry.columns.items() if column.kind == "source"]
    named = [
        source
        for row in chosen_rows(chart, table)
        if all(row[column] is not None for column in chart.values) or chart.kind != "dumbbell"
        for column in columns
        for source in str(row[column] or "").split("; ")
        if source
    ]
    return chart.source or list(dict.fromkeys(named)) or table.entry.source


def as_text(value: Cell) -> str:
    """A cell as it is written in `where` and shown as the name of a row."""
    return f"{value:g}" if isinstance(value, float) and value < 1e6 else str(value or "")


def _tests(chart: Chart) -> Iterator[Callable[[dict[str, Cell]], bool]]:
    for column, wanted in chart.where.items():
        yield lambda row, c=column, w=wanted: as_text(row.get(c)) in w
    for column, refused in chart.without.items():
        yield lambda row, c=column, w=refused: as_text(row.get(c)) not in w
    for column, first in chart.since.items():
        yield lambda row, c=column, f=first: as_text(row.get(c)) >= f


def repeated(chart: Chart, table: Table) -> str:
    """The name of a row that the choice finds twice, or an empty text."""
    seen = set()
    for row in chosen_rows(chart, table):
        key = (as_text(row[chart.rows]), as_text(row.get(chart.series or "")))
        if key in seen:
            return key[0]
        seen.add(key)
    return ""


def make_grid(chart: Chart, table: Table) -> Grid:
    """The figures of a chart whose columns are all in the table."""
    chosen = chosen_rows(chart, table)
    cells: dict[tuple[str, str], float | None] = {}
    for row in chosen:
        for column in chart.values:
            name = as_text(row[chart.series]) if chart.series else column
            value = row[column]
            cells[as_text(row[chart.rows]), name] = value if isinstance(value, float) else None
    rows = _sorted(chart, list(dict.fromkeys(row for row, _ in cells)), cells)
    cells = {place: value for place, value in cells.items() if place[0] in rows}
    series = tuple(_series(chart, table, name, cells) for name in _in_order(chart, cells))
    head = table.entry.columns[chart.rows]
    return Grid(head.label, head.kind, tuple(rows), series, cells, dict(chart.names))


def _in_order(chart: Chart, cells: dict[tuple[str, str], float | None]) -> list[str]:
    found = list(dict.fromkeys(series for _, series in cells))
    named = [name for name in chart.names if name in found]
    return named + [name for name in found if name not in named]


def _series(chart: Chart, table: Table, name: str, cells: dict) -> Series:
    column = table.entry.columns[chart.values[0] if chart.series else name]
    label = chart.names.get(name, name if chart.series else column.label)
    values = [value for (_, series), value in cells.items() if series == name]
    decimals = max((_decimals(value) for value in values if value is not None), default=0)
    return Series(name, label, column.unit or "", decimals)


def _decimals(value: float) -> int:
    return 0 if value == int(value) else len(repr(value).partition(".")[2])


def _sorted(chart: Chart, rows: list[str], cells: dict) -> list[str]:
    if chart.sort:
        by = chart.sort.removeprefix("-")
        known = [row for row in rows if cells.get((row, by)) is not None]
        known.sort(key=lambda row: cells[row, by], reverse=chart.sort.startswith("-"))
        rows = known + [row for row in rows if row not in known]
    return rows[: chart.top] if chart.top else rows
