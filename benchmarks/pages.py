"""One page in Chromium on a slow line: weight, paint, when it can be answered, how it responds."""

from __future__ import annotations

import functools
import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

from coursekit.serving import Quiet, served

SLOW_LINE = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.44e6 / 8,
    "uploadThroughput": 0.675e6 / 8,
}
PHONE = {"width": 390, "height": 844}
PATIENCE = 20_000
ANSWERABLE = "answerable"
"""The mark that a page gets when its first question has a button to press."""

WATCH = """
window.seen = {shift: 0, interaction: 0};
const watch = (type, more, note) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
  observer.observe({type, buffered: true, ...more});
};
watch("layout-shift", {}, (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
watch("event", {durationThreshold: 16}, (entry) => {
  if (entry.interactionId) seen.interaction = Math.max(seen.interaction, entry.duration);
});
const look = () => {
  if (document.querySelector("BUTTON")) performance.mark("answerable");
  else requestAnimationFrame(look);
};
look();
"""
OWN_BUTTON = ".mount form button"
MARKED = f"() => performance.getEntriesByName('{ANSWERABLE}')[0]?.startTime"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
TRACED = ("devtools.timeline", "v8", "blink.user_timing")
SCRIPT_WORK = ("EvaluateScript", "FunctionCall", "v8.compile", "v8.run", "FireAnimationFrame")

Result = dict[str, float]


class Compressed(Quiet):
    """Serves files as a web server does: compressed, and again only when they changed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        changed = formatdate(file.stat().st_mtime, usegmt=True)
        is_known = self.headers.get("If-Modified-Since") == changed
        body = b"" if is_known else compressed(file)
        self.send_response(304 if is_known else 200)
        self.send_header("Last-Modified", changed)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if not is_known:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def compressed(file: Path) -> bytes:
    """A file as it goes over the line."""
    return gzip.compress(file.read_bytes(), 6)


@contextmanager
def visiting(browser: Browser, site: Path) -> Iterator[tuple[BrowserContext, str]]:
    """A browser that was never here, and the address of the site."""
    with served(functools.partial(Compressed, directory=str(site))) as address:
        context = browser.new_context(viewport=PHONE)
        try:
            yield context, address
        finally:
            context.close()


def measure_page(browser: Browser, site: Path, path: str, button: str = OWN_BUTTON) -> Result:
    """What the first view of a page costs; times in ms, sizes in bytes.

    `answerable` is missing where `button`, which answers a question, did not come in time.
    """
    with visiting(browser, site) as (context, address):
        page = context.new_page()
        page.add_init_script(WATCH.replace("BUTTON", button))
        line = _Line(page)
        browser.start_tracing(page=page, categories=list(TRACED))
        found: Result = {}
        try:
            page.goto(f"{address}/{path}", wait_until="commit")
            page.wait_for_function(MARKED, timeout=PATIENCE)
            found[ANSWERABLE] = page.evaluate(MARKED)
        except Error:
            pass  # a page that never gets there has no such time
        page.wait_for_load_state("networkidle")
        events = json.loads(browser.stop_tracing())["traceEvents"]
        found |= line.result(address)
        found["paint"] = page.evaluate(PAINT)
        if ANSWERABLE in found:
            found["script"] = script_work(events)
        found["heap"] = _heap(page)
        if ANSWERABLE in found and button == OWN_BUTTON:
            found["interaction"] = interaction(page)
        return found | {"shift": page.evaluate("seen.shift")}


def measure_second(browser: Browser, site: Path, first: str, path: str) -> Result:
    """Bytes and requests of a page for someone who comes from another one."""
    with visiting(browser, site) as (context, address):
        page = context.new_page()
        page.goto(f"{address}/{first}", wait_until="networkidle")
        line = _Line(page)
        page.goto(f"{address}/{path}", wait_until="networkidle")
        return {f"second {key}": value for key, value in line.result(address).items()}


class _Line:
    """The slow line and the slow processor of a page, and what went over the line."""

    def __init__(self, page: Page) -> None:
        self.sent: list[str] = []
        self.sizes: list[float] = []
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW_LINE)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        tools.on(
            "Network.requestWillBeSent", lambda event: self.sent.append(event["request"]["url"])
        )
        tools.on(
            "Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"])
        )

    def result(self, address: str) -> Result:
        web = [url for url in self.sent if url.startswith("http")]
        own = urlsplit(address).netloc
        foreign = sum(urlsplit(url).netloc != own for url in web)
        return {"bytes": sum(self.sizes), "requests": len(web), "foreign": foreign}


def script_work(events: list[dict]) -> float:
    """Milliseconds of JavaScript up to the first answer."""
    end = min(event["ts"] for event in events if event.get("name") == ANSWERABLE)
    spans = sorted(
        (event["ts"], event["ts"] + event.get("dur", 0))
        for event in events
        if event.get("name") in SCRIPT_WORK and event.get("ph") == "X" and event["ts"] < end
    )
    total, reached = 0.0, 0.0
    for start, stop in spans:  # one may lie in another
        total += max(0.0, min(stop, end) - max(start, reached))
        reached = max(reached, stop)
    return total / 1000


def _heap(page: Page) -> float:
    tools = page.context.new_cdp_session(page)
    tools.send("HeapProfiler.collectGarbage")
    return tools.send("Runtime.getHeapUsage")["usedSize"]


def interaction(page: Page) -> float:
    """The slowest of the interactions with a question: until the next paint, in ms."""
    choice = page.locator(".mount form fieldset label:has(input[type=radio]):visible").first
    choice.scroll_into_view_if_needed()
    page.evaluate("seen.interaction = 0")
    choice.click()
    choice.locator("xpath=ancestor::form").locator("button[type=submit]").click()
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    return page.evaluate("seen.interaction")
