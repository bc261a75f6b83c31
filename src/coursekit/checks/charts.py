"""Rules of the charts: what they take from their tables, and what they tell the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..charts import KINDS, Chart, Grid, make_grid
from ..charts.grid import chosen_rows, repeated
from ..content.charts import CHARTS
from ..content.course import SOURCES
from ..content.reading import did_you_mean
from ..content.tables import TABLES
from ..errors import Problem
from ..model import Course
from ..tables import Table
from .places import Places

Fault = tuple[tuple[str | int, ...], str, str]
"""Place in the entry, what is wrong, what to do."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d,.]*")
_DAY = re.compile(r"\b\d{1,2} (?=[A-Z][a-z]+\b)")
_YEAR = re.compile(r"\b(?:18|19|20|21)\d\d\b")
_SMALL = 10
"""Up to here a number in a text may count something, such as `3 towns`."""


def check_tables_of_charts(course: Course, places: Places) -> Iterator[Problem]:
    for name, chart in course.charts.items():
        if chart.table not in course.tables and not course.is_unread(TABLES, chart.table):
            todo = f"{did_you_mean(chart.table, course.tables)}Add it to {TABLES}."
            what = f"there is no table '{chart.table}'."
            yield places.in_entry(CHARTS, name, ("table",), what, todo)


def check_figures_of_charts(course: Course, places: Places) -> Iterator[Problem]:
    """Each fault once: the later ones are looked for where the earlier ones are mended."""
    for name, chart in course.charts.items():
        table = course.tables.get(chart.table)
        if table is None:
            continue
        for find in FAULTS:
            faults = list(find(chart, table))
            yield from (places.in_entry(CHARTS, name, *fault) for fault in faults)
            if faults:
                break


def _columns(chart: Chart, table: Table) -> Iterator[Fault]:
    known = table.entry.columns
    for place, column in chart.columns:
        if column not in known:
            todo = f"{did_you_mean(column, known)}Columns of {chart.table}: {', '.join(known)}."
            yield place, f"there is no column '{column}'.", todo


def _values(chart: Chart, table: Table) -> Iterator[Fault]:
    for n, name in enumerate(chart.values):
        column = table.entry.columns[name]
        if column.kind not in ("number", "whole"):
            todo = "Take a column of the kind `number` or `whole`."
            yield ("values", n), f"the column '{name}' does not hold numbers.", todo
        elif not column.unit:
            what = f"the column '{name}' has no unit."
            yield ("values", n), what, f"Give it its `unit` in {TABLES}."
    if chart.series and len(chart.values) > 1:
        what = "`series` parts the numbers of one column, and here are several."
        yield ("values",), what, "Keep one column, or leave `series` out."


def _rows(chart: Chart, table: Table) -> Iterator[Fault]:
    if not chosen_rows(chart, table):
        place = ("where",) if chart.where else ("rows",)
        yield place, "no row of the table is left.", "Write each value as it stands in the table."
    elif twice := repeated(chart, table):
        what = f"the table gives more than one value for '{twice}'."
        yield ("rows",), what, "Choose one with `where`, or name the column `series`."


def _grid(chart: Chart, table: Table) -> Iterator[Fault]:
    grid, kind = make_grid(chart, table), KINDS[chart.kind]
    if not grid.numbers() or (chart.kind == "dumbbell" and not grid.full_rows):
        yield ("values",), "there is no number to draw.", "Choose other rows or columns."
    number = len(grid.series)
    if not kind.least <= number <= kind.most:
        wanted = f"{kind.least}" if kind.least == kind.most else f"{kind.least} to {kind.most}"
        what = f"the kind '{chart.kind}' shows {wanted} series, and here are {number}."
        yield ("kind",), what, "Take another kind, or other `values` or `series`."
    if chart.kind != "forest" and min(grid.numbers(), default=0) < 0:
        what = "there are negative values, and this kind draws from zero upwards."
        yield ("values",), what, "Choose other rows, or the kind `forest`."
    yield from _names(chart, grid)


