"""Read the register of figures: the course's facts, the town's, and the units."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..facts import Fact
from ..model import Source
from ..numbers import Unit
from ..values import Register
from .entries import P, read_entries
from .found import Found
from .yamlfile import read_yaml

FACTS = "data/facts.yml"
TOWN_FACTS = "towns/{}/facts.yml"
UNITS = "data/units.yml"


def read_register(
    root: Path, town: str, sources: Mapping[str, Source], found: Found
) -> tuple[Register, dict[str, str]]:
    """The facts and units that can be read, and the file in which each fact stands."""
    facts: dict[str, Fact] = {}
    files: dict[str, str] = {}
    for path in files_of(town):
        for name, fact in _optional(root, path, Fact, found).items():
            if name in files:
                _add_repeated(root, path, name, files[name], found)
            facts.setdefault(name, fact)
            files.setdefault(name, path)
    units = _optional(root, UNITS, Unit, found)
    return Register(facts, units, sources, _unread(town, found)), files


def files_of(town: str) -> tuple[str, ...]:
    """The files of facts: the course's, and the town's where the course names a town."""
    return (FACTS, TOWN_FACTS.format(town)) if town else (FACTS,)


def _optional(root: Path, path: str, model: type[P], found: Found) -> dict[str, P]:
    return read_entries(root, path, model, found) if (root / path).is_file() else {}


def _add_repeated(root: Path, path: str, name: str, first: str, found: Found) -> None:
    what = f"'{name}' stands in {first} already."
    problem = read_yaml(root / path, path).problem((name,), what, "Keep one of the two.")
    found.problems.append(problem)


def _unread(town: str, found: Found) -> frozenset[str]:
    paths = files_of(town)
    entries = {entry[0] if entry else "*" for path, *entry in found.unread if path in paths}
    return frozenset(entries)
