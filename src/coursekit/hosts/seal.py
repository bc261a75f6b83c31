"""What a finished build was made of: made of the same once more, it is not built again.

A seal stands beside what was built. It names everything that went in, as one digest, and every
file that came out with its size and time. It holds as long as neither has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import coursekit

PACKAGE = Path(coursekit.__file__).parent
SOURCES = (
    *("book", "data", "exercises", "locale", "modules", "solutions", "towns", "countries"),
    *("_config.yml", "_toc.yml"),
)
"""Where everything stands that a course is made of."""


@dataclass(frozen=True)
class Seal:
    """The seal of one folder of pages."""

    file: Path
    pages: Path

    def holds(self, inputs: str) -> bool:
        """Whether the pages were made of these inputs, and are as they were made."""
        return self.note("inputs") == inputs and self.is_whole()

    def is_whole(self) -> bool:
        """Whether the pages are as they were when the seal was put."""
        return self.note("pages") == _listed(self.pages)

    def note(self, name: str) -> Any:
        """Something that was noted with the seal, or None."""
        return self._read().get(name)

    def break_open(self) -> None:
        """Before the pages are changed: who finds no seal later knows that nobody finished."""
        self.file.unlink(missing_ok=True)

    def put(self, inputs: str, **notes: Any) -> None:
        kept = {"inputs": inputs, "pages": _listed(self.pages), **notes}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(kept), "utf-8")
        new.replace(self.file)

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def build_once(
    root: Path, town: str, lang: str, preview: bool, build: Callable[[], Path]
) -> tuple[Path, bool]:
    """The site, and whether it had to be built: not if nothing it is made of has changed."""
    inputs = digest(program(), *course_digests(root, town), town, lang, str(preview))
    file = root / "_build" / f".sealed-{digest(town)[:8]}.json"
    site = root / str(Seal(file, root).note("site"))
    if Seal(file, site).holds(inputs):
        return site, False
    site = build()
    Seal(file, site).put(inputs, site=Path(os.path.relpath(site, root)).as_posix())
    return site, True


def course_digests(root: Path, town: str) -> Iterator[str]:
    """What the files of a course hold, those of a town elsewhere, and those of our own pages."""
    folders = [root / name for name in SOURCES]
    if town and Path(town).is_dir():
        folders.append(Path(town))
    for folder in (*folders, PACKAGE):
        yield files_digest(folder, files_below(folder))


@cache
def program() -> str:
    """The program as this process has loaded it: our code, the packages it uses, Python."""
    packages = sorted(
        path.name
        for folder in {Path(entry) for entry in sys.path if entry}
        if folder.is_dir()
        for path in folder.glob("*.dist-info")
    )
    code = (path for path in files_below(PACKAGE) if path.suffix == ".py")
    return digest(sys.version, *packages, files_digest(PACKAGE, code))


def web_digest() -> str:
    """What pages take from the package: scripts, styles, words, the theme."""
    files = (path for path in files_below(PACKAGE) if path.suffix != ".py")
    return files_digest(PACKAGE, files)


def is_part(path: Path) -> bool:
    """Whether a file or folder can be part of a course: nothing hidden, nothing half written."""
    return not path.name.startswith((".", "__pycache__")) and path.suffix != ".new"


def files_below(folder: Path) -> Iterator[Path]:
    """Every file in a folder, or the file itself."""
    if folder.is_file():
        yield folder
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if is_part(path):
            yield from files_below(path)


def files_digest(folder: Path, files: Iterable[Path]) -> str:
    made = hashlib.sha256()
    for path in files:
        content = path.read_bytes()
        made.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


def digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _listed(pages: Path) -> dict[str, list[int]]:
    """Every file of a folder with its size and the time of its last change."""
    found = {}
    for path in sorted(pages.rglob("*")) if pages.is_dir() else ():
        if path.is_file():
            status = path.stat()
            found[path.relative_to(pages).as_posix()] = [status.st_size, status.st_mtime_ns]
    return found
