"""Read the register of figures: facts of the course, the country, the towns; and the units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import Problem
from ..facts import Fact
from ..model import Source
from ..numbers import Unit
from ..values import Register
from .entries import P, has_entries, read_entries
from .found import Found
from .yamlfile import read_yaml

FACTS = "data/facts.yml"
UNITS = "data/units.yml"


def read_register(
    root: Path, paths: Iterable[str], sources: Mapping[str, Source], found: Found
) -> tuple[Register, dict[str, str]]:
    """The facts and units that can be read, and the file in which each fact stands."""
    facts: dict[str, Fact] = {}
    files: dict[str, str] = {}
    paths = tuple(paths)
    for path in paths:
        for name, fact in _optional(root, path, Fact, found).items():
            if fault := _fault_of_order(fact, files.get(name)):
                found.problems.append(_problem(root, path, name, *fault))
            if fact.overrides or name not in facts:
                facts[name], files[name] = fact, path
    units = _optional(root, UNITS, Unit, found)
    return Register(facts, units, sources, _unread(paths, found)), files


def _fault_of_order(fact: Fact, first: str | None) -> tuple[str, str] | None:
    """What is wrong with a fact of a name that another file has, or that only this one has."""
    if first and not fact.overrides:
        todo = "Keep one of the two; a town's own figure takes its place with `overrides: true`."
        return f"stands in {first} already.", todo
    if fact.overrides and not first:
        return "overrides nothing: no file before has it.", "Delete the line, or correct the name."
    return None


def _optional(root: Path, path: str, model: type[P], found: Found) -> dict[str, P]:
    is_wanted = (root / path).is_file() and (path in (FACTS, UNITS) or has_entries(root / path))
    return read_entries(root, path, model, found) if is_wanted else {}


def _problem(root: Path, path: str, name: str, what: str, todo: str) -> Problem:
    return read_yaml(root / path, path).problem((name,), f"'{name}' {what}", todo)


def _unread(paths: tuple[str, ...], found: Found) -> frozenset[str]:
    entries = {entry[0] if entry else "*" for path, *entry in found.unread if path in paths}
    return frozenset(entries)
