"""Open a page of a built site in a browser, use it, and tell what is found in each state."""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ..browsing import DRAWN, FLAGS, Visit
from ..errors import CourseError
from ..serving import WithHeaders, served
from . import probes
from .browser import axe_script, require_browser
from .model import Sight, findings_of
from .plans import COLOURS, NARROW, PLANS, WHOLE
from .states import HEIGHT, Said, as_readers_set, dialogs, in_view, kept, narrow, slides


class Looker:
    """A browser and a server of its own; looks at one page after the other."""

    def __init__(self, site: Path, plan: str) -> None:
        from playwright.sync_api import sync_playwright

        self._opened, self._used = PLANS[plan]
        self._axe = axe_script()
        stack = ExitStack()
        atexit.register(stack.close)
        self._address = stack.enter_context(served(partial(WithHeaders, directory=str(site))))
        playwright = stack.enter_context(sync_playwright())
        self._browser = playwright.chromium.launch(executable_path=require_browser(), args=FLAGS)
        stack.callback(self._browser.close)

    def look(self, name: str) -> Sight:
        """Everything about one page: as it opens, in all views, walked through, used."""
        context = self._browser.new_context(viewport={"width": NARROW, "height": HEIGHT})
        context.set_default_timeout(60_000)
        visit = Visit(context)
        try:
            page = visit.open(f"{self._address}/{name}")
            _wait(page)
            files = tuple(dict.fromkeys(map(self._file, visit.addresses)))
            found = list(_unbroken(self._states(page, context)))
            found += [("hosts", url) for url in visit.foreign]
            found += [("scripts", error) for error in visit.errors]
        finally:
            context.close()
        return Sight(tuple(filter(None, files)), findings_of(found))

    def _file(self, address: str) -> str:
        parts = urlsplit(address)
        return unquote(parts.path).lstrip("/") if address.startswith(self._address) else ""

    def _states(self, page: Any, context: Any) -> Said:
        is_deck = page.evaluate(probes.DECK)
        page.evaluate(self._axe)
        page.evaluate(probes.ALL_LAID_OUT)
        yield from kept(page, context, "opened")
        for look in self._opened:
            yield from in_view(page, look, "opened")
        yield from narrow(page)
        yield from as_readers_set(page)
        if is_deck:
            yield from dialogs(page)
            yield from slides(page, "light", "opened", WHOLE)
        yield from (("feedback", name) for name in page.evaluate(probes.ANSWER_ALL))
        for look in self._used:
            yield from in_view(page, look, "used")
        if is_deck:
            yield from slides(page, "dark", "used", COLOURS)
        yield from kept(page, context, "used")


def _unbroken(said: Said) -> Said:
    """What is said until the browser fails, and that it failed: the other pages go on."""
    from playwright.sync_api import Error

    try:
        yield from said
    except Error as error:
        yield "scripts", f"the examination broke off: {error.message.splitlines()[0]}"


def _wait(page: Any) -> None:
    """Until everything stands there; a page that leads on at once is left for its target."""
    from playwright.sync_api import Error

    for _ in range(3):
        try:
            page.wait_for_load_state("load")
            if page.locator("meta[http-equiv=refresh]").count():
                page.wait_for_url(lambda url: True, wait_until="load")
                page.wait_for_function("() => !document.querySelector('[http-equiv=refresh]')")
            page.wait_for_function(DRAWN)
            if page.evaluate(probes.DECK):
                page.wait_for_function(probes.DECK_READY)
            return
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
    raise CourseError(f"{page.url} leads on again and again.")
