"""The small tools in the page: their results, by keyboard and pointer, on a phone."""

from __future__ import annotations

import json

import pytest

from .test_pages import violations

pytestmark = pytest.mark.browser

CARD = "coursekit/1/w/people-words-duties.individual"


def open_tools(visit, address, **options):
    page = visit(**options).open(f"{address}/book/tools.html")
    page.locator(".tool").nth(3).scroll_into_view_if_needed()
    page.locator(".tool.sample-size .tool-result p").first.wait_for()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tools_are_accessible_and_fit_a_phone(visit, course_address, scheme):
    page = open_tools(visit, course_address, width=360, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".tool svg text")]
          .map((e) => e.getBoundingClientRect().height)"""
    )
    assert sizes and min(sizes) >= 11


def test_a_survey_tells_a_difference_from_chance(visit, course_address, words):
    tool = open_tools(visit, course_address).locator(".tool.sample-size")
    assert "within the" in tool.locator(".verdict").inner_text()
    tool.get_by_label(words["toolPeople"]).fill("2.000")
    assert "something has changed" in tool.locator(".verdict").inner_text()
    tool.get_by_label(words["toolPeople"]).fill("")
    assert tool.locator(".tool-result").inner_text() == words["toolFillAll"]


def test_who_pays_gives_the_sums_of_the_practice_town(visit, course_address):
    tool = open_tools(visit, course_address).locator(".tool.who-pays")
    said = tool.locator(".verdict").inner_text()
    assert "37,815,750 lei" in said and "3,651,921 lei" in said
    assert tool.locator("tbody tr").count() == 4


def test_own_figures_become_a_sentence_and_go_into_the_profile_card(visit, course_address, words):
    page = open_tools(visit, course_address)
    page.evaluate("() => localStorage.setItem('coursekit/1/keep', 'yes')")
    page.reload()
    tool = page.locator(".tool.town-numbers")
    tool.get_by_label(words["toolTown"]).fill("<b>Marenta</b>")
    for group, number in ((words["toolResidents"], "118,400"), (words["toolForeign"], "3,540")):
        box = tool.get_by_role("group", name=group)
        box.get_by_label(words["toolNumber"], exact=True).fill(number)
        box.get_by_label(words["toolDate"]).fill("2026-01-01")
        box.get_by_label(words["toolSource"]).fill("INS")
    sentence = tool.locator(".verdict")
    sentence.wait_for()
    assert "about 29.9 in every 1,000 residents, or 3%" in sentence.inner_text()
    assert "<b>Marenta</b> had 118,400 residents (INS)" in sentence.inner_text()
    assert words["toolWaits"] not in tool.inner_text()
    tool.get_by_role("button", name=words["toolIntoCard"]).click()
    card = json.loads(page.evaluate(f"() => localStorage.getItem('{CARD}')"))
    assert card["fields"]["totals"][1] == {
        "number": "3,540",
        "date": "2026-01-01",
        "source": "INS",
    }
    page.goto(f"{course_address}/exercises/people-words-duties/individual.html")
    page.locator(".workbook .step").first.wait_for()
    values = page.evaluate(
        "() => [...document.querySelectorAll('.workbook input')].map(e => e.value)"
    )
    assert values.count("118,400") == 2 and "3" in values


def test_a_card_with_other_figures_is_replaced_only_after_a_second_click(
    visit, course_address, words
):
    page = open_tools(visit, course_address)
    old = {
        "v": 1,
        "task": "people-words-duties.individual",
        "revision": 1,
        "fields": {"residents": "7"},
        "at": "2026-01-01T00:00:00Z",
    }
    page.evaluate(
        "([key, text]) => { localStorage.setItem('coursekit/1/keep', 'yes');"
        " localStorage.setItem(key, text); }",
        [CARD, json.dumps(old)],
    )
    page.reload()
    tool = page.locator(".tool.town-numbers")
    for group, number in ((words["toolResidents"], "100"), (words["toolForeign"], "10")):
        box = tool.get_by_role("group", name=group)
        box.get_by_label(words["toolNumber"], exact=True).fill(number)
    put = tool.get_by_role("button", name=words["toolIntoCard"])
    put.click()
    assert tool.locator(".said").inner_text() == words["toolReplace"]
    assert json.loads(page.evaluate(f"() => localStorage.getItem('{CARD}')")) == old
    put.click()
    card = json.loads(page.evaluate(f"() => localStorage.getItem('{CARD}')"))
    assert card["fields"]["residents"] == "100"


def test_a_line_is_guessed_by_keyboard_and_then_shown(visit, course_address, words):
    tool = open_tools(visit, course_address).locator(".tool.draw-line")
    show = tool.get_by_role("button", name=words["toolShowReal"])
    show.press("Enter")
    assert tool.locator(".tool-result").inner_text() == words["toolGuessAll"]
    fields = tool.locator("input")
    for n in range(fields.count()):
        fields.nth(n).fill("90 000")
    show.press("Enter")
    rows = tool.locator("tbody tr").all_inner_texts()
    assert rows[-1].split("\t") == ["2022", "90,000", "143,258"]


def test_a_line_can_be_drawn(visit, course_address):
    page = open_tools(visit, course_address)
    svg = page.locator(".tool.draw-line .picture svg")
    svg.scroll_into_view_if_needed()
    box = svg.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + box["height"] * 0.3, steps=12)
    page.mouse.up()
    values = page.locator(".tool.draw-line input").evaluate_all("all => all.map(e => e.value)")
    assert all(float(value) > 0 for value in values), values


def test_without_javascript_every_tool_has_its_example_and_its_cautions(visit, course_address):
    page = visit(java_script_enabled=False).open(f"{course_address}/book/tools.html")
    text = page.locator("main").inner_text()
    assert "37,815,750 lei" in text and "29.9" in text and "This is not a profit." in text
    links = page.locator("main .source a").evaluate_all("all => all.map(e => e.href)")
    assert links and all("/book/references.html#" in link for link in links)
