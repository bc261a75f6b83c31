"""The page of all figures, links to it, and the note at the end of a page, also on paper."""

from __future__ import annotations

import pytest

from ..conftest import the_course
from .test_pages import violations

pytestmark = pytest.mark.browser

FIGURES = "book/figures.html"
LECTURE = "modules/people-words-duties/lecture.html"
USED = {name for names in the_course().uses.values() for name in names}


def test_the_field_leaves_the_figures_with_all_its_words(visit, course_address, words):
    page = visit(360).open(f"{course_address}/{FIGURES}")
    field = page.get_by_role("searchbox", name=words["figuresFilter"])
    entries = page.locator("#figures > div:visible")
    assert entries.count() == len(USED)
    field.fill("TATAR constanța city")
    shown = entries.all_inner_texts()
    assert 1 <= len(shown) < 10
    assert all("Tatar" in text and "Constanta" in text for text in shown)
    said = words["figuresFound"].replace("{n}", str(len(shown))).replace("{m}", str(len(USED)))
    assert page.locator("output").inner_text() == said
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    field.fill("no such figure")
    assert entries.count() == 0
    field.fill("")
    assert entries.count() == len(USED)


def test_without_javascript_the_whole_list_is_there_and_no_field(visit, course_address, words):
    page = visit(java_script_enabled=False).open(f"{course_address}/{FIGURES}")
    assert page.locator("#figures > div:visible").count() == len(USED)
    assert not page.locator("#figures-filter").is_visible()
    assert page.get_by_role("link", name=words["figuresCsv"]).is_visible()


def test_the_table_can_be_downloaded(visit, course_address, words):
    page = visit().open(f"{course_address}/{FIGURES}")
    with page.expect_download() as download:
        page.get_by_role("link", name=words["figuresCsv"]).click()
    with open(download.value.path(), "rb") as file:
        assert file.read(3) == b"\xef\xbb\xbf"


def test_a_source_in_a_text_leads_to_its_entry_by_keyboard(visit, course_address):
    page = visit().open(f"{course_address}/{LECTURE}")
    link = page.locator('main p a[href*="figures.html#"]').first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"
    name = link.get_attribute("href").partition("#")[2]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(f'[id="{name}"]').is_visible()
    assert page.url.endswith(f"{FIGURES}#{name}")


def test_the_note_is_folded_on_the_screen_and_open_on_paper(visit, course_address, words):
    page = visit().open(f"{course_address}/{LECTURE}")
    note = page.locator("details.figures")
    first = note.locator("li li").first
    title = words["figuresOnPage"].partition(" (")[0]
    assert note.locator("summary").inner_text().startswith(title)
    assert not first.is_visible()
    note.locator("summary").click()
    assert first.is_visible()
    assert violations(page) == []
    note.locator("summary").click()
    page.emulate_media(media="print")
    box = first.bounding_box()
    assert box and box["height"] > 10 and "https://" in note.inner_text()


def test_no_placeholder_reaches_a_page(course_site):
    for path in course_site.rglob("*.html"):
        assert "{{" not in path.read_text("utf-8"), path
