"""The texts of notebooks and documents, and the same files with other texts in their places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from ..bundle import own_labels
from ..content.sections import MINUTES
from . import markdown

Words = Callable[[str, str], str]
"""(place, text) → the text in the other language."""


def notebook_texts(source: str, page: str) -> Iterator[tuple[str, str]]:
    """Every text with its place, `<page>#<cell>`."""
    for cell in json.loads(source)["cells"]:
        if cell["cell_type"] == "markdown":
            for text in markdown.texts("".join(cell["source"])):
                if not MINUTES.fullmatch(text):
                    yield f"{page}#{cell['id']}", text


LABELS = "interface"
SECTION_MINUTES = "sectionMinutes"

CHECKED_ELSEWHERE = "# The sums are checked in the language in which the course is written."


def translate_notebook(source: str, page: str, words: Words) -> str:
    """The notebook in the other language; where no text changes, not one byte does.

    Cells tagged `check` judge the words and the way of writing numbers of the model answers: they
    are left empty. That figures stay the same is a rule of translations.
    """
    notebook = json.loads(source)
    is_changed = False
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            place, old = f"{page}#{cell['id']}", "".join(cell["source"])
            new = markdown.translate(old, lambda text, place=place: _said(place, text, words))
            if new != old:
                cell["source"], is_changed = new.splitlines(keepends=True), True
    if not is_changed:
        return source
    for cell in notebook["cells"]:
        if "check" in cell["metadata"].get("tags", ()):
            cell["source"] = [CHECKED_ELSEWHERE]
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
