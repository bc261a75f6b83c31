"""What reading the course brings up, and how its files become text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Problem


@dataclass
class Found:
    """Problems, and what is wanted but could not be read: `(path,)` or `(path, entry)`."""

    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, ...]] = field(default_factory=set)

    def unreadable(self, problem: Problem) -> None:
        """A problem because of which the whole file stays unread."""
        self.problems.append(problem)
        self.unread.add((problem.path,))


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
