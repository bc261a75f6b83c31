"""Tools as the page gets them: data for the widget, and HTML that needs no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from .bundle import labels, language
from .markdown import to_html
from .model import Source
from .render import placeholder, source_links
from .tools import Tool


def tool_data(name: str, tool: Tool, sources: Mapping[str, Source]) -> dict[str, Any]:
    """All the page needs to show one tool."""
    data = {**tool.data(name), "sources": source_links(tool.source, sources)}
    return {"tool": data, "lang": language()}


def tool_html(name: str, tool: Tool, sources: Mapping[str, Source]) -> str:
    """The placeholder of a tool: its data, and what stands there without JavaScript."""
    caveats = "".join(f"<li>{to_html(caveat)}</li>" for caveat in tool.caveats)
    fallback = (
        f"<p><strong>{escape(tool.title)}</strong></p>{_block(tool.without)}"
        f"<p>{escape(labels()['toolMind'])}</p><ul>{caveats}</ul>"
        f'<p class="source">{source_links(tool.source, sources)}</p>'
    )
    return placeholder(tool.widget, tool_data(name, tool, sources), fallback, name)


def _block(text: str) -> str:
    html = to_html(text)
    return html if html.startswith("<") else f"<p>{html}</p>"
