"""Which values of a YAML file are texts for people, and the file with others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..tasks.task import YEAR
from . import markdown
from .markdown import has_words
from .model_texts import Path, model_of, text_paths
from .notebooks import Words

_WITH_MODELS = ("questions", "tasks", "cards", "tools")
"""Kinds of file whose entries have models that say what is a text."""

_ONE_ENTRY = ("practices", "vocabulary")
"""The same for files that are one entry."""

_KEYS: dict[str, set[str]] = {
    "charts": {"title", "measure", "takeaway", "alt", "caution"},
    "tables": {"title", "note", "licence", "label"},
    "facts": {"statement", "note", "place", "owner", "licence"},
    "sources": {"licence", "note", "short"},
    "glossary": {"term", "definition"},
    "wording": {"say", "avoid", "why"},
    "tests": {"title", "intro"},
    "standard": {"lecture_sections", "case_sections"},
    "diploma": {"title", "intro", "distinction", "competences"},
    "accessibility": {"standard", "method", "part", "why", "instead"},
    "forms": {"title", "when", "intro", "closing", "text", "low", "high"},
    "sheets": {"title", "intro", "closing"},
    "contents": {"caption", "title"},
    "config": {"title", "nb_code_prompt_show", "nb_code_prompt_hide"},
    "town": {"role", "office", "hours", "title", "text", "asks", "did", "results", "gap"},
}
_KEYS["town"] |= {"county", "city", "owner", "unknown", "alt", "licence"}
"""In the other kinds: the keys that hold texts."""

_NAMED = {"charts": ("names",), "forms": ("options",), "sheets": ("head",)}
"""Keys that hold names with a text each."""

_QUOTING = re.compile(r"\bquot(?:ing|ed)\b")
"""Publishers are names, and stay; that one quotes another is said in the language."""

_ANSWERS_IN_WORDS = {"text", "long-text", "table", "grid", "actors", "budget", "calendar"}
_ANSWERS_IN_WORDS |= {"consent", "message", "correction", "board"}
_ANSWER_NAMES = {"trust", "amount", "evaluation", "weeks", "checks", "result", "cluster"}
_ANSWER_NAMES |= {"ballots", "id"}


def yaml_texts(data: Any, kind: str, file: str) -> Iterator[tuple[str, str]]:
    """Every text with its place, `<file>/<key>/<key>`."""
    paths = set(_text_paths(data, kind))
    for path in _leaves(data, ()):
        text = _value(data, path)
        if path in paths and _is_said(path, text):
            for part in markdown.texts(text) if "\n" in text else [text]:
                yield _place(file, path), part


def translate_yaml(data: Any, kind: str, file: str, words: Words) -> Any:
    """The same data in the other language."""
    paths = set(_text_paths(data, kind))

    def change(path: Path, text: str) -> str:
        if path not in paths or not _is_said(path, text):
            return text
        place = _place(file, path)
        if "\n" in text:  # several paragraphs are several texts
            return markdown.translate(text, lambda part: words(place, part))
        return words(place, text)

    return _map(data, (), change)


def _is_said(path: Path, text: str) -> bool:
    """Whether a text is one for people; the unit of a year is the program's own word."""
    return has_words(text) and not (path[-1] == "unit" and text == YEAR)


def _place(file: str, path: Path) -> str:
    return "/".join([file, *map(str, path)])


def _value(data: Any, path: Path) -> str:
    for key in path:
        data = data[key]
    return data


def _text_paths(data: Any, kind: str) -> Iterator[Path]:
    if kind in _ONE_ENTRY:
        yield from text_paths(model_of(kind, data), data)
    elif kind in _WITH_MODELS:
        for name, entry in data.items() if isinstance(data, dict) else ():
            model = model_of(kind, entry)
            for path in text_paths(model, entry) if model else ():
                yield (name, *path)
            if kind == "tasks":
                yield from ((name, "model", *path) for path in _answers(entry))
    else:
        for path in _leaves(data, ()):
            if _is_text_key(kind, path, _value(data, path)):
                yield path


def _is_text_key(kind: str, path: Path, text: str) -> bool:
    names = [key for key in path if isinstance(key, str)]
    if not names:
        return False
    if kind == "sources" and names[-1] == "publisher":
        return _QUOTING.search(text) is not None
    return names[-1] in _KEYS[kind] or any(key in names[:-1] for key in _NAMED.get(kind, ()))


def _answers(task: Any) -> Iterator[Path]:
    """The texts in the model answers of an exercise: names of options are none."""
    for name, given in task.get("model", {}).items():
        field = _field(task, name)
        if field.get("kind") in _ANSWERS_IN_WORDS:
            yield from ((name, *path) for path in _leaves(given, ()) if _is_answer(field, path))


def _is_answer(field: dict[str, Any], path: Path) -> bool:
    names = [key for key in path if isinstance(key, str)]
    if _ANSWER_NAMES & set(names):
        return False
    if field["kind"] != "table":
        return True
    column = names[0] if names else ""
    return field.get("columns", {}).get(column, {}).get("kind") == "text"


def _field(task: Any, name: str) -> dict[str, Any]:
    for step in task.get("steps", {}).values():
        if name in step.get("fields", {}):
            return step["fields"][name]
    return {}


def _leaves(data: Any, path: Path) -> Iterator[Path]:
    if isinstance(data, str):
        yield path
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(value, (*path, key))


def _map(data: Any, path: Path, change: Any) -> Any:
    if isinstance(data, str):
        return change(path, data)
    if isinstance(data, dict):
        return {key: _map(value, (*path, key), change) for key, value in data.items()}
    if isinstance(data, list):
        return [_map(value, (*path, n), change) for n, value in enumerate(data)]
    return data


KIND_OF_FILE = (
    (re.compile(r"modules/[^/]+/questions\.yml"), "questions"),
    (re.compile(r"exercises/[^/]+/tasks\.yml"), "tasks"),
    (re.compile(r"data/good-practice/[^/]+\.yml"), "practices"),
    (re.compile(r"data/good-practice\.yml"), "vocabulary"),
    (re.compile(r"_config\.yml"), "config"),
    (re.compile(r"_toc\.yml"), "contents"),
    (re.compile(r"(?:towns/[^/]+|countries/[^/]+|data)/facts\.yml"), "facts"),
    (re.compile(r"towns/[^/]+/(?:town|country|guests|good-practice/[^/]+)\.yml"), "town"),
    (re.compile(r"countries/[^/]+/country\.yml|data/town-standard\.yml"), "town"),
    (re.compile(r"data/(cards|charts|tools|tables|sources|glossary|wording)\.yml"), ""),
    (re.compile(r"data/(tests|standard|diploma|forms|sheets|accessibility)\.yml"), ""),
)


def kind_of(file: str) -> str:
    """The kind of a YAML file by its path; an empty text where it holds nothing to translate."""
    for pattern, kind in KIND_OF_FILE:
        if match := pattern.fullmatch(file):
            return kind or match[1]
    return ""
