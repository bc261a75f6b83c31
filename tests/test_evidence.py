"""The evidence of a built site: numbers of each page, for people and for programs."""

from __future__ import annotations

import json
import sys

import pytest

from coursekit.cli import main

from .test_broken import copy_of_tiny
from .test_build import run

SOUND = (
    '<!doctype html><html lang="en"><head><title>T</title><link rel="icon" href="data:,">'
    '<script async src="a.js"></script></head><body><main><h1>T</h1></main></body></html>'
)
FAULTY = SOUND.replace(
    "</main>", '<a href="no.html">x</a><img src="http://example.invalid/"></main>'
)


@pytest.fixture
def root(tmp_path):
    root = copy_of_tiny(tmp_path)
    site = root / "_build" / "site"
    (site / "book").mkdir(parents=True)
    (site / "book" / "sound.html").write_text(SOUND, "utf-8")
    (site / "book" / "faulty.html").write_text(FAULTY, "utf-8")
    (site / "book" / "a.js").write_text("// " + "a" * 4000, "utf-8")
    return root


@pytest.mark.browser
def test_every_page_has_its_numbers_and_its_findings(root):
    done = run(root, "evidence", "--quick")  # one Playwright a process
    assert done.returncode == 1 and "2 pages, 1 without a finding" in done.stdout, done.stderr
    told = json.loads((root / "_build/evidence/evidence.json").read_text("utf-8"))
    sound, faulty = told["pages"]["book/sound.html"], told["pages"]["book/faulty.html"]
    assert sound["requests"] == 2 and 150 < sound["bytes"] < 400
    assert not (sound["axe"] or sound["faults"] or sound["foreign"])
    assert faulty["foreign"] == ["http://example.invalid/"]
    assert "image-alt (1, 360 px, light)" in faulty["axe"][0]
    assert {"a dead link: no.html", "a picture without alt: http://example.invalid/"} < set(
        faulty["faults"]
    )
    assert told["summary"]["pages"] == 2 and told["summary"]["clean"] == 1
    assert {"axe", "browser", "python", "sphinx"} < told["versions"].keys()
    page = (root / "_build/evidence/index.html").read_text("utf-8")
    assert "No person who uses assistive technology" in page and "book/faulty.html" in page


def test_what_is_missing_is_said_in_words(root, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "axe_playwright_python.sync_playwright", None)
    assert main(["evidence", "--course", str(root)]) == 1
    assert "needs Playwright and axe" in capsys.readouterr().err


def test_a_pattern_that_fits_no_page_is_told(root, capsys):
    assert main(["evidence", "--course", str(root), "--pages", "nowhere/*"]) == 1
    assert "no page fits nowhere/*.html" in capsys.readouterr().err
