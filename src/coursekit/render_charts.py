"""Charts as the page gets them: the drawing, what to see in it, its source, its table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .bundle import labels
from .charts import Chart, Series, make_grid
from .charts.draw import draw
from .charts.grid import sources
from .charts.lines import has_gap
from .charts.sheet import Sheet
from .charts.tried import Figures, with_figures
from .model import Source
from .numbers import Unit, format_date
from .tables import Table

FOLDER = "_static/charts/"
"""Where the CSV files lie in the site."""


@dataclass(frozen=True)
class Register:
    """What charts look up: tables, units and sources by name; texts are in `lang`."""

    kept: Path
    """The folder of drawings that were made before."""
    tables: Mapping[str, Table]
    units: Mapping[str, Unit]
    sources: Mapping[str, Source]
    lang: str = "en"

    def unit_name(self, series: Series) -> str:
        """A unit without a number: `persons`, `%`."""
        unit = self.units.get(series.unit)
        if unit is None:
            return series.unit.replace("-", " ")
        words = unit.form("other", self.lang.partition("-")[0])
        return words.replace("{}", "").strip(" =\N{NO-BREAK SPACE}").removeprefix("de ")


def chart_place(name: str, inner: str = "") -> str:
    """Where a chart stands; the figure comes when the page is read."""
    return f'<div class="widget" data-widget="chart" id="{name}">{inner}</div>'


def chart_html(
    register: Register,
    name: str,
    chart: Chart,
    *,
    up: str = "../../",
    csv_address: str = "",
    figures: Figures | None = None,
) -> str:
    """The figure of a chart; `up` leads from the page to the root of the site.

    `figures` are tried out in place of the table's own.
    """
    table = register.tables[chart.table]
    sheet = with_figures(chart_sheet(register, chart), figures or {})
    chart = sheet.chart
    parts = [
        f"<figcaption><strong>{escape(chart.title)}</strong>",
        f"<span>{escape(_subtitle(register, sheet, table))}</span></figcaption>",
        draw(register.kept, sheet),
        f'<p class="takeaway">{escape(chart.takeaway)}</p>',
        *(f'<p class="source">{note}</p>' for note in _notes(register, sheet, table, up)),
        _details(register, sheet, csv_address or f"{up}{FOLDER}{name}.csv"),
    ]
    figure = "\n".join(parts)
    return chart_place(name, f'\n<figure class="chart">\n{figure}\n</figure>\n')


def chart_sheet(register: Register, chart: Chart) -> Sheet:
    """A chart with its figures and its words."""
    return Sheet(chart, make_grid(chart, register.tables[chart.table]), register.lang, labels())


def chart_csv(register: Register, chart: Chart) -> str:
    """The figures of a chart as a file for a spreadsheet: numbers as the table has them."""
    sheet = chart_sheet(register, chart)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_heads(register, sheet))
    for row in sheet.grid.rows:
        values = [sheet.grid.value(row, series) for series in sheet.grid.series]
        name = row if sheet.grid.kind == "date" else sheet.name(row)
        writer.writerow([name, *("" if v is None else f"{v:.12g}" for v in values)])
    return out.getvalue()


def _subtitle(register: Register, sheet: Sheet, table: Table) -> str:
    units = dict.fromkeys(register.unit_name(series) for series in sheet.grid.series)
    told = [unit for unit in units if unit and not _holds(sheet.chart.measure, unit)]
    measure = ", ".join(filter(None, [sheet.chart.measure, *told]))
    return f"{measure} · {format_date(sheet.chart.date or table.entry.date, sheet.lang)}"


def _holds(text: str, words: str) -> bool:
    """Whether whole words stand in a text: `d` is not in `prejudice`."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _notes(register: Register, sheet: Sheet, table: Table, up: str) -> Iterator[str]:
    """What is not known, where the figures come from, what to take care of."""
    if blank := _blanks(sheet):
        yield escape(blank)
    lines = [
        f'<a href="{up}book/references.html#{name}">{escape(_short(source))}</a>, '
        f"{escape(_date_of(source, sheet.lang))}"
        for name in sources(sheet.chart, table)
        if (source := register.sources.get(name))
    ]
    yield f"{escape(sheet.words['source'])}: {'; '.join(lines)}"
    if sheet.chart.caution:
        yield f"<b>{escape(sheet.words['chartCaution'])}</b> {escape(sheet.chart.caution)}"


def _short(source: Source) -> str:
    return getattr(source, "short", "") or source.publisher


def _date_of(source: Source, lang: str) -> str:
    """The date of a source as people write it, if it is one."""
    is_date = re.fullmatch(r"\d{4}(-\d\d){0,2}", source.date)
    return format_date(source.date, lang) if is_date else source.date


def _blanks(sheet: Sheet) -> str:
    """A sentence on the figures that our sources do not give, or an empty text."""
    grid = sheet.grid
    if sheet.chart.kind == "dumbbell":
        left_out = [sheet.name(row) for row in grid.rows if row not in grid.full_rows]
        return sheet.words["chartNotDrawn"] + f" {', '.join(left_out)}." if left_out else ""
    if sheet.chart.kind == "columns" and any(
        grid.value(row, grid.series[0]) is None for row in grid.rows
    ):
        return sheet.words["chartQuestionMark"]
    if sheet.chart.kind == "lines" and has_gap(sheet):
        return sheet.words["chartDashed"]
    return ""


def _heads(register: Register, sheet: Sheet) -> list[str]:
    heads = [sheet.grid.head]
    for series in sheet.grid.series:
        unit = register.unit_name(series)
        heads.append(f"{series.label} ({unit})" if unit else series.label)
    return heads


def _details(register: Register, sheet: Sheet, address: str) -> str:
    """The figures as a table, folded, with the file to download."""
    words, title = sheet.words, escape(sheet.chart.title)
    label = escape(f"{words['table']}: {sheet.chart.title}")
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in _heads(register, sheet))
    return (
        f"<details><summary>{escape(words['chartTable'])}</summary>\n"
        f'<div class="figures" tabindex="0" role="region" aria-label="{label}">'
        f"<table><caption><span>{title}</span></caption><thead><tr>{heads}</tr></thead><tbody>\n"
        f"{''.join(_table_rows(sheet))}</tbody></table></div>\n"
        f'<p><a href="{escape(address)}" download>{escape(words["chartDownload"])}</a></p>'
        "</details>"
    )


def _table_rows(sheet: Sheet) -> Iterator[str]:
    for row in sheet.grid.rows:
        cells = "".join(f"<td>{escape(sheet.number(row, s))}</td>" for s in sheet.grid.series)
        yield f'<tr><th scope="row">{escape(sheet.name(row))}</th>{cells}</tr>\n'
