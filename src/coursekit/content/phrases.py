"""Read the list of phrases that are in another language than the texts around them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from ..parts import Part, Text, is_language, short
from .entries import has_entries, read_mapping
from .found import Found
from .reading import read_model
from .yamlfile import YamlFile

PHRASES = "data/phrases.yml"
SOURCES = "data/sources.yml"


class Phrases(Part):
    """The phrases of one language, written as they stand in the texts."""

    phrases: Annotated[list[Text], Field(min_length=1)]


def read_phrases(root: Path, found: Found) -> dict[str, str]:
    """Phrase → code of its language; nothing where a course lists none."""
    if not (root / PHRASES).is_file() or not has_entries(root / PHRASES):
        return {}
    file = read_mapping(root, PHRASES, found)
    known: dict[str, str] = {}
    for code, given in file.data.items():
        for n, phrase in enumerate(_phrases(file, code, given)):
            if phrase in known:
                what = f"'{short(phrase)}' stands here a second time."
                file.problems.append(file.problem((code, n), what, "Delete one of the two."))
            known[phrase] = code
    found.problems.extend(file.problems)
    return known


def _phrases(file: YamlFile, code: str, given: Any) -> list[str]:
    if not is_language(code):
        what, todo = (
            f"'{short(code)}' is not the code of a language.",
            "Use a code such as ro, it, de or pt-BR.",
        )
        file.problems.append(file.problem((code,), what, todo))
    one = read_model(file, (code,), {"phrases": given}, Phrases)
    return one.phrases if one else []
