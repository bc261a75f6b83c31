"""Read the exercises of a topic, and the cards that they show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..tasks import Card, Task
from .entries import read_filled
from .found import Found

TASKS = "exercises/{}/tasks.yml"
CARDS = "data/cards.yml"


def read_tasks(
    root: Path, topic: str, values: Mapping[str, str] | None, found: Found
) -> dict[str, Task]:
    """The exercises of a topic by full id, those without a fault; none where there is no file."""
    entries = read_filled(root, TASKS.format(topic), Task, values, found)
    return {f"{topic}.{name}": task for name, task in entries.items()}


def read_cards(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Card]:
    """The cards of the course by name, those without a fault."""
    return read_filled(root, CARDS, Card, values, found)
