"""The texts of notebooks and documents, and the same files with other texts in their places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from . import markdown

Words = Callable[[str, str], str]
"""(place, text) → the text in the other language."""


def notebook_texts(source: str, page: str) -> Iterator[tuple[str, str]]:
    """Every text with its place, `<page>#<cell>`."""
    notebook = json.loads(source)
    for name, text in _objectives(notebook).items():
        if text:
            yield f"{page}#objectives/{name}", text
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for text in markdown.texts("".join(cell["source"])):
                yield f"{page}#{cell['id']}", text


CHECKED_ELSEWHERE = "# The sums are checked in the language in which the course is written."


def translate_notebook(source: str, page: str, words: Words) -> str:
    """The notebook in the other language; where no text changes, not one byte does."""
    notebook = json.loads(source)
    is_changed, objectives = False, _objectives(notebook)
    for name, old in objectives.items():
        objectives[name] = words(f"{page}#objectives/{name}", old) if old else old
        is_changed = is_changed or objectives[name] != old
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            place, old = f"{page}#{cell['id']}", "".join(cell["source"])
            new = markdown.translate(old, lambda text, place=place: words(place, text))
            if new != old:
                cell["source"], is_changed = new.splitlines(keepends=True), True
    return _written(notebook) if is_changed else source


def _objectives(notebook: dict[str, Any]) -> dict[str, str]:
    """The sentences in the data of a lecture; other notebooks name their objectives in a list."""
    given = notebook["metadata"].get("course", {}).get("objectives", {})
    return given if isinstance(given, dict) else {}


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


def document_texts(source: str, page: str) -> Iterator[tuple[str, str]]:
    return ((page, text) for text in markdown.texts(source))


def translate_document(source: str, page: str, words: Words) -> str:
    return markdown.translate(source, lambda text: words(page, text))
