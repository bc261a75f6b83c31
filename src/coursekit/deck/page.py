"""The page of a deck, in MyST: its data in the head, then a directive for each slide."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..bundle import language
from .slides import DeckPart, Slide, plain


def deck_page(topic: str, parts: Sequence[DeckPart]) -> str:
    data = {
        "topic": topic,
        "title": plain(parts[0].title),
        "lang": language(),
        "minutes": sum(part.minutes for part in parts),
        "parts": [part.data() for part in parts],
        "slides": [_slide_data(slide) for part in parts for slide in part.slides],
    }
    head = f"---\nnosearch: true\ncoursekit_deck: {json.dumps(data, ensure_ascii=False)}\n---\n"
    slides = "\n".join(_slide_text(slide) for part in parts for slide in part.slides)
    return f"{head}\n# {parts[0].title}\n\n{slides}"


def _slide_data(slide: Slide) -> dict[str, str]:
    title = plain(slide.title)
    return {"id": slide.id, "title": title, "part": slide.part, "exercise": slide.exercise}


def _slide_text(slide: Slide) -> str:
    notes = f"\n::::{{notes}}\n{slide.notes}\n::::\n" if slide.notes else ""
    options = {"part": slide.part, "kind": slide.kind, "title": slide.title}
    lines = "".join(
        f":{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in options.items()
    )
    return f"::::::{{slide}} {slide.id}\n{lines}\n{slide.body}\n{notes}::::::\n"
