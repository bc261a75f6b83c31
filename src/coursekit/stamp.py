"""The mark of a tree that `localise` has written: where it comes from, and what it holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = ".localised.json"


def read_stamp(root: Path) -> dict[str, Any] | None:
    """What `localise` noted of the tree, or None where the tree is somebody's own."""
    try:
        stamp = json.loads((root / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def home_of(root: Path) -> Path:
    """Where learners' attempts belong: the course that a tree inside it was made from."""
    stamp = read_stamp(root)
    source = stamp.get("source") if stamp else None
    return (root / source).resolve() if isinstance(source, str) else root
