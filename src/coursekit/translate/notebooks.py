"""The texts of notebooks and documents, and the same files with other texts in their places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..bundle import own_labels
from ..content.sections import MINUTES
from . import markdown

Words = Callable[[str, str], str]
"""(place, text) → the text in the other language."""


def notebook_texts(source: str, page: str) -> Iterator[tuple[str, str]]:
    """Every text with its place, `<page>#<cell>`; of a lecture also its objectives."""
    notebook = json.loads(source)
    for name, sentence in _objectives(notebook, page).items():
        yield f"{page}#{OBJECTIVES}/{name}", sentence
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for text in markdown.texts("".join(cell["source"])):
                if not MINUTES.fullmatch(text):
                    yield f"{page}#{cell['id']}", text


LABELS = "interface"
SECTION_MINUTES = "sectionMinutes"

OBJECTIVES = "objectives"
"""What stands in a place before the name of an objective."""


def _objectives(notebook: dict[str, Any], page: str) -> dict[str, str]:
    """The objectives with their sentences: those of the lecture are the ones that are shown."""
    given = notebook["metadata"].get("course", {}).get("objectives")
    return given if isinstance(given, dict) and page.endswith("/lecture.ipynb") else {}


CHECKED_ELSEWHERE = "# The sums are checked in the language in which the course is written."


def translate_notebook(source: str, page: str, words: Words) -> str:
    """The notebook in the other language; where no text changes, not one byte does."""
    notebook = json.loads(source)
    objectives = _objectives(notebook, page)
    is_changed = False
    for name, old in objectives.items():
        new = words(f"{page}#{OBJECTIVES}/{name}", old)
        objectives[name], is_changed = new, is_changed or new != old
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            place, old = f"{page}#{cell['id']}", "".join(cell["source"])
            new = markdown.translate(old, lambda text, place=place: _said(place, text, words))
            if new != old:
                cell["source"], is_changed = new.splitlines(keepends=True), True
    return _written(notebook) if is_changed else source


def without_checks(source: str) -> str:
    """The notebook for a tree in another language, whether it has been translated yet or not.

    Cells tagged `check` judge the words and the way of writing numbers of the model answers: they
    are left empty. That figures stay the same is a rule of translations.
    """
    notebook = json.loads(source)
    checks = [one for one in notebook["cells"] if "check" in one["metadata"].get("tags", ())]
    for cell in checks:
        cell["source"] = [CHECKED_ELSEWHERE]
    return _written(notebook) if checks else source


def _written(notebook: dict[str, Any]) -> str:
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _said(place: str, text: str, words: Words) -> str:
    """A text in the other language; how long a section takes is said alike with every number."""
    if match := MINUTES.fullmatch(text):
        said = words(f"{LABELS}/{SECTION_MINUTES}", own_labels()[SECTION_MINUTES])
        return f"*{said.replace('{n}', match[1])}*"
    return words(place, text)


def document_texts(source: str, page: str) -> Iterator[tuple[str, str]]:
    return ((page, text) for text in markdown.texts(source))


def translate_document(source: str, page: str, words: Words) -> str:
    return markdown.translate(source, lambda text: words(page, text))
