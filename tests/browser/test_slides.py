"""Slides in a room: read from the last row, by keyboard and clicker, with questions and votes."""

from __future__ import annotations

import io

import pikepdf
import pytest
from playwright.sync_api import Page

from .test_pages import violations

pytestmark = pytest.mark.browser

DECK = "slides/reading-numbers.html"
SMALLEST = 24
READY = "() => window.coursekitDeck"
MOUNTED = "() => [...document.querySelectorAll('.slides .mount')].every((m) => m.childElementCount)"
CURRENT = "() => window.coursekitDeck.reveal.getCurrentSlide().id"
MEASURE = """(smallest) => {
  const IN_PICTURES = 13; // the smallest letters in our drawings, which are 360 units wide
  const { reveal } = window.coursekitDeck;
  const bad = [];
  const isClipped = (el) => {
    const box = el.closest(".slide-view") ?? el.closest(".slide-body");
    return box !== null && box !== el;
  };
  const letters = (el) => {
    const size = Number.parseFloat(getComputedStyle(el).fontSize);
    return el instanceof SVGElement ? size * el.getScreenCTM().a : size;
  };
  for (const slide of reveal.getSlides()) {
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
    const stage = document.querySelector(".reveal").getBoundingClientRect();
    const box = slide.getBoundingClientRect();
    const tell = (what) => bad.push(`${slide.id}: ${what}`);
    if (box.height > stage.height + 1 || box.bottom > innerHeight) tell("higher than the screen");
    const isText = /slide-(text|title|opening|roles|phase)/.test(slide.className);
    if (isText && slide.querySelector(":scope > .fragment")) tell("does not fit at once");
    const body = slide.querySelector(".slide-body");
    if (body && body.scrollWidth > body.clientWidth + 1) tell("wider than the screen");
    for (const el of slide.querySelectorAll(".option, th, td, .role-cards > li")) {
      if (el.scrollWidth > el.clientWidth + 1) tell(`runs over: ${el.textContent}`);
    }
    for (const el of slide.querySelectorAll("*")) {
      if (!el.getClientRects().length || getComputedStyle(el).clipPath !== "none") continue;
      if (el.closest("[style*='clip'], .only-read, defs, aside.notes")) continue;
      const rect = el.getBoundingClientRect();
      if (!isClipped(el) && rect.bottom > box.bottom + 1) tell(`${el.className} is cut off`);
      const hasText = [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (smallest && hasText && letters(el) < smallest - 0.1) tell(`small: ${el.textContent}`);
      const isSmall = el.matches("img") && (rect.width / 360) * IN_PICTURES < smallest;
      if (smallest && isSmall) tell("small picture");
    }
  }
  return bad;
}"""


def open_deck(visit, address: str, name: str = DECK, **options) -> Page:
    one = visit(**options)
    page = one.open(f"{address}/{name}")
    page.set_viewport_size({"width": options.get("width", 1280), "height": 720})
    page.wait_for_function(READY)
    return page


def go(page: Page, slide: str) -> None:
    page.evaluate("(id) => (location.hash = `/${id}`)", slide)
    page.wait_for_function(f"() => ({CURRENT})() === '{slide}'")


def test_no_slide_of_any_deck_is_too_high_and_letters_are_large(visit, course_site):
    one = visit()
    page = one.open((course_site / "index.html").as_uri())
    bad = {}
    for file in sorted(course_site.glob("slides/*.html")) + sorted(
        course_site.glob("ro/slides/*.html")
    ):
        if file.stem == "speaker":
            continue
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(file.as_uri())
        page.wait_for_function(READY)
        page.wait_for_function(MOUNTED)
        found = page.evaluate(MEASURE, SMALLEST)
        page.set_viewport_size({"width": 1024, "height": 768})
        page.wait_for_function(
            "() => document.querySelector('.slides').getBoundingClientRect().width < 1100"
        )
        found += page.evaluate(MEASURE, 0)
        if found:
            bad[f"{file.parent.parent.name}/{file.stem}"] = found[:8]
    assert not bad, bad


