"""All pages of a site, several at a time: what the files show and what the browser sees."""

from __future__ import annotations

import gzip
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from ..audit import audit_site
from ..markup import markup_faults
from .looking import Looker
from .model import Result, Sight, findings_of

_looker: Looker | None = None
"""The browser of this process."""


def gather(
    site: Path, only: str, plan: str, jobs: int, say: Callable[[str], None]
) -> Iterator[Result]:
    """The results of all pages that a pattern matches; the first fault of a worker ends it."""
    packed: dict[str, int] = {}
    pages = audit_site(site, only)
    workers = ProcessPoolExecutor(min(jobs, len(pages)), get_context("spawn"), _start, (site, plan))
    with workers:
        sights = workers.map(_look, pages)
        for number, ((page, faults), sight) in enumerate(zip(pages.items(), sights, strict=True)):
            result = _result(site, page, faults, sight, packed)
            say(f"{number + 1}/{len(pages)} {page} {' '.join(result.findings)}".rstrip())
            yield result


def _start(site: Path, plan: str) -> None:
    global _looker
    threading.Thread(target=_end_after, args=(os.getppid(),), daemon=True).start()
    _looker = Looker(site, plan)  # ends with the process


def _end_after(parent: int) -> None:
    """No browser stays behind when the command is killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _look(page: str) -> Sight:
    assert _looker
    return _looker.look(page)


def _result(
    site: Path, page: str, faults: list[str], sight: Sight, packed: dict[str, int]
) -> Result:
    found = [(check, text) for check, texts in sight.findings.items() for text in texts]
    found += [("files", fault) for fault in faults]
    found += [("markup", fault) for fault in markup_faults((site / page).read_text("utf-8"))]
    weight = sum(_packed(site, file, packed) for file in sight.files)
    return Result(page, len(sight.files), weight, findings_of(found))


def _packed(site: Path, name: str, known: dict[str, int]) -> int:
    if name not in known:
        raw = (site / name).read_bytes() if (site / name).is_file() else b""
        known[name] = min(len(raw), len(gzip.compress(raw, 6, mtime=0)))
    return known[name]


def jobs_of(given: int) -> int:
    """How many pages at a time: as asked, or as many as there are processors, four at most."""
    return given or min(4, os.cpu_count() or 1)


def commit_of(root: Path) -> str:
    """The commit of the course, `+` behind it if files were changed since; empty without git."""
    words = ["git", "-C", str(root), "describe", "--always", "--abbrev=40", "--dirty=+"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
