"""Build courses of many pages without execution: `python benchmarks/synthetic.py [100 1000 5000]`.

A course has the settings of the tiny one and as many pages of text as wanted, in parts of twenty,
each with headings, lists, a table and links to two other pages. Words are drawn from a made-up
vocabulary, few of them often and many seldom. Prints a table; `--write` puts it into README.md,
and a drawing beside it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drawing import drawn  # noqa: E402
from processes import Used, run  # noqa: E402
from report import write_section  # noqa: E402

TINY = ROOT / "tests" / "courses" / "tiny"
SIZES = (100, 1000, 5000)
A_PART = 20
SYLLABLES = [first + second for first in "bdgklmnprstvz" for second in "aeiou"]
KEPT = ("glossary.yml", "sources.yml", "wording.yml")
"""Of the data of the tiny course: what every course has."""
TARGET = 0.06
"""Seconds a page."""


@dataclass(frozen=True)
class Built:
    """A course of so many pages, and what building it took."""

    pages: int
    used: Used
    output: int
    index: int

    @property
    def per_page(self) -> float:
        return self.used.processor / self.pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    found = [build(size) for size in options.sizes]
    text = table(found)
    print(text)
    if options.write:
        write_section("synthetic", text)
        Path(__file__).with_name("synthetic.svg").write_text(curves(found), "utf-8")


def build(pages: int) -> Built:
    """A cold build of a course with so many pages."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        make_course(course, pages)
        used = run(course, "build")
        site = course / "_build" / "site"
        files = [file for file in site.rglob("*") if file.is_file()]
        index = site / "_static" / "search" / "index.js"
        return Built(
            len(list(site.rglob("*.html"))),
            used,
            sum(file.stat().st_size for file in files),
            index.stat().st_size,
        )


def make_course(course: Path, pages: int) -> None:
    """A course with about so many pages; nothing in it has to be run."""
    shutil.copytree(TINY, course, ignore=shutil.ignore_patterns("_build"))
    for name in ("modules", "exercises", "solutions"):
        shutil.rmtree(course / name)
    keep_texts_only(course)
    draw = random.Random(pages)
    vocabulary = [word(draw) for _ in range(6000)]
    names = [f"book/text/part-{n // A_PART + 1:03}/page-{n + 1:05}" for n in range(pages)]
    for name in names:
        file = course / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(draw, vocabulary, name, draw.sample(names, 2)), "utf-8")
    parts = [names[n : n + A_PART] for n in range(0, pages, A_PART)]
    toc = {"format": "jb-book", "root": "book/welcome", "parts": [
        {"caption": f"Part {n + 1}", "chapters": [{"file": name} for name in part]}
        for n, part in enumerate(parts)
    ]}  # fmt: skip
    (course / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), "utf-8")


def keep_texts_only(course: Path) -> None:
    """Of `book/` only the welcome, in words that need no data."""
    for file in (course / "book").iterdir():
        file.unlink() if file.is_file() else shutil.rmtree(file)
    (course / "book" / "welcome.md").write_text("# A course of many pages\n\nFor measuring.\n")
    for file in (course / "data").iterdir():
        if file.name not in KEPT:
            file.unlink() if file.is_file() else shutil.rmtree(file)


def word(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=draw.choice((2, 3, 3, 4))))


def page(draw: random.Random, vocabulary: list[str], name: str, others: list[str]) -> str:
    """About 600 words under five headings."""

    def text(words: int) -> str:
        # As in a language, few words are frequent and many are rare.
        picked = [vocabulary[int(len(vocabulary) * draw.random() ** 3)] for _ in range(words)]
        return " ".join(picked).capitalize() + "."

    lines = [f"# {name.rpartition('/')[2].replace('-', ' ').capitalize()}", "", text(60), ""]
    for _ in range(4):
        lines += [f"## {text(4)}", "", text(70), "", text(50), ""]
        lines += [f"- {text(8)}" for _ in range(3)]
        lines += [""]
    lines += ["| A | B |", "| --- | --- |", *(f"| {text(3)} | {text(5)} |" for _ in range(5)), ""]
    up = "../" * name.count("/")
    lines += [f"See [the other page]({up}{other}.md)." for other in others]
    return "\n".join(lines) + "\n"


def table(found: list[Built]) -> str:
    """What every size took, and how a page of each compares with the smallest."""
    first = found[0].per_page
    lines = [
        "| pages | processor | a page | to the first | waited | memory | site | search index |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in found:
        lines.append(
            f"| {one.pages:,} | {one.used.processor:.1f} s | {one.per_page:.3f} s | "
            f"{one.per_page / first:.2f} | {one.used.waited:.1f} s | "
            f"{one.used.peak / 1e6:,.0f} MB | {one.output / 1e6:,.1f} MB | "
            f"{one.index / 1e3:,.0f} kB |"
        )
    return "\n".join(lines)


def curves(found: list[Built]) -> str:
    """Time, memory, output and search index over the number of pages."""
    pages = [one.pages for one in found]
    return drawn(
        pages,
        {
            "seconds of the processor": [one.used.processor for one in found],
            "most memory, MB": [one.used.peak / 1e6 for one in found],
            "site, MB": [one.output / 1e6 for one in found],
            "search index, kB": [one.index / 1e3 for one in found],
        },
    )


if __name__ == "__main__":
    main()
