"""What can be computed is computed anew: totals and shares of the tables, facts from both."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
import yaml

from coursekit.content.course import load_tables
from coursekit.tables import Table, cell

from .conftest import ROOT

TABLES = load_tables(ROOT)
FACT_FILES = ("data/facts.yml", "towns/constanta/facts.yml")
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


def _facts() -> dict[str, dict]:
    """The facts with every value as it is written."""
    facts: dict[str, dict] = {}
    for path in FACT_FILES:
        text = (ROOT / path).read_text("utf-8")
        facts |= yaml.load(text, yaml.BaseLoader)
    return facts


FACTS = _facts()
IN_A_TABLE = [name for name, fact in FACTS.items() if "table" in fact]
COMPUTED = [name for name, fact in FACTS.items() if "computed" in fact]


def _is_written(value: float, text: str) -> bool:
    """Whether a number, rounded as the text is written, is that text."""
    decimals = len(text.partition(".")[2])
    return abs(value - float(text)) <= 0.5 * 10**-decimals + 1e-9


# The tables of the course: totals and shares are recomputed


def test_every_entry_of_the_course_has_its_rows():
    entries = yaml.safe_load((ROOT / "data" / "tables.yml").read_text("utf-8"))
    assert set(TABLES) == set(entries) and len(TABLES) >= 30


def _groups(table: Table, *names: str) -> dict[tuple, list[dict]]:
    groups: dict[tuple, list[dict]] = {}
    for row in table.rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return groups


COMMUNITIES = [
    pytest.param(rows, id=f"{name} {group}")
    for name, by in (
        ("constanta_ethnic_composition", ("census_date", "area")),
        ("towns_ethnic_composition_2021", ("area",)),
    )
    for group, rows in _groups(TABLES[name], *by).items()
]


@pytest.mark.parametrize("rows", COMMUNITIES)
def test_communities_add_up_to_the_town(rows):
    """A number that the census suppressed is blank: those together make a few persons."""
    (residents,) = {row["area_population_persons"] for row in rows}
    known = [row["persons"] for row in rows if row["persons"] is not None]
    missing, gaps = residents - sum(known), len(rows) - len(known)
    assert missing == 0 if not gaps else gaps <= missing <= 25 * gaps, (missing, gaps)


@pytest.mark.parametrize("rows", COMMUNITIES)
def test_shares_of_communities_follow_from_their_numbers(rows):
    unknown = sum(
        row["persons"] for row in rows if row["ethnic_group"] == "Information not available"
    )
    for row in rows:
        if row["persons"] is None:
            continue
        share = row["persons"] / row["area_population_persons"] * 100
        assert row["share_of_population_pct"] == pytest.approx(share, abs=0.0051)
        if row.get("share_of_declared_pct") is not None:
            declared = row["persons"] / (row["area_population_persons"] - unknown) * 100
            assert row["share_of_declared_pct"] == pytest.approx(declared, abs=0.0051)


def test_ages_add_up_to_the_residents_of_the_census():
    composition = [
        *TABLES["constanta_ethnic_composition"].rows,
        *TABLES["towns_ethnic_composition_2021"].rows,
    ]
    residents = {
        row["area"]: row["area_population_persons"]
        for row in composition
        if row.get("census_date", "2021-12-01") == "2021-12-01"
    }
    groups = _groups(TABLES["towns_age_structure_2021"], "area")
    for (area,), rows in groups.items():
        assert sum(row["persons"] for row in rows) == residents[area]
        for row in rows:
            share = row["persons"] / residents[area] * 100
            assert row["share_of_population_pct"] == pytest.approx(share, abs=0.0051)
    assert len(groups) == 6


OLD = ("65-69", "70-74", "75-79", "80-84", "85+")
YOUNG = ("0-4", "5-9", "10-14")


def _of_age(area: str, ages: tuple[str, ...]) -> float:
    rows = TABLES["towns_age_structure_2021"].rows
    return sum(r["persons"] for r in rows if r["area"] == area and r["age_group_years"] in ages)


def test_old_and_young_of_the_town_follow_from_the_age_groups():
    town = "Constanța (city)"
    assert _of_age(town, OLD) == float(FACTS["constanta-city-65plus-2021-persons"]["value"])
    assert _of_age(town, YOUNG) == float(FACTS["constanta-city-65plus-2021-under-15"]["value"])


def test_ageing_of_residents_follows_from_the_age_groups():
    rows = [r for r in TABLES["constanta_ageing"].rows if r["basis"] == "residents (census)"]
    assert len(rows) == 2
    for row in rows:
        index = _of_age(row["area"], OLD) / _of_age(row["area"], YOUNG) * 100
        assert row["aged_65_or_over_per_100_under_15"] == pytest.approx(index, abs=0.051)


def test_natural_increase_is_births_less_deaths():
    rows = [r for r in TABLES["constanta_births_and_deaths"].rows if r["live_births"] is not None]
    assert rows
    for row in rows:
        assert row["natural_increase_persons"] == row["live_births"] - row["deaths"]


def _share(part: str, whole: str, times: float = 100):
    return lambda row: row[part] / row[whole] * times


@pytest.mark.parametrize(
    ("name", "column", "compute", "within"),
    [
        (
            "foreign_population_share_eu",
            "foreign_citizens_share_pct",
            _share("foreign_citizens_persons", "population_persons"),
            0.0051,
        ),
        (
            "foreign_population_share_eu",
            "foreign_born_share_pct",
            _share("foreign_born_persons", "population_persons"),
            0.0051,
        ),
        (
            "prisoners_by_citizenship_partner_countries",
            "foreign_share_pct",
            _share("foreign_prisoners_persons", "all_prisoners_persons"),
            0.0051,
        ),
        (
            "temporary_protection_per_thousand",
            "per_1000_residents",
            _share("beneficiaries_persons", "residents_persons", 1000),
            0.051,
        ),
        (
            "perceived_vs_actual_share",
            "gap_percentage_points",
            lambda row: row["perceived_share_pct"] - row["actual_share_pct"],
            0.001,
        ),
        (
            "perceived_vs_actual_share",
            "ratio_perceived_to_actual_times",
            _share("perceived_share_pct", "actual_share_pct", 1),
            0.0051,
        ),
    ],
)
def test_computed_columns_follow_from_the_others(name, column, compute, within):
    checked = 0
    for row in TABLES[name].rows:
        try:
            value = compute(row)
        except TypeError:  # a blank in what it is computed from
            continue
        assert row[column] == pytest.approx(value, abs=within), row
        checked += 1
    assert checked


def _number(name: str, column: str, **where: str) -> float | None:
    return cell(TABLES, SimpleNamespace(name=name, column=column, where=where))


def test_rows_that_two_tables_share_agree():
    column = "beneficiaries_ukrainian_citizens_persons"
    for row in TABLES["ukraine_temporary_protection_romania"].rows:
        where = {"country": "Romania", "month_end": row["month_end"]}
        assert _number("temporary_protection_by_country_monthly", column, **where) == row[column]
    for row in TABLES["temporary_protection_per_thousand"].rows:
        where = {"country": row["country"], "month_end": "2025-03-31"}
        monthly = _number("temporary_protection_by_country_monthly", column, **where)
        assert monthly == row["beneficiaries_persons"]
        where = {"country": row["country"], "reference_date": "2022-01-01"}
        residents = _number("foreign_population_share_eu", "population_persons", **where)
        assert residents == row["residents_persons"]


def test_one_quota_a_year_is_the_final_one_or_else_the_first():
    by_year = {row["year"]: row for row in TABLES["romania_work_permit_quota"].rows}
    rows = TABLES["romania_quota_and_permits"].rows
    assert {row["year"] for row in rows} == set(by_year)
    for row in rows:
        full = by_year[row["year"]]
        first = None if "proposal" in str(full["note"]) else full["initial_quota_workers"]
        assert row["quota_workers"] == (full["final_quota_workers"] or first), row
        assert row["issued_permits"] == full["issued_permits"], row


def test_who_came_and_who_left_adds_up_to_all():
    (flows,) = [row for row in TABLES["romania_migration_flows"].rows if row["year"] == 2023]
    groups = _groups(TABLES["romania_migration_by_citizenship"], "direction")
    sums = {way: sum(row["persons"] for row in rows) for (way,), rows in groups.items()}
    assert sums == {
        "Came to live in Romania": flows["immigrants_persons"],
        "Left Romania": flows["emigrants_persons"],
    }


def test_decisions_on_asylum_add_up():
    kinds = ("recognised", "complementary", "rejected", "otherwise_closed")
    for row in TABLES["romania_asylum_applications"].rows:
        parts = [row[f"unhcr_decisions_{kind}_persons"] for kind in kinds]
        assert sum(parts) == row["unhcr_decisions_total_persons"], row["year"]


def test_foreigners_add_up_where_both_parts_are_exact():
    for name in ("romania_foreigners_by_year", "romania_foreigners_by_county"):
        for row in TABLES[name].rows:
            parts = (row["third_country_persons"], row["eu_eea_ch_persons"])
            if None not in (row["total_persons"], *parts) and "rounded" not in str(row["note"]):
                assert sum(parts) == row["total_persons"], row


def test_workers_of_the_county_add_up():
    rows = TABLES["constanta_foreign_workers_by_citizenship_2025"].rows
    where = {"county": "Constanța", "reference_date": "2025-04-30"}
    column = "with_right_of_stay_for_work_persons"
    total = _number("romania_foreigners_by_county", column, **where)
    assert sum(row["workers"] for row in rows) == total


def test_effects_in_the_chart_are_those_of_the_experiments():
    experiments = TABLES["communication_experiments"].rows
    known = {
        tuple(r[n] for n in ("effect_d", "interval_low_d", "interval_high_d")) for r in experiments
    }
    for row in TABLES["communication_effects"].rows:
        assert (row["effect_d"], row["interval_low_d"], row["interval_high_d"]) in known


# Facts: each agrees with its table and its formula


@pytest.mark.parametrize("name", IN_A_TABLE)
def test_a_fact_is_the_cell_of_its_table(name):
    reference = SimpleNamespace(**FACTS[name]["table"])
    value = cell(TABLES, reference)
    assert value is not None and _is_written(value, FACTS[name]["value"]), value


@pytest.mark.parametrize("name", COMPUTED)
def test_a_computed_fact_follows_from_the_others(name):
    """The course's own reader of formulas is tested elsewhere; here Python computes."""
    formula = ID.sub(lambda match: f"({FACTS[match[0]]['value']})", FACTS[name]["computed"])
    assert re.fullmatch(r"[-+*/().\d\s]+", formula)
    assert _is_written(eval(formula), FACTS[name]["value"])


def test_many_facts_are_checked():
    assert len(IN_A_TABLE) >= 200 and len(COMPUTED) >= 50


def test_facts_share_the_unit_of_their_column():
    for name in IN_A_TABLE:
        reference = FACTS[name]["table"]
        unit = TABLES[reference["name"]].entry.columns[reference["column"]].unit
        assert _same_unit(FACTS[name]["unit"], unit), (name, unit)


def _same_unit(fact: str, column: str) -> bool:
    """Applications and workers may stand in a column of persons, as their source counts them."""
    as_persons = fact in ("applications", "workers") and column == "persons"
    return fact == column or as_persons


def test_facts_of_low_confidence_are_there_on_purpose():
    weak = {name for name, fact in FACTS.items() if fact["confidence"] == "low"}
    assert weak == {name for name, fact in FACTS.items() if fact.get("weak") == "true"}
