"""Read from `_config.yml` what the course itself uses: its title and the town's values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .entries import read_mapping
from .found import Found
from .reading import where
from .yamlfile import Place, YamlFile

CONFIG = "_config.yml"
NO_TITLE = "Course"


def read_config(root: Path, found: Found) -> tuple[str, dict[str, str] | None]:
    """The course's title, and what `{{ town.name }}` and the like stand for.

    There are no values where the file cannot be read: nobody knows then which names are right.
    """
    file = read_mapping(root, CONFIG, found)
    if not file.data:
        return NO_TITLE, None
    title = _text(file, ("title",), file.data.get("title"))
    values = _flat(file, ("parse", "myst_substitutions"), _substitutions(file.data))
    found.problems.extend(file.problems)
    return title or NO_TITLE, values


def _substitutions(config: dict[str, Any]) -> dict[str, Any]:
    parse = config.get("parse")
    given = parse.get("myst_substitutions") if isinstance(parse, dict) else None
    return given if isinstance(given, dict) else {}


def _flat(file: YamlFile, place: Place, given: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """`{"town": {"name": "Constanta"}}` as `{"town.name": "Constanta"}`."""
    result: dict[str, str] = {}
    for key, value in given.items():
        if isinstance(value, dict):
            result |= _flat(file, (*place, key), value, f"{prefix}{key}.")
        else:
            result[prefix + key] = _text(file, (*place, key), value)
    return result


def _text(file: YamlFile, place: Place, value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value
    what = f"{where((), place)}this must be one text."
    file.problems.append(file.problem(place, what, "Write one text in quotation marks."))
    return ""
