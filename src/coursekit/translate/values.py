"""Names that charts take from their tables, such as countries: translated, never in the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..charts import Chart, make_grid
from ..content.charts import CHARTS
from ..content.tables import CSV
from ..tables import Table
from .markdown import has_words
from .notebooks import Words


def value_texts(
    charts: Mapping[str, Chart], tables: Mapping[str, Table]
) -> Iterator[tuple[str, str]]:
    """Every name of a row or series that stands in a table alone, with its place."""
    for chart in charts.values():
        if chart.table in tables:
            yield from _names(chart, tables[chart.table])


def _names(chart: Chart, table: Table) -> Iterator[tuple[str, str]]:
    grid = make_grid(chart, table)
    found = {chart.rows: list(grid.rows)}
    if chart.series:
        found[chart.series] = [series.id for series in grid.series]
    for column, names in found.items():
        if table.entry.columns[column].kind == "text":
            for name in names:
                if name not in chart.names and has_words(name):
                    yield f"{CSV.format(table.name)}/{column}", name


def with_names(
    data: dict[str, Any], charts: Mapping[str, Chart], tables: Mapping[str, Table], words: Words
) -> dict[str, Any]:
    """The data of `charts.yml` with these names in the other language."""
    named = dict(data)
    for key, chart in charts.items():
        if chart.table in tables and isinstance(data.get(key), dict):
            new = {name: words(at, name) for at, name in _names(chart, tables[chart.table])}
            named[key] = {**data[key], "names": {**data[key].get("names", {}), **new}}
            if not named[key]["names"]:
                del named[key]["names"]
    return named


__all__ = ["CHARTS", "value_texts", "with_names"]
