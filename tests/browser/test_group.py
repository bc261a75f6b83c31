"""A group at work: roles, time, role cards on phones, paper."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from coursekit.bundle import module
from coursekit.render_tasks import group_html
from coursekit.tasks.task import Phase

from ..conftest import the_course
from .own_pages import write_pages
from .test_pages import violations

pytestmark = pytest.mark.browser

NAME = "people-words-duties.group"
PLAN = "plan-and-priorities.group"
PITCH = "plan-and-priorities.pitch"
SHARED = "http://course.example"
PEOPLE = ["Ana", "Mihai", "<b>Ioana</b>", "Radu", "Elena"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Pages that hold nothing but a group's work."""
    course = the_course()
    task = course.tasks[NAME]
    long = {"all": Phase(title="All", minutes="50", text="Talk.")}
    tasks = {
        "group": (NAME, task),
        "long": (NAME, task.model_copy(update={"phases": long})),
        "plan": (PLAN, course.tasks[PLAN]),
        "pitch": (PITCH, course.tasks[PITCH]),
    }
    pages = {name: group_html(*one, course.cards) for name, one in tasks.items()}
    return write_pages(tmp_path_factory.mktemp("group"), "group_work", pages)


@pytest.fixture(scope="module")
def own(folder, serve_site) -> str:
    """An address that only this machine reaches."""
    return serve_site(folder)


@pytest.fixture
def shared_page(visit, folder):
    """A function that opens a page at an address of the web."""

    def serve(route) -> None:
        name = route.request.url.removeprefix(f"{SHARED}/").partition("?")[0]
        route.fulfill(path=folder / name)

    def start(name: str = "group.html", **options):
        here = visit(**options)
        here.context.route(f"{SHARED}/**", serve)
        return here.open(f"{SHARED}/{name}")

    return start


def deal(page, words, people=PEOPLE, seed="marenta") -> list[str]:
    page.get_by_label(words["gwPeople"]).fill("\n".join(people))
    page.get_by_label(words["gwSeed"]).fill(seed)
    page.get_by_role("button", name=words["gwDeal"]).click()
    return page.locator(".dealt > li").all_inner_texts()


def digits(page) -> str:
    return page.get_by_role("timer").inner_text()


def with_still_clock(here, address: str):
    """A page whose clock moves only when it is told to."""
    page = here.context.new_page()
    page.clock.install(time=0)
    page.goto(address)
    page.get_by_role("timer").wait_for()
    page.clock.pause_at(60)
    return page


def press(page, words, key) -> None:
    page.get_by_role("button", name=words[key], exact=True).click()


# Roles


def test_over_ten_thousand_seeds_everybody_gets_every_role_equally_often(chromium):
    page = chromium.new_page()
    text = f"{module('group/deal.js')}\nwindow.deal = deal;"
    page.add_script_tag(content=text, type="module")
    page.wait_for_function("() => window.deal")
    count = """([roles, people, seeds]) => {
      const counts = {};
      for (let seed = 1; seed <= seeds; seed += 1) {
        for (const { person, role } of deal(roles, people, String(seed))) {
          counts[`${person} ${role}`] = (counts[`${person} ${role}`] ?? 0) + 1;
        }
      }
      return counts;
    }"""
    roles = [{"id": "a", "single": True}, *({"id": name} for name in "bcd")]
    chances = {4: "abcd", 6: "abcdbc", 9: "abcdbcd--"}
    seeds = 10_000
    for size, seats in chances.items():
        people = [str(n) for n in range(size)]
        counts = page.evaluate(count, [roles, people, seeds])
        for person in people:
            for role in set(seats):
                share = seats.count(role) / size
                name = f"{person} {'null' if role == '-' else role}"
                spread = (seeds * share * (1 - share)) ** 0.5
                assert abs(counts[name] - seeds * share) < 4 * spread, (size, name)
    page.close()


DEALT = {
    "people-words-duties.group": {4: "", 5: "resident", 6: "resident -"},
    "thinking-clearly.group": {4: "", 5: "taster", 6: "taster -"},
    "plan-and-priorities.group": {6: "", 7: "insight", 8: "insight message"},
    "plan-and-priorities.pitch": {4: "", 5: "answers", 6: "answers scorer", 7: "answers scorer -"},
    "plan-and-priorities.closing": {
        7: "",
        8: "card-writer",
        11: "card-writer reader numbers absent",
        12: "card-writer reader numbers absent -",
    },
}


