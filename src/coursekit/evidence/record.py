"""The sums of a whole run in a file of the course: the accessibility statement tells them."""

from __future__ import annotations

from pathlib import Path

import yaml

from .model import Evidence

EXAMINED = Path("data/examined.yml")
HEAD = "# Written by `coursekit evidence --record`: what the accessibility statement tells.\n"


def record(evidence: Evidence, root: Path) -> Path:
    """Write what was examined, and in how many pages each check found something."""
    file = root / EXAMINED
    text = yaml.safe_dump(_sums(evidence), sort_keys=False, allow_unicode=True, width=100)
    file.write_text(HEAD + text, "utf-8")
    return file


def _sums(evidence: Evidence) -> dict:
    return {
        "day": evidence.day.isoformat(),
        "pages": len(evidence.results),
        "axe": evidence.versions.get("axe", ""),
        "browser": evidence.versions.get("browser", ""),
        "found": {
            name: [result.page for result in found]
            for name, found in evidence.pages_by_check().items()
        },
    }
