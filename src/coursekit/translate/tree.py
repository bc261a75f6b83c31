"""The texts of a whole course tree, file by file, and the file of translations each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..bundle import web_text
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
    "data/sources.yml": "sources",
    "data/glossary.yml": "words",
    "data/wording.yml": "words",
}
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
    path = root / file
    if file.startswith(_DERIVED) and path.suffix == ".ipynb":
        return
    if path.suffix == ".ipynb":
        yield from notebook_texts(path.read_text("utf-8"), file)
    elif path.suffix == ".md":
        yield from document_texts(path.read_text("utf-8-sig"), file)
    elif path.suffix == ".svg":
        yield from svg_texts(path.read_text("utf-8"), file)
    elif kind := kind_of(file):
        yield from yaml_texts(_load(path.read_text("utf-8-sig")), kind, file)


def translate_file(source: str, file: str, words: Words) -> str | None:
    """The file in the other language; None where it holds no texts."""
    ending = file.rpartition(".")[2]
    if ending == "ipynb":
        return translate_notebook(source, place_of(file), words)
    if ending == "md":
        return translate_document(source, file, words)
    if ending == "svg":
        return translate_svg(source, file, words)
    if kind := kind_of(file):
        data = translate_yaml(_load(source), kind, file, words)
        return yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10**6)
    return None


def interface_texts() -> Iterator[Source]:
    """The words of the interface."""
    for name, text in _load(web_text("labels.yml")).items():
        yield Source(f"{LABELS}/{name}", text)


def _load(text: str) -> object:
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
