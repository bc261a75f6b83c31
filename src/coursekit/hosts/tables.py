"""Wide tables scroll in a frame of their own, so that the page fits a phone."""

from __future__ import annotations

from collections import Counter
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from ..bundle import labels


def make_scrollable(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Put a frame round every table, reachable by keyboard, with a name of its own on the page."""
    if app.builder.format != "html":
        return
    seen: Counter[str] = Counter()
    for table in list(doctree.findall(nodes.table)):
        heads = _heads(table)
        seen[heads] += 1
        number = f" ({seen[heads]})" if seen[heads] > 1 else ""
        parent = table.parent
        at = parent.index(table)
        parent.insert(at + 1, nodes.raw("", "</div>", format="html"))
        parent.insert(at, nodes.raw("", frame(heads + number), format="html"))


def frame(heads: str) -> str:
    """The opening tag of the frame of a table with these column heads."""
    label = escape(f"{labels()['table']}: {heads}" if heads else labels()["table"])
    return f'<div class="wide" tabindex="0" role="region" aria-label="{label}">'


def _heads(table: nodes.table) -> str:
    entries = [
        entry.astext() for head in table.findall(nodes.thead) for entry in head.findall(nodes.entry)
    ]
    return ", ".join(entry for entry in entries if entry)
