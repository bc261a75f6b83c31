"""What a page of the site weighs on the line, and that it has the words its scripts ask for."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path

import pytest

from coursekit.bundle import labels, script
from coursekit.hosts.needs import SCRIPTS
from coursekit.script_labels import labels_for, needed_in

from .conftest import the_course

MOST, MOST_WITH_CHARTS = 85_000, 120_000
MOST_REQUESTS = 12
MOST_OF_THE_PAGE = 48_000
"""The page without its files: what comes over the line for who has been on another one."""

LECTURES = [page.id for page in the_course().pages if page.id.endswith("/lecture")]
_LOADED = re.compile(r'<(?:script|img|link)\b[^>]*?\s(?:src|href)="([^"#?:]+)')
_LABELS = re.compile(r'id="coursekit-labels">(.*?)</script>', re.DOTALL)


@cache
def sent(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 6))


@pytest.mark.parametrize("prefix", ["", "ro/", "it/"])
@pytest.mark.parametrize("name", LECTURES)
def test_a_lecture_is_light(course_site: Path, prefix: str, name: str):
    page = course_site / prefix / f"{name}.html"
    text = page.read_text("utf-8")
    files = {(page.parent / found).resolve() for found in _LOADED.findall(text)}
    most = MOST_WITH_CHARTS if 'data-widget="chart"' in text else MOST
    assert sent(page) + sum(map(sent, files)) <= most
    assert 1 + len(files) <= MOST_REQUESTS
    assert sent(page) <= MOST_OF_THE_PAGE


def test_a_page_has_the_words_of_its_scripts_and_few_others(course_site: Path):
    page = (course_site / f"{LECTURES[0]}.html").read_text("utf-8")
    found = _LABELS.search(page)
    assert found
    words = json.loads(found[1])
    assert labels_for("host-static").items() <= words.items()
    assert len(words) < len(labels()) / 4


def test_a_script_needs_the_labels_that_it_names_or_begins_or_ends():
    known = frozenset({"check", "sure1", "sure2", "spLate", "spLateOne", "gap-a", "other"})
    assert needed_in("labels.check", known) == {"check"}
    assert needed_in("labels[`sure${level}`]", known) == {"sure1", "sure2"}
    both = 'const key = "spLate"; labels[n === 1 ? `${key}One` : key]'
    assert needed_in(both, known) == {"spLate", "spLateOne"}
    assert needed_in('const names = { a: "gap-a" };', known) == {"gap-a"}


def test_a_page_has_the_words_of_what_its_scripts_fetch_later():
    assert labels_for("host-board").keys() <= labels_for("host-workbook").keys()
    assert '"host-board.js"' in script("host-workbook.js")


@pytest.mark.parametrize("name", SCRIPTS)
def test_names_of_labels_are_put_together_in_ways_that_are_known(name: str):
    """A name made of two texts that are both not in the script would not be found."""
    text = script(f"{name}.js")
    assert not re.findall(r"labels\[[^\]]*\+", text)
    assert not re.findall(r"labels\[`\$\{\w+\}`\]|labels\[`\$\{[^`]*\}[-a-z]*\$\{", text)
