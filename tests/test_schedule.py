"""Run sheets: the parts of a module, what fits into a session, the same in both languages."""

from __future__ import annotations

import json
import random

import pytest

from coursekit.bundle import module
from coursekit.render import topic_order
from coursekit.render_schedule import LENGTHS, schedule_html
from coursekit.sessions import Session, session_of
from coursekit.timetable import CLOSE, LONG_DAY, SITTING, Timetable, Unit, choose, units_of

from .conftest import the_course

COURSE = the_course()
SESSIONS = [one for name in topic_order(COURSE) if (one := session_of(COURSE, name)).parts]
CALL = """([name, args]) => JSON.parse(JSON.stringify(window.functions[name](...args)))"""


@pytest.fixture(scope="module")
def packed(chromium):
    """A call of a function of `pack.js`, run as it is in Chromium."""
    page = chromium.new_page()
    functions = "window.functions = { unitsOf, choose, planOf };"
    page.add_script_tag(content=f"{module('schedule/pack.js')}\n{functions}", type="module")
    page.wait_for_function("() => window.functions")
    yield lambda name, *args: page.evaluate(CALL, [name, args])
    page.close()


@pytest.fixture(scope="module")
def modules() -> list[dict]:
    """The modules as the page gets them."""
    return page_data(schedule_html(COURSE))["modules"]


def page_data(html: str) -> dict:
    return json.loads(html.partition('class="data">')[2].partition("</script>")[0])


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.topic)
def test_the_minutes_are_those_of_the_notebooks(session: Session):
    lecture = [part for part in session.parts if part.kind == "lecture"]
    notebook = COURSE.notebooks[f"modules/{session.topic}/lecture"]
    assert sum(part.minutes for part in lecture) == notebook.minutes
    for part in session.parts:
        if part.kind == "group":
            task = COURSE.tasks[part.id]
            assert sum(phase.minutes for phase in part.phases) == part.minutes == task.minutes
            assert part.before, f"{part.id}: the notes for the facilitator say nothing of before"
            assert part.short_minutes < part.minutes
    kinds = {part.kind for part in session.parts}
    assert kinds >= {"lecture", "case", "group"}
    assert ("guest" in kinds) == (session.topic not in ("working-together", "plan-and-priorities"))
    assert len({part.id for part in session.parts}) == len(session.parts)


def test_whatever_is_said_of_being_late_is_found():
    """A remark in other words would be lost without a sound."""
    late = sum(bool(part.late) for one in SESSIONS for part in one.parts if part.kind == "lecture")
    written = sum(
        "*Late:*" in cell.source
        for one in SESSIONS
        for cell in COURSE.notebooks[f"modules/{one.topic}/lecture"].cells
    )
    assert late == written > 60
    short = {
        task.code for task in COURSE.tasks.values() if "Short of time" in str(task.facilitator)
    }
    found = {
        COURSE.tasks[part.id].code
        for one in SESSIONS
        for part in one.parts
        if part.phases and part.short_minutes
    }
    assert short == found


@pytest.mark.browser
def test_the_page_and_the_ready_sheets_have_the_same_rules(packed, modules):
    for guest in (False, True):
        for read in (False, True):
            for session, data in zip(SESSIONS, modules, strict=True):
                for minutes in LENGTHS:
                    units = units_of([session], guest, read)
                    kinds = {"guest": [session.topic] if guest else [], "read": read}
                    own = packed("unitsOf", [data], kinds)
                    theirs = packed("choose", own, [minutes])
                    assert _said(*choose(units, [minutes])) == _js(theirs), (session.topic, minutes)


def _said(sessions: list[Timetable], left: list[Unit]):
    items = [
        [(i.kind, i.start, i.minutes, i.unit and i.unit.part.id, i.step) for i in one.items]
        for one in sessions
    ]
    return items, [(unit.part.id, unit.need) for unit in left]


def _js(plan):
    items = [
        [
            (
                i["kind"],
                i["from"],
                i["minutes"],
                i.get("unit") and i["unit"]["id"],
                i.get("step", 0),
            )
            for i in one["items"]
        ]
        for one in plan["sessions"]
    ]
    return items, [(unit["id"], unit["need"]) for unit in plan["left"]]


def _choices(chance: random.Random, names: list[str]) -> dict:
    return {
        "length": chance.choice(["45", "90", "180", "days", "weeks"]),
        "each": chance.choice([90, 120, 180]),
        "modules": chance.sample(names, chance.randint(1, len(names))),
        "guest": chance.random() < 0.5,
        "read": chance.random() < 0.5,
    }


