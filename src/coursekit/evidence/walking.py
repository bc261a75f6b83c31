"""Walk through a page with the Tab key, from its start until its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import probes

AT_ONCE = 25
"""Keys between two looks at what was noted."""


def walk(page: Any) -> Iterator[tuple[str, str]]:
    """Where the focus is not seen or is covered, and where the keyboard is caught."""
    places = page.evaluate(probes.WATCH_WALK)
    noted: dict[str, Any] = {}
    for _ in range(3 + 2 * places // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        noted = page.evaluate(probes.WALK)
        if noted["ended"]:
            break
    yield from (("focus", f"not seen: {html}") for html in noted["hidden"][:5])
    yield from (("focus", f"covered: {html}") for html in noted["covered"][:5])
    if places and not noted["ended"]:
        yield "keyboard", f"the walk with the Tab key does not end: {noted['at']}"
