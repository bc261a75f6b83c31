"""How long builds of the course take: cold, again, and until `serve` shows a change."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from processes import run, start

QUESTIONS = "modules/people-words-duties/questions.yml"
LECTURE = "modules/people-words-duties/lecture.html"
TRANSLATIONS = "locale/ro/people-words-duties.po"
SEEN = "Seen just now."
"""Words without a figure: the course would be right to refuse one that is typed."""

Row = tuple[str, str, str, str]


def build_table(course: Path) -> str:
    """Cold build, rebuild without and with a change, and the change as `serve` shows it."""
    cold = run(course, "build")
    pages = len(list((course / "_build" / "site").rglob("*.html")))
    again = run(course, "build")
    change(course, "Changed. ")
    changed = run(course, "build")
    question = served(course, LECTURE, change)
    translation = served(course, f"ro/{LECTURE}", translate)
    rows: list[Row] = [
        ("cold, with execution", f"{cold.waited:.0f} s", f"{cold.processor:.0f} s", "240 s"),
        (f"… for each of {pages} pages", "", f"{cold.processor / pages:.2f} s", ""),
        ("… most memory, all processes", f"{cold.peak / 1e6:.0f} MB", "", "1,500 MB"),
        ("again, nothing changed", f"{again.waited:.2f} s", f"{again.processor:.2f} s", "2 s"),
        ("one question changed", f"{changed.waited:.1f} s", f"{changed.processor:.1f} s", ""),
        ("… until `serve` hands it out", f"{question:.1f} s", "", "3 s"),
        ("a translation, until `serve` does", f"{translation:.1f} s", "", "3 s"),
    ]
    lines = ["| build | waited | processor | target |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


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


def served(course: Path, address: str, alter: Callable[[Path, str], None]) -> float:
    """Seconds from saving a text to the page that `serve` hands out with it."""
    process = start(course, "serve", "--no-browser")
    assert process.stdout
    process.stdout.readline()
    page = course / "_build" / "site" / address
    time.sleep(1)
    assert SEEN not in _text(page)
    begun = time.monotonic()
    alter(course, SEEN + " ")
    while SEEN not in _text(page):
        time.sleep(0.02)
        if time.monotonic() - begun > 60:
            raise SystemExit("serve did not show the change within a minute")
    spent = time.monotonic() - begun
    process.terminate()
    process.wait()
    return spent


def _text(page: Path) -> str:
    try:
        return page.read_text("utf-8")
    except FileNotFoundError:
        return ""
