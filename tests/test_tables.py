"""Tables are read strictly, and a reference leads to one number or says why not."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

import pytest

import coursekit
from coursekit.checks.places import Places
from coursekit.checks.tables import check_units_are_known, fault_of_cell
from coursekit.content.course import load_course, load_tables
from coursekit.errors import CourseError
from coursekit.tables import cell

from .conftest import TINY


@dataclass
class Reference:
    name: str
    column: str
    where: dict[str, str] = field(default_factory=dict)


def test_rows_hold_texts_numbers_and_gaps():
    rows = load_tables(TINY)["residents_by_year"].rows
    assert rows[1] == {
        "year": 2020.0,
        "counted_on": "2020-12",
        "residents_persons": 1190.0,
        "share_pct": None,
        "source": "census",
        "note": "rounded, see the source",
    }


def test_a_row_knows_its_line():
    assert load_tables(TINY)["residents_by_year"].lines == (2, 3, 4)


def test_table_gives_a_notebook_its_rows(monkeypatch):
    monkeypatch.chdir(TINY / "modules")
    rows = coursekit.table("residents_by_year")
    assert [row["residents_persons"] for row in rows] == [1180, 1190, 1204]
    rows.clear()
    assert len(coursekit.table("residents_by_year")) == 3


def test_table_names_the_table_that_does_not_exist(monkeypatch):
    monkeypatch.chdir(TINY)
    with pytest.raises(CourseError, match="'residents'"):
        coursekit.table("residents")


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        (Reference("residents_by_year", "residents_persons", {"year": "2021"}), 1204),
        (Reference("residents_by_year", "share_pct", {"counted_on": "2019-12-01"}), 4.1),
        (Reference("residents_by_year", "share_pct", {"year": "2020"}), None),
        (Reference("residents_by_year", "residents_persons"), None),
        (Reference("residents_by_year", "residents_persons", {"year": "last"}), None),
        (Reference("residents_by_year", "source", {"year": "2020"}), None),
        (Reference("births_by_year", "births", {"year": "2020"}), None),
    ],
)
def test_a_reference_leads_to_a_number_or_to_none(reference, value):
    assert cell(load_tables(TINY), reference) == value


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        (Reference("residents_by_year", "share_pct", {"year": "2021"}), ""),
        (Reference("births", "births"), "there is no table 'births'."),
        (
            Reference("residents_by_year", "resident_persons"),
            "the table has no column 'resident_persons'. Did you mean 'residents_persons'?",
        ),
        (Reference("residents_by_year", "note"), "the column 'note' holds no numbers."),
        (Reference("residents_by_year", "share_pct"), "3 rows fit, where one must."),
        (Reference("residents_by_year", "year", {"year": "1"}), "no rows fit, where one must."),
        (Reference("residents_by_year", "share_pct", {"year": "2020"}), "the cell is empty."),
    ],
)
def test_a_reference_without_a_number_says_why(reference, fault):
    course, _ = load_course(TINY)
    assert fault_of_cell(course, reference) == fault


def test_an_unknown_unit_is_told_with_its_place():
    course, _ = load_course(TINY)
    course = dataclasses.replace(course, units=dict.fromkeys(("year", "persons", "per-cent")))
    assert [str(problem) for problem in check_units_are_known(course, Places(TINY))] == [
        "data/tables.yml:11: 'residents_by_year', columns, share_pct, unit: "
        "there is no unit 'percent'.\n"
        "  Did you mean 'per-cent'? Correct the name, or add it to data/units.yml."
    ]


def test_a_unit_with_a_fault_is_not_called_missing():
    course, _ = load_course(TINY)
    unread = course.unread | {("data/units.yml", "percent")}
    course = dataclasses.replace(course, units={"year": 1, "persons": 1}, unread=unread)
    assert list(check_units_are_known(course, Places(TINY))) == []
