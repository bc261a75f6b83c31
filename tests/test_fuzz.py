"""Thousands of hostile files, made from seeds, through the functions that really read them.

A fault names its seed: `window.fuzz.copies(4711, 1)` shows it again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.bundle import labels, module
from coursekit.render_tasks import task_data

from .conftest import the_course

HERE = Path(__file__).parent / "fuzz"
COUNTS = {"copies": 2500, "groups": 60, "storage": 700, "addresses": 1000, "messages": 600}
COUNTS |= {"files": 900, "stored": 150}
TOWNS, TIMINGS = 150, 400

STARTS = {
    "progress": {
        "stored.js": "readExport, writeExport, mergeAttempts",
        "review.js": "mergePages, reviewList, byObjective, calibration, minutes, nextPage",
        "workbooks.js": "mergeWorkbooks",
        "store.js": "openStore",
        "test/people.js": "gatherPeople",
        "test/statistics.js": "groupFigures, figuresAsCsv",
        "test/scores.js": "resultsOf",
        "test/draft.js": "readDraft",
    },
    "addresses": {
        "schedule/choices.js": "readChoices, writeChoices",
        "good-practice.js": "readHash, writeHash",
        "codes.js": "readCode",
        "group/card-link.js": "cardOfHash, cardHash",
        "group/clock.js": "readClock, plannedMinutes, leftIn, showLeft",
        "slides/votes.js": "readVotes, sharesOf",
        "slides/kept-session.js": "readSession",
        "slides/channel.js": "readMessage",
    },
    "work": {
        "workbook/restore.js": "restoreAnswers",
        "workbook/merge.js": "mergeAnswers, settleConflict",
        "workbook/blocks.js": "blocksOf",
        "workbook/markdown.js": "toMarkdown",
        "workbook/docx.js": "toDocx",
        "stored.js": "readWorkbook",
        "workbook/workbook.js": "renderWorkbook",
    },
}
"""A file of the fuzz → the files of the course and the functions of theirs that it calls."""
GROUPS = {
    "progress": ("copies", "groups", "storage"),
    "addresses": ("addresses", "messages"),
    "work": ("files", "stored"),
}


def open_fuzz(chromium, name: str):
    """A page with the functions of the course in `window.web` and the fuzz in `window.fuzz`."""
    page = chromium.new_page()
    for start, names in STARTS[name].items():
        text = f"{module(start)}\nwindow.web = {{ ...window.web, {names} }};"
        page.add_script_tag(content=text, type="module")
    parts = [(HERE / f"{part}.js").read_text("utf-8") for part in ("make", "check", name)]
    page.add_script_tag(content="\n".join(parts))
    count = sum(len(names.split(",")) for names in STARTS[name].values())
    page.wait_for_function(f"() => Object.keys(window.web ?? {{}}).length === {count}")
    page.evaluate(
        "(words) => Object.assign(window, { labels: words, owned: () => (isOwned = 1) })", labels()
    )
    return page


def real_tasks() -> list[dict]:
    """What the page of every exercise holds, and its model answer as the work of a learner.

    A board comes from a script of its own, and is left out here.
    """
    course = the_course()
    found = []
    for name, task in course.tasks.items():
        data = task_data(name, task, course.cards, course.wording)
        kinds = {field["kind"] for step in data["task"]["steps"] for field in step["fields"]}
        if "board" not in kinds:
            found.append({**data, "model": data["task"].get("model", {}) or {}})
    return found


@pytest.mark.browser
@pytest.mark.parametrize("name", STARTS)
def test_nothing_that_is_brought_in_throws_grows_or_reaches_a_prototype(chromium, name):
    page = open_fuzz(chromium, name)
    if name == "work":
        page.evaluate("(tasks) => (window.tasks = tasks)", real_tasks())
    call = "([group, count]) => window.fuzz[group](1, count)"
    for group in GROUPS[name]:
        assert page.evaluate(call, [group, COUNTS[group]]) == []
    page.close()
