"""One site in two languages: every text is in the page's own, and progress is shared.

The second language is a made-up one: every text of the tiny course stands between two signs. What
has no signs on a page has escaped translation.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursekit.checks import load_sound_course
from coursekit.hosts.offline import NOT_SAVED
from coursekit.localise import translatable_files
from coursekit.translate.catalogue import Entry, File, Source, write_file
from coursekit.translate.language import course_texts

from ..conftest import TINY, site_of
from ..test_broken import copy_of_tiny
from .answering import answer, form_of, press_button
from .test_pages import violations, wait_for_widgets

pytestmark = pytest.mark.browser

LECTURE = "modules/reading-numbers/lecture.html"
MARK = "FICTIONAL"
BLOCKS = (
    "p, li, td, th, h1, h2, h3, h4, dt, dd, summary, figcaption, caption, "
    "label, button, legend, option"
)
UNSIGNED = """(blocks) => [...document.querySelectorAll(blocks)]
  .filter((el) => !el.querySelector(blocks))
  .filter((el) => !el.closest("script, style, code, pre, [hidden], .mark-text"))
  .filter((el) => !el.querySelector(":scope > code:only-child, :scope > kbd:only-child"))
  .map((el) => el.textContent.trim())
  .filter((text) => /[a-z]{3,}/i.test(text) && !text.includes("⟦"))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, shared) -> Path:
    """The tiny course in English and in the made-up language."""
    root = copy_of_tiny(tmp_path_factory.mktemp("languages"))
    (root / "data" / "phrases.yml").write_text("en: [tiny lecture, belongs to a figure]\n", "utf-8")
    course = load_sound_course(root)
    for name, sources in course_texts(course, translatable_files(course)).items():
        found = {(one.place, one.text): (one, Entry(_signed(one))) for one in sources}
        write_file(root / "locale" / "ro" / f"{name}.po", "ro", found, File())
    return site_of(root, shared / "languages")


def _signed(source: Source) -> str:
    if source.text == MARK:
        return MARK
    return f"⟦{source.text}{' Lecția' if source.place.startswith(LECTURE[:-5]) else ''}⟧"


@pytest.fixture(scope="module")
def address(site, serve_site) -> str:
    return serve_site(site)


def pages(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site / "ro").as_posix() for path in (site / "ro").rglob("*.html")
    )


def test_both_languages_have_the_same_pages(site):
    english = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if not path.is_relative_to(site / "ro")
    }
    assert english == set(pages(site))


def test_every_page_says_its_language_and_leads_to_the_same_page_in_the_other(site):
    for name in pages(site):
        if name in ("index.html", NOT_SAVED, "slides/speaker.html"):
            continue  # the speaker view follows the slides from which it was opened
        for folder, own, other in (("", "en", "ro"), ("ro/", "ro", "en")):
            html = (site / folder / name).read_text("utf-8")
            assert f'<html lang="{own}"' in html
            (link,) = re.findall(rf'<a href="([^"]+)" hreflang="{other}" lang="{other}"', html)
            target = ((site / folder / name).parent / link).resolve()
            assert target == (site / ("ro" if other == "ro" else "") / name).resolve(), name


def test_phrases_of_another_language_say_so_in_texts_and_questions(visit, address):
    for folder, wanted in (("", []), ("/ro", ["tiny lecture", "belongs to a figure"])):
        page = visit().open(f"{address}{folder}/{LECTURE}")
        wait_for_widgets(page)
        assert page.locator("main span[lang=en]").all_inner_texts() == wanted


def test_no_text_escapes_translation(visit, site, address):
    escaped = {}
    for name in pages(site):
        if name in ("index.html", "book/references.html"):
            continue  # a page that leads on; titles of sources stay in their language
        page = visit().open(f"{address}/ro/{name}")
        wait_for_widgets(page)
        for text in page.evaluate(UNSIGNED, BLOCKS):
            escaped.setdefault(text, name)
        page.close()
    allowed = _not_translated()
    assert {text: name for text, name in escaped.items() if text not in allowed} == {}


def _not_translated() -> set[str]:
    """Names of publishers and of the languages themselves."""
    sources = load_sound_course(TINY).sources.values()
    names = {name for one in sources for name in (one.publisher, one.title)}
    names |= {f"{one.title}, {one.publisher}, {one.date}" for one in sources}
    return names | {"English", "română"}


def test_an_answer_is_there_in_the_other_language(visit, address, words):
    name, question = next(
        (full, q) for full, q in load_sound_course(TINY).questions.items() if q.kind == "choice"
    )
    right = next(key for key, option in question.options.items() if option.right)
    page = visit().open(f"{address}/{LECTURE}")
    form = form_of(page, name)
    answer(form, "choice", [right], by_keyboard=False)
    press_button(form, words["check"], by_keyboard=False)
    page.get_by_role("button", name=words["keep"], exact=True).first.click()
    page.get_by_role("link", name="română").click()
    page.wait_for_url("**/ro/**")
    wait_for_widgets(page)
    kept = form_of(page, name).locator("input:checked")
    assert kept.get_attribute("value") == right
    assert "⟦" in form_of(page, name).inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_in_the_other_language_are_accessible(visit, address, width):
    page = visit(width).open(f"{address}/ro/{LECTURE}")
    wait_for_widgets(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("asked", ["lecție", "lectie", "LECȚII"])
def test_search_finds_pages_of_its_language_with_and_without_diacritics(visit, address, asked):
    page = visit().open(f"{address}/ro/search.html?q={asked}")
    page.locator("#search-results li a").first.wait_for()
    links = page.locator("#search-results li a").evaluate_all("(all) => all.map((a) => a.href)")
    assert links and all("/ro/" in link for link in links)


ROMANIAN = ("modules/difficult-moments/lecture", "exercises/plan-and-priorities/closing")
ROMANIAN += ("modules/people-words-duties/lecture", "modules/working-together/case")
ROMANIAN += ("exercises/messages-words-stories/individual", "modules/thinking-clearly/quiz")
ROMANIAN += ("book/welcome", "book/my-course", "book/good-practice", "book/glossary")
ROMANIAN += ("book/charts", "book/our-town", "book/final-test", "book/for-trainers", "search")


@pytest.mark.parametrize("name", ROMANIAN)
def test_romanian_pages_are_accessible_and_fit_a_phone(visit, course_address, name):
    page = visit(360).open(f"{course_address}/ro/{name}.html")
    wait_for_widgets(page)
    assert violations(page) == []
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
