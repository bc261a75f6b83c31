"""A roster: every fault of every row is told; results are counted as the learner's page does."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml

from coursekit.award.register import serial_of, write_register
from coursekit.award.results import NoResults, conditions_of, read_results
from coursekit.award.roster import COLUMNS, Participant, Roster, read_roster
from coursekit.errors import ContentProblems, CourseError

TODAY = date(2026, 11, 27)
HEAD = "name,date,level,hours,number,results\n"
WEB = Path(__file__).parent / "web" / "diploma.yml"
OLENA = "Олена Шевченко"


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Roster:
    path = folder / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path, TODAY)


def _problems(folder: Path, *rows: str, head: str = HEAD) -> list[tuple[int, str]]:
    with pytest.raises(ContentProblems) as told:
        _read(folder, head + "\n".join(rows))
    return [(problem.line, f"{problem.what} {problem.todo}") for problem in told.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_whatever_a_spreadsheet_saves_is_read(tmp_path, encoding, sign):
    rows = ["nume,data,nivel,ore", "Ţălu Ştefan,27.11.2026,participare,24", ",,,"]
    text = "\r\n".join(rows).replace(",", sign)
    roster = _read(tmp_path, text, encoding)
    (one,) = roster.participants
    assert (one.name, one.awarded, one.level, one.hours) == (
        "Ţălu Ştefan",
        "2026-11-27",
        "attended",
        24,
    )
    assert one.line == 2
    assert bool(roster.notes) == (encoding in ("cp1250", "utf-16"))
    assert all("Windows-1250" in note for note in roster.notes if encoding == "cp1250")


def test_a_workbook_is_read_like_a_table(tmp_path):
    book = openpyxl.Workbook()
    for row in (("Name", "Date", "Level", "Hours"), (OLENA, date(2026, 11, 20), "Attended", 22.5)):
        book.active.append(row)
    book.save(tmp_path / "roster.xlsx")
    (one,) = read_roster(tmp_path / "roster.xlsx", TODAY).participants
    assert (one.name, one.awarded, one.hours) == (OLENA, "2026-11-20", 22.5)


@pytest.mark.parametrize("data", [b"PK\x03\x04 no book", b'name,date\n"open', b"name\n\x81\xff"])
def test_a_broken_file_is_told(tmp_path, data):
    (tmp_path / "roster.csv").write_bytes(data)
    with pytest.raises(CourseError, match=r"roster\.csv"):
        read_roster(tmp_path / "roster.csv", TODAY)


def test_every_fault_of_every_row_is_told_at_once(tmp_path):
    rows = [
        "Ana Pop,30.02.2026,attended,24,,",
        ",2026-11-27,attended,24,,",
        "Ana Pop,2026-11-27,self-declared,many,,",
        f"{'Ana' * 70},2026-11-27,attended,24,,",
        "A\u202ena,2026-11-27,attended,24,,",
        "Ana 1900101223344,2026-11-27,attended,24,,",
        "ana@town.example,2026-11-27,attended,24,,",
        "Ana Pop,2036-11-27,attended,24,,",
        "Ana Pop,2026-11-27,attended,24,,none.json",
        "Pop, Ana,2026-11-27,attended,24,,",
        "Ion Popescu,2026-11-27,attended,24,,",
        "ION POPESCU,2026-11-27,attended,12,,",
    ]
    told = _problems(tmp_path, *rows)
    assert [line for line, _ in told if line != 11] == [2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 13]
    assert {line for line, _ in told} == set(range(2, 14)) - {12}
    said = dict(told)
    assert "no day of the calendar" in said[2]
    assert "210 signs" in said[5]
    assert "U+202E" in said[6]
    assert "birth number" in said[7]
    assert "stands in line 12 already" in said[13] and "number" in said[13]


def test_two_people_of_one_name_are_told_apart_by_a_number(tmp_path):
    people = _read(
        tmp_path,
        HEAD + "Ion Pop,2026-11-27,attended,24,1,\nIon Pop,2026-11-27,attended,20,2,",
    ).participants
    serials = {serial_of(b"x" * 32, "course", "town", person) for person in people}
    assert len(serials) == 2


def test_missing_columns_are_told_and_needless_ones_are_not_read(tmp_path):
    told = _problems(tmp_path, "Ana,x@town.example", head="name,e-mail\n")
    assert [line for line, _ in told] == [1, 1, 1]
    text = "name,date,level,hours,CNP\nAna,2026-11-27,attended,24,1900101223344"
    roster = _read(tmp_path, text)
    assert "'CNP'" in roster.notes[0]
    assert "1900101223344" not in repr(roster)
    told = _problems(tmp_path, "a,b", head="name,nume,date,level,hours\n")
    assert "stands here twice" in told[0][1]


def test_no_column_asks_for_more_than_the_diploma_says():
    assert set(COLUMNS) == {"name", "date", "level", "hours", "number", "results"}


def test_serials_stay_and_tell_nothing():
    one = Participant(2, "Ștefania", "2026-11-27", "attended", 24)
    same = Participant(9, "S\u0326tefania", "2026-11-27", "supervised", 20)
    assert serial_of(b"x" * 32, "c", "t", one) == serial_of(b"x" * 32, "c", "t", same)
    assert serial_of(b"y" * 32, "c", "t", one) != serial_of(b"x" * 32, "c", "t", one)


def test_a_name_is_no_formula_in_the_register(tmp_path):
    names = ["=HYPERLINK(1)", "+1", "@SUM", "-2", "'quoted", "Ana"]
    rows = [
        {"serial": f"2222-2222-222{n}", "name": name, "date": "2026-11-27"}
        for n, name in enumerate(names, 2)
    ]
    path = write_register(tmp_path, rows)
    cells = [line.split(",")[1] for line in path.read_text("utf-8-sig").splitlines()[1:]]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    rows = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert sorted(row["name"].removeprefix("'") for row in rows) == sorted(names)


@pytest.mark.parametrize("case", yaml.safe_load(WEB.read_text("utf-8")), ids=lambda c: c["name"])
def test_conditions_are_counted_as_the_page_counts_them(case, tmp_path):
    if case["call"] != "conditionsOf":
        pytest.skip("another function")
    known, kept = case["args"]
    copy = {"coursekit": "progress", "v": 1, **{k: kept[k] for k in ("attempts", "workbooks")}}
    (tmp_path / "copy.json").write_text(json.dumps(copy), "utf-8")
    found = conditions_of(known, read_results(tmp_path / "copy.json"))
    wanted = [one for one in case["result"] if one["name"] != "pages"]
    assert [(one.name, one.is_met, one.n, one.m) for one in found] == [
        (one["name"], one["isMet"], one["n"], one["m"]) for one in wanted
    ]
    assert [list(one.open) for one in found] == [
        [left["title"] for left in one["open"]] for one in wanted
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"coursekit": "timings", "v": 1}', "[" * 5000])
def test_another_file_is_no_results_file(tmp_path, text):
    (tmp_path / "copy.json").write_text(text)
    with pytest.raises(NoResults):
        read_results(tmp_path / "copy.json")


def test_hostile_results_count_for_nothing(tmp_path):
    known, kept = yaml.safe_load(WEB.read_text("utf-8"))[1]["args"]
    odd = [None, 5, [], {"v": 1}, {"v": 1, "question": [], "revision": 1, "at": "x"}]
    odd += [{**one, "score": True} for one in kept["attempts"]]
    odd += [{**one, "at": 5} for one in kept["attempts"]]
    books = {"a.individual": {"rubric": {"r": True, "s": "3"}}, "z.group": {"rubric": [3, 3]}}
    copy = {"coursekit": "progress", "v": 1, "attempts": odd, "workbooks": books}
    (tmp_path / "copy.json").write_text(json.dumps(copy))
    found = conditions_of(known, read_results(tmp_path / "copy.json"))
    assert [one.is_met for one in found] == [False] * 4
