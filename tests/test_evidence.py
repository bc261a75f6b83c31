"""The evidence of a built site: numbers of each page, for people and for programs."""

from __future__ import annotations

import json
import sys

import pytest

from coursekit.cli import main
from coursekit.markup import markup_faults

from .test_broken import copy_of_tiny
from .test_build import run

SOUND = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>'
    '<link rel="icon" href="i.svg"><script async src="a.js"></script></head>'
    "<body><main><h1>T</h1></main></body></html>"
)
FAULTY = SOUND.replace(
    "</main>",
    '<a href="no.html">x</a><img src="http://example.invalid/"><p><b>x</p></main>',
)
KEEPER = "document.cookie = 'a=1'; localStorage.setItem('b', '1');"
AUDIT = {
    "date": "2026-11-27",
    "tool": "pip-audit 2",
    "files": {"requirements.lock": {"sha256": "0", "packages": 2, "unanswered": 0, "faults": []}},
}


@pytest.fixture
def root(tmp_path):
    root = copy_of_tiny(tmp_path)
    site = root / "_build" / "site"
    (site / "book").mkdir(parents=True)
    (site / "book" / "sound.html").write_text(SOUND, "utf-8")
    (site / "book" / "faulty.html").write_text(FAULTY.replace("a.js", "b.js"), "utf-8")
    (site / "book" / "a.js").write_text("// " + "a" * 4000, "utf-8")
    (site / "book" / "b.js").write_text(KEEPER, "utf-8")
    (site / "book" / "i.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (root / "data" / "package-audit.json").write_text(json.dumps(AUDIT), "utf-8")
    return root


@pytest.mark.browser
def test_every_page_has_its_numbers_and_its_findings(root):
    done = run(root, "evidence", "--quick")  # one Playwright a process
    assert done.returncode == 1 and "2 pages, 1 without a finding" in done.stdout, done.stderr
    told = json.loads((root / "_build/evidence/evidence.json").read_text("utf-8"))
    sound, faulty = told["pages"]["book/sound.html"], told["pages"]["book/faulty.html"]
    assert sound == {"bytes": sound["bytes"], "requests": 3, "findings": {}}
    assert 200 < sound["bytes"] < 500
    found = faulty["findings"]
    assert found["hosts"] == ["http://example.invalid/"]
    assert "image-alt (1; 360 px, light, opened)" in found["axe"][0]
    assert found["files"][0] == "a request to another host: http://example.invalid/"
    assert {"a dead link: no.html", "a picture without alt: http://example.invalid/"} < set(
        found["files"]
    )
    assert found["markup"][0].startswith("</p> while <b> is open")
    assert {"a=1 (opened)", "b (opened)", "a (used)"} <= set(found["kept"])
    assert told["summary"]["found"]["kept"] == 1 and told["summary"]["clean"] == 1
    assert {"axe", "browser", "python", "sphinx"} < told["versions"].keys()
    assert {"name": "PyYAML", "licence": "MIT License"}.items() <= next(
        one for one in told["packages"] if one["name"] == "PyYAML"
    ).items()
    page = (root / "_build/evidence/index.html").read_text("utf-8")
    assert "No person who uses assistive technology" in page and "book/faulty.html" in page
    assert "2 packages in 1 lock files" in page and "Changed since then: requirements.lock" in page
    assert markup_faults(page) == []


def test_what_is_missing_is_said_in_words(root, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "axe_playwright_python.sync_playwright", None)
    assert main(["evidence", "--course", str(root)]) == 1
    assert "needs Playwright and axe" in capsys.readouterr().err


def test_a_pattern_that_fits_no_page_is_told(root, capsys):
    assert main(["evidence", "--course", str(root), "--pages", "nowhere/*"]) == 1
    assert "no page fits nowhere/*.html" in capsys.readouterr().err


def test_a_part_of_the_pages_is_not_recorded_as_the_whole(root, capsys):
    assert main(["evidence", "--course", str(root), "--quick", "--record"]) == 1
    assert "--record tells of all pages" in capsys.readouterr().err
    assert not (root / "data/examined.yml").exists()