def test_keys_clicker_and_address_move_and_a_reload_comes_back(visit, tiny_site):
    page = open_deck(visit, tiny_site.as_uri())
    assert page.evaluate(CURRENT) == "opening-slide"
    for key, slide in (
        ("ArrowRight", "slide-choice"),
        ("PageDown", "q-choice"),
        ("PageUp", "slide-choice"),
        ("Space", "q-choice"),
        ("Home", "opening-slide"),
        ("End", "end"),
    ):
        page.keyboard.press(key)
        assert page.evaluate(CURRENT) == slide, key
    go(page, "q-number")
    page.reload()
    page.wait_for_function(READY)
    assert page.evaluate(CURRENT) == "q-number"


def test_typing_moves_no_slide_but_a_clicker_does_from_a_ticked_option(visit, tiny_address):
    page = open_deck(visit, tiny_address)
    go(page, "q-text")
    page.locator("#q-text input[type=text]").fill("")
    page.keyboard.type("b on . ? p")
    for key in ("ArrowRight", "Home", "Space"):
        page.keyboard.press(key)
    assert page.evaluate(CURRENT) == "q-text"
    assert page.locator(".reveal.paused").count() == 0
    assert page.get_by_role("dialog").count() == 0
    go(page, "q-choice")
    page.locator("#q-choice input[type=radio]").first.check()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(CURRENT) == "q-choice"
    page.keyboard.press("PageDown")
    assert page.evaluate(CURRENT) != "q-choice"


def test_tab_reaches_the_slide_on_the_screen_and_the_bar_and_nothing_else(visit, tiny_address):
    page = open_deck(visit, tiny_address)
    page.wait_for_function(MOUNTED)
    go(page, "q-opinion")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        where = "(el) => el?.closest('.slides > section, .deck-bar')?.id ?? el?.tagName"
        seen.append(page.evaluate(f"() => ({where})(document.activeElement)"))
        if seen[-1] == "BODY":
            break
    assert set(seen) <= {"q-opinion", "", "BODY"}, seen
    assert seen[0] == "q-opinion" and "" in seen


def test_place_is_said_and_the_screen_goes_black_and_comes_back(visit, tiny_address, words):
    page = open_deck(visit, tiny_address)
    page.keyboard.press("ArrowRight")
    said = page.locator(".deck-said")
    total = page.evaluate("() => window.coursekitDeck.deck.slides.length")
    assert said.text_content() == words["deckPlace"].format(n=2, m=total)
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.locator(".reveal.paused").count() == 1
        assert said.text_content() == words["deckIsBlack"]
        assert not page.locator(".deck-bar").is_visible()
        page.keyboard.press(key)
        assert page.locator(".reveal.paused").count() == 0


def test_overview_and_help_are_dialogs(visit, tiny_address, words):
    page = open_deck(visit, tiny_address)
    page.keyboard.press("o")
    dialog = page.get_by_role("dialog", name=words["deckOverview"])
    assert dialog.locator(":focus").get_attribute("value") == "opening-slide"
    assert violations(page) == []
    dialog.locator("button[value=q-estimate]").click()
    assert page.evaluate(CURRENT) == "q-estimate"
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name=words["deckHelp"])
    assert keys.get_by_text(words["deckBlack"]).is_visible()
    assert keys.get_by_text("Next slide").is_visible()
    assert keys.get_by_text("one slide a page").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(CURRENT) == "q-estimate"
    page.keyboard.press("Escape")
    assert not keys.is_visible()


def hands_of(page: Page) -> list[str]:
    return page.locator(".present .hands tbody td").all_inner_texts()


