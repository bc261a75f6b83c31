"""Thousands of hostile files, made from seeds, through the functions that really read them.

A fault names its seed: `window.fuzz.copies(4711, 1)` shows it again.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from coursekit.bundle import labels, module
from coursekit.content.found import Found
from coursekit.content.towns import read_local
from coursekit.errors import CourseError
from coursekit.render_tasks import task_data
from coursekit.timings import read_sessions

from .conftest import ROOT, the_course

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
        found = page.evaluate(call, [group, COUNTS[group]])
        assert found["faults"] == []
        assert 0.2 * COUNTS[group] < found["taken"], "most of it is refused at once"
    page.close()


NASTY = (
    *("", "null", "~", "[]", "{}", "-1", "1e400", "2026-02-31", "\t", "\x07", "__proto__"),
    *("!!python/object/apply:os.system [x]", "&a [*a]", "<<: {a: b}", "? [a, b]", "[" * 200),
    *('"{{ town.name }}"', "'{{'", "<script>x</script>", "javascript:alert(1)", "../../etc/passwd"),
    *("\ud800", "x" * 5000),
)


def with_faults(chance: random.Random, text: str) -> str:
    """A text with up to three faults: a value, a line or a piece of it is another one."""
    for _ in range(chance.randint(1, 3)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        step = chance.randrange(5)
        if step < 2:
            lines[at] = re.sub(r":.*", lambda _: f": {chance.choice(NASTY)}", lines[at])
        elif step == 2:
            lines[at] = " " * chance.randrange(9) + lines[at].strip()
        elif step == 3:
            lines.insert(at, chance.choice(lines))
        else:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)] + chance.choice(NASTY)
        text = "\n".join(lines)
    return text


def write_hostile(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


def test_a_hostile_town_is_told_with_file_and_line(tmp_path):
    (tmp_path / "data").mkdir()
    shutil.copytree(ROOT / "countries", tmp_path / "countries")
    shutil.copy(ROOT / "data" / "town-standard.yml", tmp_path / "data")
    sound = shutil.copytree(ROOT / "towns" / "timisoara", tmp_path / "towns" / "timisoara")
    texts = {file.name: file.read_text("utf-8") for file in sound.glob("*.yml")}
    refused = 0
    for seed in range(TOWNS):
        chance = random.Random(seed)
        name = chance.choice(["town.yml", "town.yml", "guests.yml"])
        write_hostile(sound / name, with_faults(chance, texts[name]))
        found = Found()
        try:
            read_local(tmp_path, "timisoara", "", found)
        except CourseError as error:
            found.problems.append(error)
        refused += bool(found.problems)
        write_hostile(sound / name, texts[name])
        for problem in found.problems:
            assert name in str(problem) and re.search(r":\d+: ", str(problem)), (seed, problem)
            assert len(str(problem)) < 2000, seed
    assert refused > TOWNS // 4


def test_hostile_timings_are_left_out_and_told(tmp_path):
    text = """{"coursekit": "timings",
"v": 1,
"topic": "thinking-clearly",
"lang": "en",
"date": "2026-03-02",
"parts": [{"id": "opening",
"planned": 5,
"minutes": 6.5},
{"id": "evidence",
"planned": 12,
"minutes": 10}]}"""
    files = []
    for seed in range(TIMINGS):
        files.append(tmp_path / f"{seed}.json")
        write_hostile(files[-1], with_faults(random.Random(seed), text))
    sessions, problems = read_sessions(files, ["thinking-clearly"])
    assert len(sessions) + len(problems) == TIMINGS and sessions
    for session in sessions:
        assert all(0 <= part.minutes <= 600 for part in session.parts)
    assert all(len(str(problem)) < 1000 for problem in problems)
