"""Packs to cut out, and posters for the wall."""

from __future__ import annotations

from collections.abc import Iterator

from ...bundle import labels
from ...markdown import to_html
from ...model import Cell, Page
from ...tasks import Task
from ...tools.pacing import Deck, DeckCard
from .from_html import pictures
from .nodes import BREAK, Node, heading, node, p, small, strong
from .tasks import card_body
from .writer import Writer

KEEP = "summary"
"""The id of the cell in a lecture that says what to keep."""


def card_pack(writer: Writer, topic: str) -> list[Node]:
    """Role cards, material and decks of a module, each in a dashed frame."""
    found: list[Node] = []
    for task in writer.course.topics[topic].tasks.values():
        found += _roles(writer, task)
        found += _material(writer, task)
    for page in writer.course.pages_of(topic):
        found += _decks(writer, page)
    return [heading(1, writer.course.module_title(topic)), *found[1:]] if found else []


def _roles(writer: Writer, task: Task) -> list[Node]:
    if not task.roles:
        return []
    title = f"{task.code} {task.title}: {labels()['gwRolesTitle']}"
    return [BREAK, heading(2, title), *(_role(writer, task, name) for name in task.roles)]


def _role(writer: Writer, task: Task, name: str) -> Node:
    role, words = task.roles[name], writer.words
    seen = [writer.course.cards[card].title for card in role.sees if card in writer.course.cards]
    material = [p(small(words["gwMaterialOf"].format(cards=" · ".join(seen))))] if seen else []
    head = p(small(f"{task.code} {task.title}"))
    return node("card", head, heading(3, role.title), *writer.text(role.text), *material)


def _material(writer: Writer, task: Task) -> list[Node]:
    names = dict.fromkeys([*task.card_names, *task.material_names])
    known = [writer.course.cards[name] for name in names if name in writer.course.cards]
    if not known:
        return []
    title = f"{task.code} {task.title}: {labels()['gwMaterial']}"
    cards = [node("card", *card_body(writer, card)) for card in known]
    return [BREAK, heading(2, title), *cards]


def _decks(writer: Writer, page: Page) -> Iterator[Node]:
    """The cards to draw of a page's tools."""
    from ...content.calls import tools_in

    notebook = writer.course.notebooks.get(page.id)
    for name in tools_in(notebook) if notebook else []:
        tool = writer.course.tools[name]
        if not isinstance(tool, Deck):
            continue
        yield from (BREAK, heading(2, tool.title), *writer.text(tool.intro))
        yield p(small(writer.words["paperFold"]))
        yield from (_folded(writer, card) for card in tool.cards.values())


def _folded(writer: Writer, card: DeckCard) -> Node:
    """A card to fold: what is read aloud, and on its back what a good answer does."""
    back = p(small(strong(writer.words["deckBack"])))
    front = [p(strong(card.who)), *writer.text(card.front)]
    return node("fold", front=front, back=[back, *writer.text(card.back)])


def posters(writer: Writer, topic: str) -> list[Node]:
    """What to keep of a module, and its drawings, each on a sheet of its own."""
    title = writer.course.module_title(topic)
    found: list[Node] = []
    for page in writer.course.pages_of(topic):
        notebook = writer.course.notebooks.get(page.id)
        writer.page = page.id
        sheets = [_poster(writer, cell) for cell in (notebook.cells if notebook else ())]
        found += [part for sheet in sheets for part in sheet]
    return [heading(1, title), *found[1:]] if found else []


def _poster(writer: Writer, cell: Cell) -> list[Node]:
    if cell.kind != "markdown" or "remove-cell" in cell.tags:
        return []
    if cell.id == KEEP:
        return [BREAK, node("large", *writer.cell(cell.source), size=19)]
    sheets: list[Node] = []
    for src, alt in pictures(to_html(cell.source)):
        picture = writer.picture(src, alt)
        if isinstance(picture, dict) and picture["svg"]:
            sheets += [BREAK, {**picture, "t": "poster"}]
    return sheets
