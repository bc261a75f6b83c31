"""The accessibility statement: for every town, honest, and nothing that nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

from coursekit.bundle import labels
from coursekit.checks import check_course
from coursekit.content.course import load_course
from coursekit.content.towns import towns_of
from coursekit.evidence.model import Evidence, Result
from coursekit.evidence.record import record
from coursekit.facts import last_day
from coursekit.render_statement import PARTS, STATEMENT_PAGE, statement_html, whole_statement

from .conftest import ROOT, the_course
from .test_broken import apply, copy_of_tiny

MODEL = (
    "## Compliance status",
    "## Non-accessible content",
    "## Preparation of this statement",
    "## Feedback and contact",
    "## Enforcement procedure",
)
"""The headings of the model in the annex of Decision (EU) 2018/1523, in its order."""

STATEMENT = """\
status: partially
standard: "WCAG 2.2"
prepared: "2026-11-27"
reviewed: "2026-11-27"
review: "2027-11"
source: census
method: ["By hand."]
gaps:
  pdf: {part: "PDF", why: "Not tried.", instead: "The page.", reason: untested}
"""


def test_the_page_has_the_parts_of_the_model_in_its_order():
    text = the_course().documents[STATEMENT_PAGE]
    places = [text.index(heading) for heading in MODEL]
    assert places == sorted(places)
    for part in PARTS:
        assert f"{{accessibility-statement}} {part}\n" in text


def test_it_claims_no_more_than_was_done():
    course = the_course()
    status = statement_html(course, "status")
    assert "<strong>partially compliant</strong>" in status and "WCAG) 2.2" in status
    assert "No person who uses a screen reader" in statement_html(course, "preparation")
    for reason in ("fault", "untested", "others"):
        assert labels()["accessibilityInstead"] in statement_html(course, reason)
    assert last_day(course.statement.review) >= date(2027, 11, 30)


@pytest.mark.parametrize("town", towns_of(ROOT))
def test_every_town_has_a_body_to_turn_to_and_an_office_for_remarks(town):
    course = load_course(ROOT, town)[0]
    enforcement = statement_html(course, "enforcement")
    assert {"ro": "(ADR)", "it": "(AgID)"}[course.local.town.country] in enforcement
    assert "Source: " in enforcement and "to-add" not in whole_statement(course)
    preview = whole_statement(course, preview=True)
    is_known = "accessibility" in course.local.town.institutions
    assert (labels()["accessibilityAddFeedback"] in preview) is not is_known


def test_what_is_not_known_is_asked_for_in_the_preview_alone(tmp_path):
    root = copy_of_tiny(tmp_path)
    apply(root, {"write": "data/accessibility.yml", "text": STATEMENT})
    course, problems = check_course(root)
    assert problems == []
    assert "Not tried." in statement_html(course, "untested")
    assert statement_html(course, "enforcement") == statement_html(course, "feedback") == ""
    preview = whole_statement(course, preview=True)
    assert labels()["accessibilityAddEnforcement"] in preview
    assert labels()["accessibilityAddFeedback"] in preview


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: partially", "status: fully", "'fully' is not known here"),
        ("reason: untested", "reason: none", "'none' is not known here"),
        ("source: census", "source: cens", "there is no source 'cens'"),
    ],
)
def test_faults_of_the_file_are_told(tmp_path, old, new, said):
    root = copy_of_tiny(tmp_path)
    apply(root, {"write": "data/accessibility.yml", "text": STATEMENT.replace(old, new)})
    problems = check_course(root)[1]
    assert [said in str(problem) for problem in problems] == [True], problems


def test_it_tells_what_the_last_whole_run_found(tmp_path):
    root = copy_of_tiny(tmp_path)
    apply(root, {"write": "data/accessibility.yml", "text": STATEMENT})
    results = [
        Result("book/a.html", 3, 9000, {"spacing": ("cut",)}),
        Result("book/b.html", 3, 9000, {}),
    ]
    versions = {"axe": "4.12.1", "browser": "156"}
    record(Evidence("T", date(2026, 11, 27), "", "usual", (), versions, results), root)
    course, problems = check_course(root)
    assert problems == []
    told = statement_html(course, "preparation")
    assert "27 November 2026" in told and "all 2 pages" in told and "axe 4.12.1" in told
    assert "spaced wider: pages where it is not so: 1" in told
    assert "another host: so on every page" in told
    fault = statement_html(course, "fault")
    assert "(WCAG 1.4.12 Text Spacing)" in fault and "Pages where it is not so (1): book/a" in fault


def test_a_course_without_a_statement_shows_nothing(tmp_path):
    course = load_course(copy_of_tiny(tmp_path))[0]
    assert whole_statement(course, preview=True).strip() == ""
