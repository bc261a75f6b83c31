"""What axe looks for, and in which widths, colours and states of a page."""

from __future__ import annotations

from typing import Any

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WHOLE = {"runOnly": RULES}
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
COLOURS = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
"""All that can differ between light and dark; it takes two thirds of the time."""
WITHOUT_COLOURS = {**WHOLE, "rules": {name: {"enabled": False} for name in COLOUR_RULES}}
FAULTS_ALONE = {"resultTypes": ["violations"], "selectors": False, "preload": False}
"""The same rules at less than half the cost: what passes is not described for every element."""

NARROW, BETWEEN, WIDE = 360, 768, 1280
Look = tuple[int, str, dict[str, Any]]
"""Width, scheme of colours, rules."""

OPENED: tuple[Look, ...] = (
    (NARROW, "light", WHOLE),
    (NARROW, "dark", COLOURS),
    (BETWEEN, "light", WITHOUT_COLOURS),
    (WIDE, "light", WITHOUT_COLOURS),
)
USED: tuple[Look, ...] = ((WIDE, "light", WHOLE), (WIDE, "dark", COLOURS))
"""Together: every rule at every width, colours in both schemes, narrow and wide, in both states."""

EVERYTHING = tuple(
    (width, scheme, WHOLE) for width in (NARROW, BETWEEN, WIDE) for scheme in ("light", "dark")
)
PLANS = {"usual": (OPENED, USED), "quick": (OPENED[:1], USED[:1])}
PLANS["all-rules"] = (EVERYTHING, EVERYTHING)
"""How thoroughly → what axe looks at when a page is opened, and when it was used."""

VERY_NARROW = 320
"""Pixels: what is left of 1280 at four times the size."""


def looks_of(plan: str) -> tuple[str, ...]:
    """What axe looks at, in words."""
    rules = {id(WHOLE): "all rules", id(COLOURS): "colours", id(WITHOUT_COLOURS): "all but colours"}
    return tuple(
        f"{state}, {width} px, {scheme}: {rules[id(which)]}"
        for state, looks in zip(("opened", "used"), PLANS[plan], strict=True)
        for width, scheme, which in looks
    )
