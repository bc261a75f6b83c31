"""One page in Chromium on a slow line: weight, paint, when it can be answered, feedback."""

from __future__ import annotations

import functools
import gzip
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from coursekit.serving import Quiet, served

SLOW_LINE = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.44e6 / 8,
    "uploadThroughput": 0.675e6 / 8,
}
WATCH = """
window.seen = {shift: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput) window.seen.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
const look = () => {
  if (document.querySelector(".mount form button")) window.seen.answerable = performance.now();
  else requestAnimationFrame(look);
};
look();
"""
CLICK = """() => new Promise((resolve) => {
  const form = document.querySelector(".mount form:has(input[type=radio])");
  form.querySelector("fieldset input[type=radio]").click();
  const output = form.querySelector("output");
  const button = [...form.querySelectorAll("button")].find((b) => b.type === "submit");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  }).observe(output, {childList: true, subtree: true});
  button.click();
})"""


class Compressed(Quiet):
    """Serves files as a web server does: texts compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def measure_page(browser: Browser, site: Path, path: str) -> dict[str, float]:
    """Bytes, requests, foreign requests; paint, answerable and feedback in ms; layout shift."""
    with served(functools.partial(Compressed, directory=str(site))) as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        try:
            return _measure(context.new_page(), f"{address}/{path}")
        finally:
            context.close()


def _measure(page: Page, address: str) -> dict[str, float]:
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sent: list[str] = []
    sizes: list[float] = []
    tools.on("Network.requestWillBeSent", lambda event: sent.append(event["request"]["url"]))
    tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("() => window.seen.answerable")
    page.wait_for_load_state("networkidle")
    own = urlsplit(address).netloc
    web = [url for url in sent if url.startswith("http")]
    return {
        "bytes": sum(sizes),
        "requests": len(web),
        "foreign": sum(urlsplit(url).netloc != own for url in web),
        "paint": page.evaluate(
            "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        ),
        "answerable": page.evaluate("window.seen.answerable"),
        "shift": page.evaluate("window.seen.shift"),
        "feedback": page.evaluate(CLICK),
    }
