"""Which values of a YAML file are texts that people read, and the file with others in their place.

A file's kind says which keys never hold such a text: names, numbers, addresses. All else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .markdown import has_words
from .notebooks import Words

Path = tuple[str | int, ...]

_EVERYWHERE = {"kind", "revision", "objective", "objectives", "level", "difficulty", "source"}
_EVERYWHERE |= {"set", "shuffle", "minutes", "module", "code", "id", "date", "read", "review"}

_NO_TEXTS: dict[str, set[str]] = {
    "questions": {"column", "tolerance", "answer", "actual", "value", "min", "max", "step"},
    "tasks": {"cards", "sees", "equals", "tolerance", "pass", "distinction", "star", "into"},
    "cards": {"value", "fictional"},
    "tools": {"workbook", "into", "of", "paid_by", "next", "does", "start", "fits", "when", "then"},
    "practices": {"place", "size", "problems", "audiences", "channels", "years", "negative"},
}
_NO_TEXTS["tools"] |= {"rule", "points", "revision"}

_ONLY_TEXTS: dict[str, set[str]] = {
    "charts": {"title", "measure", "takeaway", "alt", "caution", "names"},
    "tables": {"title", "note", "licence", "label"},
    "facts": {"statement", "note", "place", "owner", "licence"},
    "sources": {"licence", "note"},
    "glossary": {"term", "definition"},
    "wording": {"say", "avoid", "why"},
    "tests": {"title", "intro"},
    "standard": {"lecture_sections", "case_sections"},
    "diploma": {"title", "intro", "distinction"},
    "contents": {"caption", "title"},
    "town": {"role", "office", "hours", "title", "text", "asks", "did", "results", "gap"},
}
_ONLY_TEXTS["town"] |= {"county", "city", "owner", "unknown", "alt", "licence"}

_FLAGS = {"true", "false"}
_ANSWERS_IN_WORDS = {"text", "long-text", "table", "grid", "actors", "budget", "calendar"}
_ANSWERS_IN_WORDS |= {"consent", "message", "correction", "board"}
_ANSWER_NAMES = {"trust", "amount", "evaluation", "weeks", "checks", "result", "cluster"}
_ANSWER_NAMES |= {"ballots", "id"}


def yaml_texts(data: Any, kind: str, file: str) -> Iterator[tuple[str, str]]:
    """Every text with its place, `<file>/<key>/<key>`."""
    for path, text in _leaves(data, ()):
        if _is_text(data, kind, path, text):
            yield _place(file, path), text


def translate_yaml(data: Any, kind: str, file: str, words: Words) -> Any:
    """The same data in the other language."""
    return _map(data, (), lambda path, text: _translated(data, kind, file, path, text, words))


def _translated(data: Any, kind: str, file: str, path: Path, text: str, words: Words) -> str:
    return words(_place(file, path), text) if _is_text(data, kind, path, text) else text


def _place(file: str, path: Path) -> str:
    return "/".join([file, *map(str, path)])


def _leaves(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict | list):
        parts = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in parts:
            yield from _leaves(value, (*path, key))


def _map(data: Any, path: Path, change: Any) -> Any:
    if isinstance(data, str):
        return change(path, data)
    if isinstance(data, dict):
        return {key: _map(value, (*path, key), change) for key, value in data.items()}
    if isinstance(data, list):
        return [_map(value, (*path, n), change) for n, value in enumerate(data)]
    return data


def _is_text(data: Any, kind: str, path: Path, text: str) -> bool:
    if text in _FLAGS or not has_words(text):
        return False
    keys = {key for key in path[1:] if isinstance(key, str)}
    if kind in _ONLY_TEXTS:
        names = [key for key in path if isinstance(key, str)]
        return names[-1] in _ONLY_TEXTS[kind] or (kind == "charts" and "names" in names)
    if kind == "interface":
        return True
    if kind == "tasks" and len(path) > 2 and path[1] == "model":
        return _is_answer_in_words(data[path[0]], path[2:])
    return not keys & (_EVERYWHERE | _NO_TEXTS.get(kind, set())) and not _is_name(kind, path)


def _is_name(kind: str, path: Path) -> bool:
    """Names that only their place tells from texts."""
    if kind == "tasks":
        return path[1:3] in (("calendar", "start"),) or path[1:3] == ("calendar", "rows")
    return kind == "tools" and path[1] == "examples" and "levels" in path


def _is_answer_in_words(task: Any, path: Path) -> bool:
    """Whether a part of a model answer is a text, and not the name of an option."""
    field = _field(task, path[0])
    kind = field.get("kind")
    if kind not in _ANSWERS_IN_WORDS or _ANSWER_NAMES & set(path[1:]):
        return False
    if kind != "table":
        return True
    column = next((key for key in path[1:] if isinstance(key, str)), "")
    return field.get("columns", {}).get(column, {}).get("kind") == "text"


def _field(task: Any, name: str | int) -> dict[str, Any]:
    for step in task.get("steps", {}).values():
        if name in step.get("fields", {}):
            return step["fields"][name]
    return {}


KIND_OF_FILE = (
    (re.compile(r"modules/[^/]+/questions\.yml"), "questions"),
    (re.compile(r"exercises/[^/]+/tasks\.yml"), "tasks"),
    (re.compile(r"data/good-practice/[^/]+\.yml"), "practices"),
    (re.compile(r"_toc\.yml"), "contents"),
    (re.compile(r"(?:towns/[^/]+|countries/[^/]+|data)/facts\.yml"), "facts"),
    (re.compile(r"towns/[^/]+/(?:town|country|guests|good-practice/[^/]+)\.yml"), "town"),
    (re.compile(r"countries/[^/]+/country\.yml|data/town-standard\.yml"), "town"),
    (re.compile(r"data/(cards|charts|tools|tables|sources|glossary|wording)\.yml"), ""),
    (re.compile(r"data/(tests|standard|diploma)\.yml"), ""),
)


def kind_of(file: str) -> str:
    """The kind of a YAML file by its path; an empty text where it holds nothing to translate."""
    for pattern, kind in KIND_OF_FILE:
        if match := pattern.fullmatch(file):
            return kind or match[1]
    return ""
