"""The evidence of a built site: what each page loads and weighs, and what programs find in it."""

from __future__ import annotations

import gzip
import platform
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .audit import audit_site

PACKAGES = ("coursekit", "sphinx", "jupyter-book", "playwright", "axe-playwright-python")
"""The programs whose versions are told, as far as they are installed."""


@dataclass(frozen=True)
class Sight:
    """What the browser saw of a page: files of the site, other hosts, faults by rule."""

    files: tuple[str, ...]
    foreign: tuple[str, ...]
    axe: tuple[str, ...]
    scripts: tuple[str, ...] = ()
    """Errors of scripts."""


@dataclass(frozen=True)
class Result:
    """All that is known of one page."""

    page: str
    faults: tuple[str, ...]
    """What the files show: dead links and places, ids, headings, inline scripts, pictures."""
    sight: Sight
    bytes: int
    """What comes over the line before anything is clicked, packed with gzip."""

    @property
    def is_clean(self) -> bool:
        sight = self.sight
        return not (self.faults or sight.foreign or sight.axe or sight.scripts)


@dataclass(frozen=True)
class Evidence:
    """The results with all that says what they are results of."""

    title: str
    day: date
    commit: str
    views: tuple[str, ...]
    """In which widths and colours the pages were opened."""
    versions: dict[str, str]
    results: list[Result] = field(default_factory=list)


Look = Callable[[Path], Sight]


def gather(site: Path, only: str, look: Look, say: Callable[[str], None]) -> Iterator[Result]:
    """The results of all pages that a pattern matches."""
    packed: dict[str, int] = {}
    for page, faults in audit_site(site, only).items():
        say(page)
        sight = look(site / page)
        weight = sum(_packed(site, file, packed) for file in sight.files)
        yield Result(page, tuple(faults), sight, weight)


def _packed(site: Path, name: str, known: dict[str, int]) -> int:
    if name not in known:
        raw = (site / name).read_bytes() if (site / name).is_file() else b""
        known[name] = min(len(raw), len(gzip.compress(raw, 6, mtime=0)))
    return known[name]


def versions_of(more: dict[str, str], names: Iterable[str] = PACKAGES) -> dict[str, str]:
    """Program → version."""
    found = {"python": platform.python_version(), **more}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return dict(sorted(found.items()))


def commit_of(root: Path) -> str:
    """The commit of the course, `+` behind it if files were changed since; empty without git."""
    words = ["git", "-C", str(root), "describe", "--always", "--abbrev=40", "--dirty=+"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
