"""What a deck is made of: slides, in parts of a session; and the cells that they come from."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..content.contents import title_of
from ..notes import LATE, read_note
from ..translate.tree import load

FOLDER = "slides"

_LINK = re.compile(r"(\]\()([^)\s]+)(\))")


@dataclass(frozen=True)
class Slide:
    """One slide: a title in Markdown, and a body in MyST."""

    id: str
    part: str
    title: str = ""
    body: str = ""
    kind: str = "text"
    notes: str = ""
    exercise: str = ""


@dataclass
class DeckPart:
    """A stretch of the session: a section of the lecture, the case, a phase of the group work."""

    id: str
    title: str
    minutes: int = 0
    notes: str = ""
    optional: bool = False
    setup: str = ""
    slides: list[Slide] = field(default_factory=list)

    def add_notes(self, text: str) -> None:
        """Notes may stand in several cells."""
        self.notes = "\n\n".join(filter(None, [self.notes, text]))

    @property
    def late(self) -> str:
        """What the notes say of a session that runs late."""
        late = [text for _, text in read_note(self.notes).of(LATE)]
        return late[0].split("\n\n")[0].strip() if late else ""

    def data(self) -> dict[str, Any]:
        """What the page says of the part, as plain text; its notes stand in its first slide."""
        texts = {name: plain(getattr(self, name)) for name in ("id", "title", "late", "setup")}
        return {**texts, "minutes": self.minutes, "optional": self.optional}


@dataclass(frozen=True)
class Cell:
    id: str
    kind: str
    source: str
    tags: frozenset[str]

    @property
    def is_slide(self) -> bool:
        return "slide" in self.tags

    @property
    def is_section(self) -> bool:
        return self.kind == "markdown" and self.source.startswith("## ")

    @property
    def is_announced(self) -> bool:
        """A slide that learners do not see: it may open the section that follows it."""
        return self.is_slide and self.kind == "markdown" and "remove-cell" in self.tags


def plain(markdown: str) -> str:
    return re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", markdown)


def moved(text: str, folder: str) -> str:
    """The text with links that start in `slides/` instead of in another folder."""

    def new(match: re.Match[str]) -> str:
        address = match[2]
        if ":" in address or address.startswith("#"):
            return match[0]
        way = posixpath.relpath(posixpath.normpath(f"{folder}/{address}"), FOLDER)
        return f"{match[1]}{way}{match[3]}"

    return _LINK.sub(new, text)


def notebook_in(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    return json.loads(files[path]) if path in files else {}


def cells_of(notebook: dict[str, Any]) -> list[Cell]:
    return [
        Cell(
            cell.get("id", ""),
            cell["cell_type"],
            "".join(cell["source"]),
            frozenset(cell["metadata"].get("tags", [])),
        )
        for cell in notebook["cells"]
    ]


def title_of_cells(cells: list[Cell]) -> str:
    return title_of("\n".join(cell.source for cell in cells if cell.kind == "markdown"))


def yaml_in(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    return load(files[path].decode("utf-8-sig")) or {} if path in files else {}