@pytest.mark.parametrize("slide", ["q-opinion", "q-estimate"])
def test_hands_are_hidden_until_the_vote_is_closed_and_can_be_compared(
    visit, tiny_address, words, slide
):
    page = open_deck(visit, tiny_address)
    page.wait_for_function(MOUNTED)
    go(page, slide)
    page.get_by_role("button", name=words["handsTitle"]).focus()
    page.keyboard.press("Enter")
    fields = page.locator(".present .hands input")
    count = fields.count()
    for number in range(count):
        page.keyboard.type(str(3 if number == 0 else 1))
        if number < count - 1:
            page.keyboard.press("Enter")
    assert page.locator(".present .hands progress").count() == 0
    page.keyboard.press("Enter")
    first = words["handsCount"].format(n=3, share=round(300 / (count + 2)))
    assert hands_of(page)[0].strip() == first
    page.keyboard.press("Enter")
    assert page.locator(".present .hands progress").count() == 0, "the first vote stays hidden"
    page.keyboard.type("0")
    page.keyboard.press("Enter")
    page.keyboard.type("5")
    page.get_by_role("button", name=words["handsClose"]).click()
    both = [text.strip() for text in hands_of(page)]
    assert both[:2] == [first, words["handsCount"].format(n=0, share=0)]
    assert both[3] == words["handsCount"].format(n=5, share=100)
    assert violations(page) == []
    page.reload()
    page.wait_for_function(READY)
    page.get_by_role("button", name=words["handsTitle"]).click()
    assert [text.strip() for text in hands_of(page)] == both
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name=words["handsBack"]).click()
    assert page.locator(".present .quiz").is_visible()


def test_a_question_is_answered_on_its_slide_and_a_long_answer_comes_in_steps(
    visit, tiny_address, words
):
    page = open_deck(visit, tiny_address)
    go(page, "q-multiple")
    for box in page.locator("#q-multiple input[type=checkbox]").all():
        box.check()
    page.locator("#q-multiple").get_by_role("button", name=words["check"]).click()
    assert page.locator("#q-multiple .outcome").is_visible()
    body = page.locator("#q-multiple .slide-body")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("() => document.activeElement.blur()")
    body.locator(".widget").evaluate("(el) => (el.style.minHeight = '1500px')")
    page.wait_for_function("() => document.querySelector('#q-multiple > .fragment')")
    page.keyboard.press("PageDown")
    assert page.evaluate(CURRENT) == "q-multiple"
    assert body.evaluate("(el) => el.scrollTop") > 0


def test_a_preview_follows_its_parent_alone(visit, tiny_address):
    page = open_deck(visit, tiny_address, name="slides/reading-numbers.html?preview#/q-text")
    assert page.evaluate(CURRENT) == "q-text"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(CURRENT) == "q-text"
    assert page.locator(".deck-bar").count() == 0
    page.evaluate("() => window.postMessage({ kind: 'show', slide: 'q-gaps' }, '*')")
    page.wait_for_function(f"() => ({CURRENT})() === 'q-gaps'")
    assert (
        page.evaluate("() => document.querySelectorAll('.slides > section:not([inert])').length")
        == 0
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_slides(visit, tiny_address, scheme):
    page = open_deck(visit, tiny_address, scheme=scheme)
    page.wait_for_function(MOUNTED)
    for slide in ("opening-slide", "slide-choice", "q-matching", "q-estimate"):
        go(page, slide)
        assert violations(page) == [], slide


def test_without_javascript_the_deck_is_a_page_to_read(visit, tiny_address):
    page = visit(java_script_enabled=False).open(f"{tiny_address}/{DECK}")
    assert page.locator("#slide-choice h2").is_visible()
    assert page.locator("#end").is_visible()


def test_the_browser_prints_one_slide_a_page(visit, tiny_address):
    page = open_deck(visit, tiny_address)
    page.wait_for_function(MOUNTED)
    slides = page.evaluate("() => window.coursekitDeck.deck.slides.length")
    pdf = pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(pdf.pages) == slides
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [960, 540]
