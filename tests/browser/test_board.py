"""A group's board: notes, clusters, a vote from hand to hand, and what comes out of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from docx import Document

from coursekit.render_tasks import workbook_html
from coursekit.tasks import Task

from ..ics import read_ics
from .own_pages import write_pages
from .test_pages import violations

pytestmark = pytest.mark.browser

NAME = "reading-numbers.closing"
KEY = f"coursekit/1/w/{NAME}"
TASK = """
code: I-10
revision: "1"
title: "What next?"
minutes: "60"
intro: "Decide together what comes next."
steps:
  board:
    title: "Needs"
    minutes: "40"
    text: "Write, sort and vote."
    fields:
      needs:
        kind: board
        label: "Needs and ideas"
        help: "Three notes each."
        top: "2"
        into: {table: actions, column: what}
  plan:
    title: "Plan"
    minutes: "20"
    text: "Who does what?"
    fields:
      session-date: {kind: date, label: "Date of the session"}
      actions:
        kind: table
        label: "Action plan"
        max_rows: "4"
        columns:
          what: {label: "What", kind: text}
          who: {label: "Who", kind: text}
          by-when: {label: "By when", kind: date}
rubric:
  clear: {text: "It is clear."}
calendar:
  start: session-date
  entries:
    week: {days: "7", title: "Send the action plan", text: "To everybody; with thanks."}
    quarter: {months: "3", title: "Follow-up call"}
  rows: {table: actions, date: by-when, title: what}
model:
  needs:
    notes: [{text: "A list of courses", cluster: c1}, {text: "A phone number", cluster: c2}]
    clusters: [{id: c1, name: "Language"}, {id: c2, name: "First contact"}]
    ballots: [{c1: "3", c2: "2"}]
weak:
  - {text: "More information.", says: "For whom?"}
"""
NOTES = [
    "Where are courses?",
    "A list of courses",
    "Who enrols children?",
    "School in March?",
    "A bus",
]
CLUSTERS = ["Language courses", "School", "Getting about"]
BALLOTS = [(3, 1, 1), (2, 2, 1), (1, 2, 2), (1, 2, 2), (3, 1, 1), (0, 2, 2)]  # 10, 10, 9


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A page that holds the workbook of one exercise."""
    folder = tmp_path_factory.mktemp("board")
    task = Task.model_validate(yaml.load(TASK, yaml.BaseLoader))
    assert list(task.faults()) == []
    return write_pages(folder, "workbook", {"index": workbook_html(NAME, task, {}, {})})


@pytest.fixture(scope="module")
def address(folder, serve_site) -> str:
    return serve_site(folder)


def opened(visit, address, **options):
    page = visit(**options).open(f"{address}/index.html")
    page.locator(".board").wait_for()
    return page


def press(page, text: str) -> None:
    page.get_by_role("button", name=text, exact=True).click()


def write(page, words) -> None:
    """Five notes, three clusters, and every note in a cluster."""
    page.get_by_label(words["wbBoardNew"], exact=True).fill("\n".join(NOTES))
    page.keyboard.press("Enter")
    for name in CLUSTERS:
        page.get_by_label(words["wbBoardNewCluster"]).fill(name)
        page.keyboard.press("Enter")
    for text, cluster in zip(NOTES, (0, 0, 1, 1, 2), strict=True):
        page.get_by_label(words["wbBoardSortOf"].replace("{text}", text)).select_option(
            CLUSTERS[cluster]
        )


def give(page, words, ballot) -> None:
    """One person's dots."""
    first = page.get_by_role("button", name=words["wbBoardFirst"], exact=True)
    press(page, words["wbBoardFirst"] if first.count() else words["wbBoardNext"])
    for name, dots in zip(CLUSTERS, ballot, strict=True):
        for _ in range(dots):
            press(page, words["wbBoardMore"].replace("{name}", name))
    press(page, words["wbBoardHandIn"])


def board(page) -> dict:
    page.wait_for_timeout(700)
    return json.loads(page.evaluate(f"() => localStorage.getItem('{KEY}')"))["fields"]["needs"]


def keep(page, words) -> None:
    page.locator(".keep").get_by_role("button", name=words["keep"], exact=True).click()


def saved(page, label) -> Path:
    with page.expect_download() as download:
        press(page, label)
    return download.value


def result(page) -> list[list[str]]:
    rows = page.locator(".board-result tbody tr").all()
    return [row.locator("td, th").all_inner_texts() for row in rows]