@pytest.mark.parametrize("name", DEALT)
def test_roles_are_dealt_as_the_facilitators_sheet_says(chromium, name):
    roles = [role.data(key) for key, role in the_course().tasks[name].roles.items()]
    each = [role["id"] for role in roles if not role["invited"]]
    page = chromium.new_page()
    text = f"{module('group/deal.js')}\nwindow.deal = deal;"
    page.add_script_tag(content=text, type="module")
    page.wait_for_function("() => window.deal")
    call = "([roles, people]) => window.deal(roles, people, '7').map(({ role }) => role ?? '-')"
    for size, doubled in DEALT[name].items():
        dealt = page.evaluate(call, [roles, [str(n) for n in range(size)]])
        assert sorted(dealt) == sorted([*each, *doubled.split()]), size
    page.close()


def test_whoever_is_invited_is_named_but_not_dealt_and_has_a_card_on_paper(visit, own, words):
    page = visit().open(f"{own}/pitch.html")
    told = page.locator(".roles > p").all_inner_texts()
    assert "Jury" not in told[0] and "Jury: guest" in told[1]
    assert not any("Jury" in line for line in deal(page, words, [str(n) for n in range(9)]))
    page.evaluate("() => (window.print = () => {})")
    press(page, words, "gwPrint")
    page.emulate_media(media="print")
    headings = page.locator(".sheet h1").all_inner_texts()
    assert "Jury: guest" in headings


def test_the_sheet_of_the_capstone_says_points_and_what_passes(visit, own, words):
    page = visit().open(f"{own}/plan.html")
    page.evaluate("() => (window.print = () => {})")
    press(page, words, "gwPrint")
    page.emulate_media(media="print")
    sheet = page.locator(".sheet", has_text=words["gwRubric"])
    points = sheet.locator("tbody tr > td:last-child").all_inner_texts()
    assert sorted(points) == ["4"] * 3 + ["6"] * 8
    for part in ("40 of 60 points", "52 or more", "A 3: "):
        assert part in sheet.inner_text(), part


def test_names_become_roles_again_by_their_seed_and_anew_by_the_next(visit, own, words):
    page = visit().open(f"{own}/group.html")
    first = deal(page, words)
    assert [line.partition(":")[0] for line in first] == PEOPLE, "names are text"
    press(page, words, "gwDealAgain")
    assert page.get_by_label(words["gwSeed"]).input_value() == "marenta 2"
    assert deal(page, words) == first
    page.reload()
    assert deal(page, words, seed=" Marenta ") == first
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_roles_that_are_not_dealt_are_named_and_too_many_people_observe(visit, own, words):
    page = visit().open(f"{own}/group.html")
    assert len(deal(page, words, ["Ana", "Bo"])) == 2
    told = page.locator(".roles output").inner_text()
    assert "Resident of Delfinului, Timekeeper" in told
    lines = deal(page, words, [str(n) for n in range(20)])
    assert sum(words["gwObserver"] in line for line in lines) >= 12
    assert deal(page, words, []) == []
    assert page.locator(".roles output").inner_text() == words["gwNobody"]


def test_one_card_is_open_at_a_time_and_shows_its_own_material(visit, own, words):
    page = visit().open(f"{own}/group.html")
    lines = deal(page, words)
    place = next(n for n, line in enumerate(lines) if "Resident" in line)
    cards = page.locator(".dealt details[name]")
    cards.nth((place + 1) % 4).locator("summary").first.click()
    cards.nth(place).locator("summary").first.click()
    assert page.locator(".dealt details[name][open]").count() == 1
    card = cards.nth(place)
    card.locator("svg.code").wait_for()
    assert "You have not seen the card" in card.inner_text()
    assert card.locator("[data-card]").count() == 1, "the resident sees the notice only"
    card.get_by_role("button", name=words["gwHide"]).click()
    assert page.locator(".dealt details[name][open]").count() == 0
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


# Role cards on a phone


