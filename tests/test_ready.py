"""The report that a mayor's office needs: what is missing, too old, not confirmed, odd."""

from __future__ import annotations

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest

from coursekit.checks import load_sound_course
from coursekit.cli import main
from coursekit.ready import report_on
from coursekit.render_ready import ready_csv, ready_html, ready_text

from .test_broken import apply
from .test_towns import root  # noqa: F401

STANDARD = """\
institutions:
  town-hall: {role: "The town hall", essential: true}
  press-office: {role: "The press office"}
services:
  language-course: {role: "A language course"}
"""
TODAY = date(2026, 12, 1)


@pytest.fixture
def town(root):  # noqa: F811
    apply(root, {"write": "data/town-standard.yml", "text": STANDARD})
    return root


def states(root, today=TODAY) -> list[tuple[str, str, bool]]:  # noqa: F811
    report = report_on(load_sound_course(root), today)
    return [
        (finding.state, item.title, finding.blocks)
        for item in report.items
        for finding in item.findings
        if item.part in ("Offices in town", "Services", "In the whole country", "Law")
    ]


def test_every_state_is_told_with_the_entry_that_it_is_about(town):
    assert states(town) == [
        ("missing", "The press office", False),
        ("unknown", "Where everybody can ask", False),
        ("unknown", "School places", False),
        ("missing", "A language course", False),
        ("unverified", "Stay", False),
    ]


def test_what_is_essential_blocks(town):
    apply(town, {"in": "towns/x/town.yml", "replace": '    phone: "+40 241 000 000"\n', "with": ""})
    assert ("missing", "Where everybody can ask", True) in states(town)
    assert main(["ready", "--course", str(town), "--today", "2026-12-01"]) == 1


def test_an_old_entry_is_stale_from_the_day_after_its_review(town):
    change = {"in": "towns/x/town.yml", "replace": "2032-06", "with": "2026-11"}
    apply(town, change)
    assert ("stale", "Where everybody can ask", False) in states(town, date(2026, 12, 1))
    assert ("stale", "Where everybody can ask", False) not in states(town, date(2026, 11, 30))


def test_a_number_that_cannot_be_dialled_is_odd(town):
    apply(town, {"in": "towns/x/town.yml", "replace": "+40 241 000 000", "with": "ask inside"})
    assert ("format", "Where everybody can ask", False) in states(town)


def test_the_share_counts_whole_entries(town):
    report = report_on(load_sound_course(town), TODAY)
    whole = [item for item in report.items if not item.findings]
    assert report.complete == len(whole) and report.percent == 100 * len(whole) // len(report.items)
    assert f"{report.complete} of {len(report.items)} entries are complete" in ready_text(report)


class Tags(HTMLParser):
    """Every tag is closed in the order in which it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_command_writes_text_a_page_and_a_table(town, tmp_path, capsys):
    apply(town, {"in": "towns/x/town.yml", "replace": "School places", "with": "Schools & <more>"})
    page, table = tmp_path / "ready.html", tmp_path / "ready.csv"
    words = ["ready", "x", "--course", str(town), "--html", str(page), "--csv", str(table)]
    assert main([*words, "--today", "2026-12-01"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Constanta: ready for the course\n") and "Not confirmed (1)" in told

    html = page.read_text("utf-8")
    tags = Tags()
    tags.feed(html)
    assert not tags.open and tags.seen.count("h1") == tags.seen.count("main") == 1
    assert html.startswith("<!doctype html>") and '<html lang="en">' in html
    assert "Schools &amp; &lt;more&gt;" in html and "http" not in html

    text = table.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    report = report_on(load_sound_course(town), TODAY)
    assert len(rows) == sum(max(len(item.findings), 1) for item in report.items)
    assert {row["state"] for row in rows} >= {"complete", "missing", "unknown", "unverified"}


def test_a_report_without_anything_to_do_has_no_table(town):
    report = report_on(load_sound_course(town), TODAY)
    done = type(report)(report.town, report.today, ())
    assert "<table" not in ready_html(done) and ready_csv(done).count("\n") == 1


def test_a_town_with_faults_is_told_them_instead(town, capsys):
    apply(town, {"in": "towns/x/town.yml", "replace": "    role:", "with": "    rolle:"})
    assert main(["ready", "--course", str(town)]) == 1
    assert "towns/x/town.yml:8" in capsys.readouterr().err
