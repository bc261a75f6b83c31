"""The code to scan: its address, and a drawing that is read from paper."""

from __future__ import annotations

import io
from typing import Any

import segno

from ...render_verify import VERIFY_PAGE

SMALLEST = 30.0
"""Its width in mm without the margin."""
MODULE = 0.3
"""The least width of one of its squares in mm: what a phone and a scan at 300 dpi read surely."""
MARGIN = 4
"""Squares of white around it."""


def verify_page(base: str) -> str:
    """The address of the page that checks diplomas."""
    return f"{base}{VERIFY_PAGE}.html"


def scan_of(base: str, code: str) -> dict[str, Any]:
    """What the layout needs: address, drawing and width with the margin."""
    address = f"{verify_page(base)}#{code}"
    made = segno.make(address, error="m", micro=False, boost_error=False)
    svg = io.BytesIO()
    made.save(svg, kind="svg", border=MARGIN, xmldecl=False, light="#fff")
    squares = made.symbol_size(border=0)[0]
    module = max(SMALLEST / squares, MODULE)
    width = round(module * (squares + 2 * MARGIN), 2)
    return {"address": address, "svg": svg.getvalue().decode(), "width": width}
