"""The texts of a whole course tree, file by file, and the file of translations each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..bundle import LOADER, web_text
from ..content.yamlfile import MANY_FILES
from .catalogue import Source
from .notebooks import (
    LABELS,
    Words,
    document_texts,
    notebook_texts,
    translate_document,
    translate_notebook,
)
from .svg import svg_texts, translate_svg
from .yaml_texts import kind_of, translate_yaml, yaml_texts

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_TOPIC = re.compile(r"(?:modules|exercises|solutions)/([^/]+)/")
_GROUPS = {
    "data/cards.yml": "material",
    "data/tools.yml": "material",
    "data/charts.yml": "charts",
    "data/tables.yml": "charts",
    "data/facts.yml": "facts",
    "data/forms.yml": "for-trainers",
    "data/sheets.yml": "for-trainers",
    "data/sources.yml": "sources",
    "data/glossary.yml": "words",
    "data/wording.yml": "words",
}
_TEXTS = {"ipynb": notebook_texts, "md": document_texts, "svg": svg_texts}
_DERIVED = "exercises/"
_WRITTEN = "solutions/"


def po_name(file: str) -> str:
    """The PO file (without its ending) that keeps the translations of a file of the course."""
    if match := _TOPIC.match(file):
        return match[1]
    if file.startswith("towns/"):
        return f"town-{file.split('/')[1]}"
    if file.startswith("countries/"):
        return f"country-{file.split('/')[1]}"
    if "good-practice" in file:
        return "good-practice"
    if file.startswith("book/for-trainers/"):
        return "for-trainers"
    if file.startswith("book/"):
        return "book"
    return _GROUPS.get(file, "course")


def place_of(file: str) -> str:
    """Where a text is said to stand: exercises are derived, so theirs stands in the solution."""
    if file.startswith(_DERIVED) and file.endswith(".ipynb"):
        return _WRITTEN + file.removeprefix(_DERIVED)
    return file


def texts_of(root: Path, file: str) -> Iterator[tuple[str, str]]:
    """Every text of one file with its place; none for a file that holds none."""
    ending = file.rpartition(".")[2]
    is_derived = file.startswith(_DERIVED) and ending == "ipynb"
    if (ending in _TEXTS or kind_of(file)) and not is_derived:
        yield from _texts_in((root / file).read_text("utf-8-sig"), file)


@lru_cache(maxsize=MANY_FILES)
def _texts_in(source: str, file: str) -> tuple[tuple[str, str], ...]:
    """The texts of a file that holds some: looked for once, however many pages show them."""
    find = _TEXTS.get(file.rpartition(".")[2])
    return tuple(find(source, file) if find else yaml_texts(load(source), kind_of(file), file))


def translate_file(source: str, file: str, words: Words) -> str | None:
    """The file in the other language; None where it holds no texts."""
    if kind_of(file):
        return dumped(translate_data(source, file, words))
    ending = file.rpartition(".")[2]
    if ending == "ipynb":
        return translate_notebook(source, place_of(file), words)
    if ending == "md":
        return translate_document(source, file, words)
    if ending == "svg":
        return translate_svg(source, file, words)
    return None


def translate_data(source: str, file: str, words: Words) -> Any:
    """What a YAML file holds, in the other language."""
    kind = kind_of(file)
    return translate_yaml(load(source), kind, file, words) if kind else load(source)


def interface_texts() -> Iterator[Source]:
    """The words of the interface."""
    for name, text in load(web_text("labels.yml")).items():
        yield Source(f"{LABELS}/{name}", text)


@lru_cache(maxsize=MANY_FILES)
def load(text: str) -> Any:
    """What a YAML text holds, all of it as text: kept, so nobody may change it."""
    return yaml.load(text, LOADER)


def dumped(data: Any) -> str:
    """Data as the text of a YAML file in a tree."""
    return yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10**6)
