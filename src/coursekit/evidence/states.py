"""A page in one state after another: what axe, the probes and the keyboard find in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import probes
from .plans import FAULTS_ALONE, NARROW, VERY_NARROW, WHOLE, WIDE, Look
from .walking import walk

HEIGHT = 800
MOST = 5
"""Elements that are named of each finding."""

Said = Iterator[tuple[str, str]]
"""Name of a check, and what it says."""


def show(page: Any, width: int, height: int = HEIGHT, **media: str) -> None:
    """Another screen or other settings; two frames later everything has its place."""
    page.set_viewport_size({"width": width, "height": height})
    if media:
        page.emulate_media(**media)
    page.evaluate(
        "() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
    )


def in_view(page: Any, look: Look, state: str) -> Said:
    """What axe says of a page in one width and scheme, and whether it fits."""
    width, scheme, rules = look
    show(page, width, color_scheme=scheme)
    yield from _axe(page, f"{width} px, {scheme}, {state}", rules)
    yield from _width(page, f"{width} px, {state}")


def _axe(page: Any, where: str, rules: dict) -> Said:
    options = {**rules, **FAULTS_ALONE}
    code = "(options) => axe.run(document, options).then((found) => found.violations)"
    for one in page.evaluate(code, options):
        for node in one["nodes"][:MOST]:
            yield "axe", f"{one['id']} ({len(one['nodes'])}; {where}): {node['html'][:120]}"


def _width(page: Any, where: str) -> Said:
    if more := page.evaluate(probes.TOO_WIDE):
        yield "width", f"wider by {more} px ({where})"


def narrow(page: Any) -> Said:
    """At 320 pixels, which is 400 % of 1280: reflow, own spacing, a walk by keyboard."""
    show(page, VERY_NARROW, color_scheme="light")
    yield from _width(page, f"{VERY_NARROW} px, opened")
    for width in (VERY_NARROW, WIDE):
        show(page, width)
        for html in page.evaluate(probes.CUT_BY_SPACING)[:MOST]:
            yield "spacing", f"{html} ({width} px)"
    for size in ((WIDE, HEIGHT), (VERY_NARROW, 256)):
        show(page, *size, reduced_motion="reduce")
        yield from ((check, f"{text} ({size[0]} × {size[1]} px)") for check, text in walk(page))


def as_readers_set(page: Any) -> Said:
    """Targets for a finger, little movement, colours of one's own."""
    show(page, NARROW, reduced_motion="reduce")
    yield from (("motion", html) for html in page.evaluate(probes.MOVING)[:MOST])
    yield from (("targets", html[:120]) for html in page.evaluate(probes.SMALL_TARGETS)[:MOST])
    show(page, NARROW, forced_colors="active")
    yield from (("edges", html) for html in page.evaluate(probes.WITHOUT_EDGE)[:MOST])
    show(page, NARROW, forced_colors="none", reduced_motion="no-preference")


def kept(page: Any, context: Any, state: str) -> Said:
    """What the browser keeps although nobody has agreed to anything."""
    names = [*page.evaluate(probes.KEPT), *(one["name"] for one in context.cookies())]
    yield from (("kept", f"{name} ({state})") for name in names)


def dialogs(page: Any) -> Said:
    """What the keys H and O open; Esc closes it and gives the focus back."""
    show(page, WIDE, color_scheme="light")
    page.evaluate("() => document.activeElement.blur()")  # in a field, a key is a letter
    for key in ("h", "o"):
        page.keyboard.press(key)
        if not page.locator("dialog[open]").count():
            yield "keyboard", f"the key {key.upper()} opens no dialog"
            continue
        yield from _axe(page, f"dialog of the key {key.upper()}", WHOLE)
        page.keyboard.press("Escape")
        if page.locator("dialog[open]").count():
            yield "keyboard", f"Esc does not close the dialog of the key {key.upper()}"


def slides(page: Any, scheme: str, state: str, rules: dict) -> Said:
    """Slide by slide, each with all that comes step by step."""
    show(page, WIDE, color_scheme=scheme)
    for slide in page.evaluate(probes.SLIDES):
        page.evaluate(probes.SHOW_SLIDE, slide)
        yield from _axe(page, f"slide {slide}, {scheme}, {state}", rules)
