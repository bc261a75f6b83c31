"""What all small tools in the page have, where the learner's own input is the lesson."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Names, Part, Text

Fault = tuple[tuple[str | int, ...], str, str]
"""A place inside the tool, what is wrong there, what to do."""


class Tool(Part):
    """What all tools have; `without` is what a page without JavaScript shows in its place."""

    widget: ClassVar[str] = "tool"
    """What shows it in the page; a page loads only the scripts of the widgets it has."""

    kind: Text
    title: Text
    intro: Markdown
    without: Markdown
    caveats: Annotated[list[Markdown], Field(min_length=1)]
    source: Names

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the shape of the keys."""
        yield from ()

    def own_data(self) -> dict[str, Any]:
        """The part of the data for the page that only this kind has."""
        raise NotImplementedError

    def data(self, name: str) -> dict[str, Any]:
        """All the page needs to show the tool, ready for JSON; the sources come from `render`."""
        return {
            "id": name,
            "kind": self.kind,
            "title": self.title,
            "intro": to_html(self.intro),
            "caveats": [to_html(caveat) for caveat in self.caveats],
            **self.own_data(),
        }


class PracticeTool(Tool):
    """A tool with which one practises, where nobody computes."""

    widget: ClassVar[str] = "practice"
