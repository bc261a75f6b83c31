"""The library of good practice: found by keyboard, shared by address, printed as cards."""

from __future__ import annotations

import re

import pytest

from coursekit.content.good_practice import PAGE
from coursekit.render_good_practice import card_html

from ..conftest import the_course
from ..pdf_text import pdf_text
from .test_pages import COLOURS, violations
from .test_paper import squeezed

pytestmark = pytest.mark.browser

LIBRARY = "book/good-practice.html"
COURSE = the_course()
CASES = COURSE.good_practice
RUMOURS = [name for name, case in CASES.items() if "rumours" in case.problems]
SMALL = [name for name in RUMOURS if CASES[name].size == "small"]


PLAIN = """(html) => {
  const probe = document.createElement("p");
  probe.innerHTML = html;
  return probe.textContent;
}"""


def rows(page) -> list[str]:
    return page.locator(".library tr[data-case]:visible").evaluate_all(
        "all => all.map((row) => row.dataset.case)"
    )


def dots(page) -> set[str]:
    return set(
        page.locator(".gp-map svg a:visible").evaluate_all("all => all.map((a) => a.dataset.case)")
    )


def said(words, names) -> str:
    return words["gpFound"].replace("{n}", str(len(names))).replace("{m}", str(len(CASES)))


def test_a_choice_by_keyboard_changes_table_map_address_and_what_is_said(
    visit, course_address, words
):
    page = visit().open(f"{course_address}/{LIBRARY}")
    assert rows(page) == list(CASES)
    field = page.get_by_label(words["gp-problem"], exact=True)
    field.focus()
    page.keyboard.type("rumours")
    page.keyboard.press("Tab")
    assert rows(page) == RUMOURS and dots(page) == set(RUMOURS)
    assert page.url.endswith("#problem=rumours")
    output = page.locator(".gp-filter output")
    assert output.inner_text() == said(words, RUMOURS)
    countries = page.locator(".library tbody:visible").count()
    assert countries == len({CASES[name].country for name in RUMOURS})
    page.get_by_label(words["gp-size"], exact=True).select_option("small")
    assert rows(page) == SMALL != RUMOURS
    page.get_by_role("button", name=words["gpShowAll"]).press("Enter")
    assert rows(page) == list(CASES) and page.url.endswith(LIBRARY)


def test_an_address_shows_the_same_choice_to_somebody_else(visit, course_address, words):
    page = visit().open(f"{course_address}/{LIBRARY}#problem=rumours&size=small&colour=red")
    assert rows(page) == SMALL
    assert page.get_by_label(words["gp-problem"], exact=True).input_value() == "rumours"
    page.get_by_role("link", name=words["gpToTable"]).click()
    assert rows(page) == SMALL, "a place on the page is no choice"
    page.evaluate("location.hash = '#problem=no-such-word'")
    page.wait_for_function("document.querySelectorAll('tr[data-case]:not([hidden])').length > 20")


def test_no_case_fits_and_there_is_nothing_to_print(visit, course_address, words):
    page = visit().open(f"{course_address}/{LIBRARY}#problem=unsure-staff&size=small")
    assert rows(page) == [] and dots(page) == set()
    assert page.locator(".gp-filter output").inner_text() == words["gpNone"]
    assert not page.locator(".gp-filter .print").is_visible()


def test_a_dot_has_a_name_and_leads_to_its_case_by_keyboard(visit, course_address):
    page = visit().open(f"{course_address}/{LIBRARY}")
    name = "ghent-neighbours"
    dot = page.locator(f'.gp-map svg a[data-case="{name}"]')
    assert re.fullmatch(r"\d+: Ghent: .+ \(Belgium\)", dot.get_attribute("aria-label"))
    dot.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(f"{PAGE.format(name)}.html")
    assert page.get_by_role("heading", level=1).inner_text() == CASES[name].title


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", [LIBRARY, f"{PAGE.format('ghent-neighbours')}.html"])
def test_axe_finds_nothing_by_day_and_by_night_and_nothing_is_cut_off(
    visit, course_address, name, width
):
    page = visit(width).open(f"{course_address}/{name}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_no_dot_covers_another_one(visit, course_address, width):
    page = visit(width).open(f"{course_address}/{LIBRARY}")
    boxes = page.locator(".gp-map circle").evaluate_all(
        "all => all.map((c) => c.getBoundingClientRect()).map((b) => [b.x, b.y, b.width])"
    )
    for n, (x, y, size) in enumerate(boxes):
        for u, v, _ in boxes[:n]:
            assert (x - u) ** 2 + (y - v) ** 2 > (size * 0.88) ** 2


def test_without_javascript_the_table_says_all(visit, course_address):
    page = visit(java_script_enabled=False).open(f"{course_address}/{LIBRARY}")
    assert rows(page) == list(CASES)
    assert not page.locator(".gp-filter").is_visible()
    for name, case in CASES.items():
        row = page.locator(f'tr[data-case="{name}"]')
        assert row.get_by_role("link", name=case.title).is_visible()


def test_the_cards_that_fit_go_to_paper_with_all_their_words(visit, course_address, words):
    page = visit().open(f"{course_address}/{LIBRARY}#problem=rumours")
    page.evaluate("window.print = () => {}")
    button = words["gpPrint"].replace("{n}", str(len(RUMOURS)))
    page.get_by_role("button", name=button).click()
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")
    pdf = page.pdf(format="A4", margin=margin)
    paper = pdf_text(pdf)
    for name in CASES:
        parts = re.findall(r"<(h2|h3|p)[^>]*>(.*?)</\1>", card_html(COURSE, name))
        card = [squeezed(page.evaluate(PLAIN, html)) for _, html in parts]
        missing = [part for part in card if part not in paper]
        assert (not missing) if name in RUMOURS else missing, (name, missing)
    assert (
        squeezed(words["gpFilter"]) not in paper and squeezed(words["footerPrivacy"]) not in paper
    )
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert sheets == (len(RUMOURS) + 1) // 2, "two cards on a sheet"


def test_colours_of_the_reader_leave_the_dots_and_the_field_edges(visit, course_address):
    page = visit(360, forced_colors="active").open(f"{course_address}/{LIBRARY}")
    circle = page.locator(".gp-map circle").first
    fill, stroke = circle.evaluate("c => [getComputedStyle(c).fill, getComputedStyle(c).stroke]")
    assert fill != stroke


def test_a_case_on_paper_has_all_its_parts(visit, course_address, words):
    page = visit().open(f"{course_address}/{PAGE.format('turin-open-mosque')}.html")
    paper = pdf_text(page.pdf(format="A4"))
    for key in ("gpProblem", "gpMessage", "gpDid", "gpPartners", "gpCost", "gpResults", "gpGap"):
        assert squeezed(words[key]) in paper, key
    for key in ("gpLessons", "gpOurs", "gpTry", "gpQuestion", "gpSources"):
        assert squeezed(words[key]) in paper, key
