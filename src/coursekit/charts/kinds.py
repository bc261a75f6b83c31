"""The kinds of charts: how each is drawn, and how many series it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .bars import bars
from .columns import columns
from .dumbbell import dumbbell
from .forest import forest
from .lines import lines
from .pyramid import pyramid
from .sheet import Sheet


@dataclass(frozen=True)
class Kind:
    """How a kind is drawn, and the least and the largest number of its series."""

    draw: Callable[[Sheet], dict[str, Any]]
    least: int
    most: int


KINDS: dict[str, Kind] = {
    "bars": Kind(bars, 1, 1),
    "small-multiples": Kind(bars, 2, 6),
    "dumbbell": Kind(dumbbell, 2, 2),
    "lines": Kind(lines, 1, 3),
    "columns": Kind(columns, 1, 3),
    "pyramid": Kind(pyramid, 1, 3),
    "forest": Kind(forest, 3, 3),
}
