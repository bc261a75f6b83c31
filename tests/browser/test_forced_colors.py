"""Colours chosen by the reader: nothing is told by a background, which the browser takes away."""

from __future__ import annotations

import pytest

from coursekit.evidence.probes import WITHOUT_EDGE

from .test_pages import LECTURE, wait_for_widgets
from .test_workbook import CAPSTONE, FILL, TASKS, open_task

pytestmark = pytest.mark.browser

LOOK = """style => [style.outlineStyle, style.outlineWidth, style.borderTopWidth,
  style.textDecorationLine, style.strokeWidth].join()"""
CHOSEN_LIKE_OTHERS = (
    """([chosen, other]) => {
  const look = """
    + LOOK
    + """;
  const looks = (all) =>
    new Set([...document.querySelectorAll(all)].map((e) => look(getComputedStyle(e))));
  const [ours, theirs] = [looks(chosen), looks(other)];
  const isEmpty = ours.size === 0 || theirs.size === 0;
  return isEmpty || [...ours].some((one) => theirs.has(one));
}"""
)
OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  const isDrawn = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2;
  return isDrawn && style.outlineColor !== style.backgroundColor;
}"""
FAINT_LINES = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "CanvasText";
  const ink = getComputedStyle(probe).color;
  probe.remove();
  const colours = (all, name) =>
    [...document.querySelectorAll(all)].map((e) => getComputedStyle(e)[name]);
  return colours(".rings circle:not(.centre)", "stroke")
    .concat(colours(".rings :is(.centre, text)", "fill"))
    .filter((color) => color !== ink);
}"""


@pytest.mark.parametrize("name", TASKS)
def test_every_field_and_button_of_an_exercise_has_an_edge(visit, course_address, name):
    page = open_task(visit, course_address, name, width=360, forced_colors="active")
    page.evaluate(FILL, "Some words")
    assert page.locator(".controls input").count() > 0
    assert page.evaluate(WITHOUT_EDGE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_chosen_in_the_capstone_does_not_differ_by_background_alone(
    visit, course_address, scheme
):
    page = open_task(visit, course_address, CAPSTONE, scheme=scheme, forced_colors="active")
    page.locator(".week input").first.check()
    page.locator(".option input").first.check()
    for each in (".option", ".week"):
        pair = [f".workbook {each}:has(:checked)", f".workbook {each}:not(:has(:checked))"]
        assert not page.evaluate(CHOSEN_LIKE_OTHERS, pair), each


def test_the_picture_of_actors_has_the_readers_colours(visit, course_address):
    page = open_task(visit, course_address, CAPSTONE, forced_colors="active")
    page.evaluate(FILL, "Some words")
    page.locator(".rings .actor").first.wait_for(state="attached")
    assert page.evaluate(FAINT_LINES) == []


def test_questions_have_edges_marks_and_a_focus(visit, course_address):
    page = visit(360, forced_colors="active").open(f"{course_address}/{LECTURE}.html")
    wait_for_widgets(page)
    page.locator(".quiz .answer .option input").first.check()
    page.locator(".quiz button.word").first.click()
    assert page.evaluate(WITHOUT_EDGE) == []
    for chosen, other in (
        (".quiz .option:has(:checked)", ".quiz .option:not(:has(:checked))"),
        (".word[aria-pressed=true]", ".word[aria-pressed=false]:not(:focus)"),
    ):
        assert not page.evaluate(CHOSEN_LIKE_OTHERS, [chosen, other]), chosen
    for kind in ("button.main", "select", "[type=text]", "[type=radio]", "button.word"):
        page.locator(f".quiz .answer {kind}, .quiz .buttons {kind}").first.focus()
        page.keyboard.press("Shift")
        assert page.evaluate(OUTLINE), kind
