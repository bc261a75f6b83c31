"""Read the cases of good practice: one file each, the words to find them by, and the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Problem
from ..good_practice import Europe, GoodPractice, Vocabulary
from ..parts import NAME_RULE, is_name, short
from ..values import Values
from .entries import read_mapping
from .found import Found, files_in
from .reading import fill, read_model
from .yamlfile import read_yaml

FOLDER = "data/good-practice"
CASE = "data/good-practice/{}.yml"
VOCABULARY = "data/good-practice.yml"
EUROPE = "data/geo/europe.json"
PAGE = "book/good-practice/{}"
INDEX = "book/good-practice"


@dataclass(frozen=True)
class Library:
    """All that is known of good practice, as far as it can be read."""

    cases: dict[str, GoodPractice] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    europe: Europe | None = None


def name_of(path: str) -> str:
    """The name of the case in a file, or an empty text for any other file."""
    folder, _, file = path.rpartition("/")
    return file.removesuffix(".yml") if folder == FOLDER and file.endswith(".yml") else ""


def read_library(root: Path, values: Mapping[str, str] | None, found: Found) -> Library:
    """The cases without a fault, by country and town; an empty library where there is none."""
    names = [name_of(path) for _, path in files_in(root, FOLDER, ".yml") if name_of(path)]
    if not names:
        return Library()
    read = {name: _read_case(root, name, values, found) for name in names}
    cases = {name: case for name, case in read.items() if case}
    order = sorted(cases, key=lambda name: (cases[name].country, cases[name].town, name))
    return Library(
        {name: cases[name] for name in order},
        _read_one(root, VOCABULARY, Vocabulary, found),
        _read_one(root, EUROPE, Europe, found),
    )


def _read_case(
    root: Path, name: str, values: Mapping[str, str] | None, found: Found
) -> GoodPractice | None:
    path = CASE.format(name)
    if not is_name(name):
        what = f"the file's name '{short(name)}' is not allowed."
        found.unreadable(Problem(path, 1, what, NAME_RULE))
        return None
    file = read_mapping(root, path, found)
    data = file.data
    found.note_placeholders(path, name, data)
    if values is not None:
        here = values.on(PAGE.format(name)) if isinstance(values, Values) else values
        data = fill(file, data, here)
    case = read_model(file, (), data, GoodPractice) if data else None
    if case is None or file.problems:
        found.unread.add((path,))
        case = None
    found.problems.extend(file.problems)
    return case


def _read_one(
    root: Path, path: str, model: type[Vocabulary] | type[Europe], found: Found
) -> Vocabulary | Europe | None:
    file = read_yaml(root / path, path)
    result = None if file.problems else read_model(file, (), file.data, model)
    if file.problems:
        found.unread.add((path,))
    found.problems.extend(file.problems)
    return result
