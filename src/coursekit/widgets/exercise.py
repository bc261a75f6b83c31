"""An exercise in a live notebook: its workbook, and what a group needs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import traitlets

from ..bundle import module
from ..model import Wording
from ..progress import attempts_path, erase_workbook, read_workbooks
from ..render_tasks import group_data, group_html, task_data, workbook_html
from ..tasks import Card, Task
from .base import CourseWidget, notebook_style


class WorkbookWidget(CourseWidget):
    """An exercise; `answers` holds what was filled in, as `{"fields": {…}, "rubric": {…}, …}`."""

    _esm = module("workbook.js")
    _css = notebook_style("own-data.css", "workbook/")
    task = traitlets.Dict().tag(sync=True)
    terms = traitlets.List().tag(sync=True)
    lang = traitlets.Unicode("en").tag(sync=True)
    answers = traitlets.Dict(None, allow_none=True).tag(sync=True)

    def __init__(self, root: Path, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._filled_in, "answers")

    def _filled_in(self, change: dict[str, Any]) -> None:
        name = self.task["id"]
        if change["new"]:
            self.store({"workbook": name, **change["new"]})
        else:
            self._waiting.clear()
            erase_workbook(self._path, name)


def make_workbook(
    root: Path, name: str, task: Task, cards: Mapping[str, Card], wording: Mapping[str, Wording]
) -> WorkbookWidget:
    """The widget of an exercise, with what was filled in on this machine."""
    return WorkbookWidget(
        root,
        workbook_html(name, task, cards, wording),
        answers=read_workbooks(attempts_path(root)).get(name),
        **task_data(name, task, cards, wording),
    )


class GroupWidget(CourseWidget):
    """Roles, phases with a timer, questions for afterwards; nothing here is stored."""

    _esm = module("group.js")
    _css = notebook_style("group/")
    task = traitlets.Dict().tag(sync=True)
    lang = traitlets.Unicode("en").tag(sync=True)


def make_group(root: Path, name: str, task: Task, cards: Mapping[str, Card]) -> GroupWidget:
    """The widget for the group work of an exercise."""
    return GroupWidget(root, group_html(name, task, cards), **group_data(name, task, cards))
