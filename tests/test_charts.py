"""Charts: every one is drawn from its table, the same each time, readable without its colours."""

from __future__ import annotations

import csv
import io
import re
import time
from dataclasses import replace
from html import unescape

import pytest

from coursekit.bundle import compressed_size, labels, web_text
from coursekit.charts import KINDS, Chart, make_grid
from coursekit.charts.draw import clean, draw
from coursekit.charts.look import VARIABLES, WIDTH, nice_ticks, shown, wrap
from coursekit.charts.sheet import Sheet
from coursekit.errors import CourseError
from coursekit.render_charts import Register, chart_csv, chart_html, chart_place
from coursekit.tables import Table, TableEntry
from coursekit.widgets import chart as show_chart

from .conftest import ROOT, TINY, the_course

LARGEST = 40_000
LONGEST_SECONDS = 20
COURSE = the_course()
CHARTS = COURSE.charts


@pytest.fixture(scope="module")
def register(tmp_path_factory) -> Register:
    kept = tmp_path_factory.mktemp("charts")
    return Register(kept, COURSE.tables, COURSE.units, COURSE.sources)


def sheet_of(name: str, lang: str = "en") -> Sheet:
    chart = CHARTS[name]
    return Sheet(chart, make_grid(chart, COURSE.tables[chart.table]), lang, labels())


def test_all_charts_are_drawn_in_time_and_none_is_drawn_again(register, monkeypatch):
    start = time.perf_counter()
    first = {name: chart_html(register, name, chart) for name, chart in CHARTS.items()}
    assert time.perf_counter() - start < LONGEST_SECONDS
    monkeypatch.setattr("coursekit.charts.draw.render", lambda drawing: pytest.fail("drawn again"))
    assert {name: chart_html(register, name, chart) for name, chart in CHARTS.items()} == first


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_light_complete_and_the_same_each_time(register, tmp_path, name):
    chart, html = CHARTS[name], chart_html(register, name, CHARTS[name])
    assert compressed_size(html) <= LARGEST
    assert html == chart_html(replace(register, kept=tmp_path), name, chart)
    text = unescape(html)
    assert f'role="img" aria-label="{chart.alt}"' in text
    assert f"<strong>{chart.title}</strong>" in text and chart.takeaway in text
    assert chart.caution in text
    assert re.search(r'references\.html#[a-z0-9-]+">[^<]+</a>, ', html)
    units = {register.unit_name(series) for series in sheet_of(name).grid.series}
    subtitle = re.search(r"<span>(.*?)</span></figcaption>", text)[1]
    assert all(re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", subtitle) for unit in units)
    assert re.search(r" · .*20\d\d", subtitle)


@pytest.mark.parametrize("name", CHARTS)
def test_a_drawing_holds_no_noise_and_only_colours_of_the_page(tmp_path, name):
    svg = draw(tmp_path, sheet_of(name))
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) - {"none"} <= {
        f"var(--chart-{variable})" for variable in VARIABLES.values()
    }
    assert not re.search(r"aria-rol|aria-hidden|font-family|<rect|xmlns|https?:", svg)
    assert svg.startswith('<svg class="chart-drawing" role="img" aria-label="')
    assert f'viewBox="0 0 {WIDTH} ' in svg


