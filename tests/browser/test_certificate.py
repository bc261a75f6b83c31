"""Who meets all conditions prints a certificate that says nobody checked it."""

from __future__ import annotations

import json

import pytest

from coursekit.award.results import conditions_of, read_results
from coursekit.render import catalogue, placeholder

from ..conftest import the_course
from .own_pages import write_pages
from .test_pages import violations

pytestmark = pytest.mark.browser

AT = "2026-03-01T10:00:00Z"
NAME = "Ștefania <b>Călinescu</b>-Țăranu"
WRITTEN, ANSWER = "words of my own", "what-was-chosen"


@pytest.fixture(scope="module")
def course():
    return catalogue(the_course())


@pytest.fixture(scope="module")
def page_file(course, tmp_path_factory):
    html = placeholder("my-course", {"catalogue": course}, "")
    return write_pages(tmp_path_factory.mktemp("own"), "my_course", {"my": html}) / "my.html"


def all_met(course) -> dict[str, object]:
    """What a device keeps of somebody who has done everything that is asked."""
    diploma, kept = course["diploma"], {}
    for page in diploma["pages"]["ids"]:
        kept[f"p/{page}"] = {"v": 1, "done": AT, "opened": AT}
    right = {"v": 1, "revision": 1, "response": [ANSWER], "score": 1, "at": AT}
    for quiz in diploma["quizzes"]["sets"]:
        for name, revision in quiz["questions"].items():
            kept[f"q/{name}"] = [right | {"question": name, "revision": revision}]
    (test,) = (test for test in course["tests"] if test["id"] == diploma["test"])
    scores = dict.fromkeys(test["items"], "1")
    kept[f"q/test.{test['id']}"] = [right | {"question": f"test.{test['id']}", "response": scores}]
    for task in (*diploma["exercises"]["tasks"], diploma["capstone"]):
        rubric = {line["id"]: 3 for line in task["rubric"]}
        work = {"v": 1, "task": task["id"], "revision": 1, "at": AT}
        work |= {"fields": {"a": WRITTEN}, "rubric": rubric}
        kept[f"w/{task['id']}"] = work
    return kept


PUT = """(items) => {
  localStorage.setItem("coursekit/1/keep", "yes");
  for (const [key, value] of Object.entries(items)) {
    localStorage.setItem(`coursekit/1/${key}`, JSON.stringify(value));
  }
}"""
PRINTED = """() => new Promise((done) => {
  window.print = () => {};
  window.finishPrinting = () => window.dispatchEvent(new Event("afterprint"));
  done();
})"""


def open_with(visit, file, entries, **options):
    page = visit(**options).open(file.as_uri())
    page.evaluate(PUT, entries)
    page.reload()
    page.locator(".certificate-form").wait_for()
    page.evaluate(PRINTED)
    return page


def test_nothing_met_offers_no_certificate_but_a_results_file(visit, page_file, words, course):
    here = visit(320)
    page = here.open(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    form = page.locator(".certificate-form")
    assert form.get_by_text(words["certNotYet"]).is_visible()
    assert not form.get_by_role("button", name=words["certPrint"]).is_visible()
    save = form.get_by_role("button", name=words["certResults"])
    save.click()
    field = form.get_by_label(words["certName"])
    assert form.locator("output").inner_text() == words["certNameMissing"]
    assert field.evaluate("(el) => el === document.activeElement")
    field.fill("A\u202eB")
    save.press("Enter")
    assert form.locator("output").inner_text() == words["certNameStrange"]
    field.fill(f"  {NAME} ")
    with page.expect_download() as download:
        save.press("Enter")
    assert download.value.suggested_filename.startswith("results-for-my-trainer-")
    assert json.loads(download.value.path().read_text("utf-8"))["name"] == NAME
    assert page.evaluate("() => Object.keys(localStorage)") == [], "a name is kept only if agreed"


def test_all_met_prints_a_self_declared_certificate(visit, page_file, words, course):
    page = open_with(visit, page_file, all_met(course))
    form = page.locator(".certificate-form")
    assert form.get_by_text(words["certReady"]).is_visible()
    form.get_by_label(words["certName"]).fill(NAME)
    with page.expect_download() as download:
        form.get_by_role("button", name=words["certResults"]).click()
    text = download.value.path().read_text("utf-8")
    assert WRITTEN not in text and ANSWER not in text
    conditions = conditions_of(course, read_results(download.value.path()))
    assert [one.is_met for one in conditions] == [True] * 4, "the trainer's program reads it"
    form.get_by_role("button", name=words["certPrint"]).press("Enter")
    paper = page.locator("article.certificate")
    assert paper.count() == 1 and not paper.is_visible(), "only on paper"
    page.emulate_media(media="print")
    assert paper.locator(".level").inner_text() == words["level-self-declared"]
    assert paper.locator(".name").inner_text() == NAME and paper.locator("b").count() == 0
    assert paper.locator("ol.modules > li").count() == len(course["topics"])
    assert not page.locator("main").is_visible() and page.title().startswith("certificate-")
    page.emulate_media(media="screen")
    page.evaluate("() => window.finishPrinting()")
    assert paper.count() == 0 and page.locator("main").is_visible()
    assert violations(page) == []
    assert page.evaluate("() => localStorage.getItem('coursekit/1/name')") == NAME
    page.reload()
    assert form.get_by_label(words["certName"]).input_value() == NAME
    page.get_by_role("button", name=words["myErase"]).click()
    page.get_by_role("button", name=words["myEraseYes"]).click()
    assert page.evaluate("() => Object.keys(localStorage)") == []
