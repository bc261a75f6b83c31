"""What stands on paper, as plain data: `layout.typ` sets it, and never reads it as markup.

A node is a text, or a mapping with its type `t`, its children `k` and what else its type needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Node = str | dict[str, Any]


def node(kind: str, *children: Node, **more: Any) -> Node:
    """A node of a kind that `layout.typ` knows."""
    return {"t": kind, "k": list(children), **more}


def p(*children: Node) -> Node:
    return node("p", *children)


def strong(*children: Node) -> Node:
    return node("strong", *children)


def heading(level: int, *children: Node, **more: Any) -> Node:
    return node("h", *children, level=level, **more)


def label(*children: Node) -> Node:
    """A line above what belongs to it, kept on the same page."""
    return node("label", *children)


def small(*children: Node) -> Node:
    return node("small", *children)


def box(look: str, *children: Node, title: str = "") -> Node:
    """A frame with an optional title; `look` is `note`, `trainer`, `card`, `key` or `plain`."""
    return node("box", *children, look=look, title=title)


def ticks(items: Iterable[Sequence[Node]], mark: str = "square") -> Node:
    """Lines with a box to tick (`square`), or to write a number or letter in (`wide`)."""
    return node("ticks", items=[list(item) for item in items], mark=mark)


def lines(count: int) -> Node:
    """Ruled lines to write on."""
    return node("lines", n=count)


def blank(width: int = 40) -> Node:
    """A short line to write on, within a text; its width in mm, 0 for all that is left."""
    return node("blank", width=width)


def table(
    heads: Sequence[Sequence[Node]],
    rows: Sequence[Sequence[Sequence[Node]]],
    *,
    widths: Sequence[float] = (),
    height: float = 0,
    right: Sequence[int] = (),
) -> Node:
    """A table: widths are shares of the page, `height` is the least height of a row in mm."""
    return node(
        "table",
        heads=[list(head) for head in heads],
        rows=[[list(cell) for cell in row] for row in rows],
        widths=list(widths) or [1] * len(heads),
        height=height,
        right=list(right),
    )


def bullets(items: Iterable[Sequence[Node]]) -> Node:
    return node("ul", items=[list(item) for item in items])


BREAK: Node = node("pagebreak")


def with_consecutive_levels(nodes: list[Node]) -> list[Node]:
    """The same nodes, with no heading more than one level below the one it belongs to."""
    above: list[tuple[int, int]] = []

    def level(wanted: int) -> int:
        while above and above[-1][0] >= wanted:
            above.pop()
        found = above[-1][1] + 1 if above else 1
        above.append((wanted, found))
        return found

    def mended(one: Node) -> Node:
        if isinstance(one, str):
            return one
        found = dict(one)
        if one["t"] == "h":
            found["level"] = level(one["level"])
        if "k" in one:
            found["k"] = [mended(child) for child in one["k"]]
        return found

    return [mended(one) for one in nodes]
