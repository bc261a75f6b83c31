"""Tests over the whole course: answered, finished, kept, compared, and added up for a group."""

from __future__ import annotations

import csv
import io
import json

import pytest

from coursekit import render_tests
from coursekit.bundle import module
from coursekit.checks import load_sound_course

from ..conftest import TINY
from .answering import answer
from .test_pages import violations, wait_for_widgets
from .test_progress import MY_COURSE, keys

pytestmark = pytest.mark.browser

BEFORE, AFTER = "/book/before.html", "/book/after.html"
FINAL, GROUP = "/book/final-test.html", "/book/group-results.html"
TOPIC = "reading-numbers"
RIGHT = {
    "form-a-date": ("choice", ["right"]),
    "form-a-share": ("number", "4"),
    "form-a-parts": ("multiple", ["date", "source"]),
    "form-b-date": ("choice", ["right"]),
    "form-b-share": ("number", "6"),
    "form-b-parts": ("multiple", ["date", "source"]),
}


def items(page):
    """The names of the questions shown, without their topic."""
    rows = page.locator(".course-test .quiz").evaluate_all(
        "rows => rows.map(row => row.dataset.question)"
    )
    return [row.removeprefix(f"{TOPIC}.") for row in rows]


def item(page, name):
    return page.locator(f'.course-test [data-question="{TOPIC}.{name}"]')


def answer_rightly(page, names, by_keyboard=False):
    for name in names:
        kind, response = RIGHT.get(name, ("choice", ["right"]))
        answer(item(page, name), kind, response, by_keyboard)


def press(page, text):
    page.get_by_role("button", name=text, exact=True).click()


def finish(page, words):
    press(page, words["testFinish"])
    press(page, words["testFinishYes"])
    page.locator(".test-result").wait_for()


def keep(page, words):
    press(page, words["keep"])
    page.get_by_text(words["kept"]).wait_for()


def start_form_a(page, words):
    """The form comes by chance; a page that is not kept yet may draw again."""
    for _ in range(40):
        if items(page)[0] == "form-a-date":
            return
        page.reload()
        wait_for_widgets(page)
    raise AssertionError("form A is never drawn")


def test_nothing_is_said_before_the_end_and_everything_after_it(visit, tiny_address, words):
    page = visit(360).open(tiny_address + BEFORE)
    start_form_a(page, words)
    answer_rightly(page, ["form-a-date"])
    answer(item(page, "form-a-share"), "number", "40", False)
    assert page.locator(".course-test .result").count() == 0
    press(page, words["testFinish"])
    assert words["testOpen"].replace("{n}", "1") in page.locator(".ask").inner_text()
    assert violations(page) == []
    page.locator(".ask a").click()
    is_there = item(page, "form-a-parts").evaluate("e => e === document.activeElement")
    assert is_there, "the link leads to the open question"
    press(page, words["testFinishNo"])
    assert page.locator(".course-test .result").count() == 0
    finish(page, words)
    result = page.locator(".test-result")
    assert result.evaluate("e => e === document.activeElement")
    assert "1 of 3 right, 33 %." in result.inner_text()
    assert "Read a figure" in result.inner_text(), "the words of the objective"
    assert "Too high." in item(page, "form-a-share").inner_text()
    assert words["testLeftOpen"] in item(page, "form-a-parts").inner_text()
    assert words["theAnswer"] in item(page, "form-a-parts").inner_text()
    assert item(page, "form-a-date").locator("input").first.is_disabled()
    assert violations(page) == []
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert keys(page) == [], "nothing is kept without a yes"


def test_the_keyboard_is_enough(visit, tiny_address, words):
    page = visit().open(tiny_address + BEFORE)
    wait_for_widgets(page)
    answer_rightly(page, items(page), by_keyboard=True)
    button = page.get_by_role("button", name=words["testFinish"], exact=True)
    button.focus()
    page.keyboard.press("Enter")
    assert words["testAllAnswered"] in page.locator(".ask").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "3 of 3 right, 100 %." in page.locator(".test-result").inner_text()


