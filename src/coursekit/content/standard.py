"""Read what every taught module must have, and the exceptions that were thought about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..parts import Part, Text, Whole
from .entries import read_mapping
from .found import Found
from .reading import read_model
from .yamlfile import read_yaml

STANDARD = "data/standard.yml"
EXCEPTIONS = "data/wording-exceptions.yml"

Titles = Annotated[list[Text], Field(min_length=1)]


class Standard(Part):
    """What a taught module must have; a course without the file sets no standard."""

    lix: Whole
    guide_lix: Whole | None = None
    quiz_questions: Whole
    checkpoints: Whole
    apply_percent: Whole
    kinds: Whole
    questions_per_objective: Whole
    minutes_per_question: Whole
    test_items: Whole
    forms: Titles
    lecture_sections: Titles
    case_sections: Titles
    tasks: Titles
    slides: Whole
    notes: Whole


def read_standard(root: Path, found: Found) -> Standard | None:
    """The standard, or None where the course sets none or its file has a fault."""
    if not (root / STANDARD).is_file():
        return None
    file = read_mapping(root, STANDARD, found)
    standard = read_model(file, (), file.data, Standard) if file.data else None
    found.problems.extend(file.problems)
    return standard


class WordingExceptions(Part):
    """`page: {term: reason}`."""

    pages: dict[str, dict[str, Text]]


def read_wording_exceptions(root: Path, found: Found) -> dict[str, dict[str, str]]:
    """Terms to avoid that a page or file may hold all the same: `{page: {term: reason}}`."""
    if not (root / EXCEPTIONS).is_file():
        return {}
    file = read_yaml(root / EXCEPTIONS, EXCEPTIONS)
    model = read_model(file, (), {"pages": file.data}, WordingExceptions) if file.data else None
    found.problems.extend(file.problems)
    return model.pages if model else {}
