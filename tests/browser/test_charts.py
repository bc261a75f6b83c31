"""Charts in a page: readable on a phone, in the dark, on paper, and without JavaScript."""

from __future__ import annotations

import csv
import io
import re

import pytest

from ..conftest import the_course
from .test_pages import violations

pytestmark = pytest.mark.browser

CHARTS = the_course().charts
SMALLEST_TEXT = 11

_TEXTS = """() => [...document.querySelectorAll(".chart-drawing")].map((svg) => {
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / svg.viewBox.baseVal.width;
  return {
    name: svg.closest(".widget").id, left: frame.left, right: frame.right,
    texts: [...svg.querySelectorAll("text")].map((text) => {
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      return {
        text: text.textContent, size: parseFloat(style.fontSize) * scale, fill: style.fill,
        left: box.left, right: box.right, top: box.top, bottom: box.bottom,
      };
    }),
  };
})"""


@pytest.fixture
def open_charts(visit, course_address):
    def start(**options):
        page = visit(**options).open(f"{course_address}/book/charts.html")
        page.locator(".chart-drawing").first.wait_for()
        return page

    return start


@pytest.mark.parametrize("width", [360, 1280])
def test_texts_are_large_enough_inside_the_drawing_and_do_not_touch(open_charts, width):
    drawings = open_charts(width=width).evaluate(_TEXTS)
    assert {drawing["name"] for drawing in drawings} == set(CHARTS)
    for drawing in drawings:
        texts = drawing["texts"]
        assert texts and min(text["size"] for text in texts) >= SMALLEST_TEXT, drawing["name"]
        for text in texts:
            inside = drawing["left"] - 1 <= text["left"] and text["right"] <= drawing["right"] + 1
            assert inside, (drawing["name"], text["text"])
        touching = [
            (a["text"], b["text"])
            for n, a in enumerate(texts)
            for b in texts[n + 1 :]
            if _touch(a, b)
        ]
        assert not touching, (drawing["name"], touching)


def _touch(one: dict, other: dict) -> bool:
    """Whether two texts overlap: of a line's box the letters fill about two thirds."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0.5 and down > 0.3 * (one["bottom"] - one["top"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_have_contrast_and_axe_finds_nothing_in_open_tables(open_charts, scheme):
    page = open_charts(width=360, scheme=scheme)
    paper = _light(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    for drawing in page.evaluate(_TEXTS):
        for text in drawing["texts"]:
            light = _light(text["fill"])
            ratio = (max(light, paper) + 0.05) / (min(light, paper) + 0.05)
            assert ratio >= 4.5, (drawing["name"], text["text"], ratio)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _light(color: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    flat = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), flat, strict=True))


def test_without_javascript_each_chart_has_its_table_and_its_file(open_charts, course_site):
    page = open_charts(java_script_enabled=False)
    for name in CHARTS:
        chart = page.locator(f"#{name}")
        assert chart.get_by_role("img", name=CHARTS[name].alt, exact=True).count() == 1
        chart.locator("summary").click()
        table = chart.get_by_role("table", name=CHARTS[name].title)
        address = chart.get_by_role("link", name="Download").get_attribute("href")
        assert address == f"../_static/charts/{name}.csv"
        text = (course_site / "_static" / "charts" / f"{name}.csv").read_text("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text))
        assert table.locator("thead th").all_inner_texts() == head
        assert table.locator("tbody tr").count() == len(rows)
        for cells, row in zip(table.locator("tbody tr").all(), rows, strict=True):
            shown = [cell.replace(",", "") for cell in cells.locator("td").all_inner_texts()]
            wanted = row[1:]
            assert all(float(s) == float(w) for s, w in zip(shown, wanted, strict=True) if w)


def test_on_paper_a_chart_keeps_its_source_and_takeaway_in_light_colours(open_charts):
    page = open_charts(scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    chart = page.locator("#perceived-vs-actual")
    assert chart.locator(".takeaway").is_visible() and chart.locator(".source").last.is_visible()
    assert not chart.locator("details").is_visible()
    ink = chart.locator(".chart-drawing text").first.evaluate("(t) => getComputedStyle(t).fill")
    assert _light(ink) < 0.2


def test_forced_colours_are_the_readers_own(open_charts):
    page = open_charts(forced_colors="active")
    chart = page.locator("#perceived-vs-actual .chart-drawing")
    ink = "(t) => getComputedStyle(t).fill"
    body = page.evaluate("getComputedStyle(document.body).color")
    assert chart.get_by_text("Italy").evaluate(ink) == body


def test_a_chart_is_not_giant_on_a_desk(open_charts):
    page = open_charts(width=1280)
    widths = page.evaluate("[...document.querySelectorAll('.chart')].map((c) => c.offsetWidth)")
    assert max(widths) <= 480
