"""What all fields of a workbook have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field as Limits

from ...markdown import to_html
from ...parts import Flag, Markdown, Name, Part, Text

Fault = tuple[tuple[Any, ...], str, str]

Texts = Annotated[dict[Name, Text], Limits(min_length=1)]


def listed(texts: dict[str, str]) -> list[dict[str, str]]:
    """A mapping of texts as the page gets it: in order, each with its id."""
    return [{"id": name, "text": text} for name, text in texts.items()]


class Field(Part):
    """One thing to fill in; its name is never changed: answers are stored by it."""

    kind: Text
    label: Text
    help: Markdown | None = None
    optional: Flag = False

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the shape of the keys."""
        yield from ()

    def own_data(self) -> dict[str, Any]:
        """The part of the data for the page that only this kind has."""
        return {}

    def answer(self, given: Any) -> Any:
        """A model answer as the page stores answers: the file holds all of it as text."""
        return given

    def in_words(self, given: str) -> str:
        """A model answer that is one text, as people read it."""
        return given

    def blank(self) -> list[str]:
        """What there is to fill in, as lines of text, for paper and pages without JavaScript."""
        return []

    def data(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "kind": self.kind,
            "label": self.label,
            "help": to_html(self.help) if self.help else "",
            "optional": self.optional,
            **self.own_data(),
        }