@pytest.mark.parametrize("name", CHARTS)
def test_the_table_the_file_and_the_grid_have_the_same_numbers(register, name):
    chart, sheet = CHARTS[name], sheet_of(name)
    html = chart_html(register, name, chart)
    cells = [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", html)]
    head, *rows = csv.reader(io.StringIO(chart_csv(register, chart)))
    assert len(rows) == len(sheet.grid.rows) and len(head) == len(sheet.grid.series) + 1
    written = iter(cells)
    for row, (_, *values) in zip(sheet.grid.rows, rows, strict=True):
        for series, value in zip(sheet.grid.series, values, strict=True):
            known = sheet.grid.value(row, series)
            assert value == ("" if known is None else f"{known:.12g}")
            blanks = (labels()["chartBlank"], "–")
            cell = next(written)
            assert cell in blanks if known is None else float(cell.replace(",", "")) == known


@pytest.mark.parametrize("name", CHARTS)
def test_bars_and_columns_start_at_zero(name):
    sheet = sheet_of(name)
    layers = KINDS[sheet.chart.kind].draw(sheet)["layer"]
    boxes = [v for la in layers if la["mark"]["type"] == "rect" for v in la["data"]["values"]]
    if sheet.chart.kind in ("bars", "small-multiples"):
        assert {box["x"] for box in boxes} == {0}
        largest = max(boxes, key=lambda box: box["x2"])["x2"] / max(sheet.grid.numbers())
        ends = sorted(value * largest for value in sheet.grid.numbers())
        assert sorted(box["x2"] for box in boxes) == pytest.approx(ends)
    if sheet.chart.kind == "columns":
        assert {box["y2"] for box in boxes if box["y"] > -5} == {200}


def test_numbers_are_drawn_as_they_are_and_in_the_readers_language(tmp_path):
    assert ">0.51 (0.33 to 0.68)<" in draw(tmp_path, sheet_of("effects-of-conversations"))
    assert ">33.616<" in draw(tmp_path, sheet_of("foreign-workers-by-county", "ro"))
    assert ">34,6<" in draw(tmp_path, sheet_of("temporary-protection-per-thousand", "ro"))
    assert shown(-1.25, 2, "ro") == "−1,25" and shown(1234567, 0, "en") == "1,234,567"


def test_cleaning_keeps_the_numbers_of_texts_and_rounds_places():
    text = '<text x="1.2345" fill="#000001">1.2345</text>'
    assert clean(f'<svg viewBox="0 0 360 9"><g class="a">{text}</g></svg>') == (
        '<svg viewBox="0 0 360 9"><text x="1.2" fill="var(--chart-ink)">1.2345</text></svg>'
    )


def test_blanks_are_said(register):
    html = chart_html(register, "perceived-vs-actual", CHARTS["perceived-vs-actual"])
    assert f"{labels()['chartNotDrawn']} Cyprus, Czechia" in html
    html = chart_html(register, "work-permit-quota", CHARTS["work-permit-quota"])
    assert ">?<" in html and labels()["chartQuestionMark"] in html
    html = chart_html(register, "effects-of-conversations", CHARTS["effects-of-conversations"])
    assert labels()["chartNoNumber"] in html and labels()["chartNoInterval"][4:] in html
    html = chart_html(register, "foreigners-in-romania", CHARTS["foreigners-in-romania"])
    assert "stroke-dasharray" in html and labels()["chartDashed"] in html


def test_two_surveys_are_never_in_one_chart():
    for name, chart in CHARTS.items():
        if chart.table == "perceived_vs_actual_share":
            assert len(chart.where["survey"]) == 1, name


# -- what a chart takes from its table -------------------------------------------------------

ENTRY = {
    "title": "Towns",
    "source": "census",
    "licence": "CC0",
    "date": "2021",
    "columns": {
        "town": {"label": "Town", "kind": "text"},
        "year": {"label": "Year", "kind": "whole", "unit": "year"},
        "residents_persons": {"label": "Residents", "kind": "whole", "unit": "persons"},
    },
}
ROWS = [("A", 2019.0, 5.0), ("B", 2019.0, 9.0), ("A", 2020.0, 6.5), ("B", 2020.0, None)]


def grid_of(**keys):
    entry = {"kind": "bars", "table": "towns", "rows": "town", "values": "residents_persons"}
    chart = Chart.model_validate(entry | {"title": "T", "takeaway": "S", "alt": "A"} | keys)
    rows = tuple(dict(zip(ENTRY["columns"], row, strict=True)) for row in ROWS)
    return make_grid(chart, Table("towns", TableEntry.model_validate(ENTRY), rows))


def test_rows_are_chosen_sorted_and_cut():
    assert grid_of(where={"year": "2019"}).rows == ("A", "B")
    assert grid_of(where={"year": "2019"}, sort="-residents_persons").rows == ("B", "A")
    assert grid_of(where={"year": "2019"}, sort="residents_persons", top="1").rows == ("A",)
    assert grid_of(without={"year": ["2019"]}).rows == ("A", "B")
    assert grid_of(rows="year", where={"town": "A"}, since={"year": "2020"}).rows == ("2020",)


def test_series_come_from_a_column_and_keep_their_blanks():
    grid = grid_of(rows="year", series="town", names={"B": "Beta", "A": "Alpha"})
    assert [series.label for series in grid.series] == ["Beta", "Alpha"]
    beta, alpha = grid.series
    assert grid.value("2020", beta) is None and grid.value("2020", alpha) == 6.5
    assert grid.full_rows == ("2019",) and alpha.decimals == 1 and alpha.unit == "persons"


def test_round_numbers_and_lines():
    assert nice_ticks(24.6) == [0, 10, 20]
    assert nice_ticks(106_000) == [0, 50_000, 100_000]
    assert nice_ticks(0.68) == pytest.approx([0, 0.2, 0.4, 0.6])
    assert nice_ticks(1, smallest=-0.5)[0] == -0.5
    assert wrap("one two three", 60) == ["one two", "three"]


# -- notebooks -------------------------------------------------------------------------------


def test_a_notebook_shows_a_place_while_a_site_is_built_and_the_figure_otherwise(monkeypatch):
    monkeypatch.chdir(TINY)
    place = show_chart("districts")._repr_mimebundle_()["text/html"]
    assert place == chart_place("districts")
    for name in ("PYTEST_CURRENT_TEST", "COURSEKIT_STATIC"):
        monkeypatch.delenv(name, raising=False)
    html = show_chart("districts")._repr_mimebundle_()["text/html"]
    assert "<svg" in html and "<style>" in html and 'href="data:text/csv' in html
    with pytest.raises(CourseError, match="There is no chart 'weather'"):
        show_chart("weather")


def test_every_kind_is_explained_to_authors_and_drawn_in_the_course():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for kind in KINDS:
        assert f"| `{kind}` |" in guide, f"CONTRIBUTING.md does not explain the kind {kind}"
    assert {chart.kind for chart in CHARTS.values()} == set(KINDS)


# -- colours ---------------------------------------------------------------------------------

SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How colours look to people who see without one kind of cone (Machado and others, 2009)."""
LEAST_DISTANCE = 20


def palette(mode: int) -> dict[str, tuple[float, ...]]:
    """Variable → linear red, green, blue; mode 0 is light, 1 is dark."""
    pattern = r"--chart-([\w]+):[^;]*light-dark\((#\w{6}), (#\w{6})\)"
    found = re.findall(pattern, web_text("chart.css"))
    return {name: linear(modes[mode]) for name, *modes in found}


def linear(color: str) -> tuple[float, ...]:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    lights = [
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), c, strict=True)) for c in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def lab(color: tuple[float, ...]) -> tuple[float, float, float]:
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(w * p for w, p in zip(row, color, strict=True)) for row in to_xyz]
    f = [
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(xyz, (0.9505, 1, 1.089), strict=True)
    ]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def seen(color: tuple[float, ...], sight: str) -> tuple[float, ...]:
    rows = [sum(w * p for w, p in zip(row, color, strict=True)) for row in SIGHT[sight]]
    return tuple(min(max(part, 0), 1) for part in rows)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_colours_stay_apart_for_every_kind_of_sight(mode, sight):
    colors = palette(mode)
    names = ("1", "2", "3", "rest")
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            pair = [lab(seen(colors[name], sight)) for name in (one, other)]
            distance = sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5
            assert distance >= LEAST_DISTANCE, (one, other, round(distance, 1))


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_marks_and_texts_stand_out_from_the_page(mode):
    colors = palette(mode)
    for name in ("rest", "1", "2", "3"):
        assert contrast(colors[name], colors["paper"]) >= 3, name
    for name in ("ink", "quiet", "1", "2", "3"):
        assert contrast(colors[name], colors["paper"]) >= 4.5, name
