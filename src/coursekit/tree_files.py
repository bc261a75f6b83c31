"""One file of a localised tree: its texts translated, its placeholders filled in.

A file that was made before is made again only if something that it was made of has changed: its
own bytes, what the translation says for a text in it, or what a placeholder in it stands for. All
that is noted while it is made, so nothing has to be known here about who needs what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .bundle import SOURCE, language
from .content.config import CONFIG
from .content.contents import TOC
from .content.good_practice import PAGE, name_of
from .content.reading import fill
from .content.yamlfile import YamlFile
from .markdown import substitute
from .model import Course
from .translate.language import Translation
from .translate.notebooks import Words, without_checks
from .translate.tree import dumped, load, translate_data, translate_file
from .translate.values import CHARTS, with_names
from .translate.yaml_texts import kind_of, translate_yaml
from .values import Values

_WITH_TEXTS = (".md", ".ipynb", ".yml", ".svg")


@dataclass(frozen=True)
class _Made:
    """A file as it was made, and everything that it was made of."""

    raw: bytes
    said: Mapping[tuple[str, str], str]
    """What the translation said when it was asked."""
    values: Mapping[str, str | None]
    """What the placeholders stood for; None for a name that stands for nothing."""
    content: bytes

    def holds(self, raw: bytes, words: Words, values: Mapping[str, str]) -> bool:
        return (
            self.raw == raw
            and all(words(*key) == text for key, text in self.said.items())
            and all(values.get(name) == text for name, text in self.values.items())
        )


_MADE: dict[tuple[Path, str, str], _Made] = {}
"""The last one of each file of a tree: course, language, name."""


class _Noted(Mapping[str, str]):
    """Values that remember what they were asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.asked: dict[str, str | None] = {}

    def __getitem__(self, name: str) -> str:
        self.asked[name] = text = self._values.get(name)
        if text is None:
            raise KeyError(name)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def localised_file(course: Course, name: str, translation: Translation | None) -> bytes:
    """What a file holds in the tree: the same bytes where there is nothing to change."""
    raw = (course.root / name).read_bytes()
    if name == CONFIG:
        return _config(course, raw, translation)
    if not name.endswith(_WITH_TEXTS):
        return raw
    if translation and name == CHARTS:  # takes names from tables as well
        return _charts(course, raw, translation)
    return _kept(course, name, raw, translation)


def _kept(course: Course, name: str, raw: bytes, translation: Translation | None) -> bytes:
    """The file as it was made before, if that still holds; else made, and noted."""
    key = (course.root, translation.lang if translation else SOURCE, name)
    words = translation.words if translation else _unchanged
    values = _values_in(course, name)
    before = _MADE.get(key)
    if before and before.holds(raw, words, values):
        return before.content
    noted, said = _Noted(values), {}

    def noted_words(place: str, text: str) -> str:
        said[place, text] = words(place, text)
        return said[place, text]

    content = _made(name, raw, noted_words if translation else None, noted)
    _MADE[key] = _Made(raw, said, noted.asked, content)
    return content


def _unchanged(place: str, text: str) -> str:
    return text


def _made(name: str, raw: bytes, words: Words | None, values: Mapping[str, str]) -> bytes:
    text = raw.decode("utf-8-sig")
    if name.endswith(".yml"):
        return _made_yaml(name, raw, text, words, values)
    new = _translated(text, name, words) if words else text
    if "{{" in new:
        return resolve(new, f".{name.rpartition('.')[2]}", values).encode()
    return raw if new == text else new.encode()


def _translated(text: str, name: str, words: Words) -> str:
    new = translate_file(text, name, words) or text
    return without_checks(new) if name.endswith(".ipynb") else new


def _made_yaml(
    name: str, raw: bytes, text: str, words: Words | None, values: Mapping[str, str]
) -> bytes:
    has_texts = words is not None and kind_of(name)
    if not has_texts and (name == TOC or "{{" not in text):
        return raw
    data = translate_data(text, name, words) if words else load(text)
    return _dumped(data if name == TOC else fill(YamlFile(name), data, values))


def _charts(course: Course, raw: bytes, translation: Translation) -> bytes:
    """`charts.yml` also says in the language what charts take from tables."""
    data = translate_data(raw.decode("utf-8-sig"), CHARTS, translation.words)
    data = with_names(data, course.charts, course.tables, translation.words)
    return _dumped(fill(YamlFile(CHARTS), data, course.values))


def _config(course: Course, raw: bytes, translation: Translation | None) -> bytes:
    """`_config.yml` says for which town the tree is, and in which language."""
    if translation is None and course.local.is_default:
        return raw  # Jupyter Book reads it, with types of its own
    config = yaml.safe_load(raw)
    if town := course.local.values(language()):
        values = {name.removeprefix("town."): text for name, text in town.items()}
        config["parse"]["myst_substitutions"]["town"] = values
    if translation:
        config = translate_yaml(config, "config", CONFIG, translation.words)
        config.setdefault("sphinx", {}).setdefault("config", {})["language"] = translation.lang
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False).encode()


def page_values(course: Course, page: str) -> Values:
    """What placeholders stand for on a page."""
    assert isinstance(course.values, Values)
    return course.values.on(page)


def _values_in(course: Course, name: str) -> Mapping[str, str]:
    """What placeholders stand for in a file."""
    if not name.endswith(".yml"):
        return page_values(course, name.rpartition(".")[0])
    case = name_of(name)
    return page_values(course, PAGE.format(case)) if case else course.values


def resolve(text: str, suffix: str, values: Mapping[str, str]) -> str:
    """The text of a document or notebook with its placeholders filled in."""
    if suffix != ".ipynb":
        return substitute(text, values)
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = "".join(cell["source"])
            cell["source"] = substitute(source, values).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _dumped(data: Any) -> bytes:
    return dumped(data).encode()