def _names(chart: Chart, grid: Grid) -> Iterator[Fault]:
    series = [s.id for s in grid.series]
    for name in chart.names:
        if name not in (*grid.rows, *series):
            todo = f"{did_you_mean(name, [*grid.rows, *series])}Write it as the table does."
            yield ("names", name), f"the chart shows nothing called '{name}'.", todo
    for n, name in enumerate(chart.highlight):
        if name not in grid.rows:
            todo = f"{did_you_mean(name, grid.rows)}Write it as the table does."
            yield ("highlight", n), f"the chart has no row '{name}'.", todo
    if chart.sort and chart.sort.removeprefix("-") not in series:
        todo = f"Use one of: {', '.join(series)}; with - in front the largest comes first."
        yield ("sort",), f"the chart has no values '{chart.sort.removeprefix('-')}'.", todo


FAULTS: tuple[Callable[[Chart, Table], Iterator[Fault]], ...] = (_columns, _values, _rows, _grid)


def check_texts_of_charts(course: Course, places: Places) -> Iterator[Problem]:
    for name, chart in course.charts.items():
        if not _words(chart.alt) - _words(chart.title):
            todo = "Say what can be seen: which rows, the largest and the smallest value."
            what = "the text alternative only repeats the title."
            yield places.in_entry(CHARTS, name, ("alt",), what, todo)
        if not _words(chart.takeaway) - _words(chart.title):
            todo = "Say in one sentence what the reader should see."
            what = "the takeaway only repeats the title."
            yield places.in_entry(CHARTS, name, ("takeaway",), what, todo)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def check_numbers_in_texts_of_charts(course: Course, places: Places) -> Iterator[Problem]:
    """What a chart says in words has to be in its figures."""
    for name, chart in course.charts.items():
        table = course.tables.get(chart.table)
        if table is None or any(list(find(chart, table)) for find in FAULTS[:3]):
            continue
        grid = make_grid(chart, table)
        for key in ("takeaway", "alt"):
            for number in _numbers(getattr(chart, key), grid, chart.measure):
                what = f"the number {number} is not among the figures of the chart."
                yield places.in_entry(CHARTS, name, (key,), what, "Correct it, or say it in words.")


def _numbers(text: str, grid: Grid, measure: str) -> Iterator[str]:
    """Numbers of a text that neither a value nor a name holds; years and days are no figures."""
    told = [*grid.rows, *map(grid.name, grid.rows), *(s.label for s in grid.series), measure]
    names = set(_found("; ".join(told)))
    for number in dict.fromkeys(_found(_YEAR.sub("", _DAY.sub("", text)))):
        forms = (number.replace(",", ""), number.replace(".", "").replace(",", "."))
        if number not in names and not any(_is_among(form, grid.numbers()) for form in forms):
            yield number


def _found(text: str) -> list[str]:
    return [number.rstrip(",.") for number in _NUMBER.findall(text)]


def _is_among(plain: str, values: list[float]) -> bool:
    if plain.count(".") > 1:
        return False
    number, decimals = float(plain), len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0")) if "." not in plain else 0
    half = 10.0 ** (zeros if zeros else -decimals) / 2
    is_count = number <= _SMALL and not decimals
    return is_count or any(abs(value - number) <= half * 1.0001 for value in values)


def check_sources_of_charts(course: Course, places: Places) -> Iterator[Problem]:
    for name, chart in course.charts.items():
        for n, source in enumerate(chart.source):
            if source not in course.sources and not course.is_unread(SOURCES, source):
                todo = f"{did_you_mean(source, course.sources)}Add it to {SOURCES}."
                what = f"there is no source '{source}'."
                yield places.in_entry(CHARTS, name, ("source", n), what, todo)


RULES = (
    check_tables_of_charts,
    check_figures_of_charts,
    check_texts_of_charts,
    check_numbers_in_texts_of_charts,
    check_sources_of_charts,
)
