"""What a town has published of its diplomas: its public keys, and what it has revoked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..model import Course

FOLDER = "diplomas"
KEYS = "keys.json"
REVOKED = "revoked.jwt"
NO_KEYS: dict[str, Any] = {"version": 1, "keys": []}


def diploma_files(course: Course) -> dict[str, Path]:
    """The two files of the town by name, those that it has."""
    if not course.local.folder:
        return {}
    folder = course.root / course.local.folder / FOLDER
    return {name: folder / name for name in (KEYS, REVOKED) if (folder / name).is_file()}


def published_keys(course: Course) -> dict[str, Any] | None:
    """The town's list of public keys; None where it has issued no diplomas yet."""
    file = diploma_files(course).get(KEYS)
    return read_keys(file) or NO_KEYS if file else None


def read_keys(file: Path) -> dict[str, Any] | None:
    """A list of keys; None for a file that holds none."""
    try:
        keys = json.loads(file.read_text("utf-8"))
    except ValueError:
        return None
    is_list = isinstance(keys, dict) and keys.get("version") == 1
    return keys if is_list and isinstance(keys.get("keys"), list) else None


def published_revocations(course: Course) -> str:
    """The signed list of what is revoked, as it is; empty where there is none."""
    file = diploma_files(course).get(REVOKED)
    return file.read_text("utf-8", "replace").strip() if file else ""
