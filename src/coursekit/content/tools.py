"""Read the tools of the course."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..parts import short
from ..tools import KINDS, Tool
from .entries import read_entry, read_mapping
from .found import Found
from .reading import MUST_BE_MAPPING, did_you_mean, fault, fill, read_model
from .yamlfile import YamlFile

TOOLS = "data/tools.yml"


def read_tools(root: Path, values: dict[str, str] | None, found: Found) -> dict[str, Tool]:
    """The tools by name, those without a fault; none where there is no file."""
    if not (root / TOOLS).is_file():
        return {}
    file = read_mapping(root, TOOLS, found)

    def read(name: str, data: Any) -> Tool | None:
        filled = data if values is None else fill(file, data, values, (name,))
        return _read_tool(file, name, filled)

    tools = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    return {name: tool for name, tool in tools.items() if tool}


def _read_tool(file: YamlFile, name: str, data: Any) -> Tool | None:
    if not isinstance(data, dict):
        file.problems.append(fault(file, (name,), (), *MUST_BE_MAPPING))
        return None
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        todo = f"{did_you_mean(str(kind), KINDS)}Use one of: {', '.join(KINDS)}."
        what = f"the kind '{short(kind)}' is not known." if kind else "'kind' is missing."
        file.problems.append(fault(file, (name,), ("kind",), what, todo))
        return None
    tool = read_model(file, (name,), data, KINDS[kind])
    if tool:
        for place, what, todo in tool.faults():
            file.problems.append(fault(file, (name,), place, what, todo))
    return tool
