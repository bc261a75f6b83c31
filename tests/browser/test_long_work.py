"""Long texts in exercises: 200,000 characters are no burden; what is too long is told in time."""

from __future__ import annotations

import json
import time

import pytest

from .test_workbook import SHORT, keep, open_task, stored

pytestmark = pytest.mark.browser

FIELD = "notice"
LONG = "We say who comes, when, and whom to ask. Știri. " * 4_200
TOO_LONG = "A sentence of the report. " * 42_000
KEY = f"coursekit/1/w/{SHORT}"
MOST_SECONDS = 15


def field_of(page):
    return page.locator(f'[data-field="{FIELD}"] textarea')


def kept_text(page) -> str:
    page.wait_for_timeout(800)
    return json.loads(page.evaluate(f"() => localStorage.getItem('{KEY}')"))["fields"][FIELD]


def start_of(label: str) -> str:
    return label.partition("{")[0]


def save(page, words, label) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=words[label]).click()
    return download.value.path().read_bytes()


def bring_in(page, file) -> None:
    page.locator(".files input[type=file]").set_input_files(file)


@pytest.mark.parametrize(("label", "ending"), [("fileWord", "docx"), ("fileMarkdown", "md")])
def test_two_hundred_thousand_characters_are_kept_saved_and_brought_back(
    visit, course_address, words, tmp_path, label, ending
):
    assert len(LONG) > 200_000
    begin = time.perf_counter()
    page = open_task(visit, course_address, SHORT)
    field_of(page).fill(LONG)
    keep(page, words)
    assert stored(page, SHORT)["fields"][FIELD] == LONG
    page.reload()
    page.locator(".workbook .step").first.wait_for()
    assert field_of(page).input_value() == LONG
    file = tmp_path / f"work.{ending}"
    file.write_bytes(save(page, words, label))
    other = open_task(visit, course_address, SHORT, width=360)
    bring_in(other, file)
    other.get_by_text(start_of(words["fileCame"])).wait_for()
    assert field_of(other).input_value() == LONG
    assert time.perf_counter() - begin < MOST_SECONDS


def test_what_is_too_long_is_not_written_and_what_was_kept_stays(visit, course_address, words):
    page = open_task(visit, course_address, SHORT)
    field_of(page).fill("Kept before")
    keep(page, words)
    assert kept_text(page) == "Kept before"
    field_of(page).fill(TOO_LONG)
    told = page.locator(".step output.too-long")
    told.wait_for()
    assert told.inner_text().startswith(start_of(words["wbTooLong"]))
    assert "1,000,000" in told.inner_text() and "{" not in told.inner_text()
    assert page.locator(".kept").inner_text().startswith(start_of(words["wbTooLong"]))
    assert kept_text(page) == "Kept before"
    assert field_of(page).input_value() == TOO_LONG, "the text stays in its field"
    field_of(page).fill("Short again")
    told.wait_for(state="hidden")
    assert kept_text(page) == "Short again"
    assert start_of(words["wbTooLong"]) not in page.locator(".kept").inner_text()


@pytest.mark.parametrize("label", ["fileWord", "fileMarkdown"])
def test_no_file_is_made_that_could_not_be_brought_in_again(visit, course_address, words, label):
    page = open_task(visit, course_address, SHORT)
    made = []
    page.on("download", lambda download: made.append(download))
    field_of(page).fill(TOO_LONG)
    page.get_by_role("button", name=words[label]).click()
    said = page.locator(".files output.said")
    said.get_by_text(start_of(words["wbTooLong"])).wait_for()
    page.wait_for_timeout(300)
    assert made == []


def test_the_browser_asks_before_too_long_work_is_left(visit, course_address, words):
    page = open_task(visit, course_address, SHORT)
    field_of(page).fill("Kept before")
    keep(page, words)
    field_of(page).fill(TOO_LONG)
    page.locator(".step output.too-long").wait_for()
    field_of(page).press("End")  # without a key the browser asks nothing
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()


def test_a_file_that_would_make_the_work_too_long_changes_nothing(
    visit, course_address, words, tmp_path
):
    half = TOO_LONG[:600_000]
    theirs = tmp_path / "theirs.json"
    facts = {"v": 1, "task": SHORT, "revision": 1, "at": "2026-03-01T10:00:00Z", "rubric": {}}
    page = open_task(visit, course_address, SHORT)
    field_of(page).fill(half)
    keep(page, words)
    theirs.write_text(json.dumps({**facts, "fields": {"old-field": half}}), "utf-8")
    bring_in(page, theirs)
    page.get_by_text(words["fileTooLong"]).wait_for()
    answers = json.loads(page.evaluate(f"() => localStorage.getItem('{KEY}')"))
    assert answers["fields"] == {FIELD: half}


def test_my_course_leaves_too_long_work_in_the_copy(visit, course_address, words, tmp_path):
    work = {"v": 1, "task": SHORT, "revision": 1, "at": "2026-03-01T10:00:00Z"}
    copy = {"coursekit": "progress", "v": 1, "attempts": [], "pages": {}, "unreadable": {}}
    copy["workbooks"] = {SHORT: {**work, "fields": {FIELD: TOO_LONG}}}
    file = tmp_path / "copy.json"
    file.write_text(json.dumps(copy), "utf-8")
    page = visit().open(f"{course_address}/book/my-course.html")
    page.get_by_role("button", name=words["myKeep"]).click()
    page.locator(".my-course input[type=file]").set_input_files(file)
    page.get_by_text(words["leftTooLong"].replace("{n}", "1")).wait_for()
    assert page.evaluate(f"() => localStorage.getItem('{KEY}')") is None
