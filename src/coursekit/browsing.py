"""A browser on this machine, and what a page asks for and says while it is open."""

from __future__ import annotations

import os
import shutil
from typing import Any
from urllib.parse import urlsplit

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
DRAWN = "() => [...document.querySelectorAll('.widget .mount')].every(m => m.childElementCount)"
"""True when every widget of the page stands there."""

TELL_BREACHES = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
});"""


def find_browser() -> str | None:
    """Path of a Chromium on this machine."""
    given = os.environ.get("COURSEKIT_BROWSER")
    return given or next(filter(None, map(shutil.which, BROWSERS)), None)


class Visit:
    """A context of its own (as a new device), the pages opened in it, and what went wrong."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.addresses: list[str] = []
        """What the pages asked for, in their order."""
        self.foreign: list[str] = []
        """What they asked other hosts for."""
        self.errors: list[str] = []
        """What scripts and the policy complain of."""
        context.add_init_script(TELL_BREACHES)

    @property
    def faults(self) -> list[str]:
        return [*self.errors, *(f"request to another host: {url}" for url in self.foreign)]

    def open(self, address: str) -> Any:
        """A page at this address."""
        own = urlsplit(address).netloc
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))
        page.on("console", self._note)
        page.on("request", lambda request: self._note_request(request.url, own))
        page.goto(address)
        return page

    def _note(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text}")

    def _note_request(self, url: str, own: str) -> None:
        self.addresses.append(url)
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own:
            self.foreign.append(url)
