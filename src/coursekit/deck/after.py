"""The slides of what follows a lecture: the case, the exercise in groups, the work at home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..bundle import labels
from ..notes import minutes_in_class, opened_with
from .lecture import Titles, section_of, slides_of
from .slides import DeckPart, Slide, cells_of, moved, notebook_in, title_of_cells

ROLES = 3
"""How many role cards stand on a slide at most."""


def case_part(notebook: dict[str, Any], topic: str, titles: Titles) -> DeckPart:
    cells = cells_of(notebook)
    alone = int(notebook["metadata"].get("course", {}).get("minutes", 0))
    part = DeckPart("case", title_of_cells(cells), minutes_in_class(cells, alone))
    part.slides.append(Slide("case-title", part.id, part.title, "", "title"))
    section = part
    for cell in cells:
        if cell.is_section:
            section = section_of(cell)
        if "notes" in cell.tags:
            part.add_notes(moved(cell.source, f"modules/{topic}"))
        if cell.is_slide:
            for slide in slides_of(cell, section, f"modules/{topic}", titles):
                part.slides.append(replace(slide, id=_case_id(slide.id), part=part.id))
    return part if len(part.slides) > 1 else DeckPart("case", part.title)


def _case_id(cell: str) -> str:
    """Cells of the case may be called as some of the lecture are."""
    return cell if "case" in cell else f"case-{cell}"


def group_parts(name: str, task: dict[str, Any], folder: str) -> Iterator[DeckPart]:
    """The exercise and its roles, a part for each phase, and the questions for afterwards."""
    key = name.partition(".")[2]
    notes = moved(task.get("facilitator", ""), folder)
    setup = _setup(notes)
    first = DeckPart(key, task["title"], notes=notes, setup=setup)
    body = moved(task["intro"], folder)
    first.slides.append(Slide(f"{key}-title", key, task["title"], body, "title", exercise=name))
    first.slides += _role_slides(name, key, len(task.get("roles", ())))
    yield first
    for phase, entry in task["phases"].items():
        part = DeckPart(f"{key}-phase-{phase}", entry["title"], int(entry["minutes"]))
        part.slides.append(_group_slide(part.id, "phase", entry["title"], f"{name} {phase}", key))
        yield part
    if task.get("debrief"):
        part = DeckPart(f"{key}-debrief", labels()["gwDebrief"])
        body = "\n".join(f"1. {moved(text, folder)}" for text in task["debrief"])
        part.slides.append(Slide(part.id, part.id, part.title, body, "text", exercise=name))
        yield part


def _role_slides(name: str, key: str, count: int) -> Iterator[Slide]:
    """The roles on as few slides as can be read, about as many on each."""
    slides = -(-count // ROLES)
    for n in range(slides):
        first, after = n * count // slides, (n + 1) * count // slides
        shown = f"{name} {first} {after}"
        slide = _group_slide(key, "roles", labels()["gwRolesTitle"], shown, key)
        yield replace(slide, id=f"{key}-roles-{n + 1}")


def _group_slide(part: str, kind: str, title: str, shown: str, key: str) -> Slide:
    name = shown.split(" ")[0]
    body = f":::{{shown}} deck-{kind} {shown}\n:::"
    identity = part if kind == "phase" else f"{key}-{kind}"
    return Slide(identity, part, title, body, kind, exercise=name)


def _setup(facilitator: str) -> str:
    """What is prepared beforehand, with the words that it opens with."""
    before = next(opened_with("facilitatorBefore", facilitator), ("", ""))
    return "".join(before).strip()


def ending(files: Mapping[str, bytes], topic: str) -> DeckPart:
    """What comes next, alone: the pages of the topic that no slide shows."""
    part = DeckPart("end", labels()["deckAfter"])
    lines = []
    for page in (f"exercises/{topic}/individual", f"modules/{topic}/quiz"):
        if notebook := notebook_in(files, f"{page}.ipynb"):
            minutes = notebook["metadata"].get("course", {}).get("minutes", "")
            about = labels()["aboutMinutes"].replace("{n}", str(minutes))
            lines.append(f"- [{title_of_cells(cells_of(notebook))}](../{page}.ipynb), {about}")
    if lines:
        part.slides.append(Slide("end", part.id, part.title, "\n".join(lines)))
    return part
