"""Open pages of a built site in a browser, and tell what it asks for and what axe finds."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .errors import CourseError
from .evidence import Sight

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"))
QUICK = VIEWS[:1]
NOT_INSTALLED = (
    "The evidence needs Playwright and axe, which only the tests use.\n"
    "  Run `python3 course.py test` once, or install the course with its extra `test`."
)
NO_BROWSER = (
    "No Chromium was found.\n  Install Chromium or Chrome, or set COURSEKIT_BROWSER to its path."
)
DRAWN = "() => [...document.querySelectorAll('.widget .mount')].every(m => m.childElementCount)"
"""True when every widget of the page stands there."""


def find_browser() -> str | None:
    """Path of a Chromium on this machine."""
    given = os.environ.get("COURSEKIT_BROWSER")
    return given or next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def opened(site: Path, views: tuple) -> Iterator[tuple[Callable[[Path], Sight], dict[str, str]]]:
    """A function that looks at a page, and the versions of the browser and of axe."""
    try:
        from axe_playwright_python.sync_playwright import Axe
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise CourseError(NOT_INSTALLED) from error
    path = find_browser()
    if not path:
        raise CourseError(NO_BROWSER)
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        versions = {"browser": browser.version}

        def look(file: Path) -> Sight:
            sights = [_look(browser, axe, site, file, view, versions) for view in views]
            return Sight(
                sights[0].files,
                *(
                    tuple(dict.fromkeys(one for sight in sights for one in getattr(sight, key)))
                    for key in ("foreign", "axe", "scripts")
                ),
            )

        try:
            yield look, versions
        finally:
            browser.close()


def _look(browser: Any, axe: Any, site: Path, file: Path, view: tuple, versions: dict) -> Sight:
    width, scheme = view
    viewport = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    addresses: list[str] = []
    errors: list[str] = []
    try:
        page = context.new_page()
        page.on("request", lambda request: addresses.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function(DRAWN)
        files, foreign = _parted(addresses, site)
        found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
        versions["axe"] = found["testEngine"]["version"]
        return Sight(files, foreign, tuple(_violations(found, view)), tuple(errors))
    finally:
        context.close()


def _violations(found: dict[str, Any], view: tuple) -> Iterator[str]:
    for one in found["violations"]:
        first = one["nodes"][0]["html"][:120]
        yield f"{one['id']} ({len(one['nodes'])}, {view[0]} px, {view[1]}): {first}"


def _parted(addresses: list[str], site: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files of the site, and addresses of other hosts."""
    files, foreign = [], []
    for address in dict.fromkeys(addresses):
        parts = urlsplit(address)
        if parts.scheme == "file":
            path = Path(unquote(parts.path))
            inside = path.is_relative_to(site)
            files.append(path.relative_to(site).as_posix() if inside else path.as_posix())
        elif parts.scheme not in ("data", "blob", "about"):
            foreign.append(address)
    return tuple(dict.fromkeys(files)), tuple(foreign)
