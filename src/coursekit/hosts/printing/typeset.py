"""Nodes → one PDF, tagged for readers who listen (PDF/UA-1) and for archives (PDF/A-2a)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...errors import CourseError
from .nodes import Node

STANDARDS = ["ua-1", "a-2a"]
FAMILIES = ["Source Sans Pro", "Libertinus Serif", "DejaVu Sans Mono"]
"""The first comes with the slides (reveal.js, SIL OFL), the others with typst: all have ș and ț."""

PPI = 144
"""Of pictures."""

_UNKNOWN_SIGN = "could not be displayed"


@dataclass(frozen=True)
class Paper:
    """One document: what it is called, what it holds, and where it goes in the folder."""

    file: str
    title: str
    nodes: list[Node]
    course: str
    lang: str
    head: str
    foot: str
    root: Path
    """Pictures that are no drawings are read from here."""
    more: dict[str, Any] = field(default_factory=dict)
    """`size`, `dense`, `cover`, `parts`: see `layout.typ`."""

    def data(self) -> str:
        """What `layout.typ` reads."""
        own = {"cover": False, "parts": False, **self.more}
        named = {key: getattr(self, key) for key in ("title", "nodes", "course", "lang")}
        return json.dumps(
            {**own, **named, "head": self.head, "foot": self.foot, "fonts": FAMILIES},
            ensure_ascii=False,
        )


def typeset(paper: Paper) -> bytes:
    """The PDF of a paper."""
    return compiled(_layout(), paper.data(), paper.root, paper.file)


def compiled(layout: bytes, data: str, root: Path, file: str, picture: bool = False) -> bytes:
    """What a layout makes of data: an archived, tagged PDF, or a picture (PNG) of its one page.

    Letters that our fonts lack are looked for on this machine; what is nowhere is an error.
    """
    import typst

    try:
        return _compile(layout, data, root, picture, own_fonts=True)
    except typst.TypstError as error:
        if _UNKNOWN_SIGN not in str(error):
            raise
    try:
        return _compile(layout, data, root, picture, own_fonts=False)
    except typst.TypstError as error:
        todo = "Install a font that has these letters, or write it without them."
        raise CourseError(f"{file}: it was not printed: {error}\n  {todo}") from error


def _compile(layout: bytes, data: str, root: Path, picture: bool, own_fonts: bool) -> bytes:
    import typst

    kind: Any = {"format": "png", "ppi": PPI} if picture else {"pdf_standards": STANDARDS}
    found = typst.compile(
        layout, root=root, font_paths=_fonts(own_fonts), sys_inputs={"paper": data}, **kind
    )
    assert isinstance(found, bytes)
    return found


@cache
def _layout() -> bytes:
    return (files("coursekit") / "hosts" / "printing" / "layout.typ").read_bytes()


@cache
def _fonts(own: bool) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=not own, font_paths=[_slides_font()])


def _slides_font() -> Path:
    """The folder of Source Sans Pro, within the slides' files."""
    spec = find_spec("sphinx_revealjs")
    assert spec and spec.origin
    fonts = "_static/revealjs/dist/theme/fonts/source-sans-pro"
    return Path(spec.origin).parent / fonts
