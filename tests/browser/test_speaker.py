"""The speaker view in a second window: it follows, it leads, tells the time, and loses nothing."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coursekit.timings import read_sessions

from .test_pages import violations

pytestmark = pytest.mark.browser

TOPIC = "reading-numbers"
DECK = re.compile(
    r"(<script[^>]*(?:id=\"coursekit-deck\"|class=\"deck\")>)(.*?)(</script>)", re.DOTALL
)
MINUTES = (10, 20, 20, 15, 15, 25, 15, 10, 10, 10, 10, 10, 10)
"""Of the parts of the tiny course's lecture: three hours."""


@pytest.fixture(scope="session")
def room(tiny_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny course with a deck for three hours."""
    folder = tmp_path_factory.mktemp("room")
    shutil.copytree(tiny_site, folder, dirs_exist_ok=True)
    for name in (TOPIC, "speaker"):
        page = folder / "slides" / f"{name}.html"
        page.write_text(DECK.sub(_for_three_hours, page.read_text("utf-8")), "utf-8")
    return folder


def _for_three_hours(match: re.Match[str]) -> str:
    deck = json.loads(match[2])
    for part, minutes in zip_longest(deck["parts"], MINUTES, fillvalue=0):
        part["minutes"] = minutes
    deck["parts"][1]["late"] = "skip the matching question"
    deck["parts"][3]["optional"] = True
    deck["parts"][5]["setup"] = "tables for four"
    return match[1] + json.dumps(deck).replace("<", "\\u003c") + match[3]


@pytest.fixture(scope="session")
def room_address(room: Path, serve_site) -> str:
    return serve_site(room)


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, room: Path, room_address: str) -> str:
    return room_address if request.param == "http" else room.as_uri()


def open_deck(visit_: object, address: str) -> Page:
    deck = visit_.open(f"{address}/slides/{TOPIC}.html")
    ready(deck)
    return deck


def ready(deck: Page) -> None:
    deck.wait_for_function("() => window.coursekitDeck")


def open_view(deck: Page) -> Page:
    with deck.context.expect_page() as opened:
        deck.keyboard.press("s")
    opened.value.wait_for_load_state()
    return opened.value


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def now_on(page: Page, slide: str) -> None:
    deck = json.loads(page.locator("script.deck").text_content() or "")
    (title,) = (one["title"] for one in deck["slides"] if one["id"] == slide)
    expect(page.locator(".now .slide-title")).to_have_text(title)


def slide_of(deck: Page) -> str:
    return deck.evaluate("() => coursekitDeck.reveal.getCurrentSlide().id")


def test_two_windows_follow_each_other(visit, words, address):
    deck = open_deck(visit(), address)
    view = open_view(deck)
    now_on(view, "opening-slide")
    expect(view.locator(".next .slide-title")).to_have_text("Look at the label")
    press(view, words["spOn"])
    now_on(view, "slide-choice")
    assert slide_of(deck) == "slide-choice"
    deck.keyboard.press("ArrowLeft")
    now_on(view, "opening-slide")
    view.locator("body").press("PageDown")
    now_on(view, "slide-choice")
    view.frame_locator(".now iframe").locator("#slide-choice.present").wait_for()
    press(view, words["spBlack"])
    expect(view.get_by_role("button", name=words["spBlackOff"])).to_be_visible()
    assert deck.evaluate("() => coursekitDeck.reveal.isPaused()")
    press(view, words["spBlackOff"])


def test_either_window_is_loaded_anew_closed_and_opened_again(visit, words, address):
    deck = open_deck(visit(), address)
    view = open_view(deck)
    press(view, words["spOn"])
    now_on(view, "slide-choice")
    view.reload()
    now_on(view, "slide-choice")
    deck.wait_for_function("() => location.hash.includes('slide-choice')")  # a moment later
    deck.reload()
    ready(deck)
    press(view, words["spOn"])
    now_on(view, "q-choice")
    view.close()
    deck.wait_for_timeout(500)  # until Chromium has told the deck; nobody presses S sooner
    view = open_view(deck)
    now_on(view, "q-choice")
    with deck.expect_event("close"):
        deck.close(run_before_unload=True)
    expect(view.get_by_text(words["spNoSlides"])).to_be_visible()
    with view.context.expect_page() as opened:
        press(view, words["spOpenSlides"])
    ready(opened.value)
    expect(view.get_by_text(words["spNoSlides"])).to_be_hidden()
    assert slide_of(opened.value) == "q-choice"


def test_a_view_without_its_own_deck_window_finds_the_deck_and_full_screen_changes_nothing(
    visit, words, address
):
    visited = visit()
    deck = open_deck(visited, address)
    view = visited.open(f"{address}/slides/speaker.html?deck={TOPIC}")
    deck.keyboard.press("ArrowRight")
    now_on(view, "slide-choice")
    press(view, words["spFullScreen"])
    view.wait_for_function("() => document.fullscreenElement")
    press(view, words["spOn"])
    now_on(view, "q-choice")


class Room:
    """A session with a clock that the test moves."""

    def __init__(self, visited, address: str, words: dict[str, str], at: str) -> None:
        self.words = words
        self.context = visited.context
        self.context.clock.install(time=datetime.fromisoformat(at))
        self.deck = open_deck(visited, address)
        self.view = open_view(self.deck)

    def teach(self, minutes: float) -> None:
        self.context.clock.fast_forward(int(minutes * 60_000))

    def go_to(self, part: str) -> None:
        self.view.locator(".parts").get_by_role("button", name=part, exact=True).click()
        expect(self.view.locator(".parts [aria-current]")).to_contain_text(part)

    def late(self, text: str) -> None:
        expect(self.view.locator(".late")).to_have_text(text)


def test_three_hours_with_drift_warnings_a_pause_and_a_crash(visit, words, room_address, tmp_path):
    room = Room(visit(), room_address, words, "2026-03-02T09:00:00")
    view = room.view
    view.get_by_label(words["spStartAt"]).fill("09:00")
    press(view, words["spStart"])
    press(view, words["spKeep"])
    room.late(words["spOnTime"])
    room.teach(10)
    room.go_to("Kind choice")
    room.teach(24.2)
    room.late("4 minutes late")
    expect(view.locator(".hints")).to_contain_text("Kind choice: skip the matching question")
    expect(view.locator(".hints")).to_contain_text("Can be left out: Kind true-false (15 min)")
    expect(view.locator(".time")).to_contain_text("End by the plan: 12:00; at this pace: 12:04")
    expect(view.locator(".setup")).to_contain_text("Kind text: tables for four")
    view.get_by_label("Leave out: Kind true-false").check()
    room.late("10 minutes in hand")
    room.go_to("Kind multiple")
    room.teach(20)
    press(view, words["spPause"])
    room.teach(15)
    room.late("10 minutes in hand")
    expect(view.locator(".time")).to_contain_text("End by the plan: 12:15; at this pace: 12:04")
    press(view, words["spGoOn"])
    room.go_to("Kind number")
    room.teach(18.1)
    room.late("7 minutes in hand")
    room = _after_a_crash(visit, room, room_address, "2026-03-02T10:30:30")
    room.late("4 minutes in hand")
    expect(room.view.locator(".clock")).to_contain_text(
        re.compile(r"Kind number: 21:\d\d of 15 min")
    )
    rest = ("text", "gaps", "matching", "ordering", "classify", "mark", "estimate", "opinion")
    for kind, minutes in zip(rest, MINUTES[5:], strict=True):
        room.go_to(f"Kind {kind}")
        room.teach(minutes)
    room.late("4 minutes in hand")
    session = _saved(room, tmp_path)
    assert (session.topic, session.lang, session.date) == (TOPIC, "en", "2026-03-02")
    took = {part.id: round(part.minutes) for part in session.parts}
    assert list(took.values()) == [10, 24, 20, 21, *MINUTES[5:]]
    assert "h-true-false" not in took


def _after_a_crash(visit, room: Room, address: str, at: str) -> Room:
    """Another browser with what was on the disk."""
    state = room.context.storage_state()
    room.context.close()
    return Room(visit(storage_state=state), address, room.words, at)


def _saved(room: Room, folder: Path):
    with room.view.expect_download() as download:
        press(room.view, room.words["spSave"])
    file = folder / download.value.suggested_filename
    assert file.name == f"timings-{TOPIC}-2026-03-02.json"
    download.value.save_as(file)
    (session,), problems = read_sessions([file], [TOPIC])
    assert not problems
    return session


def test_a_night_later_the_time_stands_where_somebody_last_looked(visit, words, room_address):
    room = Room(visit(), room_address, words, "2026-03-02T09:00:00")
    press(room.view, words["spStart"])
    press(room.view, words["spKeep"])
    room.teach(5)
    room.late(words["spOnTime"])
    room = _after_a_crash(visit, room, room_address, "2026-03-03T09:00:00")
    expect(room.view.locator(".clock")).to_contain_text(re.compile(r": 5:0\d of 10 min"))
    expect(room.view.get_by_text("after 09:05")).to_be_visible()
    expect(room.view.get_by_role("button", name=words["spGoOn"], exact=True)).to_be_visible()


def test_nothing_is_kept_before_the_trainer_agrees_and_all_of_it_is_erased(
    visit, words, room_address
):
    view = open_view(open_deck(visit(), room_address))
    kept = "() => Object.keys(localStorage).filter((key) => key.startsWith('coursekit-speaker'))"
    press(view, words["spStart"])
    assert view.evaluate(kept) == []
    press(view, words["spKeep"])
    assert view.evaluate(kept) == [f"coursekit-speaker/1/en/{TOPIC}"]
    press(view, words["spErase"])
    assert view.evaluate(kept) == []
    view.reload()
    expect(view.get_by_role("button", name=words["spStart"])).to_be_visible()


def test_what_others_send_or_store_moves_nothing(visit, words, room_address):
    visited = visit()
    visited.context.add_init_script(
        f"localStorage.setItem('coursekit-speaker/1/en/{TOPIC}', '{{\"v\":1,\"part\":[]}}')"
    )
    deck = open_deck(visited, room_address)
    view = open_view(deck)
    now_on(view, "opening-slide")
    bad = [None, 7, {"kind": "go", "step": 1}, {"channel": f"coursekit-deck/en/{TOPIC}"}]
    name = f"coursekit-deck/en/{TOPIC}"
    sound = {"channel": name, "from": "x", "number": 1, "at": 0}
    bad += [{**sound, "kind": "go", "slide": "coursekit-labels"}, {**sound, "kind": "steal"}]
    bad += [{**sound, "number": 2, "kind": "state", "slide": "<img src=x>", "part": "__proto__"}]
    view.evaluate(
        "([name, all]) => all.forEach((one) => new BroadcastChannel(name).postMessage(one))",
        [name, bad],
    )
    view.wait_for_timeout(300)
    assert slide_of(deck) == "opening-slide"
    now_on(view, "opening-slide")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_view_is_accessible_and_fits(visit, words, room_address, scheme):
    view = open_view(open_deck(visit(scheme=scheme), room_address))
    view.get_by_label(words["spColours"]).check()
    press(view, words["spOn"])
    now_on(view, "slide-choice")
    assert violations(view) == []
    size = view.locator(".notes-text").evaluate("(el) => parseFloat(getComputedStyle(el).fontSize)")
    assert size >= 22
    for width in (360, 1100, 1920):
        view.set_viewport_size({"width": width, "height": 800})
        assert view.evaluate("() => document.documentElement.scrollWidth") <= width


def test_a_session_by_keyboard_alone(visit, words, room_address):
    view = open_view(open_deck(visit(), room_address))
    seen = []
    for _ in range(40):
        view.keyboard.press("Tab")
        seen.append(view.evaluate("() => document.activeElement.textContent.trim()"))
        if seen[-1] == words["spStart"]:
            break
    assert words["spOn"] in seen
    view.keyboard.press("Enter")
    expect(view.get_by_role("button", name=words["spPause"])).to_be_focused()
    view.keyboard.press("ArrowRight")
    now_on(view, "slide-choice")
