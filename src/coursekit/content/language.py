"""Which language a tree is in, and its words for the interface."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from ..bundle import SOURCE, speak
from .config import CONFIG

INTERFACE = "data/interface.yml"
"""The words of the interface, in a tree that is in another language than the course is written."""


def speak_language_of(root: Path) -> str:
    """Let everything that makes HTML speak the language of the tree; gives its code."""
    config = root / CONFIG
    lang = _language(config, config.stat().st_mtime_ns) if config.is_file() else SOURCE
    file = root / INTERFACE
    speak(lang, _words(file, file.stat().st_mtime_ns) if file.is_file() else {})
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
    try:
        words = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return {}
    return words if isinstance(words, dict) else {}
