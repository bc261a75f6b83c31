"""Append and read attempts, one JSON line each, beside the course on the trainer's machine."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from .stamp import home_of

FILE = Path(".coursekit", "attempts.jsonl")


def attempts_path(root: Path) -> Path:
    """Where attempts are kept; `COURSEKIT_ATTEMPTS` names another file."""
    return Path(os.environ.get("COURSEKIT_ATTEMPTS") or home_of(root) / FILE)


def append(path: Path, attempt: dict[str, Any]) -> None:
    """Add one attempt in a single write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(attempt, ensure_ascii=False, separators=(",", ":"))
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(line + "\n")


def read(path: Path) -> list[dict[str, Any]]:
    """All attempts that can be read, oldest first; a broken line is passed over."""
    return [line for line in _lines(path) if _is_attempt(line)]


def _is_attempt(line: dict[str, Any]) -> bool:
    try:
        datetime.fromisoformat(line["at"])
    except (KeyError, TypeError, ValueError):
        return False
    return isinstance(line.get("question"), str) and "response" in line


def read_pages(path: Path) -> dict[str, dict[str, Any]]:
    """Page id → its newest state, as the page *My course* keeps it."""
    return {
        line["page"]: {key: value for key, value in line.items() if key != "page"}
        for line in _lines(path)
        if isinstance(line.get("page"), str)
    }


def read_workbooks(path: Path) -> dict[str, dict[str, Any]]:
    """Exercise id → what was filled in last."""
    return {
        line["workbook"]: {key: value for key, value in line.items() if key != "workbook"}
        for line in _lines(path)
        if isinstance(line.get("workbook"), str)
    }


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", errors="replace") as file:
        parsed = [_parse(line) for line in file]
    return [line for line in parsed if isinstance(line, dict)]


def _parse(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def latest(attempts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Question id → its newest attempt."""
    return {attempt["question"]: attempt for attempt in attempts}


def erase(path: Path) -> None:
    """Forget all attempts."""
    path.unlink(missing_ok=True)