def test_a_card_travels_in_the_address_and_is_shown_alone(shared_page, words):
    page = shared_page()
    deal(page, words)
    page.locator(".dealt summary").first.click()
    link = page.get_by_role("link", name=words["gwCardHere"])
    hash_of_card = link.get_attribute("href")
    role = page.locator(".dealt summary").first.inner_text().partition(": ")[2]
    link.click()
    card = page.locator(".phone-card")
    card.wait_for()
    assert card.get_by_role("heading").inner_text() == role
    assert words["gwCardOther"] not in card.inner_text()
    assert not page.locator(".group-work").is_visible()
    card.get_by_role("link", name=words["gwCardWhole"]).click()
    page.locator(".group-work").wait_for()
    assert page.locator(".dealt > li").count() == 5, "nothing was lost meanwhile"
    phone = shared_page(f"group.html{hash_of_card}", width=360)
    phone.locator(".phone-card").wait_for()
    assert not phone.locator("#content").is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_code_leads_to_the_card_or_where_no_phone_comes_holds_its_text(
    shared_page, visit, own, words
):
    sizes = []
    for page in (shared_page(), visit().open(f"{own}/group.html")):
        deal(page, words, ["Ana"])
        page.locator(".dealt summary").click()
        code = page.locator("svg.code")
        code.wait_for()
        assert code.get_attribute("aria-label") == words["gwCode"].replace("{role}", "Editor")
        sizes.append(int(code.get_attribute("viewBox").split()[2]))
    assert sizes[0] > sizes[1], "an address is longer than its text"
    assert page.locator(".on-phone a").count() == 0


@pytest.mark.parametrize(
    "code",
    ["", "AAAA", "%3Cscript%3E", "bnVsbA", "A" * 1501, "eyJ0IjoxLCJyIjoiUiIsIngiOiJYIn0"],
)
def test_an_address_without_a_card_is_refused_in_words(visit, own, words, code):
    page = visit().open(f"{own}/group.html#card={code}")
    page.get_by_text(words["gwCardBroken"]).wait_for()
    assert not page.locator("#content").is_visible()


def test_a_card_that_somebody_made_up_is_text_and_says_where_it_came_from(visit, own, words):
    page = visit().open(f"{own}/group.html")
    hostile = {"t": "T", "r": "<img src=x onerror=alert(1)>", "x": "<b>Pay</b>\nnow"}
    code = base64.urlsafe_b64encode(json.dumps(hostile).encode()).decode().rstrip("=")
    page.evaluate("(code) => (location.hash = `card=${code}`)", code)
    card = page.locator(".phone-card")
    card.wait_for()
    assert "<img src=x onerror=alert(1)>" in card.inner_text() and "<b>Pay</b>" in card.inner_text()
    assert card.locator("img, b").count() == 0
    assert words["gwCardOther"] in card.inner_text()


# Time


def test_fifty_minutes_are_fifty_minutes_also_in_a_sleeping_tab(visit, own, words):
    page = with_still_clock(visit(), f"{own}/long.html")
    assert digits(page) == "50:00"
    press(page, words, "gwStart")
    page.clock.run_for(25 * 60_000 + 123_456)
    page.clock.fast_forward(22 * 60_000)
    page.clock.run_for((50 - 47) * 60_000 - 123_456 - 800)
    assert digits(page) == "0:01", "less than a second off after 50 minutes"
    page.clock.run_for(1000)
    assert digits(page) == "0:00"
    assert page.locator(".board output").inner_text() == words["gwCue-up"]
    assert page.title() == "Page"


def test_the_room_hears_of_the_last_minute_and_of_phases(visit, own, words):
    page = with_still_clock(visit(), f"{own}/group.html")
    said = page.locator(".board output")
    assert said.get_attribute("aria-live") == "polite" and said.inner_text() == ""
    press(page, words, "gwStart")
    page.clock.run_for(4 * 60_000 + 1000)
    assert said.inner_text() == words["gwCue-minute"]
    press(page, words, "gwMoreTime")
    assert digits(page) == "1:59"
    press(page, words, "gwPause")
    page.clock.run_for(60_000)
    assert digits(page) == "1:59"
    press(page, words, "gwNext")
    assert "Mark" in said.inner_text() and digits(page) == "15:00"
    assert page.locator(".phases [aria-current=step]").inner_text().startswith("Mark")
    press(page, words, "gwBack")
    assert digits(page) == "5:00"
    assert not page.get_by_label(words["gwSound"]).is_checked(), "no sound at first"


