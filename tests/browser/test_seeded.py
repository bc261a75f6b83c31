"""Faults in the browser that are put in one by one; the gates that claim them must say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from coursekit.bundle import labels
from coursekit.checks import load_sound_course
from coursekit.evidence.plans import VERY_NARROW
from coursekit.evidence.probes import FOCUS_NOT_SEEN, SMALL_TARGETS
from coursekit.evidence.states import Said, as_readers_set, kept, narrow
from coursekit.render import question_html

from ..conftest import TINY
from ..test_gates import seeded
from . import answering
from .answering import answer, form_of, press_button
from .conftest import Visit
from .own_pages import write_pages
from .test_pages import violations, wait_for_widgets

pytestmark = pytest.mark.browser

NAME = "reading-numbers.mark"
PHONE = {"width": 360, "height": 800}
PATIENCE = 1500
"""Milliseconds that a gate waits here for what must come."""

KEYS = 15
"""As many as a sound page needs to be walked through."""


@pytest.fixture(scope="module")
def question():
    return load_sound_course(TINY).questions[NAME]


@pytest.fixture(scope="module")
def sound(tmp_path_factory, question) -> Path:
    """A folder with a page of one question, and nothing wrong with it."""
    html = f"<p>Words.</p>{question_html(NAME, question, {})}"
    return write_pages(tmp_path_factory.mktemp("seeded"), "quiz", {"page": html})


def told_by_hosts(visit: Visit, page: Page, question) -> str:
    page.wait_for_timeout(200)
    return " ".join(visit.faults)


def told_by_axe(visit: Visit, page: Page, question) -> str:
    return " ".join(violations(page))


def told_by_width(visit: Visit, page: Page, question) -> str:
    page.set_viewport_size({"width": VERY_NARROW, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return "wider than the screen" if wide > VERY_NARROW else ""


def told_by_focus(visit: Visit, page: Page, question) -> str:
    for _ in range(KEYS):
        page.keyboard.press("Tab")
        if hidden := page.evaluate(FOCUS_NOT_SEEN):
            return hidden
    return ""


def told_by_targets(visit: Visit, page: Page, question) -> str:
    return " ".join(page.evaluate(SMALL_TARGETS))


def told_by_keyboard(visit: Visit, page: Page, question) -> str:
    try:
        answer(form_of(page, NAME), question.kind, question.right_response(), True)
    except AssertionError as error:
        return str(error)
    return ""


def told_by_feedback(visit: Visit, page: Page, question) -> str:
    form = form_of(page, NAME)
    answer(form, question.kind, question.right_response(), False)
    press_button(form, labels()["check"], False)
    try:
        form.locator("output .outcome").wait_for(timeout=PATIENCE)
    except Error:
        return "no feedback"
    return ""


def _told(said: Said, *checks: str) -> str:
    return " ".join(text for check, text in said if check in checks)


def told_by_walk(visit: Visit, page: Page, question) -> str:
    return _told(narrow(page), "focus", "keyboard")


def told_by_spacing(visit: Visit, page: Page, question) -> str:
    return _told(narrow(page), "spacing")


def told_by_motion(visit: Visit, page: Page, question) -> str:
    return _told(as_readers_set(page), "motion")


def told_by_edges(visit: Visit, page: Page, question) -> str:
    return _told(as_readers_set(page), "edges")


def told_by_kept(visit: Visit, page: Page, question) -> str:
    return _told(kept(page, visit.context, "opened"), "kept")


GATES: dict[str, Callable[[Visit, Page, object], str]] = {
    "hosts": told_by_hosts,
    "axe": told_by_axe,
    "width": told_by_width,
    "focus": told_by_focus,
    "targets": told_by_targets,
    "keyboard": told_by_keyboard,
    "feedback": told_by_feedback,
    "walk": told_by_walk,
    "spacing": told_by_spacing,
    "motion": told_by_motion,
    "edges": told_by_edges,
    "kept": told_by_kept,
}
"""Name of a gate → what it says of a page; nothing where all is well."""


@pytest.fixture
def look(chromium, monkeypatch, question, serve_site) -> Iterator[Callable[[Path, str], str]]:
    """A function that opens the page of a folder and tells what a gate says of it."""
    monkeypatch.setattr(answering, "MOST_KEYS", KEYS)
    contexts = []

    def told(folder: Path, gate: str) -> str:
        context = chromium.new_context(viewport=PHONE, bypass_csp=True)  # axe adds a style
        contexts.append(context)
        visit = Visit(context)
        page = visit.open(f"{serve_site(folder)}/page.html")
        wait_for_widgets(page)
        return GATES[gate](visit, page, question)

    yield told
    for context in contexts:
        context.close()


def seed_into(folder: Path, seed: dict) -> None:
    """Put a fault into the page, its style sheet or its script."""
    page, script = folder / "page.html", folder / "host-static.js"
    text = page.read_text("utf-8").replace("</main>", f"{seed.get('html', '')}</main>")
    page.write_text(text, "utf-8")
    with (folder / "page.css").open("a", encoding="utf-8") as style:
        style.write(seed.get("style", ""))
    old, new = seed.get("script", ("", ""))
    code = script.read_text("utf-8")
    assert old in code, f"the script has no {old!r}"
    script.write_text(code.replace(old, new, 1), "utf-8")


def test_the_sound_page_passes_every_gate(look, sound):
    assert {gate: look(sound, gate) for gate in GATES} == dict.fromkeys(GATES, "")


@seeded("browser")
def test_a_fault_in_the_browser_is_caught(look, sound, tmp_path, seed):
    for file in sound.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    seed_into(tmp_path, seed)
    assert seed["says"] in look(tmp_path, seed["by"])