def test_six_people_vote_and_their_choice_goes_into_the_plan(visit, address, words, tmp_path):
    page = opened(visit, address, width=360)
    write(page, words)
    assert page.evaluate("() => localStorage.length") == 0, "not kept before the learner agrees"
    keep(page, words)
    for ballot in BALLOTS[:5]:
        give(page, words, ballot)
        assert page.locator(".ballot").count() == 0, "a ballot that is in is hidden"
        assert page.locator(".board-result").count() == 0, "nobody sees how it stands"
    in_all = words["wbBoardCount"].replace("{n}", "5")
    assert page.locator(".board-count").inner_text() == in_all
    press(page, words["wbBoardTakeBack"])
    assert board(page)["ballots"] == [{"c1": 1, "c2": 2, "c3": 2}] * 2 + [
        {"c1": 2, "c2": 2, "c3": 1},
        {"c1": 3, "c2": 1, "c3": 1},
    ]
    assert page.evaluate("() => document.activeElement.textContent") == words["wbBoardPutBack"]
    page.keyboard.press("Enter")
    give(page, words, BALLOTS[5])
    assert board(page)["open"] is True
    press(page, words["wbBoardClose"])
    assert page.evaluate("() => document.activeElement.textContent") == words["wbBoardResult"]
    on = words["wbBoardOn"]
    shared = words["wbBoardShared"].replace("{n}", "1")
    assert result(page) == [
        [shared, "Language courses", "10", on],
        [shared, "School", "10", on],
        ["3", "Getting about", "9", ""],
    ]
    assert "6" in page.locator(".board-part").last.locator("p").first.inner_text()
    page.locator("[data-field=actions] textarea").first.fill("Already planned")
    press(page, words["wbBoardInto"].replace("{field}", "Action plan"))
    cells = page.locator("[data-field=actions] .cell.text:first-child textarea")
    wanted = ["Already planned", "Language courses", "School"]
    assert cells.evaluate_all("all => all.map((cell) => cell.value)") == wanted
    press(page, words["wbBoardInto"].replace("{field}", "Action plan"))
    assert cells.count() == 3, "a name is not put in twice"
    stored = board(page)
    assert "open" not in stored and len(stored["ballots"]) == 6
    document = saved(page, words["fileWord"])
    texts = Document(str(document.path()))
    paragraphs = [paragraph.text for paragraph in texts.paragraphs]
    for text in (*NOTES, *CLUSTERS):
        assert text in paragraphs
    assert [cell.text for cell in texts.tables[0].rows[1].cells][:3] == [
        shared,
        "Language courses",
        "10",
    ]
    markdown = saved(page, words["fileMarkdown"]).path().read_text("utf-8")
    assert f"| {shared} | School | 10 | {on} |" in markdown and "- A bus" in markdown
    page.reload()
    page.locator(".board-result").wait_for()
    assert len(result(page)) == 3
    assert page.locator(".board-list li").count() == len(NOTES) + len(CLUSTERS)
    assert board(page) == stored


def test_a_tie_at_the_cut_is_left_to_the_group(visit, address, words):
    page = opened(visit, address)
    write(page, words)
    keep(page, words)
    for ballot in ((3, 1, 1), (2, 2, 0), (0, 1, 3), (0, 0, 0)):
        give(page, words, ballot)
    press(page, words["wbBoardClose"])
    assert [row[2:] for row in result(page)] == [["5", words["wbBoardOn"]], ["4", ""], ["4", ""]]
    tie = page.locator(".board-tie")
    assert "“School”, “Getting about”" in tie.inner_text() and "1 of 2" in tie.inner_text()
    asked = words["wbBoardTieOpen"].replace("{field}", "Needs and ideas")
    page.get_by_text(asked).wait_for()
    tie.get_by_label("Getting about").check()
    assert page.evaluate("() => document.activeElement.type") == "checkbox"
    assert result(page)[2] == [
        words["wbBoardShared"].replace("{n}", "2"),
        "Getting about",
        "4",
        words["wbBoardOn"],
    ]
    page.get_by_text(asked).wait_for(state="detached")
    assert board(page)["decided"] == ["c3"]
    assert violations(page) == []


