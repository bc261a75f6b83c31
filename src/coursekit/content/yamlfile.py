"""Read YAML strictly: every scalar as text, no repeated keys, with the line of every value.

The usual loader keeps the last of two equal keys in silence, reads `no` as false and `12:30`
as 750. Here nothing is guessed: who needs a number converts the text. References (`&name`,
`*name`) and tags (`!name`) are refused: a few of them can stand for gigabytes, or for code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..bundle import LOADER
from ..errors import Problem
from ..parts import short
from .found import read_text
from .syntax import syntax_problem

Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""

DEEPEST = 20

MANY_FILES = 400
"""Of how many texts is kept what they hold: a course in three languages has fewer files."""


@dataclass
class YamlFile:
    """What one file holds (`data` is None where it cannot be read), its lines and problems."""

    path: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[Place] = field(default_factory=set)
    """Places of which something could not be read; its problem is among `problems`."""

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, what: str, todo: str) -> Problem:
        return Problem(self.path, self.line(place), what, todo)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read a file; `name` is what problems call it. Problems are collected, never raised."""
    text = read_text(path, name)
    if isinstance(text, Problem):
        return YamlFile(name, problems=[text])
    kept = _parsed(text, name)
    return replace(kept, problems=list(kept.problems), incomplete=set(kept.incomplete))


@lru_cache(maxsize=MANY_FILES)
def _parsed(text: str, name: str) -> YamlFile:
    """What a text holds: taken apart once, however often its file is read; nobody changes it."""
    file = YamlFile(name)
    file.problems.extend(_problems_of_form(name, text))
    if not file.problems:
        node = yaml.compose(text, LOADER)
        file.data = _convert(file, node, ()) if node else {}
    return file


def _problems_of_form(name: str, text: str) -> Iterator[Problem]:
    """Faults that are found before anything is built from the text."""
    event = None
    depth = documents = 0
    try:
        for event in yaml.parse(text, LOADER):
            line = event.start_mark.line + 1
            for what in _signs(event):
                yield Problem(name, line, what, _QUOTE)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                what = "the brackets or lists are nested too deep."
                yield Problem(name, line, what, f"Use {DEEPEST} levels at most.")
                return
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                what = "the line `---` starts a second document."
                yield Problem(name, line, what, "Delete the line: a file holds one document.")
                return
    except yaml.YAMLError as error:
        yield syntax_problem(name, text, error, event)


_QUOTE = "Put the text in quotation marks; if it is meant as YAML, write the value out in full."


def _signs(event: yaml.Event) -> Iterator[str]:
    """What is wrong with an event that starts with one of the signs `*`, `&` and `!`."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        yield f"'*{short(anchor)}' refers to another place, which is not used here."
    elif anchor:
        yield f"'&{short(anchor)}' makes a place to refer to, which is not used here."
    if tag:
        yield f"'{_tag(tag)}' is a YAML tag, which is not used here."


def _tag(tag: str) -> str:
    return short(tag.replace("tag:yaml.org,2002:", "!!"))


def _convert(file: YamlFile, node: yaml.Node, place: Place) -> Any:
    file.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(file, node, place)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(file, item, (*place, n)) for n, item in enumerate(node.value)]
    return node.value


def _convert_mapping(file: YamlFile, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            todo = "Write `name: value`; put a text that starts with { or [ in quotation marks."
            file.problems.append(Problem(file.path, line, "a key must be plain text.", todo))
            file.incomplete.add(place)
        elif key in result:
            first = file.lines[(*place, key)]
            what = f"'{short(key)}' stands here a second time (first in line {first})."
            todo = "Give it another name, or join the two."
            file.problems.append(Problem(file.path, line, what, todo))
        else:
            file.lines[(*place, key)] = line
            result[key] = _convert(file, value_node, (*place, key))
    return result
