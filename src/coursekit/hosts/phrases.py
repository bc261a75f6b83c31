"""Foreign phrases in the running text of a page: Sphinx writes the language of each."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

from ..content.phrases import PHRASES
from ..foreign import stretches

CODE = (nodes.literal, nodes.literal_block, nodes.raw, nodes.comment, nodes.math)


def mark_phrases(app: Sphinx, doctree: nodes.document) -> None:
    """Put each phrase into an element of its own; docutils makes `lang` of the class."""
    for text in list(doctree.findall(nodes.Text)):
        pieces = list(stretches(text.astext())) if not _is_code(text) else []
        if any(code for _, code in pieces):
            text.parent.replace(text, [_node(piece, code) for piece, code in pieces])
    phrases = app.coursekit_course.root / PHRASES  # type: ignore[attr-defined]
    if phrases.is_file():  # a dependency that is missing has the page read in every build
        app.env.note_dependency(str(phrases))


def _node(piece: str, code: str) -> nodes.Node:
    return nodes.inline(piece, piece, classes=[f"language-{code}"]) if code else nodes.Text(piece)


def _is_code(text: nodes.Text) -> bool:
    node = text.parent
    while node is not None and not isinstance(node, CODE):
        node = node.parent
    return node is not None
