"""Which language a tree is in, its words for the interface, and what in it is foreign."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..bundle import LOADER, SOURCE, speak
from ..foreign import know
from .config import CONFIG
from .phrases import PHRASES, SOURCES

INTERFACE = "data/interface.yml"
"""The words of the interface, in a tree that is in another language than the course is written."""


def speak_language_of(root: Path) -> str:
    """Let everything that makes HTML speak the language of the tree; gives its code."""
    lang = _language(*_state(root / CONFIG))
    speak(lang, _words(*_state(root / INTERFACE)))
    know({**_titles(*_state(root / SOURCES)), **_phrases(*_state(root / PHRASES))})
    return lang


@cache
def _language(config: Path, changed: int) -> str:
    """`sphinx.config.language` of the tree; a file that cannot be read is told elsewhere."""
    try:
        data = yaml.safe_load(config.read_text("utf-8-sig"))
        lang = data["sphinx"]["config"]["language"]
    except (OSError, UnicodeError, yaml.YAMLError, KeyError, TypeError):
        return SOURCE
    return lang if isinstance(lang, str) and lang.strip() else SOURCE


@cache
def _words(file: Path, changed: int) -> dict[str, str]:
    return _mapping(file)


def _state(file: Path) -> tuple[Path, int]:
    """A file with what changes when it does; 0 where there is none."""
    return file, file.stat().st_mtime_ns if file.is_file() else 0


@cache
def _phrases(file: Path, changed: int) -> dict[str, str]:
    """Phrase → code."""
    pairs = ((code, some) for code, some in _mapping(file).items() if isinstance(some, list))
    return {phrase: code for code, some in pairs for phrase in some if isinstance(phrase, str)}


@cache
def _titles(file: Path, changed: int) -> dict[str, str]:
    """Title of a source → code; those of one word stand for too many things."""
    entries = [one for one in _mapping(file).values() if isinstance(one, dict)]
    pairs = ((one.get("title"), one.get("language", SOURCE)) for one in entries)
    return {title: lang for title, lang in pairs if isinstance(title, str) and " " in title}


def _mapping(file: Path) -> dict[str, Any]:
    """What a file holds; one that cannot be read is told elsewhere."""
    try:
        data = yaml.load(file.read_text("utf-8-sig"), LOADER)
    except (OSError, UnicodeError, yaml.YAMLError):
        return {}
    return data if isinstance(data, dict) else {}
