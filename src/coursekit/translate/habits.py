"""What a language asks of its translations: `locale/<lang>/language.yml`, all of it optional."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..content.found import Found
from ..content.reading import read_model
from ..content.yamlfile import read_yaml
from ..parts import Part, Text

FILE = "locale/{}/language.yml"


class Habits(Part):
    """`quotes` are the signs to use instead of straight ones."""

    quotes: Annotated[list[Text], Field(max_length=2)] = Field(default_factory=list)
    wrong_letters: dict[Text, Text] = Field(default_factory=dict)
    """Signs that look right and are not, with the right ones: `{"ş": "ș"}`."""
    same: list[Text] = Field(default_factory=list)
    """Texts that are the same in both languages, such as names and loan words."""


def read_habits(root: Path, lang: str, found: Found) -> Habits:
    name = FILE.format(lang)
    if not (root / name).is_file():
        return Habits()
    file = read_yaml(root / name, name)
    habits = read_model(file, (), file.data or {}, Habits)
    found.problems.extend(file.problems)
    return habits or Habits()
