"""Files of `name: …` entries: the entries without a fault, and the names of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..parts import Part
from .found import Found
from .reading import check_name, fault, fill, read_model
from .yamlfile import Place, YamlFile, read_yaml

P = TypeVar("P", bound=Part)
T = TypeVar("T")


def read_mapping(root: Path, name: str, found: Found) -> YamlFile:
    """A file that holds a mapping; `data` is an empty one where it cannot be read."""
    file = read_yaml(root / name, name)
    if file.data is not None and not isinstance(file.data, dict):
        todo = "Start each with its name and a colon."
        file.problems.append(file.problem((), "the file must hold `name: …` entries.", todo))
        file.data = None
    elif not file.data and not file.problems:
        todo = "Write an entry, or take the file from git."
        file.problems.append(file.problem((), "the file is empty.", todo))
    if not file.data:
        found.unread.add((name,))
        file.data = {}
    found.problems.extend(file.problems)
    file.problems.clear()
    return file


def has_entries(path: Path) -> bool:
    """Whether a file holds more than comments; a new town's files may not yet."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        return True  # the reader tells what is wrong
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def read_entries(root: Path, name: str, model: type[P], found: Found) -> dict[str, P]:
    """The entries of a data file that can be read."""
    file = read_mapping(root, name, found)

    def read(key: str, data: Any) -> P | None:
        return read_model(file, (key,), data, model)

    entries = {key: read_entry(file, key, data, read, found) for key, data in file.data.items()}
    return {key: entry for key, entry in entries.items() if entry}


def read_filled(
    root: Path, name: str, model: type[P], values: Mapping[str, str] | None, found: Found
) -> dict[str, P]:
    """The entries of a file with placeholders, those without a fault; none where there is no file.

    Without `values` the placeholders stay.
    """
    if not (root / name).is_file():
        return {}
    file = read_mapping(root, name, found)

    def read(key: str, data: Any) -> P | None:
        found.note_placeholders(name, key, data)
        filled = data if values is None else fill(file, data, values, (key,))
        entry = read_model(file, (key,), filled, model)
        add_faults(file, (key,), entry)
        return entry

    entries = {key: read_entry(file, key, data, read, found) for key, data in file.data.items()}
    return {key: entry for key, entry in entries.items() if entry}


def read_whole(
    root: Path,
    name: str,
    model: type[P],
    found: Found,
    values: Mapping[str, str] | None = None,
) -> P | None:
    """The one thing that a file holds, or None where there is none without a fault."""
    if not (root / name).is_file():
        return None
    file = read_mapping(root, name, found)
    filled = file.data if values is None else fill(file, file.data, values, ())
    one = read_model(file, (), filled, model) if file.data else None
    add_faults(file, (), one)
    found.problems.extend(file.problems)
    if file.problems:
        found.unread.add((name,))
    return one


def add_faults(file: YamlFile, entry: Place, one: Any) -> None:
    """Tell what an entry itself knows to be wrong with it."""
    for place, what, todo in one.faults() if hasattr(one, "faults") else ():
        file.problems.append(fault(file, entry, place, what, todo))


def read_entry(
    file: YamlFile, name: str, data: Any, read: Callable[[str, Any], T | None], found: Found
) -> T | None:
    """One entry, or None where it has a fault."""
    check_name(file, name)
    entry = read(name, data)
    if entry is None or file.problems:
        found.unread.add((file.path, name))
        entry = None
    found.problems.extend(file.problems)
    file.problems.clear()
    return entry
