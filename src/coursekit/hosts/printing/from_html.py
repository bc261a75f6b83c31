"""HTML as `markdown.to_html` makes it → nodes, with links as the numbers of their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .nodes import Node, node, ticks

_VOID = {"br", "hr", "img", "input"}
_INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup"}
_DROPPED = {"script", "style", "details", "svg"}
LINE, INSET = 76, 3
"""Letters across a page, and what the edges of a cell take of them."""

_BLOCKS = {"p", "div", "ul", "ol", "table", "blockquote", "pre", "dl", "hr", "figure", "figcaption"}
_BLOCKS |= {f"h{n}" for n in range(1, 7)}

Link = Callable[[str, list[Node]], list[Node]]
"""From the address of a link and its words to what stands on paper."""
Picture = Callable[[str, str], Node]
"""From the address of a picture and its text alternative to a figure."""


@dataclass
class _Element:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[_Element | str] = field(default_factory=list)


class _Tree(HTMLParser):
    """The elements of a well-formed piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.root = _Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and tag not in _VOID:
            if self._open.pop().tag == tag:
                break

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@dataclass(frozen=True)
class Reader:
    """Makes nodes of HTML; `top` is the level on paper of a first heading."""

    link: Link
    picture: Picture
    top: int
    quoted: Callable[..., list[Node]]

    def blocks(self, html: str) -> list[Node]:
        """Paragraphs, lists and tables; words outside of any become a paragraph."""
        return list(self._blocks(_parse(html).children))

    def inline(self, html: str) -> list[Node]:
        """The words of one line of HTML, whatever stands round them."""
        return list(self._inline(_parse(html).children))

    def _blocks(self, children: list[_Element | str]) -> Iterator[Node]:
        loose: list[_Element | str] = []
        for child in children:
            if not isinstance(child, str) and _holds_block(child):
                yield from self._paragraph(loose)
                loose = []
                yield from self._block(child)
            else:
                loose.append(child)
        yield from self._paragraph(loose)

    def _paragraph(self, children: list[_Element | str]) -> Iterator[Node]:
        words = list(self._inline(children))
        if any(not isinstance(word, str) or word.strip() for word in words):
            yield from _apart(words)

    def _block(self, element: _Element) -> Iterator[Node]:
        tag, children = element.tag, element.children
        if tag in ("p", "figcaption"):
            yield from self._paragraph(children)
        elif tag in ("ul", "ol"):
            start = int(element.attrs.get("start", "1"))
            items = [list(self._blocks(one.children)) for one in _named(children, "li")]
            is_boxes = element.attrs.get("class") == "boxes"
            yield ticks(items) if is_boxes else node(tag, items=items, start=start)
        elif tag == "table":
            yield self._table(element)
        elif tag == "blockquote":
            yield node("quote", *self._blocks(children))
        elif tag == "pre":
            yield node("pre", "".join(_texts(element)))
        elif tag == "dl":
            for term, *told in _entries(children):
                yield node("label", *self._inline(term.children))
                for one in told:
                    yield node("indent", *self._blocks(one.children))
        elif tag == "hr":
            yield node("rule")
        elif tag[0] == "h" and tag[1:].isdigit():
            yield node("h", *self._inline(children), level=self.top - 1 + int(tag[1:]))
        else:
            yield from self._blocks(children)

    def _table(self, element: _Element) -> Node:
        rows = list(_descendants(element, "tr"))
        cells = [[one for one in row.children if _is(one, "th", "td")] for row in rows]
        body = [[self._cell(cell) for cell in row] for row in cells]
        right = [n for n, cell in enumerate(cells[0]) if "right" in cell.attrs.get("style", "")]
        widths = _widths([["".join(_texts(cell)) for cell in row] for row in cells])
        return node("table", heads=body[0], rows=body[1:], widths=widths, height=0, right=right)

    def _cell(self, cell: _Element) -> list[Node]:
        """The words of a cell, or its blocks where it holds any."""
        if any(not isinstance(child, str) and _holds_block(child) for child in cell.children):
            return list(self._blocks(cell.children))
        return list(self._inline(cell.children))

    def _inline(self, children: list[_Element | str]) -> Iterator[Node]:
        for child in children:
            if isinstance(child, str):
                yield " ".join(child.replace("\n", " ").split(" "))
            elif child.tag in _INLINE:
                yield node(_INLINE[child.tag], *self._inline(child.children))
            elif child.tag == "q":
                yield from self.quoted(*self._inline(child.children))
            elif child.tag == "code":
                yield node("code", "".join(_texts(child)))
            elif child.tag == "br":
                yield node("br")
            elif child.tag == "img":
                yield self.picture(child.attrs.get("src", ""), child.attrs.get("alt", ""))
            elif child.tag == "a":
                yield from self.link(
                    child.attrs.get("href", ""), list(self._inline(child.children))
                )
            elif child.tag not in _DROPPED:
                yield from self._inline(child.children)


def pictures(html: str) -> list[tuple[str, str]]:
    """Addresses and text alternatives of the pictures in a piece of HTML."""
    found = _descendants(_parse(html), "img")
    return [(one.attrs.get("src", ""), one.attrs.get("alt", "")) for one in found]


def _parse(html: str) -> _Element:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.root


def _apart(words: list[Node]) -> Iterator[Node]:
    """Paragraphs and figures: a picture within a text stands on its own on paper."""
    line: list[Node] = []
    for word in [*words, None]:
        if word is None or (isinstance(word, dict) and word["t"] == "figure"):
            if any(not isinstance(one, str) or one.strip() for one in line):
                yield node("p", *line)
            line = []
            if word is not None:
                yield word
        else:
            line.append(word)


def _is(child: _Element | str, *tags: str) -> bool:
    return not isinstance(child, str) and child.tag in tags


def _holds_block(element: _Element) -> bool:
    if element.tag in _DROPPED:
        return False
    return element.tag in _BLOCKS or any(
        not isinstance(child, str) and _holds_block(child) for child in element.children
    )


def _named(children: list[_Element | str], tag: str) -> Iterator[_Element]:
    for child in children:
        if not isinstance(child, str) and child.tag == tag:
            yield child


def _descendants(element: _Element, tag: str) -> Iterator[_Element]:
    for child in element.children:
        if not isinstance(child, str):
            if child.tag == tag:
                yield child
            yield from _descendants(child, tag)


def _entries(children: list[_Element | str]) -> list[list[_Element]]:
    """Each term of a list with what is told of it."""
    found: list[list[_Element]] = []
    for child in children:
        if _is(child, "dt"):
            found.append([child])
        elif _is(child, "dd") and found:
            found[-1].append(child)
    return found


def _texts(element: _Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)


def _widths(texts: list[list[str]]) -> list[float]:
    """Shares of the page by what the columns hold; every column takes its longest word whole."""
    columns = list(zip(*texts, strict=False))
    words = [
        max((len(word) for text in column for word in text.split()), default=0)
        for column in columns
    ]
    needed = [word + INSET for word in words]
    wanted = [_wish([len(text) for text in column]) for column in columns]
    more = [
        max(wish / sum(wanted) * LINE - least, 1)
        for wish, least in zip(wanted, needed, strict=True)
    ]
    spare = max(LINE - sum(needed), 0)
    return [
        round(least + spare * share / sum(more), 2)
        for least, share in zip(needed, more, strict=True)
    ]


def _wish(lengths: list[int]) -> float:
    """How broad a column would be, from the lengths of its cells; none is very narrow."""
    return min(max(max(lengths) + sum(lengths) / len(lengths), 14), 120) ** 0.6
