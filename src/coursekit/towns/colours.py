"""The town's own accent: accepted where everybody can read it, in the light and in the dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator

from ..bundle import web_text
from ..parts import Part, refuse, short
from .contact import Fault

LEAST = 4.5
"""WCAG 2.2, 1.4.3: text against what it stands on."""

_HEX = re.compile(r"#[0-9a-f]{6}")
_BACKGROUNDS = {"paper": "the paper", "soft": "the head of the page"}


def _colour(value: Any) -> str:
    text = str(value).lower()
    if not _HEX.fullmatch(text):
        todo = 'Write six digits in quotation marks, such as "#0b5a7a".'
        refuse((f"'{short(value)}' is not a colour.", todo))
    return text


Colour = Annotated[str, BeforeValidator(_colour)]


class Colours(Part):
    """The colour of links and buttons."""

    light: Colour
    dark: Colour

    def faults(self) -> Iterator[Fault]:
        for mode in ("light", "dark"):
            own = getattr(self, mode)
            for name, words in _BACKGROUNDS.items():
                other = theme_colour(name, mode)
                ratio = contrast(own, other)
                if ratio < LEAST:
                    what = f"{own} on {words} ({other}) has a contrast of {ratio:.2f}."
                    way = "darker" if mode == "light" else "lighter"
                    todo = f"Take a {way} colour: at least {LEAST} is needed to read it."
                    yield (mode,), what, todo
                    break

    def style(self) -> str:
        """The style sheet that gives the pages this accent."""
        return f":root {{ --accent: light-dark({self.light}, {self.dark}); }}\n"


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness, 1 to 21, as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def theme_colour(name: str, mode: str) -> str:
    """A colour of the theme, as its style sheet says it."""
    match = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", web_text("page.css"))
    assert match, f"page.css has no colour --{name}"
    return match[1 if mode == "light" else 2]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
