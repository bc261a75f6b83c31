"""From a drawing to the SVG of the page; each is made once and kept."""

from __future__ import annotations

import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Any

from .kinds import KINDS
from .look import VARIABLES
from .sheet import Sheet

KEPT = Path("_build", "charts")
"""Where the drawings of a course are kept."""
VERSION = "2"
"""Raised when the cleaning below changes, so that no old drawing is taken from the folder."""

_NOISE = re.compile(
    r' (?:class|role|aria-[a-z]+|pointer-events|font-family|stroke-miterlimit|opacity)="[^"]*"'
)
_EMPTY_PATH = re.compile(r'<path(?! fill| stroke)[^>]*d="(?:M0,0h[\d.]+v[\d.]+h-?[\d.]+Z)?"[^>]*/>')
_PLAIN_GROUP = re.compile(r"<g>((?:(?!</?g\b).)*)</g>", re.DOTALL)
_LONG_NUMBER = re.compile(r"-?\d+\.\d{2,}")
_TAG = re.compile(r"<[^>]*>")
_ZERO_SHIFT = re.compile(r' transform="translate\(0,0\)"')
_HEAD = re.compile(r'<svg [^>]*viewBox="([^"]*)"[^>]*>')


def draw(kept: Path, sheet: Sheet) -> str:
    """The SVG of a chart, from the folder of kept ones or drawn anew."""
    drawing = KINDS[sheet.chart.kind].draw(sheet)
    text = json.dumps(drawing, sort_keys=True, ensure_ascii=False)
    name = hashlib.sha256(f"{VERSION}\0{text}".encode()).hexdigest()[:32]
    file = kept / f"{name}.svg"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{id(sheet)}")
        unfinished.write_text(render(drawing), "utf-8", newline="\n")
        unfinished.replace(file)
    return _named(file.read_text("utf-8"), sheet.chart.alt)


def render(drawing: dict[str, Any]) -> str:
    """The SVG of a drawing, with the page's colours and nothing that the page does not need."""
    import vl_convert

    return clean(vl_convert.vegalite_to_svg(drawing, allowed_base_urls=[]))


def clean(svg: str) -> str:
    """A lighter SVG: no roles, no fonts, no empty paths, one decimal, colours by variable."""
    svg = _EMPTY_PATH.sub("", _ZERO_SHIFT.sub("", _NOISE.sub("", svg)))
    svg = _TAG.sub(lambda tag: _LONG_NUMBER.sub(_rounded, tag[0]), svg)
    for color, name in VARIABLES.items():
        svg = svg.replace(f'"{color}"', f'"var(--chart-{name})"')
    while _PLAIN_GROUP.search(svg):
        svg = _PLAIN_GROUP.sub(r"\1", svg)
    return _HEAD.sub(r'<svg viewBox="\1">', svg)


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")


def _named(svg: str, alt: str) -> str:
    label = escape(alt)
    return svg.replace("<svg ", f'<svg class="chart-drawing" role="img" aria-label="{label}" ', 1)
