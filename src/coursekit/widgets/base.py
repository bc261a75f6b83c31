"""What all widgets share: the words of the interface, and how attempts are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..bundle import labels, style
from ..progress import append, attempts_path


def notebook_style(*names: str) -> str:
    """The style sheets of a widget where no page brings the colours and what all widgets share."""
    return style("notebook.css", "controls.css", *names)


class CourseWidget(anywidget.AnyWidget):
    """A widget of the course: `html` is what a page without a kernel shows in its place."""

    labels = traitlets.Dict().tag(sync=True)
    keep = traitlets.Unicode("unknown").tag(sync=True)
    notices = traitlets.List().tag(sync=True)

    def __init__(self, root: Path, html: str = "", **values: Any) -> None:
        self._path = attempts_path(root)
        self._html = html
        self._waiting: list[dict[str, Any]] = []
        keep = "yes" if self._path.is_file() else "unknown"
        super().__init__(labels=labels(), keep=keep, **values)
        self.observe(self._agreed, "keep")

    def store(self, attempt: dict[str, Any]) -> None:
        """Append an attempt, or hold it until the learner agrees."""
        if self.keep == "yes":
            append(self._path, attempt)
        else:
            self._waiting.append(attempt)

    def _agreed(self, change: dict[str, Any]) -> None:
        if change["new"] == "yes":
            for attempt in self._waiting:
                append(self._path, attempt)
            self._waiting.clear()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        data["text/html"] = self._html
        return bundle
