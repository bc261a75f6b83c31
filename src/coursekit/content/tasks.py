"""Read the exercises of a topic, and the cards that they show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..tasks import Card, Task
from .entries import read_entry, read_mapping
from .found import Found
from .reading import fault, fill, read_model
from .yamlfile import YamlFile

TASKS = "exercises/{}/tasks.yml"
CARDS = "data/cards.yml"

E = TypeVar("E", Card, Task)


def read_tasks(
    root: Path, topic: str, values: Mapping[str, str] | None, found: Found
) -> dict[str, Task]:
    """The exercises of a topic by full id, those without a fault; none where there is no file."""
    entries = _read(root, TASKS.format(topic), Task, values, found)
    return {f"{topic}.{name}": task for name, task in entries.items()}


def read_cards(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Card]:
    """The cards of the course by name, those without a fault."""
    return _read(root, CARDS, Card, values, found)


def _read(
    root: Path, name: str, model: type[E], values: Mapping[str, str] | None, found: Found
) -> dict[str, E]:
    if not (root / name).is_file():
        return {}
    file = read_mapping(root, name, found)

    def read(key: str, data: Any) -> E | None:
        found.note_placeholders(name, key, data)
        filled = data if values is None else fill(file, data, values, (key,))
        return _checked(file, key, filled, model)

    entries = {key: read_entry(file, key, data, read, found) for key, data in file.data.items()}
    return {key: entry for key, entry in entries.items() if entry}


def _checked(file: YamlFile, key: str, data: Any, model: type[E]) -> E | None:
    entry = read_model(file, (key,), data, model)
    if entry:
        for place, what, todo in entry.faults():
            file.problems.append(fault(file, (key,), place, what, todo))
    return entry
