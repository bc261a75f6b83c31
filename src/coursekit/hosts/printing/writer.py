"""What every part of a paper needs: the course, its notes, and texts as nodes."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import segno

from ...bundle import labels
from ...markdown import to_html
from ...model import Course
from ...render_codes import CODES_PAGE
from ...short_codes import Printed
from ...translate.markdown import PROSE_BLOCKS
from .from_html import Reader
from .nodes import Node, node
from .notes import Notes

PAGE_LEVEL = 2
"""The level of a page's title: a module is a heading of the first level."""

QR_WIDTH = 15
"""In mm: a telephone reads it from the table."""
WIDTH = 64
"""The width of a drawing among text, in per cent of the line."""

_FENCE = re.compile(
    r"^(`{3,}|:{3,})\{([\w-]+)\}([^\n]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL
)
_DARK = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_QUOTED = "{text}"

Directives = Mapping[str, Callable[[Course, str, str], Iterable[str]]]
"""Name of a directive → its HTML, from the course, its argument and its content."""


@dataclass
class Writer:
    """Makes nodes of the texts of one paper."""

    course: Course
    notes: Notes
    codes: dict[str, Printed]
    is_trainer: bool = False
    kept: Path = Path()
    """The folder that keeps what is made of the course, such as drawings."""
    base: str = ""
    """The address at which the town serves the course, if it says so."""
    page: str = ""
    """The page whose texts are written now: pictures lie beside it."""
    asked: int = 0
    """How many questions there have been."""
    words: dict[str, str] = field(default_factory=labels)

    def blocks(self, html: str) -> list[Node]:
        return self._reader.blocks(html)

    def inline(self, html: str) -> list[Node]:
        return self._reader.inline(html)

    def text(self, markdown: str) -> list[Node]:
        """Blocks of a Markdown text."""
        return self.blocks(to_html(markdown))

    def line(self, markdown: str) -> list[Node]:
        """The words of a Markdown text of one paragraph."""
        return self.inline(to_html(markdown))

    def cell(self, markdown: str, directives: Directives | None = None) -> list[Node]:
        """The blocks of a cell or page, with its framed notes and what its directives stand for.

        Directives that hold no prose and are not named here are for the screen alone.
        """
        found: list[Node] = []
        end = 0
        for fence in _FENCE.finditer(markdown):
            found += self.text(markdown[end : fence.start()])
            found += self._fenced(fence, directives or {})
            end = fence.end()
        return found + self.text(markdown[end:])

    def _fenced(self, fence: re.Match[str], directives: Directives) -> list[Node]:
        _, name, argument, content = fence.groups()
        if name in directives:
            return self.blocks("".join(directives[name](self.course, argument.strip(), content)))
        if name not in PROSE_BLOCKS:
            return []
        title = self.words.get(f"paperBox-{name}", "")
        return [node("box", *self.text(content), look="note", title=title)]

    def quoted(self, *inner: Node) -> list[Node]:
        """Words between the quotation marks of the language."""
        before, _, after = self.words["wbQuoted"].partition(_QUOTED)
        return [before, *inner, after]

    @property
    def _reader(self) -> Reader:
        return Reader(self.notes.link, self.picture, PAGE_LEVEL, self.quoted)

    def scan(self, name: str) -> Node | None:
        """The code to scan of a question or exercise, where the town serves the course."""
        if not self.base or name not in self.codes:
            return None
        address = f"{self.base}{CODES_PAGE}.html#{self.codes[name].code}"
        svg = io.BytesIO()
        segno.make(address, error="m", micro=False).save(svg, kind="svg", border=0, xmldecl=False)
        alt = self.words["paperQr"].format(address=address)
        return node("qr", svg=svg.getvalue().decode(), alt=alt, width=QR_WIDTH)

    def picture(self, src: str, alt: str, width: int = WIDTH) -> Node:
        """A picture beside the page; drawings go along as text."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.page), src))
        if path.endswith(".svg"):
            svg = light_only((self.course.root / path).read_text("utf-8"))
            return node("figure", svg=svg, path="", alt=alt, width=width)
        return node("figure", svg=None, path=f"/{path}", alt=alt, width=width)


def light_only(svg: str) -> str:
    """A drawing without its colours for dark screens."""
    return _DARK.sub("", svg)
