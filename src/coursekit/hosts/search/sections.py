"""What a finished page says, section by section: the heading, the address, the text in blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h1", "h2", "h3"}
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "div", "section", "summary", "caption", "figcaption"}
BLOCKS |= {"tr", "table", "ul", "ol", "dl", "blockquote", "pre", "h4", "h5", "h6", "legend", "br"}
SILENT = {"script", "style", "nav", "svg", "button", "label", "select", "template", "details"}
"""What is not read. In `details` stand answers, tables of charts, cards that many pages share."""

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
NO_TEXT = {"place", "headerlink", "partly", "onward", "highlight"}
"""Classes of what stands on a page without being said by it; `highlight` is program code."""

_SPACE = re.compile(r"\s+")


@dataclass
class Section:
    """A heading, or a term of the glossary, and what stands below it."""

    anchor: str
    heading: str = ""
    blocks: list[str] = field(default_factory=list)


def read_sections(page: str, with_terms: bool = False) -> list[Section]:
    """The sections of a page in its order; in a glossary every term is one of its own."""
    reader = _Reader(with_terms)
    reader.feed(page)
    reader.close()
    return [one for one in reader.sections if one.heading or one.blocks]


class _Reader(HTMLParser):
    def __init__(self, with_terms: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._with_terms = with_terms
        self.sections: list[Section] = []
        self._open: list[tuple[str, bool]] = []  # the tags inside of <main>, and which are silent
        self._silent = 0
        self._anchor = ""
        self._heading = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self._open and tag != "main":
            return
        if tag in BLOCKS or tag in HEADINGS:
            self._end_block()
        if tag not in VOID:
            is_silent = tag in SILENT or bool(NO_TEXT & set((given.get("class") or "").split()))
            self._open.append((tag, is_silent))
            self._silent += is_silent
        if self._silent:
            return
        if tag == "section":
            self._anchor = given.get("id") or ""
        elif tag in HEADINGS or (self._with_terms and tag == "dt"):
            self._begin_section(tag, given.get("id") or self._anchor)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {name for name, _ in self._open}:
            return
        if tag in BLOCKS or tag in HEADINGS:
            self._end_block()
        while self._open:
            name, is_silent = self._open.pop()
            self._silent -= is_silent
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._text.append(data)

    def _begin_section(self, tag: str, anchor: str) -> None:
        self.sections.append(Section(anchor))
        self._heading = tag

    def _end_block(self) -> None:
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        self._text = []
        heading, self._heading = self._heading, ""
        if heading and not text:
            self._heading = heading
        elif heading:
            self.sections[-1].heading = text
        elif text:
            if not self.sections:
                self.sections.append(Section(""))
            self.sections[-1].blocks.append(text)
