"""The browser and the program axe, as far as they are installed."""

from __future__ import annotations

from ..browsing import FLAGS, find_browser
from ..errors import CourseError

NOT_INSTALLED = (
    "The evidence needs Playwright and axe, which only the tests use.\n"
    "  Run `python3 course.py test` once, or install the course with its extra `test`."
)
NO_BROWSER = (
    "No Chromium was found.\n  Install Chromium or Chrome, or set COURSEKIT_BROWSER to its path."
)


def require_browser() -> str:
    """Path of the browser; an error where something is missing."""
    try:
        import axe_playwright_python.sync_playwright  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        raise CourseError(NOT_INSTALLED) from error
    path = find_browser()
    if not path:
        raise CourseError(NO_BROWSER)
    return path


def browser_versions() -> dict[str, str]:
    """The versions of the browser and of axe."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_browser(), args=FLAGS)
        page = browser.new_page()
        page.evaluate(axe_script())
        return {"browser": browser.version, "axe": page.evaluate("axe.version")}


def axe_script() -> str:
    from axe_playwright_python.sync_playwright import Axe

    return Axe().axe_script
