"""Measure the course and print a table: `python benchmarks/run.py [--tests] [--write]`.

Builds run in a copy of the course. Pages are measured in Chromium with a cold cache on a slow
line (562.5 ms latency, 1.44 Mbit/s down: "Slow 4G" of Chromium's tools) and a processor slowed
down 4 times.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pages import measure_page  # noqa: E402
from tests.conftest import CHROMIUM_FLAGS, NOT_COPIED  # noqa: E402

from coursekit.browsing import find_browser  # noqa: E402

QUESTIONS = "modules/people-words-duties/questions.yml"
LECTURE = "modules/people-words-duties/lecture.html"
TRANSLATIONS = "locale/ro/people-words-duties.po"
RUNS = 3

Row = tuple[str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="time the whole test run as well")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        shutil.copytree(ROOT, course, ignore=NOT_COPIED)
        rows = build_rows(course) + page_rows(course)
    if options.tests:
        rows.append(test_row())
    text = table(rows)
    print(text)
    if options.write:
        write(text)


def build_rows(course: Path) -> list[Row]:
    """Cold build, rebuild without and with a change, and the change as `serve` shows it."""
    memory = Memory()
    cold = seconds(lambda: memory.watch(command(course, "build")))
    pages = len(list((course / "_build" / "site").rglob("*.html")))
    unchanged = statistics.median(seconds(lambda: run(course, "build")) for _ in range(RUNS))
    changed = statistics.median(seconds(lambda n=n: run_changed(course, n)) for n in range(RUNS))
    return [
        ("Cold build with execution", f"{cold:.1f} s", ""),
        ("… for each of its pages", f"{cold / pages:.2f} s ({pages} pages)", ""),
        ("… most memory, all processes", f"{memory.peak / 1e6:.0f} MB", "1,000 MB"),
        ("Rebuild, nothing changed", f"{unchanged:.2f} s", "2 s"),
        ("Rebuild, one question changed", f"{changed:.2f} s", ""),
        ("… until `serve` hands it out", f"{served(course, LECTURE, change):.2f} s", "3 s"),
        ("A translation, until `serve` does", f"{served(course, *TRANSLATED):.2f} s", "5 s"),
    ]


def page_rows(course: Path) -> list[Row]:
    """The first view of the lecture on a slow line, and the way from a click to its feedback."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS)
        results = [measure_page(browser, course / "_build" / "site", LECTURE) for _ in range(RUNS)]
        browser.close()
    middle = {key: statistics.median(r[key] for r in results) for key in results[0]}
    return [
        ("Lecture, first view, compressed", f"{middle['bytes'] / 1000:.1f} kB", "250 kB"),
        (
            "… requests / to other hosts",
            f"{middle['requests']:.0f} / {middle['foreign']:.0f}",
            "– / 0",
        ),
        ("… first contentful paint", f"{middle['paint'] / 1000:.2f} s", ""),
        ("… a question can be answered", f"{middle['answerable'] / 1000:.2f} s", "2 s"),
        ("… layout shift", f"{middle['shift']:.3f}", ""),
        ("Click to feedback", f"{middle['feedback']:.0f} ms", "100 ms"),
    ]


def test_row() -> Row:
    spent = seconds(lambda: subprocess.run([sys.executable, "course.py", "test"], cwd=ROOT))
    return ("Whole test run", f"{spent:.0f} s", "1,800 s")


def command(course: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "coursekit", *words],
        cwd=course,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def run(course: Path, *words: str) -> None:
    process = command(course, *words)
    process.communicate()
    if process.returncode:
        raise SystemExit(f"coursekit {' '.join(words)} failed in {course}")


def run_changed(course: Path, number: int) -> None:
    change(course, f"Changed for the {number}th time. ")
    run(course, "build")


def change(course: Path, words: str) -> None:
    """Put words in front of the first explanation."""
    file = course / QUESTIONS
    file.write_text(
        file.read_text("utf-8").replace('explanation: "', f'explanation: "{words}', 1), "utf-8"
    )


def translate(course: Path, words: str) -> None:
    """Put words in front of the first explanation in Romanian."""
    file = course / TRANSLATIONS
    before, found, after = file.read_text("utf-8").partition('/explanation"\n')
    said = after.replace('msgstr "', f'msgstr "{words}', 1)
    file.write_text(before + found + said, "utf-8")


TRANSLATED = (f"ro/{LECTURE}", translate)


def served(course: Path, address: str, alter: Callable[[Path, str], None]) -> float:
    """Seconds from saving a text to the page that `serve` hands out with it."""
    process = command(course, "serve", "--no-browser")
    assert process.stdout
    process.stdout.readline()
    page = course / "_build" / "site" / address
    time.sleep(1)
    words = f"Seen at {time.time():.3f}."
    start = time.monotonic()
    alter(course, words + " ")
    while words not in _text(page):
        time.sleep(0.02)
        if time.monotonic() - start > 60:
            raise SystemExit("serve did not show the change within a minute")
    spent = time.monotonic() - start
    process.terminate()
    process.wait()
    return spent


def _text(page: Path) -> str:
    try:
        return page.read_text("utf-8")
    except FileNotFoundError:
        return ""


class Memory:
    """The most memory that a process and its children held together, in bytes."""

    def __init__(self) -> None:
        self.peak = 0

    def watch(self, process: subprocess.Popen[bytes]) -> None:
        thread = threading.Thread(target=self._sample, args=(process,))
        thread.start()
        process.communicate()
        thread.join()

    def _sample(self, process: subprocess.Popen[bytes]) -> None:
        import psutil

        root = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                family = [root, *root.children(recursive=True)]
                self.peak = max(self.peak, sum(p.memory_info().rss for p in family))
            except psutil.Error:
                pass
            time.sleep(0.05)


def seconds(work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start


def table(rows: list[Row]) -> str:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    lines = [f"Measured on {time.strftime('%Y-%m-%d')}: {machine}.", ""]
    lines += ["| what | measured | target |", "| --- | ---: | ---: |"]
    lines += [f"| {what} | {measured} | {target} |" for what, measured, target in rows]
    return "\n".join(lines)


def write(text: str) -> None:
    file = Path(__file__).with_name("README.md")
    before, _, rest = file.read_text("utf-8").partition("<!-- table -->\n")
    after = rest.partition("<!-- end -->")[2]
    file.write_text(f"{before}<!-- table -->\n{text}\n<!-- end -->{after}", "utf-8")


if __name__ == "__main__":
    main()
