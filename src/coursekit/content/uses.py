"""Which facts a page shows: in its text, its questions, its exercises, its code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..markdown import placeholders
from ..model import Cell, Notebook, Topic
from ..values import fact_of
from .calls import fact_calls, quiz_calls, set_members, task_calls, tool_calls
from .found import Found
from .good_practice import CASE, PAGE
from .questions import QUESTIONS
from .tasks import CARDS, TASKS
from .tools import TOOLS


def find_uses(
    notebooks: Mapping[str, Notebook],
    documents: Mapping[str, str],
    topics: Mapping[str, Topic],
    facts: Collection[str],
    found: Found,
) -> dict[str, tuple[str, ...]]:
    """Page → the facts that it shows, in order; pages without any are left out."""
    named = {page: [*map(fact_of, placeholders(text))] for page, text in documents.items()}
    for page, notebook in notebooks.items():
        shown = [cell for cell in notebook.cells if "remove-cell" not in cell.tags]
        named[page] = [name for cell in shown for name in _named(cell, topics, found)]
    for path, name in found.placeholders:
        if path == CASE.format(name):  # on the page of the case; a card names its sources itself
            named[PAGE.format(name)] = [*map(fact_of, found.placeholders[path, name])]
    known = {
        page: tuple(name for name in dict.fromkeys(names) if name in facts)
        for page, names in named.items()
    }
    return {page: names for page, names in known.items() if names}


def _named(cell: Cell, topics: Mapping[str, Topic], found: Found) -> Iterator[str]:
    if cell.kind == "markdown":
        yield from map(fact_of, placeholders(cell.source))
        return
    yield from fact_calls(cell.source)
    for path, entry in _entries(cell.source, topics):
        yield from map(fact_of, found.placeholders.get((path, entry), ()))


def _entries(code: str, topics: Mapping[str, Topic]) -> Iterator[tuple[str, str]]:
    """Files and entries of the questions, exercises, cards and tools that a code cell shows."""
    yield from ((TOOLS, name) for name in tool_calls(code))
    for is_set, name in quiz_calls(code):
        for full in set_members(topics, name) if is_set else [name]:
            topic, _, entry = full.partition(".")
            yield QUESTIONS.format(topic), entry
    for name in task_calls(code):
        topic, _, entry = name.partition(".")
        yield TASKS.format(topic), entry
        task = topics[topic].tasks.get(name) if topic in topics else None
        for card in (*task.card_names, *task.material_names) if task else ():
            yield CARDS, card
