"""Read the questions of a topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import Problem
from ..model import Broken
from ..parts import short
from ..questions import KINDS, Question
from .entries import read_entry, read_mapping
from .found import Found
from .reading import MUST_BE_MAPPING, did_you_mean, fault, fill, read_model
from .yamlfile import YamlFile

QUESTIONS = "modules/{}/questions.yml"


def read_questions(
    root: Path, topic: str, values: Mapping[str, str] | None, found: Found
) -> tuple[dict[str, Question], dict[str, Broken]]:
    """The questions of a topic by full id: those without a fault, and those with one.

    Without `values` (where `_config.yml` cannot be read) the placeholders stay as they are.
    """
    file = read_mapping(root, QUESTIONS.format(topic), found)
    read = _reader(file, values, found)
    questions, broken = {}, {}
    for name, data in file.data.items():
        question = read_entry(file, name, data, read, found)
        if question:
            questions[f"{topic}.{name}"] = question
        else:
            broken[f"{topic}.{name}"] = Broken(data)
    return questions, broken


def _reader(
    file: YamlFile, values: Mapping[str, str] | None, found: Found
) -> Callable[[str, Any], Question | None]:
    def read(name: str, data: Any) -> Question | None:
        found.note_placeholders(file.path, name, data)
        filled = data if values is None else fill(file, data, values, (name,))
        return _read_question(file, name, filled)

    return read


def _read_question(file: YamlFile, name: str, data: Any) -> Question | None:
    if not isinstance(data, dict):
        file.problems.append(fault(file, (name,), (), *MUST_BE_MAPPING))
        return None
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        file.problems.append(_kind_problem(file, name, kind))
        return None
    question = read_model(file, (name,), data, KINDS[kind])
    if question:
        for place, what, todo in question.faults():
            file.problems.append(fault(file, (name,), place, what, todo))
    return question


def _kind_problem(file: YamlFile, name: str, kind: Any) -> Problem:
    todo = f"Use one of: {', '.join(KINDS)}."
    if not kind:
        return fault(file, (name,), ("kind",), "'kind' is missing.", todo)
    if isinstance(kind, str):
        todo = did_you_mean(kind, KINDS) + todo
    return fault(file, (name,), ("kind",), f"the kind '{short(kind)}' is not known.", todo)
