"""Tests in a live notebook: results go to the file of attempts, half-way answers beside them."""

from __future__ import annotations

from typing import Any

import traitlets

from ..bundle import module
from ..model import Course
from ..progress import attempts_path, erase_workbook, read, read_workbooks
from ..render import tests_index
from ..render_tests import PREFIX, test_data
from .base import CourseWidget, notebook_style


class CourseTestWidget(CourseWidget):
    """One test; `results` are the earlier ones, `draft` what is answered so far."""

    _esm = module("test.js")
    _css = notebook_style("quiz.css", "share.css", "test/")
    test = traitlets.Dict().tag(sync=True)
    earlier = traitlets.Dict(None, allow_none=True).tag(sync=True)
    questions = traitlets.List().tag(sync=True)
    results = traitlets.List().tag(sync=True)
    draft = traitlets.Dict(None, allow_none=True).tag(sync=True)

    def __init__(self, root: Any, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._finished, "results")
        self.observe(self._answered, "draft")

    def _finished(self, change: dict[str, Any]) -> None:
        for result in change["new"]:
            if result not in change["old"]:
                self.store(result)

    def _answered(self, change: dict[str, Any]) -> None:
        name = PREFIX + self.test["id"]
        self._waiting = [line for line in self._waiting if line.get("workbook") != name]
        if change["new"]:
            self.store({"workbook": name, **change["new"]})
        else:
            erase_workbook(self._path, name)


def make_test(course: Course, name: str, html: str) -> CourseTestWidget:
    """The widget of a test, with the results on this machine."""
    path, data = attempts_path(course.root), test_data(course, name, live=True)
    wanted = {PREFIX + entry["id"] for entry in (data["test"], data["earlier"]) if entry}
    results = [attempt for attempt in read(path) if attempt["question"] in wanted]
    draft = read_workbooks(path).get(PREFIX + name)
    return CourseTestWidget(course.root, html, results=results, draft=draft, **data)


class GroupResultsWidget(CourseWidget):
    """The report for a group; nothing here is stored."""

    _esm = module("group-results.js")
    _css = notebook_style("own-data.css", "group-results.css")
    tests = traitlets.List().tag(sync=True)


def make_group_results(course: Course, html: str) -> GroupResultsWidget:
    """The widget of the group report."""
    return GroupResultsWidget(course.root, html, tests=tests_index(course, live=True))