def test_answers_half_way_survive_a_reload_once_the_learner_agrees(visit, tiny_address, words):
    page = visit().open(tiny_address + BEFORE)
    wait_for_widgets(page)
    keep(page, words)
    shown = items(page)
    answer_rightly(page, shown[:2])
    page.wait_for_function("() => localStorage.getItem('coursekit/1/w/test.start')")
    page.wait_for_timeout(500)
    page.reload()
    wait_for_widgets(page)
    assert items(page) == shown
    assert item(page, shown[0]).locator('input[value="right"]').is_checked()
    assert item(page, shown[1]).locator("input").input_value() == RIGHT[shown[1]][1]
    finish(page, words)
    assert "2 of 3 right" in page.locator(".test-result").inner_text()
    assert keys(page) == ["coursekit/1/keep", "coursekit/1/q/test.start"], "the draft is gone"
    page.reload()
    wait_for_widgets(page)
    assert items(page) == shown, "who takes the test again gets the same form"
    assert "2 of 3 right" in page.locator(".course-test").inner_text()
    assert not item(page, shown[0]).locator('input[value="right"]').is_checked()


def test_after_the_course_comes_the_other_form_and_the_gain(visit, tiny_address, words):
    page = visit(360).open(tiny_address + BEFORE)
    wait_for_widgets(page)
    keep(page, words)
    first = items(page)
    answer_rightly(page, first[:1])
    finish(page, words)
    page.goto(tiny_address + AFTER)
    wait_for_widgets(page)
    second = items(page)
    assert not set(first) & set(second)
    answer_rightly(page, second)
    finish(page, words)
    gain = words["testGain"].format(**{"from": 33, "to": 100, "points": 67})
    assert gain in page.locator(".test-result").inner_text()
    assert "Before the course: 1 of 3 right." in page.locator(".gain").inner_text()
    page.goto(tiny_address + MY_COURSE)
    wait_for_widgets(page)
    text = page.locator("main").inner_text()
    assert words["myTests"] in text and gain in text
    assert words["myReview"] not in text, "a test is nothing to review"
    page.locator(".kept-items").evaluate("e => e.closest('details').open = true")
    assert "Before the course" in page.locator(".kept-items").inner_text()
    assert words["myItemUnknown"] not in page.locator(".kept-items").inner_text()
    assert violations(page) == []


def test_the_same_seed_draws_the_same_for_everybody(visit, tiny_address, words):
    drawings = []
    for _ in range(2):
        page = visit().open(f"{tiny_address}{FINAL}?seed=Room%204")
        wait_for_widgets(page)
        drawings.append(items(page))
    assert drawings[0] == drawings[1] and len(drawings[0]) == 4
    page.get_by_text(words["testSeedIs"].replace("{seed}", "room 4")).click()
    page.get_by_label(words["testSeed"]).fill("11")
    press(page, words["testUseSeed"])
    assert page.url.endswith("?seed=11")
    other = items(page)
    page.reload()
    wait_for_widgets(page)
    assert items(page) == other


def test_the_final_test_tells_pass_or_not_yet_and_gives_a_new_drawing(visit, tiny_address, words):
    page = visit().open(f"{tiny_address}{FINAL}?seed=1")
    wait_for_widgets(page)
    keep(page, words)
    answer_rightly(page, items(page)[:2])
    finish(page, words)
    assert words["testNotYet"].replace("{pass}", "70") in page.locator(".test-result").inner_text()
    press(page, words["testNewDrawing"])
    assert page.locator(".test-result").count() == 0
    answer_rightly(page, items(page))
    finish(page, words)
    assert words["testPassed"].replace("{pass}", "70") in page.locator(".test-result").inner_text()
    page.goto(tiny_address + MY_COURSE)
    wait_for_widgets(page)
    text = page.locator("main").inner_text()
    assert "Best, on" in text and "4 of 4 right, 100 %." in text


def result(test, form, scores, at):
    names = [f"form-{form}-{part}" for part in ("date", "share", "parts")]
    response = {f"{TOPIC}.{name}": score for name, score in zip(names, scores, strict=True)}
    return {"v": 1, "question": test, "revision": 1, "response": response, "score": 0.5, "at": at}


