"""The library of good practice: its map, its pages and cards, and what other parts know of it."""

from __future__ import annotations

import math
import posixpath
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from coursekit.bundle import compressed_size, script
from coursekit.checks import load_sound_course
from coursekit.checks.language import check_good_practice_is_easy_to_read
from coursekit.checks.places import Places
from coursekit.content.course import load_course
from coursekit.content.good_practice import INDEX, PAGE
from coursekit.localise import localise
from coursekit.maps import HEIGHT, WIDTH, is_on_map, outline, spread, to_paper
from coursekit.render import BOOK, seen_from
from coursekit.render_good_practice import card_html, case_html
from coursekit.render_library import APART, library_html

from .conftest import TINY, the_course

LARGEST_SCRIPT = 10_000
FEWEST_CASES = 22
WORDS = range(220, 480)
"""On the page of a case, its sources apart."""


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture(scope="module")
def tiny():
    return load_sound_course(TINY)


def _words(html: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", html).split()


def _targets(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', html)


def test_there_are_cases_of_every_size_and_one_that_went_wrong(course):
    cases = course.good_practice.values()
    assert len(cases) >= FEWEST_CASES
    assert {case.size for case in cases} == set(course.vocabulary.sizes)
    assert [case.town for case in cases if case.negative] == ["Ditrău (Gyergyóditró)"]


def test_every_word_of_the_vocabulary_finds_a_case(course):
    for kind in ("problems", "audiences", "channels"):
        used = {key for case in course.good_practice.values() for key in getattr(case, kind)}
        assert used == set(getattr(course.vocabulary, kind)), kind


def test_a_page_is_short_and_a_card_half_a_sheet(course):
    for name in course.good_practice:
        page = case_html(course, name).partition("<h2>Sources</h2>")[0]
        assert len(_words(page)) in WORDS, name
        assert len(_words(card_html(course, name))) < 350, name


def test_every_link_of_a_page_leads_to_a_page_of_the_course(course):
    pages = {f"{page.id}.html" for page in course.pages}
    for name in course.good_practice:
        folder = posixpath.dirname(PAGE.format(name))
        for target in _targets(case_html(course, name)):
            path = posixpath.normpath(posixpath.join(folder, target.partition("#")[0]))
            assert path in pages, (name, target)
    for target in _targets(library_html(course)):
        path = posixpath.normpath(posixpath.join("book", target.partition("#")[0]))
        assert target == "#gp-table" or path in pages, target


def test_a_page_leads_to_the_module_that_has_a_page_for_cases(tiny):
    assert '<a href="../../modules/reading-numbers/case.html">' in case_html(tiny, "long-table")
    without = replace(tiny, pages=tuple(p for p in tiny.pages if not p.topic))
    assert "reading-numbers/case" not in case_html(without, "long-table")


def test_a_case_that_went_wrong_says_so_and_what_goes_on_has_no_end(tiny):
    page = case_html(tiny, "quiet-office")
    assert "without preparation" in page and "<h2>What happened</h2>" in page
    assert "<dd>since 2020</dd>" in page


def test_a_card_has_no_links_and_says_where_it_comes_from(course):
    for name in course.good_practice:
        card = card_html(course, name)
        assert "<a " not in card and f"{PAGE.format(name)}.html" in card
        assert "Sources: " in card


def test_the_figures_of_a_case_are_named_on_its_page(tiny):
    assert tiny.uses[PAGE.format("long-table")] == ("residents-2021",)
    assert INDEX not in tiny.uses


def test_links_of_a_case_start_from_its_page_in_the_tree_too(tiny, tmp_path):
    localise(tiny, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == []
    assert "(../figures.md#residents-2021)" in tree.good_practice["long-table"].did
    assert tree.good_practice == tiny.good_practice and tree.uses == tiny.uses
    assert case_html(tree, "long-table") == case_html(tiny, "long-table")


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("modules/reading-numbers/lecture", "../../book/"),
        ("book/charts", ""),
        ("book/good-practice/long-table", "../"),
        ("search", "book/"),
    ],
)
def test_links_to_the_book_start_from_any_page(page, way):
    assert seen_from(page, f'<a href="{BOOK}glossary.html">') == f'<a href="{way}glossary.html">'


def test_a_case_that_is_hard_to_read_is_told(tiny):
    hard = " ".join(
        ["Administrative communication necessitates interdepartmental cooperation"] * 30
    )
    case = tiny.good_practice["long-table"].model_copy(update={"did": hard})
    strict = replace(tiny, good_practice={"long-table": case}, standard=SimpleNamespace(lix=45))
    (problem,) = check_good_practice_is_easy_to_read(strict, Places(TINY))
    assert problem.path == "data/good-practice/long-table.yml"
    assert "hard to read" in problem.what


def test_places_lie_where_they_lie_on_a_map():
    (lisbon, athens, vienna) = (to_paper(-9.2, 38.7), to_paper(23.7, 38), to_paper(16.4, 48.2))
    assert lisbon[0] < vienna[0] < athens[0]
    assert vienna[1] < min(lisbon[1], athens[1])
    assert is_on_map(28.64, 44.17) and not is_on_map(44.17, 28.64)


def test_dots_stay_near_their_homes_and_apart(course):
    homes = [to_paper(case.place.lon, case.place.lat) for case in course.good_practice.values()]
    spots = spread(homes, APART)
    for n, (x, y) in enumerate(spots):
        assert math.dist((x, y), homes[n]) < 2 * APART
        assert 0 < x < WIDTH and 0 < y < HEIGHT
        for other in spots[:n]:
            assert math.dist((x, y), other) > APART - 0.5
    assert spread(homes, APART) == spots, "the same at every build"


def test_points_in_one_place_part():
    spots = spread([(50, 50)] * 5, 20)
    assert all(math.dist(a, b) > 19.5 for n, a in enumerate(spots) for b in spots[:n])


def test_an_outline_is_closed_and_what_is_too_small_is_left_out():
    assert re.fullmatch(r"M\d+,\d+l(-?\d+,-?\d+ ?)+z", outline([[(10, 46), (17, 46), (17, 49)]]))
    assert outline([[(10, 46), (10.001, 46), (10, 46.001)]]) == ""


def test_the_script_is_small():
    assert compressed_size(script("host-good-practice.js")) < LARGEST_SCRIPT
