"""The page My course knows the exercises: their titles, their pages, and how far they are."""

from __future__ import annotations

import json

import pytest

from coursekit.render import catalogue

from ..conftest import the_course
from .test_workbook import SHORT, TASKS, keep, open_task, stored

pytestmark = pytest.mark.browser

MY_COURSE = "/book/my-course.html"


def line_of(page, name):
    return page.locator(".my-course .pages li", has_text=TASKS[name].title).first


def test_the_catalogue_names_every_exercise_once_with_its_page_and_fields():
    course = the_course()
    tasks = [task for topic in catalogue(course)["topics"] for task in topic["tasks"]]
    assert sorted(task["id"] for task in tasks) == sorted(TASKS)
    for task in tasks:
        topic, _, entry = task["id"].partition(".")
        assert task["title"] == TASKS[task["id"]].title
        assert task["fields"] == list(TASKS[task["id"]].fields)
        assert task["url"] == f"../exercises/{topic}/{entry}.html#{task['id']}"


def test_in_jupyterlab_the_addresses_are_those_of_notebooks():
    topics = catalogue(the_course(), live=True)["topics"]
    parts = [part for topic in topics for part in (*topic["pages"], *topic["tasks"])]
    assert parts and all(".ipynb" in part["url"] and ".html" not in part["url"] for part in parts)


def test_my_course_tells_how_far_an_exercise_is_and_leads_to_it(visit, course_address, words):
    page = open_task(visit, course_address, SHORT)
    page.locator('[data-field="notice"] textarea').fill("A notice")
    keep(page, words)
    day = stored(page, SHORT)["at"][:4]
    page.goto(course_address + MY_COURSE)
    told = line_of(page, SHORT).inner_text()
    filled = words["myWorkSome"].replace("{n}", "1").replace("{m}", str(len(TASKS[SHORT].fields)))
    assert filled.partition("{")[0] in told and day in told
    assert words["myStartWelcome"] not in page.locator("main").inner_text()
    for name in set(TASKS) - {SHORT}:
        assert words["myWorkNone"] in line_of(page, name).inner_text()
    items = page.locator(".kept-items")
    page.locator(".my-course summary", has_text=words["myItems"].partition(":")[0]).click()
    assert words["myItemWork"].replace("{title}", TASKS[SHORT].title) in items.inner_text()
    line_of(page, SHORT).get_by_role("link").click()
    page.locator(".workbook .step").first.wait_for()
    assert page.locator('[data-field="notice"] textarea').input_value() == "A notice"


def test_work_of_an_exercise_that_is_not_in_the_course_is_listed_by_its_id(visit, course_address):
    page = visit().open(course_address + MY_COURSE)
    work = {"v": 1, "task": "old.one", "revision": 1, "fields": {}, "at": "2026-03-01T10:00:00Z"}
    page.evaluate(
        """(work) => {
          localStorage.setItem("coursekit/1/keep", "yes");
          localStorage.setItem("coursekit/1/w/old.one", work);
        }""",
        json.dumps(work),
    )
    page.reload()
    page.locator(".kept-items").wait_for(state="attached")
    assert "old.one" in page.locator(".kept-items").text_content()