def _invented(chance: random.Random, n: int) -> dict:
    """A module such as nobody would write: odd minutes, many phases, parts that are too long."""
    parts = []
    for m in range(chance.randint(1, 9)):
        kind = chance.choice(["lecture", "lecture", "case", "guest", "group"])
        phases = []
        if kind == "group":
            count = chance.randint(1, 6)
            phases = [{"title": str(k), "minutes": chance.randint(1, 60)} for k in range(count)]
        minutes = sum(phase["minutes"] for phase in phases) or chance.randint(1, 100)
        short = chance.choice([0, chance.randint(1, minutes)])
        facts = {"id": f"{n}/{m}", "kind": kind, "title": "", "minutes": minutes}
        optional = kind == "lecture" and chance.random() < 0.3
        parts.append({**facts, "optional": optional, "phases": phases, "short": short})
    return {"id": f"m{n}", "parts": parts}


@pytest.mark.browser
@pytest.mark.parametrize("source", ["course", "invented"])
def test_whatever_is_chosen_the_plan_keeps_its_rules(packed, modules, source):
    chance = random.Random(f"run sheets of {source}")
    for _ in range(25):
        data = modules if source == "course" else [_invented(chance, n) for n in range(4)]
        choices = _choices(chance, [one["id"] for one in data])
        plan = packed("planOf", data, choices)
        _check_times(plan, choices)
        _check_parts(plan, data, choices)


def _check_times(plan, choices):
    lengths = {"45": 45, "90": 90, "180": 180, "days": 480, "weeks": choices["each"]}
    most = {"days": 2, "weeks": 11}.get(choices["length"], 1)
    assert len(plan["sessions"]) <= most
    for session in plan["sessions"]:
        at, sat, lunches = 0, 0, []
        for item in session["items"]:
            assert item["from"] == at, "nothing overlaps and nothing is left between"
            at += item["minutes"]
            sat = 0 if item["kind"] in ("pause", "lunch") else sat + item["minutes"]
            assert sat <= SITTING, "a break at least every 90 minutes"
            lunches += [item["from"]] if item["kind"] == "lunch" else []
        assert at == session["end"] and at + session["spare"] == lengths[choices["length"]]
        assert session["items"][0]["kind"] == "part" and session["items"][-2]["kind"] == "part"
        assert session["items"][-1] == {"kind": "close", "minutes": CLOSE, "from": at - CLOSE}
        is_long = choices["length"] == "days" and session["end"] > LONG_DAY
        assert len(lunches) == is_long or (not is_long and len(lunches) <= 1)
        assert all(150 <= start <= 255 for start in lunches)


def _check_parts(plan, data, choices):
    wanted = [one for one in data if one["id"] in choices["modules"]]
    known = {part["id"]: part for one in wanted for part in one["parts"]}
    asked = [name for name, p in known.items() if choices["guest"] or p["kind"] != "guest"]
    taught: dict[str, int] = {}
    for session in plan["sessions"]:
        units = [item["unit"] for item in session["items"] if item["kind"] == "part"]
        for item in session["items"]:
            if item["kind"] == "part":
                name = item["unit"]["id"]
                taught[name] = taught.get(name, 0) + item["minutes"]
        assert [u["id"] for u in units] == sorted((u["id"] for u in units), key=asked.index)
    left = {unit["id"]: unit for unit in plan["left"]}
    assert sorted([*taught, *left]) == sorted(asked), (
        "in the plan or left out, never both, never gone"
    )
    for name, minutes in taught.items():
        assert minutes in (known[name]["minutes"], known[name]["short"] or None)


@pytest.mark.browser
def test_what_is_worth_more_goes_in_first(packed, modules):
    """With what is worth less taken away, no part that was left out would have fitted."""
    for data in modules:
        for minutes in LENGTHS:
            kinds = {"guest": [], "read": False}
            units = packed("unitsOf", [data], kinds)
            plan = packed("choose", units, [minutes])
            left = [unit["id"] for unit in plan["left"]]
            groups = [unit["id"] for unit in plan["left"] if unit["kind"] == "group"]
            for unit in plan["left"]:
                if unit["id"] in groups[1:]:
                    continue  # it builds on the first
                first = [
                    one for one in units if one["id"] not in left and one["rank"] <= unit["rank"]
                ]
                alone = packed("choose", [*first, unit], [minutes])
                assert [one["id"] for one in alone["left"]] == [unit["id"]]


def test_without_javascript_there_is_a_sheet_for_each_module_and_length():
    html = schedule_html(COURSE).partition('<div class="fallback">')[2]
    assert html.count('<th scope="row">') == len(SESSIONS) == 10
    assert html.count("<td>") == len(SESSIONS) * len(LENGTHS)
    for session in SESSIONS:
        assert f'<th scope="row">{session.title}</th>' in html
