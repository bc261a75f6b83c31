"""The page My course says calmly what the certificate asks for, and where to go on."""

from __future__ import annotations

import json

import pytest

from coursekit.render import catalogue

from ..conftest import the_course

pytestmark = pytest.mark.browser

MY_COURSE = "/book/my-course.html"
AT = "2026-03-01T10:00:00Z"


@pytest.fixture(scope="module")
def diploma():
    return catalogue(the_course())["diploma"]


def _open(visit, address, entries: dict[str, object]):
    page = visit(width=360).open(address + MY_COURSE)
    items = {f"coursekit/1/{key}": json.dumps(value) for key, value in entries.items()}
    page.evaluate(
        """(items) => {
          localStorage.setItem("coursekit/1/keep", "yes");
          for (const [key, text] of Object.entries(items)) localStorage.setItem(key, text);
        }""",
        items,
    )
    page.reload()
    page.locator(".conditions").wait_for()
    return page


def _section(page, diploma):
    return page.locator("section", has=page.get_by_role("heading", name=diploma["title"]))


def test_nothing_done_names_what_is_asked_and_where_to_begin(visit, course_address, diploma, words):
    page = _open(visit, course_address, {})
    section = _section(page, diploma)
    met = section.get_by_text(words["myConditionsMet"].partition("{")[0])
    assert "0" in met.inner_text()
    open_quizzes = section.locator("li", has_text="quizzes").locator("summary")
    open_quizzes.press("Enter")
    links = section.locator("li", has_text="quizzes").get_by_role("link")
    assert links.count() == len(diploma["quizzes"]["sets"])
    links.first.click()
    page.locator(".quiz-set").wait_for()


def test_a_plan_of_full_points_meets_the_capstone(visit, course_address, diploma, words):
    plan = diploma["capstone"]
    rubric = {line["id"]: 3 for line in plan["rubric"]}
    work = {"v": 1, "task": plan["id"], "revision": 1, "fields": {}, "rubric": rubric, "at": AT}
    page = _open(visit, course_address, {f"w/{plan['id']}": work})
    line = _section(page, diploma).locator("li", has_text=f"of {plan['points']['total']}").first
    assert words["myConditionDone"] in line.inner_text()
    assert words["myConditionPoints"].replace("{n}", str(plan["points"]["total"])) in (
        line.inner_text()
    )
