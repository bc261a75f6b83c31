"""Pages that hold one widget and nothing else, under the policy of the site."""

from __future__ import annotations

from pathlib import Path

from coursekit.bundle import json_for_page, labels, style
from coursekit.hosts.needs import LATER, STYLES, WIDGETS
from coursekit.policy import page_meta
from coursekit.scripts import QUESTIONS, script_of, with_base

ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def write_pages(folder: Path, function: str, pages: dict[str, str]) -> Path:
    """A page for each HTML of a widget that a notebook shows by `function`."""
    host, sheets = WIDGETS.get(function, (QUESTIONS, ()))
    (folder / "icon.svg").write_text(ICON, "utf-8")
    (folder / "page.css").write_text(style(*STYLES, *sheets), "utf-8")
    for name in (*with_base([host]), *LATER):
        (folder / f"{name}.js").write_text(script_of(name), "utf-8")
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(_page_with(html, host), "utf-8")
    return folder


def _page_with(html: str, host: str) -> str:
    scripts = "".join(f'<script defer src="{name}.js"></script>' for name in with_base([host]))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{page_meta()}"
        '<link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css">'
        f'{scripts}</head><body><div class="columns">'
        f'<main id="content" tabindex="-1"><h1>Page</h1>{html}</main></div>'
        f'<script type="application/json" id="coursekit-labels">{json_for_page(labels())}</script>'
        "</body></html>"
    )
