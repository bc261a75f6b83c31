"""What the evidence consists of: checks, findings of a page, and what they are results of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .packages import Package

Findings = dict[str, tuple[str, ...]]
"""Name of a check → what it says of a page; checks that say nothing are left out."""

CHECKS = {
    "axe": "",
    "width": "1.4.10 Reflow",
    "spacing": "1.4.12 Text Spacing",
    "targets": "2.5.8 Target Size",
    "focus": "2.4.7 Focus Visible; 2.4.11 Focus Not Obscured",
    "keyboard": "2.1.1 Keyboard; 2.1.2 No Keyboard Trap",
    "edges": "1.4.11 Non-text Contrast",
    "motion": "2.3.3 Animation from Interactions",
    "feedback": "4.1.3 Status Messages",
    "markup": "4.1.2 Name, Role, Value",
    "files": "",
    "hosts": "",
    "kept": "",
    "scripts": "",
}
"""Name of a check (`check-<name>` in `labels.yml`) → success criteria of WCAG it is about."""


@dataclass(frozen=True)
class Sight:
    """What the browser saw of a page."""

    files: tuple[str, ...]
    """What it loads from the site before anything is pressed."""
    findings: Findings


@dataclass(frozen=True)
class Result:
    """All that is known of one page."""

    page: str
    requests: int
    bytes: int
    """What comes over the line before anything is clicked, packed with gzip."""
    findings: Findings

    @property
    def is_clean(self) -> bool:
        return not self.findings


@dataclass(frozen=True)
class Evidence:
    """The results with all that says what they are results of."""

    title: str
    day: date
    commit: str
    plan: str
    """How thoroughly: `usual`, `quick` or `all-rules`."""
    looks: tuple[str, ...]
    """In which states, widths and colours axe looked at the pages."""
    versions: dict[str, str]
    results: list[Result] = field(default_factory=list)
    packages: tuple[Package, ...] = ()
    audit: dict | None = None
    """The last search for known faults of the packages, as `data/package-audit.json` holds it."""

    def pages_by_check(self) -> dict[str, list[Result]]:
        """Every check with the pages in which it found something."""
        return {
            name: [result for result in self.results if name in result.findings] for name in CHECKS
        }


def findings_of(pairs: Iterable[tuple[str, str]]) -> Findings:
    """Check and text, in any order → the findings, each said once."""
    found: dict[str, dict[str, None]] = {}
    for check, text in pairs:
        found.setdefault(check, {})[text] = None
    return {name: tuple(found[name]) for name in CHECKS if name in found}