@pytest.mark.parametrize("keep", [True, False])
def test_a_reload_keeps_the_time_only_with_consent(visit, own, words, keep):
    here = visit()
    page = here.open(f"{own}/group.html")
    if keep:
        page.evaluate("() => localStorage.setItem('coursekit/1/keep', 'yes')")
        page.reload()
    press(page, words, "gwNext")
    press(page, words, "gwStart")
    page.reload()
    page.locator(".group-work").wait_for()
    assert re.match(r"14:5\d|15:00" if keep else "5:00", digits(page))
    assert page.get_by_role("button", name=words["gwPause"]).count() == keep
    assert page.evaluate("() => sessionStorage.length") == keep


@pytest.mark.parametrize("kept", ['{"minutes":[5', '{"minutes":[5,15,15,10,5],"phase":9}'])
def test_a_damaged_clock_is_a_new_one(visit, own, words, kept):
    page = visit().open(f"{own}/group.html")
    page.evaluate(
        """([key, kept]) => {
          localStorage.setItem("coursekit/1/keep", "yes");
          sessionStorage.setItem(key, kept);
        }""",
        [f"coursekit/1/g/{NAME}", kept],
    )
    page.reload()
    assert digits(page) == "5:00"


def test_the_last_row_can_read_the_digits(visit, own):
    page = visit().open(f"{own}/group.html")
    page.set_viewport_size({"width": 1280, "height": 720})
    size = page.get_by_role("timer").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 720 / 5
    board = page.locator(".board").bounding_box()
    assert board["height"] < 720, "digits and buttons fit on the screen"


# The whole


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_everything_fits_a_phone(visit, own, words, scheme):
    page = visit(360, scheme).open(f"{own}/group.html")
    deal(page, words)
    page.locator(".dealt summary").first.click()
    page.locator("svg.code").wait_for()
    press(page, words, "gwStart")
    page.locator(".facilitator").evaluate("e => (e.parentElement.open = true)")
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.evaluate("() => (location.hash = 'card=x')")
    page.locator(".phone-card").wait_for()
    assert violations(page) == []


def test_the_keyboard_deals_opens_hides_and_starts(visit, own, words):
    page = visit().open(f"{own}/group.html")
    page.get_by_label(words["gwSeed"]).focus()
    page.keyboard.press("Enter")
    page.locator(".dealt summary").first.focus()
    page.keyboard.press("Enter")
    page.locator("svg.code").wait_for()
    page.get_by_role("button", name=words["gwHide"]).focus()
    page.keyboard.press("Enter")
    assert page.locator(".dealt details[name][open]").count() == 0
    page.get_by_role("button", name=words["gwStart"]).focus()
    page.keyboard.press("Space")
    focused = page.evaluate("() => document.activeElement.textContent")
    assert focused == words["gwPause"], "the focus stays on the button"


def test_the_pack_on_paper_is_all_text_and_no_interface(visit, own, words):
    page = visit().open(f"{own}/group.html")
    page.evaluate("() => (window.print = () => {})")
    press(page, words, "gwPrint")
    page.emulate_media(media="print")
    task = the_course().tasks[NAME]
    text = page.locator("body").inner_text()
    for part in (*task.roles.values(), *task.rubric.values(), *task.fields.values()):
        assert (getattr(part, "title", None) or getattr(part, "text", None) or part.label) in text
    for role in task.roles.values():
        assert role.data("")["plain"][:40] in text
    for question in task.debrief:
        assert question[:30] in text
    assert "Purpose." in text and words["gwStart"] not in text and words["gwPrint"] not in text
    sheets = page.locator(".sheet")
    count = len(task.roles) + len(task.material_names) + 3
    assert sheets.count() == count
    breaks = sheets.evaluate_all("all => all.slice(1).map(e => getComputedStyle(e).breakBefore)")
    assert set(breaks) == {"page"}
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) >= count
    assert page.locator(".group-pack").count() == 0, "after printing the page is as before"
    assert "printing-pack" not in page.evaluate("() => document.documentElement.className")


def test_without_javascript_a_group_reads_everything(visit, own):
    page = visit(java_script_enabled=False).open(f"{own}/group.html")
    page.get_by_text("For the facilitator").click()
    text = page.locator(".fallback").inner_text()
    for wanted in ("Legal checker", "Swap with another group", "Which single word", "Purpose."):
        assert wanted in text
