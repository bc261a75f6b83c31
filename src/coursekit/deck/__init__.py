"""One deck of slides a module, derived from the notebooks that learners read.

A deck is an ordinary page of the localised tree, `slides/<topic>.md`: so it comes in every
language and for every town. Its slides are the cells tagged `slide`, its parts the `##` sections.
The notes of a part stand in its first slide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import yaml

from ..content.contents import TOC
from ..content.tasks import TASKS
from .after import case_part, ending, group_parts
from .lecture import lecture_parts, opening, titles_of
from .page import deck_page
from .slides import FOLDER, DeckPart, Slide, notebook_in, yaml_in

DECK_TOC = f"{FOLDER}/_toc.yml"
"""The table of contents with the decks, for the build: learners' one does not list them."""


def deck_files(files: Mapping[str, bytes], town: str) -> dict[str, bytes]:
    """The decks of a localised tree, and the table of contents that lists them."""
    decks = {}
    for path in files:
        folder, _, rest = path.partition("/")
        topic, _, name = rest.partition("/")
        if folder == "modules" and name == "lecture.ipynb":
            parts = _parts(files, topic, town)
            if parts:
                decks[f"{FOLDER}/{topic}.md"] = deck_page(topic, parts).encode()
    if not decks:
        return {}
    return {**decks, DECK_TOC: _contents(files[TOC], decks)}


def _contents(toc: bytes, decks: Mapping[str, bytes]) -> bytes:
    contents = yaml.safe_load(toc)
    entry = {"caption": "-", "chapters": [{"file": path.removesuffix(".md")} for path in decks]}
    contents["parts"] = [*contents.get("parts", []), entry]
    return yaml.safe_dump(contents, allow_unicode=True, sort_keys=False).encode()


def _parts(files: Mapping[str, bytes], topic: str, town: str) -> list[DeckPart]:
    lecture = notebook_in(files, f"modules/{topic}/lecture.ipynb")
    titles = titles_of(files, topic)
    parts = lecture_parts(lecture, topic, titles)
    if not any(part.slides for part in parts):
        return []
    tasks = yaml_in(files, TASKS.format(topic))
    parts[0].slides.insert(0, opening(lecture, parts[0], town))
    if case := notebook_in(files, f"modules/{topic}/case.ipynb"):
        parts.append(case_part(case, topic, titles))
    for name, task in tasks.items():
        if task.get("phases"):
            parts += group_parts(f"{topic}.{name}", task, f"exercises/{topic}")
    parts.append(ending(files, topic))
    return [_with_notes(part) for part in parts if part.slides or part.minutes]


def _with_notes(part: DeckPart) -> DeckPart:
    """Every part has a slide, and its notes stand in the first."""
    if not part.slides:
        part.slides.append(Slide(part.id, part.id, part.title, "", "title"))
    part.slides[0] = replace(part.slides[0], notes=part.notes)
    return part
