"""Tests over the whole course: read from data/tests.yml, made ready for a page in book/."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coursekit import progress
from coursekit.checks import load_sound_course
from coursekit.course_tests import DrawnTest, FormsTest
from coursekit.errors import ContentProblems, CourseError
from coursekit.render import catalogue
from coursekit.render_tests import seen_from_book, test_data, test_html

from .conftest import TINY
from .test_broken import apply, copy_of_tiny

test_data.__test__ = test_html.__test__ = False  # functions of the course, not of this file


@pytest.fixture(scope="module")
def course():
    return load_sound_course(TINY)


def test_tests_are_read(course):
    assert isinstance(course.tests["end"], FormsTest) and course.tests["end"].after == "start"
    final = course.tests["final"]
    assert isinstance(final, DrawnTest) and (final.draw, final.bank, final.mark) == (4, "final", 70)


def test_a_course_without_tests_needs_no_file(tmp_path):
    root = copy_of_tiny(tmp_path)
    (root / "data" / "tests.yml").unlink()
    for page in ("before", "after", "final-test"):
        apply(root, {"delete": f"book/{page}.ipynb"})
        apply(root, {"in": "_toc.yml", "replace": f"      - file: book/{page}\n", "with": ""})
    file = root / "modules/reading-numbers/questions.yml"
    text = file.read_text("utf-8")
    for name in ("test-a", "test-b", "final"):
        text = text.replace(f"set: {name}\n", "set: check-yourself\n")
    file.write_text(text, "utf-8")
    assert load_sound_course(root).tests == {}


@pytest.mark.parametrize(
    ("link", "fitted"),
    [
        ("../../book/glossary.html#date", "glossary.html#date"),
        ("lecture.html", "../modules/reading-numbers/lecture.html"),
        ("../other/case.html#x", "../modules/other/case.html#x"),
        (
            "../../exercises/other/individual.html",
            "../exercises/other/individual.html",
        ),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("#here", "#here"),
    ],
)
def test_links_of_questions_are_made_to_fit_a_page_of_the_book(link, fitted):
    data = {"options": [{"says": f'See <a href="{link}">this</a>.'}], "n": 1}
    made = seen_from_book(data, "reading-numbers")
    assert made == {"options": [{"says": f'See <a href="{fitted}">this</a>.'}], "n": 1}


def test_no_link_of_a_test_is_left_as_seen_from_a_module(course):
    for name in course.tests:
        html = test_html(course, name)
        assert "../../" not in html and 'href=\\"lecture' not in html
        assert json.dumps("references.html#census")[1:-1] in html


def test_a_page_knows_forms_objectives_and_the_test_before(course):
    data = test_data(course, "end")
    assert [len(form) for form in data["test"]["forms"]] == [3, 3]
    assert data["earlier"]["id"] == "start" and data["test"]["after"] == "start"
    assert set(data["test"]["items"].values()) == {"reading-numbers.read-figures"}
    words = data["test"]["objectives"]["reading-numbers.read-figures"]
    assert words.startswith("Read a figure")
    assert [question["id"] for question in data["questions"]] == list(data["test"]["items"])


def test_my_course_knows_the_tests_but_their_questions_are_on_no_page(course):
    known = catalogue(course)
    assert [test["url"] for test in known["tests"]] == [
        "../book/before.html",
        "../book/after.html",
        "../book/final-test.html",
    ]
    shown = {question for page in course.pages for question in page.questions}
    assert not shown & {full for test in known["tests"] for full in test["items"]}


def test_a_wrong_name_and_a_fault_are_told_to_who_runs_the_cell(tmp_path, monkeypatch):
    from coursekit import course_test

    root = copy_of_tiny(tmp_path)
    monkeypatch.chdir(root / "book")
    with pytest.raises(CourseError, match=r"no test 'strat'.*data/tests\.yml"):
        course_test("strat")
    apply(root, {"in": "data/tests.yml", "replace": "draw: 4", "with": "draw: some"})
    with pytest.raises(ContentProblems, match=r"data/tests\.yml:11"):
        course_test("final")


RESULT = {
    "v": 1,
    "question": "test.start",
    "revision": 1,
    "response": {"reading-numbers.form-a-date": "1"},
    "score": 1,
    "at": "2026-01-01T10:00:00.000Z",
    "hints": 0,
}
DRAFT = {
    "v": 1,
    "task": "test.start",
    "revision": 1,
    "fields": {"drawing": "0"},
    "at": "2026-01-01T10:00:00.000Z",
}


def _widget(root: Path, monkeypatch, name="start"):
    from coursekit import course_test

    monkeypatch.chdir(root / "book")
    monkeypatch.delenv("COURSEKIT_STATIC", raising=False)
    monkeypatch.delenv("COURSEKIT_ATTEMPTS", raising=False)
    return course_test(name)


def test_in_a_notebook_a_result_goes_to_the_file_once_the_learner_agrees(tmp_path, monkeypatch):
    root = copy_of_tiny(tmp_path)
    widget = _widget(root, monkeypatch)
    path = progress.attempts_path(root)
    widget.draft = DRAFT
    widget.results = [RESULT]
    widget.draft = None
    assert not path.exists()
    widget.keep = "yes"
    assert progress.read(path) == [RESULT] and progress.read_workbooks(path) == {}
    again = _widget(root, monkeypatch, "end")
    assert again.results == [RESULT] and again.draft is None
    assert again.earlier["id"] == "start"


def test_in_a_notebook_answers_half_way_are_there_again(tmp_path, monkeypatch):
    root = copy_of_tiny(tmp_path)
    widget = _widget(root, monkeypatch)
    widget.keep = "yes"
    widget.draft = DRAFT
    assert _widget(root, monkeypatch).draft == DRAFT
    widget.draft = None
    assert _widget(root, monkeypatch).draft is None
