"""The page My course in a live notebook, over the file of attempts beside the course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import traitlets

from ..bundle import module
from ..progress import add_to_workbook, attempts_path, erase, read, read_pages, read_workbooks
from .base import CourseWidget, notebook_style


class MyCourseWidget(CourseWidget):
    """Progress, review, export, import and erasing."""

    _esm = module("my-course.js")
    _css = notebook_style("own-data.css", "share.css", "my-course.css", "certificate.css")
    catalogue = traitlets.Dict().tag(sync=True)
    attempts = traitlets.List().tag(sync=True)
    pages = traitlets.Dict().tag(sync=True)
    workbooks = traitlets.Dict().tag(sync=True)
    file = traitlets.Unicode().tag(sync=True)
    unreadable = traitlets.Dict().tag(sync=True)

    def __init__(self, root: Path, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._changed, ["attempts", "pages", "workbooks"])

    def _changed(self, change: dict[str, Any]) -> None:
        if not (self.attempts or self.pages or self.workbooks):
            self._waiting.clear()
            erase(self._path)
        elif change["name"] == "attempts":
            self._store_all(new for new in change["new"] if new not in change["old"])
        elif change["name"] == "pages":
            self._store_all({"page": page, **state} for page, state in _news(change))
        else:
            self._import_workbooks(change)

    def _store_all(self, lines: Iterable[dict[str, Any]]) -> None:
        for line in lines:
            self.store(line)

    def _import_workbooks(self, change: dict[str, Any]) -> None:
        for name, state in _news(change):
            if self.keep == "yes":
                add_to_workbook(self._path, name, change["old"].get(name, {}), state)
            else:
                self.store({"workbook": name, **state})


def _news(change: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of a mapping that are new or have changed."""
    for name, state in change["new"].items():
        if change["old"].get(name) != state:
            yield name, state


def make_my_course(root: Path, html: str, catalogue: dict[str, Any]) -> MyCourseWidget:
    """The widget with everything that is kept on this machine."""
    path = attempts_path(root)
    return MyCourseWidget(
        root,
        html,
        catalogue=catalogue,
        attempts=read(path),
        pages=read_pages(path),
        workbooks=read_workbooks(path),
        file=path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path),
    )
