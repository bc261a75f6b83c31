"""Every page: from a server, from a folder, without JavaScript, light and dark, narrow and wide."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from coursekit.browsing import DRAWN
from coursekit.checks import load_sound_course
from coursekit.evidence.plans import COLOURS, FAULTS_ALONE, VERY_NARROW, WHOLE
from coursekit.evidence.probes import ALL_LAID_OUT, FOCUS_NOT_SEEN, SMALL_TARGETS

from ..conftest import TINY, the_course
from .answering import answer, form_of

pytestmark = pytest.mark.browser

PAGES = [page.id for page in the_course().pages]
LECTURE = "modules/people-words-duties/lecture"


def violations(page, rules=WHOLE) -> list[str]:
    # What is far below the screen may have no layout yet, and axe measures it all the same.
    page.evaluate(ALL_LAID_OUT)
    results = Axe().run(page, options={**rules, **FAULTS_ALONE})
    return [
        f"{found['id']}: {found['help']}: {node['html'][:160]}"
        for found in results.response["violations"]
        for node in found["nodes"][:3]
    ]


def wait_for_widgets(page) -> None:
    page.wait_for_function(DRAWN)


@pytest.mark.parametrize("name", [*PAGES, "search", "index"])
def test_axe_finds_nothing_and_the_page_fits_a_phone(visit, course_address, name):
    page = visit(360, "light").open(f"{course_address}/{name}.html")
    wait_for_widgets(page)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
    for width in (VERY_NARROW, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("rightly", [True, False], ids=["right", "wrong"])
def test_axe_finds_nothing_after_feedback(visit, tiny_address, words, scheme, rightly):
    page = visit(360, scheme).open(f"{tiny_address}/modules/reading-numbers/lecture.html")
    for name, question in load_sound_course(TINY).questions.items():
        form = form_of(page, name)
        if question.set:
            continue
        response = question.right_response() if rightly else question.wrong_response()
        answer(form, question.kind, response, False)
        form.get_by_role("button", name=words["check"], exact=True).click()
        form.locator("output .outcome").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_site_opens_from_a_folder_with_working_questions_and_progress(
    visit, course_site, words
):
    here = visit()
    page = here.open((course_site / "index.html").as_uri())
    page.wait_for_url("**/welcome.html")
    page.goto((course_site / f"{LECTURE}.html").as_uri())
    form = page.locator(".widget form:has(.answer input[type=radio])").first
    form.locator(".answer input").first.check()
    form.get_by_role("button", name=words["check"], exact=True).click()
    form.get_by_role("button", name=words["keep"], exact=True).click()
    page.goto((course_site / "book" / "my-course.html").as_uri())
    assert page.get_by_text("1 of 29").first.is_visible()


def test_the_search_works_from_a_folder(visit, course_site):
    page = visit().open((course_site / "search.html").as_uri() + "?q=inspectorate")
    page.locator("#search-results li a").first.wait_for()
    assert page.locator("#search-results li").count() >= 2


def test_without_javascript_everything_can_be_read(visit, course_address):
    page = visit(java_script_enabled=False).open(f"{course_address}/{LECTURE}.html")
    questions = the_course().questions
    shown = page.locator(".widget[data-widget=quiz]").all()
    assert len(shown) == 15
    for place in shown:
        question = questions[place.get_attribute("data-question")]
        place.locator("summary").click()
        text = place.inner_text()
        assert place.locator(".prompt").is_visible()
        assert place.locator("details li").count() >= len(question.key())
        assert len(text) > 100


def test_the_whole_path_can_be_walked_by_keyboard(visit, course_address):
    page = visit().open(f"{course_address}/index.html")
    page.wait_for_url("**/welcome.html", wait_until="load")
    page.keyboard.press("Tab")
    skip = page.evaluate("() => document.activeElement.getAttribute('href')")
    assert skip == "#content", "the first stop skips to the content"
    page.keyboard.press("Enter")
    seen = []
    for _ in PAGES:
        seen.append(page.url.removeprefix(f"{course_address}/").partition("#")[0])
        after = page.get_by_role("link", name=re.compile("^Go on to"))
        if not after.count():
            break
        after.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    path = [f"{page.id}.html" for page in the_course().path]
    assert seen == [name for name in path if not name.startswith("book/good-practice/")]


def test_the_solution_is_reached_from_its_exercise_and_is_not_in_the_path(
    visit, course_address, words
):
    page = visit().open(f"{course_address}/exercises/people-words-duties/individual.html")
    assert page.locator('nav a[href*="solutions"]').count() == 0
    page.get_by_role("link", name=words["toSolution"]).click()
    page.get_by_role("link", name=words["toExercise"]).click()
    page.wait_for_url("**/exercises/people-words-duties/individual.html")


def test_every_focused_thing_on_the_lecture_is_visible(visit, course_address):
    page = visit(360).open(f"{course_address}/{LECTURE}.html")
    wait_for_widgets(page)
    for _ in range(150):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_NOT_SEEN) is None


def test_targets_are_big_enough(visit, course_address):
    page = visit(360).open(f"{course_address}/{LECTURE}.html")
    wait_for_widgets(page)
    assert page.evaluate(SMALL_TARGETS) == []


def test_print_shows_the_text_and_no_navigation(visit, course_address):
    page = visit().open(f"{course_address}/{LECTURE}.html")
    wait_for_widgets(page)
    page.emulate_media(media="print")
    assert not page.locator("header.site").is_visible()
    assert not page.locator("#contents").is_visible()
    assert page.locator("h1").is_visible()
