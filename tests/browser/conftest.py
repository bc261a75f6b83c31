"""A page that fails the test on a script error, a breach of its policy, a foreign request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from coursekit.bundle import labels

TELL_BREACHES = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
});"""


TELL_MISSING_LABELS = """((known) => {
  const parse = JSON.parse;
  const told = { get(labels, name) {
    if (known.includes(name) && !(name in labels)) console.error(`no label ${name} on the page`);
    return labels[name];
  } };
  JSON.parse = (text, ...more) => {
    const found = parse(text, ...more);
    const isLabels = found && text === document.getElementById("coursekit-labels")?.textContent;
    return isLabels ? new Proxy(found, told) : found;
  };
})"""
"""A page carries the labels that its scripts can ask for; one that it lacks reads "undefined"."""


class Visit:
    """A context of its own (as a new device), the pages opened in it, and what went wrong."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.faults: list[str] = []
        context.add_init_script(TELL_BREACHES)
        context.add_init_script(f"{TELL_MISSING_LABELS}({json.dumps(list(labels()))})")

    def open(self, address: str) -> Page:
        own = urlsplit(address).netloc
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("console", self._note)
        page.on("request", lambda request: self._check_host(request.url, own))
        page.goto(address)
        return page

    def _note(self, message) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _check_host(self, url: str, own: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own:
            self.faults.append(f"request to another host: {url}")


@pytest.fixture
def visit(chromium) -> Iterator:
    """A function that starts a visit: `visit(width=360, scheme="dark")`."""
    visits: list[Visit] = []

    def start(width: int = 1280, scheme: str = "light", **options) -> Visit:
        viewport = {"width": width, "height": 800}
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, **options)
        visits.append(Visit(context))
        return visits[-1]

    yield start
    for one in visits:
        one.context.close()
    faults = [fault for one in visits for fault in one.faults]
    assert not faults, faults


@pytest.fixture(scope="session")
def words() -> dict[str, str]:
    """The words of the interface."""
    return labels()


@pytest.fixture(scope="session")
def tiny_address(tiny_site, serve_site) -> str:
    """Address of the tiny course over HTTP."""
    return serve_site(tiny_site)


@pytest.fixture(scope="session")
def course_address(course_site, serve_site) -> str:
    """Address of the real course over HTTP."""
    return serve_site(course_site)
