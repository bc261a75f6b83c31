"""A course → an ordinary course tree on disk in which every placeholder is filled in.

Only files whose text has changed are written, so that what was built from the others stays good.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from .content.config import CONFIG
from .content.contents import TOC
from .content.course import PAGE_FOLDERS, TOWN
from .content.facts import FACTS, files_of
from .content.good_practice import PAGE, name_of
from .content.reading import fill
from .content.yamlfile import read_yaml
from .errors import CourseError
from .markdown import substitute
from .model import Course
from .stamp import FILE, read_stamp
from .values import Values

TREE = Path("_build", "course")
FOLDERS = (*PAGE_FOLDERS, "data")

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def localise(course: Course, target: Path) -> int:
    """Write the tree of a course without problems; gives the number of files that have changed."""
    _refuse_other_folders(course.root, target)
    before = read_stamp(target) or {}
    files = {path.as_posix(): _text(course, path) for path in _files(course.root)}
    files[FACTS] = _all_facts(course)
    changed = sum(_write(target / name, text) for name, text in files.items())
    for name in set(before.get("files", ())) - set(files):
        changed += _remove(target, name)
    stamp = {"source": _way_back(course.root, target), "files": [*files], "uses": course.uses}
    _write(target / FILE, json.dumps(stamp, indent=1).encode())
    return changed


def _refuse_other_folders(root: Path, target: Path) -> None:
    is_new = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if target.resolve() == root.resolve() or not (is_new or read_stamp(target)):
        todo = "Name a new or empty folder."
        raise CourseError(f"{target}: other files are here already.\n  {todo}")


def _way_back(root: Path, target: Path) -> str | None:
    """From a tree inside the course to the course; another tree stands for itself."""
    inside = target.resolve().is_relative_to(root.resolve())
    return Path(os.path.relpath(root.resolve(), target.resolve())).as_posix() if inside else None


def _files(root: Path) -> Iterator[Path]:
    """The files that belong to the course tree, relative to its root."""
    yield from (Path(CONFIG), Path(TOC))
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and path.suffix != ".new" and not _is_hidden(name):
                yield name


def _is_hidden(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts)


def _text(course: Course, name: Path) -> bytes:
    """What a file holds in the tree: the same bytes where there is nothing to fill in."""
    raw = (course.root / name).read_bytes()
    if b"{{" not in raw or name.suffix not in (".md", ".ipynb", ".yml"):
        return raw
    if name.as_posix() in (CONFIG, TOC):
        return raw  # Jupyter Book reads them, with types of its own
    if name.suffix == ".yml":
        return _yaml(course, name.as_posix())
    text = raw.decode("utf-8-sig")
    return resolve(text, name.suffix, page_values(course, name.with_suffix("").as_posix())).encode()


def page_values(course: Course, page: str) -> Values:
    """What placeholders stand for on a page."""
    assert isinstance(course.values, Values)
    return course.values.on(page)


def resolve(text: str, suffix: str, values: Values) -> str:
    """The text of a document or notebook with its placeholders filled in."""
    if suffix != ".ipynb":
        return substitute(text, values)
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = "".join(cell["source"])
            cell["source"] = substitute(source, values).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _yaml(course: Course, name: str) -> bytes:
    file = read_yaml(course.root / name, name)
    case = name_of(name)
    values = page_values(course, PAGE.format(case)) if case else course.values
    data = fill(file, file.data, values)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text.encode()


def _all_facts(course: Course) -> bytes:
    """The course's facts and the town's in one file."""
    paths = (course.root / path for path in files_of(course.values.get(TOWN, "")))
    return b"\n".join(path.read_bytes() for path in paths if path.is_file())


def _write(path: Path, text: bytes) -> bool:
    """Write a file whole, if it does not hold the text already."""
    if path.is_file() and path.read_bytes() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(text)
    temporary.replace(path)
    return True


def _remove(target: Path, name: str) -> bool:
    path = target / name
    if not path.is_file():
        return False
    path.unlink()
    for folder in path.relative_to(target).parents[:-1]:
        if any((target / folder).iterdir()):
            break
        (target / folder).rmdir()
    return True
