"""The slides of a lecture: cells tagged `slide`, in parts that are its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..bundle import labels
from ..content.calls import chart_calls, quiz_calls, tool_calls
from ..content.charts import CHARTS
from ..content.questions import QUESTIONS
from ..content.sections import minutes_in, without_minutes
from ..content.tools import TOOLS
from .slides import Cell, DeckPart, Slide, cells_of, moved, plain, title_of_cells, yaml_in

_HEADING = re.compile(r"^#{1,3}[ \t]+(.+)\n*", re.MULTILINE)
SUMMARY = "summary"
"""The id of the section that says what to keep."""

Titles = Mapping[str, str]
"""Widget and name, as in `quiz lake.cold` → title."""

LONGEST_TITLE = 72


def lecture_parts(notebook: dict[str, Any], topic: str, titles: Titles) -> list[DeckPart]:
    cells = cells_of(notebook)
    parts = [DeckPart("start", title_of_cells(cells))]
    waiting: list[Cell] = []
    for cell in cells:
        if cell.is_announced:
            waiting.append(cell)
            continue
        if cell.is_section:
            parts.append(section_of(cell))
        for announced in waiting:
            parts[-1].slides += slides_of(announced, parts[-1], f"modules/{topic}", titles)
        waiting = []
        if "notes" in cell.tags:
            parts[-1].add_notes(moved(cell.source, f"modules/{topic}"))
        if cell.is_slide or cell.id == SUMMARY:
            parts[-1].slides += slides_of(cell, parts[-1], f"modules/{topic}", titles)
    return parts


def section_of(cell: Cell) -> DeckPart:
    head = _HEADING.match(cell.source)
    assert head
    return DeckPart(
        cell.id,
        head[1].strip(),
        minutes_in(cell.source),
        optional="optional" in cell.tags,
    )


def slides_of(cell: Cell, part: DeckPart, folder: str, titles: Titles) -> Iterator[Slide]:
    """The slide that a cell makes; without a heading of its own it goes under that of its part."""
    if cell.kind == "code":
        for kind, shown in _shown_by(cell.source):
            body = f":::{{shown}} {shown}\n:::"
            yield Slide(cell.id, part.id, titles.get(shown, part.title), body, kind)
        return
    head = _HEADING.match(cell.source)
    title = head[1].strip() if head else part.title
    body = without_minutes(cell.source[head.end() if head else 0 :])
    kind = "picture" if "![" in body else "text"
    yield Slide(cell.id, part.id, moved(title, folder), moved(body.strip(), folder), kind)


def titles_of(files: Mapping[str, bytes], topic: str) -> Titles:
    """What questions, charts and tools are called: the beginning of a prompt, or a title."""
    prompts = yaml_in(files, QUESTIONS.format(topic))
    titles = {f"quiz {topic}.{name}": _short(one["prompt"]) for name, one in prompts.items()}
    for kind, path in (("chart", CHARTS), ("tool", TOOLS)):
        entries = yaml_in(files, path)
        titles |= {f"{kind} {name}": one["title"] for name, one in entries.items()}
    return titles


def _short(prompt: str) -> str:
    """The first words of a question, in a length that fits a list."""
    words = plain(prompt.split("\n")[0]).split()
    text = ""
    while words and len(text) + len(words[0]) < LONGEST_TITLE:
        text = f"{text} {words.pop(0)}".strip()
    return f"{text} …" if words else text


def _shown_by(source: str) -> Iterator[tuple[str, str]]:
    """The widgets that a code cell shows: the kind of slide, and widget with name."""
    for is_set, name in quiz_calls(source):
        yield "question", f"quiz-set {name}" if is_set else f"quiz {name}"
    for name in chart_calls(source):
        yield "chart", f"chart {name}"
    for name in tool_calls(source):
        yield "tool", f"tool {name}"


def opening(notebook: dict[str, Any], part: DeckPart, town: str) -> Slide:
    """Title, town, minutes, and what people can do afterwards."""
    course = notebook["metadata"].get("course", {})
    outcomes = course.get("objectives") or {}
    lines = "\n".join(f"- {text}" for text in outcomes.values() if text)
    facts = [town, labels()["aboutMinutes"].replace("{n}", str(course.get("minutes", "")))]
    place = " · ".join(filter(None, facts))
    return Slide("opening-slide", part.id, part.title, f"{place}\n\n{lines}", "opening")
