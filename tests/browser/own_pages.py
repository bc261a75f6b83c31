"""Pages that hold one widget and nothing else, under the policy of the site."""

from __future__ import annotations

from pathlib import Path

from coursekit.bundle import json_for_page, labels, script, style
from coursekit.hosts.page import LATER, QUESTIONS, STYLES, WIDGETS
from coursekit.policy import page_meta

ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def write_pages(folder: Path, function: str, pages: dict[str, str]) -> Path:
    """A page for each HTML of a widget that a notebook shows by `function`."""
    host, sheets = WIDGETS.get(function, (QUESTIONS, ()))
    (folder / "icon.svg").write_text(ICON, "utf-8")
    (folder / "page.css").write_text(style(*STYLES, *sheets), "utf-8")
    for name in (host, *LATER):
        (folder / f"{name}.js").write_text(script(f"{name}.js"), "utf-8")
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(_page_with(html, host), "utf-8")
    return folder


def _page_with(html: str, host: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{page_meta()}"
        '<link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css">'
        f'<script async src="{host}.js"></script></head><body><div class="columns">'
        f'<main id="content" tabindex="-1"><h1>Page</h1>{html}</main></div>'
        f'<script type="application/json" id="coursekit-labels">{json_for_page(labels())}</script>'
        "</body></html>"
    )
