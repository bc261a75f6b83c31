"""Measure the course and print tables: `python benchmarks/run.py [builds|pages|search] [--write]`.

Builds run in a copy of the course. Pages are measured in Chromium with a cold cache on a slow
line (562.5 ms latency, 1.44 Mbit/s down: "Slow 4G" of Chromium's tools) and a processor slowed
down 4 times, medians of `--runs`; with them, pages of others. `--site` names a site that is built.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build_times import build_table  # noqa: E402
from pages import ANSWERABLE, Result, measure_page, measure_second  # noqa: E402
from peers import BEFORE, PEERS, build_peers  # noqa: E402
from processes import run  # noqa: E402
from report import write_section  # noqa: E402
from search_speed import search_table  # noqa: E402
from tests.conftest import CHROMIUM_FLAGS, NOT_COPIED  # noqa: E402

from coursekit.browsing import find_browser  # noqa: E402

PARTS = ("builds", "pages", "search")
RUNS = 3
COLUMNS = (
    (ANSWERABLE, "answerable", "1.2 s", lambda n: f"{n / 1000:.2f} s"),
    ("paint", "first paint", "1.0 s", lambda n: f"{n / 1000:.2f} s"),
    ("bytes", "first view", "85 kB", lambda n: f"{n / 1000:.0f} kB"),
    ("requests", "requests", "12", lambda n: f"{n:.0f}"),
    ("foreign", "to other hosts", "0", lambda n: f"{n:.0f}"),
    ("second bytes", "second view", "30 kB", lambda n: f"{n / 1000:.0f} kB"),
    ("shift", "shift", "0.02", lambda n: f"{n:.3f}"),
    ("interaction", "interaction", "100 ms", lambda n: f"{n:.0f} ms"),
    ("script", "script work", "100 ms", lambda n: f"{n:.0f} ms"),
    ("heap", "heap", "3 MB", lambda n: f"{n / 1e6:.1f} MB"),
)
"""What is measured, its name in the table, its target, how it is shown."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--site", type=Path, help="a built site; else the course is built")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tables(options, Path(folder)):
            print(f"\n{name}\n\n{text}", flush=True)
            if options.write:
                write_section(name, text)


def tables(options: argparse.Namespace, folder: Path):
    course = folder / "course"
    if "builds" in options.parts or not options.site:
        shutil.copytree(ROOT, course, ignore=NOT_COPIED)
    if "builds" in options.parts:
        yield "builds", build_table(course)
    elif not options.site:
        run(course, "build")
    site = options.site or course / "_build" / "site"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS)
        if "pages" in options.parts:
            yield "pages", page_table(browser, site, folder, options.runs)
        if "search" in options.parts:
            yield "search", search_table(browser, site, options.runs)
        browser.close()


def page_table(browser: Browser, site: Path, folder: Path, runs: int) -> str:
    """Every lecture, those of others, and how many times more those take."""
    names = ["book/welcome", *sorted(lectures(site))]
    found = {}
    for before, name in zip([names[-1], *names], names, strict=False):
        path, first = f"{name}.html", f"{before}.html"
        found[name] = middle(lambda path=path: measure_page(browser, site, path), runs)
        found[name] |= middle(lambda f=first, p=path: measure_second(browser, site, f, p), runs)
    lines = [row("page", [column for _, column, _, _ in COLUMNS]), row("---", ["---:"] * 10)]
    lines.append(row("target", [target for _, _, target, _ in COLUMNS]))
    lines += [row(short(name), shown(result)) for name, result in found.items()]
    del found["book/welcome"]
    keys = {key for result in found.values() for key in result}
    own = {key: statistics.median(one[key] for one in found.values()) for key in keys}
    lines.append(row("**a lecture, median**", shown(own)))
    return "\n".join([*lines, *peer_rows(browser, folder, runs, own)])


def peer_rows(browser: Browser, folder: Path, runs: int, own: Result) -> list[str]:
    pages = build_peers(folder)
    if not pages:
        return ["", "The pages of others could not be built: no network."]
    lines, notes = [], []
    for name, (_, button, earlier) in PEERS.items():
        path = f"{name}.html"
        one = middle(lambda p=path, b=button: measure_page(browser, pages, p, b), runs)
        lines.append(row(f"default page, {name}", shown(one)))
        ratios = [f"{one[key] / own[key]:.1f}" if one.get(key) and own[key] else ""
                  for key, *_ in COLUMNS]  # fmt: skip
        lines.append(row("… times a lecture", ratios))
        if ANSWERABLE not in one:
            notes.append(
                f"`{name}` could not be answered: {one['foreign']:.0f} scripts of other hosts were "
                f"out of reach. Earlier ({BEFORE}) it took {earlier / 1000:.1f} s, "
                f"{earlier / own[ANSWERABLE]:.1f} times a lecture."
            )
    return [*lines, "", *notes]


def lectures(site: Path) -> list[str]:
    files = site.glob("modules/*/lecture.html")
    return [file.relative_to(site).with_suffix("").as_posix() for file in files]


def middle(measure: Callable[[], Result], runs: int) -> Result:
    results = [measure() for _ in range(runs)]
    return {key: statistics.median(one[key] for one in results) for key in results[0]}


def shown(result: Result) -> list[str]:
    return [show(result[key]) if key in result else "–" for key, _, _, show in COLUMNS]


def short(name: str) -> str:
    return name.removeprefix("modules/").removesuffix("/lecture").removeprefix("book/")


def row(first: str, cells: list[str]) -> str:
    return f"| {first} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
