"""Decks of slides are derived from the notebooks, in every language and apart from the path."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from coursekit.bundle import speaking
from coursekit.checks import load_sound_course
from coursekit.content.course import load_course
from coursekit.deck import DECK_TOC, deck_files
from coursekit.localise import TREE, localise, translatable_files

from .conftest import ROOT
from .test_broken import copy_of_tiny

LECTURE = "modules/lake/lecture.ipynb"
CASE = "modules/lake/case.ipynb"
TASKS = "exercises/lake/tasks.yml"
TOC = yaml.safe_dump({"format": "jb-book", "root": "book/welcome", "parts": []}).encode()


def cell(identity: str, source: str, *tags: str, kind: str = "markdown") -> dict:
    return {"id": identity, "cell_type": kind, "metadata": {"tags": [*tags]}, "source": source}


def notebook(*cells: dict, minutes: int = 50, **objectives: str) -> bytes:
    course = {"minutes": minutes, "objectives": objectives}
    return json.dumps({"cells": cells, "metadata": {"course": course}}).encode()


FILES = {
    "_toc.yml": TOC,
    LECTURE: notebook(
        cell("title", "# The lake"),
        cell("slide-title", "### A still *lake*\n\nLook.", "slide", "remove-cell"),
        cell("outcomes", "After this you can swim."),
        cell("slide-water", "### Water: is it cold?\n\n- Yes", "slide", "remove-cell"),
        cell("water", "## The water\n\n*About 7 minutes*\n\nText for learners.", "optional"),
        cell("quiz-cold", 'quiz("lake.cold")', "slide", "remove-input", kind="code"),
        cell("fish", "![A fish](images/fish.svg)\n\nSee [fish](../../book/x.md#fish).", "slide"),
        cell("notes-water", "**Notes.** *Late:* skip the fish. *Prepare:* a towel.", "notes"),
        cell("shore", "## The shore\n\n*About 3 minutes*\n\nNo slide of its own."),
        cell("sources", "## Sources\n\nNone."),
        swim="swim in the lake",
    ),
    CASE: notebook(
        cell("title", "# Case: a boat"),
        cell("notes-plan", "Forty minutes.", "notes"),
        cell("decision", "## Decision 1"),
        cell("quiz-boat", 'quiz("lake.boat")', "slide", kind="code"),
        minutes=30,
    ),
    TASKS: yaml.safe_dump(
        {
            "alone": {"title": "Alone", "minutes": "20"},
            "group": {
                "title": "Row",
                "intro": "Row together.",
                "roles": {name: {"title": name} for name in "abcd"},
                "phases": {
                    "row": {"title": "Row", "minutes": "10", "text": "Row."},
                    "rest": {"title": "Rest", "minutes": "5", "text": "Rest."},
                },
                "debrief": ["Who was tired?"],
                "facilitator": "**Purpose.** To row.\n\n**Before.** Bring a boat.",
            },
        },
        sort_keys=False,
    ).encode(),
}


@pytest.fixture(scope="module")
def page() -> str:
    return deck_files(FILES, "Constanta")["slides/lake.md"].decode()


@pytest.fixture(scope="module")
def deck(page) -> dict:
    return yaml.safe_load(page.split("---")[1])["coursekit_deck"]


def slide_text(page: str, identity: str) -> str:
    return page.partition(f"{{slide}} {identity}\n")[2].partition("\n::::::\n")[0]


def test_parts_are_the_sections_the_case_and_the_phases_with_their_minutes(deck):
    assert [(part["id"], part["minutes"]) for part in deck["parts"]] == [
        ("start", 0),
        ("water", 7),
        ("shore", 3),
        ("case", 30),
        ("group", 0),
        ("group-phase-row", 10),
        ("group-phase-rest", 5),
        ("group-debrief", 0),
    ]
    assert deck["minutes"] == 55


def test_a_part_knows_what_to_skip_whether_it_is_optional_and_what_to_prepare(deck):
    parts = {part["id"]: part for part in deck["parts"]}
    assert parts["water"]["late"] == "skip the fish."
    assert parts["water"]["optional"] and not parts["shore"]["optional"]
    assert parts["group"]["setup"] == "Before. Bring a boat."


@pytest.mark.parametrize(
    ("facilitator", "setup"),
    [
        (
            "**Purpose.** To row.\n\n**Parts.** Three.\n\n**Before.** Bring oars.",
            "Before. Bring oars.",
        ),
        ("**Purpose.** To row.\n\n**Before the wave say:** duck.\n\nRow.", ""),
    ],
)
def test_what_to_prepare_is_the_paragraph_that_says_so(facilitator, setup):
    tasks = yaml.safe_load(FILES[TASKS])
    tasks["group"]["facilitator"] = facilitator
    page = deck_files({**FILES, TASKS: yaml.safe_dump(tasks).encode()}, "")["slides/lake.md"]
    parts = yaml.safe_load(page.decode().split("---")[1])["coursekit_deck"]["parts"]
    assert next(part["setup"] for part in parts if part["id"] == "group") == setup


def test_a_section_keeps_all_its_notes():
    lecture = json.loads(FILES[LECTURE])
    lecture["cells"].insert(-2, cell("notes-boat", "*Wrong:* the boat leaks.", "notes"))
    files = {**FILES, LECTURE: json.dumps(lecture).encode()}
    shown = slide_text(deck_files(files, "")["slides/lake.md"].decode(), "slide-water")
    assert shown.index("skip the fish") < shown.index("the boat leaks")


def test_the_sentence_for_late_is_found_in_another_language():
    words = {"noteLate": "În întârziere"}
    text = FILES[LECTURE].decode().replace("*Late:*", "*În întârziere:*")
    with speaking("ro", words):
        page = deck_files({**FILES, LECTURE: text.encode()}, "")["slides/lake.md"].decode()
    parts = yaml.safe_load(page.split("---")[1])["coursekit_deck"]["parts"]
    assert parts[1]["late"] == "skip the fish."


def test_slides_keep_the_ids_of_their_cells_and_stand_in_the_part_they_open(deck):
    assert [(slide["id"], slide["part"]) for slide in deck["slides"]] == [
        ("opening-slide", "start"),
        ("slide-title", "start"),
        ("slide-water", "water"),
        ("quiz-cold", "water"),
        ("fish", "water"),
        ("shore", "shore"),
        ("case-title", "case"),
        ("case-quiz-boat", "case"),
        ("group-title", "group"),
        ("group-roles-1", "group"),
        ("group-roles-2", "group"),
        ("group-phase-row", "group-phase-row"),
        ("group-phase-rest", "group-phase-rest"),
        ("group-debrief", "group-debrief"),
    ]
    assert {slide["exercise"] for slide in deck["slides"][8:]} == {"lake.group"}
    assert deck["slides"][1]["title"] == "A still lake"


def test_the_notes_of_a_part_stand_in_its_first_slide_and_nowhere_else(page):
    assert page.count("skip the fish") == 2, "in the data and in one slide"
    assert "skip the fish" in slide_text(page, "slide-water")
    assert "Forty minutes." in slide_text(page, "case-title")


def test_texts_for_learners_stay_out_and_links_start_from_the_deck(page):
    assert "Text for learners" not in page
    assert "(../modules/lake/images/fish.svg)" in page
    assert "(../book/x.md#fish)" in page


def test_the_opening_says_town_minutes_and_outcomes(page):
    opening = slide_text(page, "opening-slide")
    assert "Constanta · about 50 minutes" in opening
    assert "- swim in the lake" in opening


def test_roles_are_spread_evenly(page):
    assert "deck-roles lake.group 0 2" in slide_text(page, "group-roles-1")
    assert "deck-roles lake.group 2 4" in slide_text(page, "group-roles-2")


def test_a_course_without_slides_has_no_decks():
    plain = notebook(cell("title", "# Plain"), cell("a", "## A\n\nText."))
    assert deck_files({"_toc.yml": TOC, LECTURE: plain}, "") == {}


def test_decks_are_in_the_tree_but_not_in_the_path_nor_among_the_texts(tmp_path):
    root = copy_of_tiny(tmp_path)
    course = load_sound_course(root)
    localise(course, root / TREE)
    tree = root / TREE
    assert (tree / "slides" / "reading-numbers.md").is_file()
    assert "slides/reading-numbers" in (tree / DECK_TOC).read_text("utf-8")
    again, problems = load_course(tree)
    assert not problems
    assert [page.id for page in again.pages] == [page.id for page in course.pages]
    assert not [path for path in translatable_files(course) if "slides" in path.as_posix()]


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "modules").iterdir()))
def test_every_module_has_a_deck_whose_ids_are_its_own(name):
    folders = ("modules", "exercises")
    found = [path for folder in folders for path in (ROOT / folder / name).rglob("*.*")]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}
    page = deck_files({"_toc.yml": TOC, **files}, "")[f"slides/{name}.md"].decode()
    deck = yaml.safe_load(page.split("---")[1])["coursekit_deck"]
    ids = [slide["id"] for slide in deck["slides"]]
    assert len(ids) == len(set(ids)) >= 20
    assert ids == re.findall(r"^:{6}\{slide\} (\S+)$", page, re.MULTILINE)
    parts = {part["id"] for part in deck["parts"]}
    assert {slide["part"] for slide in deck["slides"]} == parts
    late = [part for part in deck["parts"] if part["late"]]
    assert len(late) >= 4, "trainers know what to skip"


def test_the_pages_of_the_site_know_of_the_deck_but_the_search_does_not(tiny_site: Path):
    deck = (tiny_site / "slides" / "reading-numbers.html").read_text("utf-8")
    assert deck.count("<section ") == deck.count('"part":')
    index = (tiny_site / "_static" / "search" / "index.js").read_text("utf-8")
    assert "modules/reading-numbers/lecture" in index and "slides/" not in index
    lecture = (tiny_site / "modules" / "reading-numbers" / "lecture.html").read_text("utf-8")
    assert 'href="../../slides/reading-numbers.html"' in lecture
    assert not (tiny_site / "_static" / "reveal.css").exists()
