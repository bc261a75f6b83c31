"""From a key in the search field to the first result, and what the index weighs."""

from __future__ import annotations

import gzip
import statistics
from pathlib import Path

from pages import visiting
from playwright.sync_api import Browser

WORDS = {"": "migration", "ro/": "migratie", "it/": "migrazione"}
TYPED = """(words) => new Promise((resolve) => {
  const field = document.querySelector("#search-words");
  const list = document.querySelector("#search-results");
  const begun = performance.now();
  const look = () => {
    const found = list.querySelector("a")?.textContent;
    if (found) resolve(performance.now() - begun);
    else setTimeout(look);
  };
  field.value = words;
  field.form.requestSubmit();
  look();
})"""


def search_table(browser: Browser, site: Path, runs: int) -> str:
    lines = ["| language | first result | target | index, compressed | target |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    for prefix, words in WORDS.items():
        index = (site / prefix / "_static" / "search" / "index.js").read_bytes()
        spent = statistics.median(first_result(browser, site, prefix, words) for _ in range(runs))
        size = len(gzip.compress(index, 9)) / 1000
        lang = prefix.rstrip("/") or "en"
        lines.append(f"| {lang} | {spent:.0f} ms | 100 ms | {size:.0f} kB | 100 kB |")
    return "\n".join(lines)


def first_result(browser: Browser, site: Path, prefix: str, words: str) -> float:
    """Milliseconds on a processor slowed down 4 times, when the page and its index are there."""
    with visiting(browser, site) as (context, address):
        page = context.new_page()
        page.goto(f"{address}/{prefix}search.html", wait_until="networkidle")
        tools = context.new_cdp_session(page)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        return page.evaluate(TYPED, words)
