"""Decks of slides in the site: what `localise` derived becomes sections that reveal.js shows."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..bundle import json_for_page
from ..deck import FOLDER
from ..model import Course
from .directives import CoursePlan

TEMPLATE = "slides.html"
STYLES = (
    "page.css",
    "controls.css",
    "quiz.css",
    "group/",
    *(
        f"slides/{name}.css"
        for name in ("stage", "slides", "pictures", "questions", "group", "hands", "print")
    ),
)
HOST = "host-slides"
REVEAL = "reveal.js"
"""What of reveal.js the site needs, out of the package `sphinx-revealjs`; the look is our own."""

SPEAKER = f"{FOLDER}/speaker"
"""The page beside the decks that is none: the trainer's view of any of them."""

SHOWN = "coursekit_shown"
DATA = "coursekit_deck"


class slide(nodes.General, nodes.Element):
    """One slide."""


class slide_title(nodes.General, nodes.TextElement):
    """Its heading."""


class slide_notes(nodes.General, nodes.Element):
    """What only the trainer sees."""


class SlideDirective(SphinxDirective):
    """A slide: its id, part, kind and title, and what stands on it."""

    required_arguments = 1
    has_content = True
    option_spec = {  # noqa: RUF012 - as docutils has it
        "part": directives.unchanged_required,
        "kind": directives.unchanged_required,
        "title": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        node = slide(part=self.options["part"], kind=self.options["kind"])
        node["ids"].append(self.arguments[0])
        if title := self.options.get("title"):
            found, messages = self.state.inline_text(title, self.lineno)
            level = 1 if self.options["kind"] == "opening" else 2
            node += slide_title(title, "", *found, level=level)
            node += messages
        body = nodes.container(classes=["slide-body"])
        self.state.nested_parse(self.content, self.content_offset, body)
        notes = [child for child in body.children if isinstance(child, slide_notes)]
        body.children = [child for child in body.children if child not in notes]
        for image in body.findall(nodes.image):
            image.parent["classes"].append("slide-view")
        if body.children:
            node += body
        node += notes
        return [node]


class NotesDirective(SphinxDirective):
    """The notes of a part, in its first slide."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        node = slide_notes()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class ShownDirective(SphinxDirective):
    """A widget by name, such as `quiz how-opinions-form.third-row`: nothing is executed for it."""

    required_arguments = 1
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        widget, name = self.arguments[0], " ".join(self.arguments[1:])
        course: Course = self.env.app.coursekit_course
        if widget == "tool" and name in course.tools:
            widget = course.tools[name].widget
        self.env.metadata[self.env.docname].setdefault(SHOWN, []).append(widget)
        html = f'<div class="widget" data-widget="{escape(widget)}" id="{escape(name)}"></div>'
        return [nodes.raw("", html, format="html")]


class DeckList(CoursePlan):
    """Links to all decks, in the order of the course; nothing where Jupyter Book builds alone."""

    def html(self, course: Course) -> Iterator[str]:
        up = "../" * self.env.docname.count("/")
        decks = {deck_of_lecture(self.env.app, page.id): page for page in course.path}
        links = [
            f'<li><a href="{up}{deck}.html">{escape(page.title)}</a></li>'
            for deck, page in decks.items()
            if deck
        ]
        yield f"<ul>{''.join(links)}</ul>" if links else ""


def is_deck(name: str) -> bool:
    """Whether a page is a deck of slides."""
    return name.startswith(f"{FOLDER}/") and name != SPEAKER


def deck_of_lecture(app: Sphinx, name: str) -> str:
    """The deck that belongs to a lecture's page, if there is one."""
    folder, _, rest = name.partition("/")
    topic, _, page = rest.partition("/")
    deck = f"{FOLDER}/{topic}"
    is_lecture = folder == "modules" and page == "lecture"
    return deck if is_lecture and deck in app.env.found_docs else ""


def topic_of_deck(name: str) -> str:
    return name.removeprefix(f"{FOLDER}/")


def deck_json(app: Sphinx, name: str) -> str:
    """The data block of a deck."""
    return json_for_page(json.loads(app.env.metadata[name][DATA]))


def shown_on(app: Sphinx, name: str) -> set[str]:
    """The widgets of a deck."""
    return set(app.env.metadata[name].get(SHOWN, ()))


def write_reveal(static: Path) -> None:
    """Copy reveal.js out of its package: nothing is fetched, no script of ours is mixed in."""
    spec = find_spec("sphinx_revealjs")
    assert spec and spec.origin
    dist = Path(spec.origin).parent / "_static" / "revealjs" / "dist"
    shutil.copyfile(dist / REVEAL, static / REVEAL)


def _unwrap(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Nothing but slides on the page: the heading of the document is its first slide's."""
    if is_deck(name):
        found = list(doctree.findall(slide))
        doctree.clear()
        doctree += found


def _visit_slide(self: Any, node: slide) -> None:
    """A group and no landmark: what stands on it may have a landmark of the same name."""
    kind, part = escape(node["kind"]), escape(node["part"])
    identity = escape(node["ids"][0])
    self.body.append(
        f'<section id="{identity}" role="group" data-part="{part}" class="slide-{kind}"'
        f' aria-labelledby="{identity}-title">\n'
    )


def _depart_slide(self: Any, node: slide) -> None:
    self.body.append("</section>\n")


def _visit_title(self: Any, node: slide_title) -> None:
    self.body.append(f'<h{node["level"]} id="{escape(node.parent["ids"][0])}-title">')


def _depart_title(self: Any, node: slide_title) -> None:
    self.body.append(f"</h{node['level']}>\n")


def _visit_notes(self: Any, node: slide_notes) -> None:
    self.body.append('<aside class="notes">\n')


def _depart_notes(self: Any, node: slide_notes) -> None:
    self.body.append("</aside>\n")


def add_to(app: Sphinx) -> None:
    """Make slides known to Sphinx."""
    app.add_node(slide, html=(_visit_slide, _depart_slide))
    app.add_node(slide_title, html=(_visit_title, _depart_title))
    app.add_node(slide_notes, html=(_visit_notes, _depart_notes))
    app.add_directive("slide", SlideDirective)
    app.add_directive("notes", NotesDirective)
    app.add_directive("shown", ShownDirective)
    app.add_directive("deck-list", DeckList)
    app.connect("doctree-resolved", _unwrap)
