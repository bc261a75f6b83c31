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
    return _has_time(line) and isinstance(line.get("question"), str) and "response" in line


def _has_time(line: dict[str, Any]) -> bool:
    try:
        datetime.fromisoformat(line["at"])
    except (KeyError, TypeError, ValueError):
        return False
    return True


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
        if _is_workbook(line)
    }


def _is_workbook(line: dict[str, Any]) -> bool:
    is_named = isinstance(line.get("workbook"), str)
    return is_named and _has_time(line) and isinstance(line.get("fields"), dict)


def add_to_workbook(path: Path, name: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Add what came in from `old` to `new`; what was written in the meantime stands."""
    now = read_workbooks(path).get(name, old)
    parts = {
        part: _with_news(now.get(part) or {}, old.get(part) or {}, new.get(part) or {})
        for part in ("fields", "rubric")
    }
    append(path, {"workbook": name, **new, **now, **parts})


def _with_news(now: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    news = {key: value for key, value in new.items() if value != old.get(key)}
    return {**now, **{key: news[key] for key in news if now.get(key) == old.get(key)}}


def erase_workbook(path: Path, name: str) -> None:
    """Forget what was filled in in one exercise, every earlier state of it too."""
    if not path.is_file():
        return
    lines = path.read_bytes().splitlines(keepends=True)
    others = [line for line in lines if not _is_of_workbook(line, name)]
    rest = path.with_suffix(".new")
    rest.write_bytes(b"".join(others))
    rest.replace(path)


def _is_of_workbook(line: bytes, name: str) -> bool:
    parsed = _parse(line.decode("utf-8", "replace"))
    return isinstance(parsed, dict) and parsed.get("workbook") == name


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
