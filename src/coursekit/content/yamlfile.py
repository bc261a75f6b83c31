"""Read YAML strictly: every scalar as text, no repeated keys, with the line of every value.

The usual loader keeps the last of two equal keys in silence, reads `no` as false and `12:30`
as 750. Here nothing is guessed: who needs a number converts the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..errors import Problem

Place = tuple[str, ...]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class YamlFile:
    """What one file holds: `data` (dict, list, str), the line of each place, and its problems."""

    path: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, what: str, todo: str) -> Problem:
        return Problem(self.path, self.line(place), what, todo)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read a file; `name` is what problems call it. Problems are collected, never raised."""
    file = YamlFile(name)
    try:
        node = yaml.compose(path.read_bytes().decode("utf-8-sig"), _Loader)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        file.problems.append(
            Problem(name, line, "this is not UTF-8 text.", 'Save the file with encoding "UTF-8".')
        )
    except yaml.YAMLError as error:
        file.problems.append(_syntax_problem(name, error))
    except RecursionError:
        file.problems.append(
            Problem(name, 1, "the lists are nested too deeply.", "Flatten them.")
        )
    else:
        file.data = _convert(file, node, ()) if node else {}
    return file


def _syntax_problem(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    detail = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return Problem(
        name,
        mark.line + 1 if mark else 1,
        f"YAML cannot be read here: {detail}.",
        "Look for a missing quotation mark, colon or space at the start of this line or the one "
        "above.",
    )


def _convert(file: YamlFile, node: yaml.Node, place: Place) -> Any:
    file.lines.setdefault(place, node.start_mark.line + 1)
    if not node.tag.startswith("tag:yaml.org,2002:"):
        file.problems.append(
            file.problem(place, f"'{node.tag}' is not used here.", "Leave the tag out.")
        )
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(file, node, place)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(file, item, (*place, str(n))) for n, item in enumerate(node.value)]
    return node.value


def _convert_mapping(file: YamlFile, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        line = key_node.start_mark.line + 1
        if key is None:
            file.problems.append(
                Problem(file.path, line, "a key must be plain text.", "Write `name: value`.")
            )
        elif key in result:
            file.problems.append(
                Problem(
                    file.path,
                    line,
                    f"'{key}' stands here a second time (first in line "
                    f"{file.lines[(*place, key)]}).",
                    "Give it another name or join the two.",
                )
            )
        else:
            file.lines[(*place, key)] = line
            result[key] = _convert(file, value_node, (*place, key))
    return result
