"""What reading the course brings up, and how its files become text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import Problem
from ..markdown import PLACEHOLDER


@dataclass
class Found:
    """Problems, and what is wanted but could not be read: `(path,)` or `(path, entry)`."""

    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, ...]] = field(default_factory=set)

    placeholders: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """`(path, entry)` → the names in all `{{ name }}` of an entry of a YAML file."""

    def note_placeholders(self, path: str, entry: str, data: Any) -> None:
        """Remember what an entry refers to, before it is filled in."""
        if names := tuple(dict.fromkeys(_names_in(data))):
            self.placeholders[path, entry] = names

    def unreadable(self, problem: Problem) -> None:
        """A problem because of which the whole file stays unread."""
        self.problems.append(problem)
        self.unread.add((problem.path,))


def _names_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield from PLACEHOLDER.findall(data) if "{{" in data else ()
    elif isinstance(data, (dict, list)):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _names_in(inner)


def read_text(path: Path, name: str) -> str | Problem:
    """The text of a file, or why there is none; `name` is what the problem calls the file."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, 1, "the file is missing.", "Create it, or take it from git.")
    except OSError:
        todo = "Look whether it is a file, and whether you may read it."
        return Problem(name, 1, "the file cannot be opened.", todo)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(name, line, "this is not UTF-8 text.", 'Save the file as "UTF-8".')


def is_file(path: Path) -> bool:
    """Whether the file exists; a name that no file can have is the name of none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def files_in(root: Path, folder: str, ending: str) -> list[tuple[Path, str]]:
    """Every file with an ending below a folder, and its name in the course; no hidden ones."""
    found = [
        (path, path.relative_to(root).as_posix()) for path in (root / folder).rglob(f"*{ending}")
    ]
    return sorted(
        (path, name)
        for path, name in found
        if not any(part.startswith(".") for part in name.split("/"))
    )
