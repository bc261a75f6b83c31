"""The schedule builder: by keyboard, by address, from a folder; on paper, in Word, as calendar."""

from __future__ import annotations

import re
import zipfile

import pytest

from ..ics import read_ics
from ..pdf_text import pdf_text
from .test_paper import squeezed

pytestmark = pytest.mark.browser

PAGE = "book/for-trainers/schedule.html"
TWO = (
    "modules=people-words-duties.thinking-clearly&length=days&guest=yes&start=2027-03-05&time=08:30"
)


def output(page) -> str:
    return page.locator(".schedule output").inner_text()


def counts(page) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", output(page))]


def test_choices_by_keyboard_change_the_sheet_what_is_said_and_the_address(
    visit, course_address, words
):
    page = visit().open(f"{course_address}/{PAGE}")
    sheet = page.locator(".schedule .sheet")
    assert counts(page) == [1, sheet.locator("tr.part").count(), 0]
    length = page.get_by_label(words["schLength"])
    length.focus()
    page.keyboard.type("45")
    page.keyboard.press("Tab")
    assert "length=45" in page.url
    left = counts(page)[2]
    assert sheet.locator("section").last.locator("li").count() == left > 0
    assert sheet.locator("tr.pause").count() == 0
    page.get_by_role("button", name=words["schNone"]).press("Enter")
    assert output(page) == words["schNoModule"] and sheet.count() == 0
    page.get_by_role("checkbox", name=re.compile("^4 ")).press("Space")
    assert counts(page)[0] == 1 and "modules=thinking-clearly" in page.url
    length.select_option("weeks")
    page.get_by_label(words["schEach"]).select_option("90")
    page.get_by_role("button", name=words["schAll"]).press("Enter")
    assert 10 <= counts(page)[0] <= 11 and "each=90" in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0, "nothing is stored"


def test_an_address_shows_the_same_sheet_from_a_folder(visit, course_address, course_site):
    page = visit().open(f"{course_address}/{PAGE}#{TWO}")
    text = page.locator(".sheet").inner_text()
    assert "Friday, 5 March 2027" in text and "08:30" in text
    assert "Friday, 12 February 2027" in text, "guests are invited three weeks ahead"
    other = visit().open((course_site / PAGE).as_uri() + f"#{TWO}")
    assert other.locator(".sheet").inner_text() == text
    other.evaluate("location.hash = 'length=90&modules=difficult-moments'")
    other.wait_for_function("document.querySelectorAll('.sheet > section').length === 2")
    other.locator(".sheet a").first.click()
    assert other.url.endswith("modules/difficult-moments/lecture.html")


def test_the_sheet_goes_to_a_calendar_to_word_and_to_paper(visit, course_address, words, tmp_path):
    page = visit().open(f"{course_address}/{PAGE}#{TWO}")
    with page.expect_download() as download:
        page.get_by_role("button", name=words["schCalendar"]).click()
    entries = read_ics(download.value.path().read_bytes())
    (session,) = [entry for entry in entries if entry["from"]]
    clock = page.locator(".sheet h3").first.inner_text()
    assert (session["day"], session["from"]) == ("2027-03-05", "08:30")
    assert session["to"] in clock and "4 Thinking clearly" in session["title"]
    rows = page.locator("table.run tbody tr").count()
    assert len(session["text"].split("\n")) == rows
    due = {entry["day"] for entry in entries if not entry["from"]}
    assert "2027-02-12" in due and "2027-03-04" in due
    assert download.value.suggested_filename in output(page)

    with page.expect_download() as download:
        page.get_by_role("button", name=words["schWord"]).click()
    body = zipfile.ZipFile(download.value.path()).read("word/document.xml").decode()
    assert body.count("<w:tr>") == page.locator(".sheet tr").count()
    assert "12 February 2027" in body

    page.evaluate("window.print = () => {}")
    title = page.locator(".sheet h3").first.inner_text()
    page.get_by_role("button", name=words["schPrint"]).click()
    text = pdf_text(page.pdf(format="A4"))
    assert squeezed(title) in text and squeezed(words["schPrepare"]) in text
    assert squeezed(words["schAll"]) not in text and squeezed(words["schShare"]) not in text


def test_a_word_writer_that_cannot_be_had_is_told(visit, course_address, words):
    one = visit()
    one.context.route("**/host-docx.js*", lambda route: route.fulfill(body="globalThis.other = 1;"))
    page = one.open(f"{course_address}/{PAGE}#{TWO}")
    page.get_by_role("button", name=words["schWord"]).click()
    page.get_by_text(words["schNoWord"]).wait_for()


def test_without_javascript_the_ready_sheets_are_there(visit, course_address, words):
    page = visit(java_script_enabled=False).open(f"{course_address}/{PAGE}")
    table = page.get_by_role("table", name=words["schReady"])
    assert table.get_by_role("row").count() == 11
    assert "0:00" in table.inner_text()
