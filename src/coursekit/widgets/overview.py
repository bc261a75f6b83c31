"""The page My course in a live notebook, over the file of attempts beside the course."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from ..bundle import module
from ..progress import append, attempts_path, erase, read, read_pages
from ..render import placeholder
from .base import CourseWidget, notebook_style


class MyCourseWidget(CourseWidget):
    """Progress, review, export, import and erasing."""

    _esm = module("my-course.js")
    _css = notebook_style("own-data.css", "my-course.css")
    catalogue = traitlets.Dict().tag(sync=True)
    attempts = traitlets.List().tag(sync=True)
    pages = traitlets.Dict().tag(sync=True)
    unreadable = traitlets.Dict().tag(sync=True)

    def __init__(self, root: Path, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._imported, ["attempts", "pages"])

    def _imported(self, change: dict[str, Any]) -> None:
        if not change["new"]:
            if not self.attempts and not self.pages:
                erase(self._path)
            return
        if change["name"] == "attempts":
            for attempt in change["new"]:
                if attempt not in change["old"]:
                    self.store(attempt)
        else:
            for page, state in change["new"].items():
                if change["old"].get(page) != state:
                    append(self._path, {"page": page, **state})


def make_my_course(root: Path, catalogue: dict[str, Any]) -> MyCourseWidget:
    """The widget with all attempts on this machine."""
    path = attempts_path(root)
    return MyCourseWidget(
        root,
        placeholder("my-course", {"catalogue": catalogue}, ""),
        catalogue=catalogue,
        attempts=read(path),
        pages=read_pages(path),
    )