def test_nobody_gives_more_dots_than_there_are(visit, address, words):
    page = opened(visit, address)
    write(page, words)
    press(page, words["wbBoardFirst"])
    more = page.get_by_role("button", name=words["wbBoardMore"].replace("{name}", "School"))
    for _ in range(7):
        more.click(force=True)
    assert page.locator(".board-left").inner_text() == words["wbBoardLeft"].replace("{n}", "0")
    assert page.locator(".board-dots").all_inner_texts() == ["0", "5", "0"]
    told = page.locator(".board-vote [role=status]")
    assert told.inner_text() == words["wbBoardNoDots"].replace("{n}", "5")
    press(page, words["wbBoardPutAway"])
    assert page.locator(".ballot").count() == 0
    assert page.locator(".board-count").inner_text().endswith("0")
    remove = page.get_by_role("button", name=words["wbBoardRemoveCluster"].split("“")[0])
    assert remove.first.get_attribute("aria-disabled") is None
    give(page, words, (0, 0, 0))
    assert remove.first.get_attribute("aria-disabled") == "true", "what was voted on stays"
    remove.first.click(force=True)
    assert remove.count() == 3
    press(page, words["wbBoardClose"])
    assert all(row[2:] == ["0", ""] for row in result(page))
    press(page, words["wbBoardAnew"])
    page.get_by_role("button", name=words["wbBoardAnewBack"].replace("{n}", "1")).click()
    assert len(result(page)) == 3


def test_what_is_removed_comes_back_with_the_focus(visit, address, words):
    page = opened(visit, address)
    write(page, words)
    focus = "() => document.activeElement.value || document.activeElement.textContent"
    press(page, words["wbBoardRemoveNote"].replace("{n}", "2"))
    assert page.evaluate(focus) == words["wbBoardBack"].replace("{text}", NOTES[1])
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == NOTES[1]
    press(page, words["wbBoardRemoveCluster"].replace("{name}", "School"))
    assert "(2)" in page.locator(".board-group").first.inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate(focus) == "School"
    groups = page.locator(".board-group").all_inner_texts()
    assert groups == [
        f"{words['wbBoardUnsorted']} (0)",
        *(f"{c} ({n})" for c, n in zip(CLUSTERS, (2, 2, 1), strict=True)),
    ]


def test_a_whole_session_needs_the_keyboard_only(visit, address, words):
    page = opened(visit, address)
    keys = page.keyboard
    page.get_by_label(words["wbBoardNew"], exact=True).focus()
    for text in NOTES[:2]:
        keys.type(text)
        keys.press("Enter")
    tab_to(page, words["wbBoardNewCluster"])
    for text in CLUSTERS[:2]:
        keys.type(text)
        keys.press("Enter")
    for text, cluster in zip(NOTES, CLUSTERS[:2], strict=False):
        tab_to(page, words["wbBoardSortOf"].replace("{text}", text))
        keys.type(cluster)
    tab_to(page, words["wbBoardFirst"])
    keys.press("Enter")
    tab_to(page, words["wbBoardMore"].replace("{name}", CLUSTERS[1]))
    keys.press("Enter")
    keys.press("Space")
    tab_to(page, words["wbBoardHandIn"])
    keys.press("Enter")
    tab_to(page, words["wbBoardClose"])
    keys.press("Enter")
    assert [row[1:3] for row in result(page)] == [[CLUSTERS[1], "2"], [CLUSTERS[0], "0"]]
    tab_to(page, words["wbBoardInto"].replace("{field}", "Action plan"))
    keys.press("Enter")
    assert page.locator("[data-field=actions] textarea").first.input_value() == CLUSTERS[1]
    groups = page.locator(".board-group").all_inner_texts()
    assert groups[1:] == [f"{name} (1)" for name in CLUSTERS[:2]]


