"""A tool in a live notebook; nothing here is stored."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import traitlets

from ..bundle import module
from ..model import Source
from ..render_tools import tool_data, tool_html
from ..tools import Tool
from .base import CourseWidget, notebook_style


class ToolWidget(CourseWidget):
    """One tool of the course."""

    _esm = module("tools.js")
    _css = notebook_style("tools/", "practice/")
    tool = traitlets.Dict().tag(sync=True)
    lang = traitlets.Unicode("en").tag(sync=True)


def make_tool(root: Path, name: str, tool: Tool, sources: Mapping[str, Source]) -> ToolWidget:
    """The widget of one tool."""
    return ToolWidget(root, tool_html(name, tool, sources), **tool_data(name, tool, sources))
