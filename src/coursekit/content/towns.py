"""Read the town of a course and its country: by name in `towns/`, or from a folder elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import CourseError, Problem
from ..parts import is_name
from ..stamp import read_stamp
from ..towns import Country, Guest, Local, Practice, Standard, Town
from .entries import P, add_faults, has_entries, read_entry, read_mapping, read_whole
from .facts import FACTS
from .found import Found, files_in
from .reading import closest, read_model

TOWNS = "towns"
COUNTRIES = "countries"
IN_TREE = "data/town"
"""Where a localised tree keeps its town."""
TOWN_FILE = "town.yml"
COUNTRY_FILE = "country.yml"
GUESTS = "guests.yml"
PRACTICES = "good-practice"
STANDARD = "data/town-standard.yml"


def towns_of(root: Path) -> list[str]:
    """The names of the towns in a course."""
    return sorted(path.parent.name for path in (root / TOWNS).glob(f"*/{TOWN_FILE}"))


def read_local(root: Path, default: str, wanted: str, found: Found) -> Local:
    """The town that is wanted, or the default one, with its country and its files of facts.

    Facts are read from four places: the course, its default town (the lessons tell of it, whoever
    takes the course), the country, the town.
    """
    is_tree = read_stamp(root) is not None
    folder = IN_TREE if is_tree else _folder(root, default, wanted)
    if not folder:
        return Local(facts=(FACTS,))
    town = _read_town(root, folder, found)
    country = _country_file(root, folder, town)
    home = f"{TOWNS}/{default}" if default else ""
    places = () if is_tree else (home, country.rpartition("/")[0], folder)
    return Local(
        id=town.id if town else default,
        folder=folder,
        is_default=is_tree or wanted in ("", default),
        country_file=country,
        town=town,
        is_unread=town is None and (f"{folder}/{TOWN_FILE}",) in found.unread,
        country=read_whole(root, country, Country, found),
        guests=read_some(root, f"{folder}/{GUESTS}", Guest, found),
        practices=_read_practices(root, folder, found),
        standard=read_standard(root, found),
        facts=(FACTS, *dict.fromkeys(f"{place}/facts.yml" for place in places if place)),
        tables=() if is_tree or not folder else (folder,),
    )


def read_standard(root: Path, found: Found) -> Standard:
    """What the course asks every town for; nothing where it says nothing."""
    return read_whole(root, STANDARD, Standard, found) or Standard()


def _folder(root: Path, default: str, wanted: str) -> str:
    """The folder of a town as problems name it; raises CourseError where there is none."""
    if not wanted:
        return f"{TOWNS}/{default}" if default else ""
    if is_name(wanted) and (root / TOWNS / wanted).is_dir():
        return f"{TOWNS}/{wanted}"
    path = Path(wanted).resolve()
    if (path / TOWN_FILE).is_file():
        is_inside = path.is_relative_to(root.resolve())
        return path.relative_to(root.resolve()).as_posix() if is_inside else path.as_posix()
    known = towns_of(root)
    meant = f"Did you mean '{near}'? " if (near := closest(wanted, known)) else ""
    raise CourseError(
        f"{wanted}: there is no such town, and no folder with a {TOWN_FILE}.\n"
        f"  {meant}Known towns: {', '.join(known) or 'none'}. `coursekit new-town` makes one."
    )


def _read_town(root: Path, folder: str, found: Found) -> Town | None:
    """The town of a folder; a folder without the file is a town of which only facts are known."""
    town = read_whole(root, f"{folder}/{TOWN_FILE}", Town, found)
    own = folder.rpartition("/")[2]
    if town and folder.startswith(f"{TOWNS}/") and town.id != own:
        what = f"the id '{town.id}' is not the name of the folder, {own}."
        problem = Problem(f"{folder}/{TOWN_FILE}", 1, what, "Call both the same.")
        found.problems.append(problem)
    return town


def _country_file(root: Path, folder: str, town: Town | None) -> str:
    """The file of the country: that of the course, or the one that the town brings along."""
    shared = f"{COUNTRIES}/{town.country}/{COUNTRY_FILE}" if town else ""
    is_shared = folder != IN_TREE and shared and (root / shared).is_file()
    return shared if is_shared else f"{folder}/{COUNTRY_FILE}"


def read_some(root: Path, name: str, model: type[P], found: Found) -> dict[str, P]:
    """The entries of a file that may be left out, or hold nothing but comments yet."""
    if not (root / name).is_file() or not has_entries(root / name):
        return {}
    file = read_mapping(root, name, found)

    def read(key: str, data: Any) -> P | None:
        one = read_model(file, (key,), data, model)
        add_faults(file, (key,), one)
        return one

    entries = {key: read_entry(file, key, data, read, found) for key, data in file.data.items()}
    return {key: entry for key, entry in entries.items() if entry}


def _read_practices(root: Path, folder: str, found: Found) -> Mapping[str, Practice]:
    practices = {}
    for path, _ in files_in(root / folder, PRACTICES, ".yml"):
        name = f"{folder}/{PRACTICES}/{path.name}"
        if practice := read_whole(root, name, Practice, found):
            practices[path.stem] = practice
    return practices


def problems_of_other_towns(root: Path, chosen: str) -> list[Problem]:
    """What is wrong with the towns and countries for which the course is not read now."""
    found = Found()
    for town in towns_of(root):
        if f"{TOWNS}/{town}" != chosen:
            read_local(root, "", town, found)
    for path in sorted((root / COUNTRIES).glob(f"*/{COUNTRY_FILE}")):
        read_whole(root, path.relative_to(root).as_posix(), Country, found)
    return found.problems