def tab_to(page, name: str) -> None:
    """Press Tab until the element with this name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if name == page.evaluate(
            """() => {
              const el = document.activeElement;
              return el.ariaLabel ?? el.labels?.[0]?.textContent ?? el.textContent;
            }"""
        ):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_has_room(visit, address, words, scheme):
    page = opened(visit, address, width=320, scheme=scheme)
    write(page, words)
    press(page, words["wbBoardFirst"])
    page.wait_for_timeout(400)
    assert violations(page) == []
    press(page, words["wbBoardHandIn"])
    press(page, words["wbBoardClose"])
    assert violations(page) == []
    small = """() => [...document.querySelectorAll(".board button, .board select")]
      .filter((e) => e.checkVisibility())
      .map((e) => e.getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24).length"""
    assert page.evaluate(small) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_two_boards_become_one_and_two_votes_are_asked_about(visit, address, words, tmp_path):
    page = opened(visit, address)
    write(page, words)
    give(page, words, (5, 0, 0))
    press(page, words["wbBoardClose"])
    keep(page, words)
    theirs = {
        "notes": [{"text": "A crossing", "cluster": "c1"}, {"text": NOTES[0]}],
        "clusters": [{"id": "c1", "name": "Safety"}, {"id": "c2", "name": "School"}],
        "ballots": [{"c1": 2, "c2": 3}],
    }
    file = tmp_path / "other.json"
    facts = {"v": 1, "task": NAME, "revision": 1, "at": "2026-03-05T10:15:00Z"}
    file.write_text(json.dumps({**facts, "fields": {"needs": theirs}}), "utf-8")
    page.locator(".files input[type=file]").set_input_files(file)
    conflict = page.locator(".conflict")
    assert words["wbBoardVote"] in conflict.locator("legend").inner_text()
    assert (
        words["wbBoardBallots"].replace("{n}", "1").replace("{dots}", "5") in conflict.inner_text()
    )
    conflict.get_by_label(words["conflict-both"]).check()
    press(page, words["conflictUse"])
    assert [row[1:3] for row in result(page)] == [
        ["Language courses", "5"],
        ["School", "3"],
        ["Safety", "2"],
        ["Getting about", "0"],
    ]
    texts = [note["text"] for note in board(page)["notes"]]
    assert texts == [*NOTES, "A crossing"]


def test_the_calendar_file_holds_the_dates_and_says_what_is_missing(visit, folder, words):
    page = visit(360).open((folder / "index.html").as_uri())
    said = page.locator(".files .said")
    page.locator(".board").wait_for()
    press(page, words["fileCalendar"])
    said.locator("p").nth(1).wait_for()
    lines = said.locator("p").all_inner_texts()
    assert lines[0] == words["icsNothing"] and "“Date of the session”" in lines[1]
    page.locator("[data-field=session-date] input").fill("2026-11-30")
    row = page.locator("[data-field=actions] .row-list .row").first
    row.locator("textarea").nth(0).fill(
        "Monthly hour “Întreabă primăria”, in two languages; from May, at the school"
    )
    row.locator("textarea").nth(1).fill("Press office")
    row.locator("input").fill("2027-02-01")
    file = saved(page, words["fileCalendar"])
    assert file.suggested_filename.endswith(f"{date.today():%Y-%m-%d}.ics")
    first = read_ics(file.path().read_bytes())
    assert [(one["uid"].removeprefix(f"{NAME}."), one["day"]) for one in first] == [
        ("week@coursekit", "2026-12-07"),
        ("quarter@coursekit", "2027-02-28"),
        ("actions-1@coursekit", "2027-02-01"),
    ]
    assert first[0]["text"] == "To everybody; with thanks."
    assert "Întreabă primăria”, in two languages; from May" in first[2]["title"]
    assert first[2]["text"] == "Who: Press office"
    page.wait_for_timeout(1100)
    page.locator("[data-field=session-date] input").fill("2026-12-01")
    later = read_ics(saved(page, words["fileCalendar"]).path().read_bytes())
    assert [one["uid"] for one in later] == [one["uid"] for one in first]
    assert all(
        int(new["sequence"]) > int(old["sequence"]) for new, old in zip(later, first, strict=True)
    )
    assert later[0]["day"] == "2026-12-08"


def test_without_its_script_the_board_keeps_what_was_written(visit, address, words):
    here = visit()
    page = opened(lambda **_: here, address)
    write(page, words)
    keep(page, words)
    before = board(page)
    here.context.route("**/host-board.js*", lambda route: route.fulfill(status=404))
    page.reload()
    page.get_by_text(words["wbLost"]).wait_for()
    page.locator("[data-field=session-date] input").fill("2026-12-01")
    assert board(page) == before
    here.errors.clear()  # the browser tells of the missing script


def test_paper_and_chosen_colours_show_the_board(visit, address, words):
    page = opened(visit, address, forced_colors="active")
    write(page, words)
    give(page, words, (3, 2, 0))
    page.wait_for_timeout(600)
    page.emulate_media(media="print")
    paper = page.locator(".paper")
    paper.get_by_text(NOTES[0]).wait_for()
    assert words["wbBoardVoteOpen"].replace("{n}", "1") in paper.inner_text()
    assert "| 3 |" not in paper.inner_text() and paper.locator("table").count() == 1
    page.emulate_media(media="screen")
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    press(page, words["wbBoardClose"])
    edges = page.locator(".board button:visible").evaluate_all(
        "all => all.map((e) => parseFloat(getComputedStyle(e).borderTopWidth))"
    )
    assert all(edge >= 1 for edge in edges)