def saved_copy(folder, number, extra=()):
    """A file as My course saves it; person `number` has learned something."""
    before = result("test.start", "a", ("1", "0", "0"), f"2026-01-01T10:00:0{number}.000Z")
    after = result("test.end", "b", ("1", "1", "0"), f"2026-02-01T10:00:0{number}.000Z")
    file = {"coursekit": "progress", "v": 1, "attempts": [before, after, *extra], "pages": {}}
    path = folder / f"person-{number}.json"
    path.write_text(json.dumps(file), "utf-8")
    return path


def take(page, files):
    page.locator("input[type=file]").set_input_files(files)
    page.locator(".group-results h2").wait_for()
    return page.locator(".group-results output").inner_text()


def test_a_group_of_seven_is_hidden_and_one_of_eight_is_shown(visit, tiny_address, words, tmp_path):
    files = [saved_copy(tmp_path, number) for number in range(1, 9)]
    page = visit(360).open(tiny_address + GROUP)
    wait_for_widgets(page)
    assert "n: 7" in take(page, files[:7]).replace("People with both tests:", "n:")
    assert words["groupHidden"].replace("{n}", "8") in page.locator("output").inner_text()
    assert page.locator("table").count() == 0
    text = take(page, files)
    page.locator("table").wait_for()
    text = page.locator("output").inner_text()
    assert "33.3 %" in text and "66.7 %" in text and "33.3 points" in text
    assert "person-" not in text, "nobody is listed"
    assert keys(page) == []
    assert violations(page) == []
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as download:
        press(page, words["groupCsv"])
    table = download.value.path().read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[1][:3] == [words["groupWhole"], "8", "33.3"]
    assert rows[2][0].startswith("Read a figure")


def test_strange_files_are_named_and_the_rest_counts(visit, tiny_address, words, tmp_path):
    files = [saved_copy(tmp_path, number) for number in range(1, 8)]
    twin = tmp_path / "twin.json"
    twin.write_text(files[0].read_text("utf-8"), "utf-8")
    (tmp_path / "letter.json").write_text("Dear all", "utf-8")
    hostile = result("test.start", "a", ("9", "<b>", "-1"), "2026-01-01T10:00:00.000Z")
    saved_copy(tmp_path, 9, [hostile, {"v": 1, "question": "__proto__"}])
    page = visit().open(tiny_address + GROUP)
    wait_for_widgets(page)
    names = [*files, twin, tmp_path / "letter.json", tmp_path / "person-9.json"]
    take(page, names)
    page.locator("table").wait_for()
    notes = page.locator(".notes li").all_inner_texts()
    assert notes == [
        f"twin.json: {words['groupTwice']}",
        f"letter.json: {words['leftNotOurs']}",
        f"person-9.json: {words['leftBroken'].replace('{n}', '1')}",
    ]
    assert "Files: 10. People with both tests: 8." in page.locator("output").inner_text()


def test_without_javascript_the_questions_can_be_read(visit, tiny_address, words):
    page = visit(java_script_enabled=False).open(tiny_address + BEFORE)
    text = page.locator("main").inner_text()
    assert words["testNeedsScript"] in text and "(form A)" in text and "(form B)" not in text
    assert page.locator("details").count() == 3


MODEL = """async ([code, values]) => {
  const blob = new Blob([code], {type: "text/javascript"});
  const widget = (await import(URL.createObjectURL(blob))).default;
  const model = {
    get: (name) => values[name],
    set: (name, value) => { values[name] = value; },
    save_changes: () => {}, on: () => {}, off: () => {},
  };
  document.body.replaceChildren();
  widget.render({model, el: document.body});
}"""


def test_the_modules_of_a_notebook_stand_alone(chromium, words):
    course = load_sound_course(TINY)
    page = chromium.new_page()  # JupyterLab takes modules from blobs; pages of the site may not
    values = {"labels": words, "keep": "no", "results": [], "draft": None}
    values |= render_tests.test_data(course, "final", live=True)
    page.evaluate(MODEL, [module("test.js"), values])
    assert len(items(page)) == 4
    answer_rightly(page, items(page))
    finish(page, words)
    assert "4 of 4 right" in page.locator(".test-result").inner_text()
    page.evaluate(MODEL, [module("group-results.js"), {"labels": words, "tests": []}])
    assert page.get_by_label(words["groupFiles"]).count() == 1
    page.close()
