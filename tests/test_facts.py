"""Figures: their words in each language, their references, their rules and their list."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
import yaml

from coursekit.checks import check_course, check_warnings, load_sound_course
from coursekit.facts import evaluate, last_day
from coursekit.numbers import Unit, format_date, format_number, format_value, plain_number
from coursekit.render_figures import figures_csv, figures_html, page_note
from coursekit.statistics import find_statistics
from coursekit.values import FORMS

from .conftest import ROOT, TINY, the_course
from .test_broken import apply, copy_of_tiny
from .test_build import run

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def units() -> dict[str, Unit]:
    given = yaml.load((ROOT / "data" / "units.yml").read_text("utf-8"), yaml.BaseLoader)
    return {name: Unit.model_validate(unit) for name, unit in given.items()}


@pytest.fixture(scope="module")
def tiny():
    return load_sound_course(TINY)


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.mark.parametrize(
    ("value", "english", "romanian"),
    [
        ("0", "0", "0"),
        ("7", "7", "7"),
        ("1000", "1,000", "1.000"),
        ("263688", "263,688", "263.688"),
        ("19042455", "19,042,455", "19.042.455"),
        ("0.75", "0.75", "0,75"),
        ("1234.50", "1,234.50", "1.234,50"),
        ("4.30", "4.30", "4,30"),
        ("-15.1", "−15.1", "−15,1"),
        ("10 15", "10 to 15", "10–15"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, english, romanian):
    given = _value(value)
    assert format_number(given, "en") == english
    assert format_number(given, "ro") == romanian
    assert plain_number(given) == value


def _value(text: str):
    numbers = tuple(map(Decimal, text.split()))
    return numbers if len(numbers) == 2 else numbers[0]


@pytest.mark.parametrize(
    ("value", "unit", "english", "romanian"),
    [
        ("1", "persons", "1 person", "1 persoană"),
        ("2", "persons", "2 persons", "2 persoane"),
        ("19", "persons", "19 persons", "19 persoane"),
        ("20", "persons", "20 persons", "20 de persoane"),
        ("21", "persons", "21 persons", "21 de persoane"),
        ("101", "persons", "101 persons", "101 persoane"),
        ("120", "persons", "120 persons", "120 de persoane"),
        ("0", "persons", "0 persons", "0 persoane"),
        ("263688", "persons", "263,688 persons", "263.688 de persoane"),
        ("1.6", "percent", "1.6%", f"1,6{NBSP}%"),
        ("60 70", "percent", "60 to 70%", f"60–70{NBSP}%"),
        ("-1.1", "percentage-points", "−1.1 percentage points", "−1,1 puncte procentuale"),
        ("106", "million-eur", "106 million euros", "106 milioane de euro"),
        ("230", "million-eur", "230 million euros", "230 de milioane de euro"),
        ("6.5", "billion-eur", "6.5 billion euros", "6,5 miliarde de euro"),
        ("1", "lei", "1 leu", "1 leu"),
        ("740000", "lei", "740,000 lei", "740.000 de lei"),
        ("2024", "year", "2024", "2024"),
        ("1", "years", "1 year", "1 an"),
        ("22", "years", "22 years", "22 de ani"),
    ],
)
def test_values_stand_with_their_unit_in_the_right_form(units, value, unit, english, romanian):
    assert format_value(_value(value), units[unit], "en") == english
    assert format_value(_value(value), units[unit], "ro") == romanian


@pytest.mark.parametrize(
    ("iso", "english", "romanian"),
    [
        ("2023", "2023", "2023"),
        ("2023-12", "December 2023", "decembrie 2023"),
        ("2023-12-31", "31 December 2023", "31 decembrie 2023"),
        ("2019/2023", "2019 to 2023", "2019–2023"),
        ("2020-12/2021-02", "December 2020 to February 2021", "decembrie 2020–februarie 2021"),
        ("2025-01/2025-11", "January to November 2025", "ianuarie–noiembrie 2025"),
        ("2017-08-15/2017-09-13", "15 August to 13 September 2017", "15 august–13 septembrie 2017"),
    ],
)
def test_dates_say_what_is_known_of_them(iso, english, romanian):
    assert format_date(iso, "en") == english
    assert format_date(iso, "ro") == romanian


def test_every_unit_has_both_languages_and_takes_any_number(units):
    for name, unit in units.items():
        for value in ("0", "1", "2", "20", "1.5"):
            for lang in ("en", "ro"):
                assert "{}" not in format_value(Decimal(value), unit, lang), name


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("", "1,000 persons (1 December 2021, [Office of Examples](figures.md#residents-2021))"),
        (".value", "1,000 persons"),
        (".number", "1,000"),
        (".plain", "1000"),
        (".date", "1 December 2021"),
        (".cite", "(1 December 2021, [Office of Examples](figures.md#residents-2021))"),
        (".source", "[Office of Examples](figures.md#residents-2021)"),
    ],
)
def test_a_reference_says_what_its_form_promises(tiny, form, text):
    assert tiny.values.on("book/welcome")[f"fact.residents-2021{form}"] == text


def test_every_form_is_tried_and_explained():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for form in filter(None, FORMS):
        assert f".{form} }}}}`" in guide, form


def test_links_start_from_the_page_they_stand_on(tiny):
    link = tiny.values.on("modules/reading-numbers/lecture")["fact.residents-2021.source"]
    assert "(../../book/figures.md#residents-2021)" in link
    assert "(../../book/figures.md#residents-2021)" in tiny.values["fact.residents-2021.source"]


def test_formulas_are_arithmetic_and_nothing_else(tiny):
    facts = tiny.facts
    assert evaluate("foreigners-2021 / residents-2021 * 100", facts) == 3
    assert evaluate("(residents-2021 - foreigners-2021) / 10", facts) == 97
    assert evaluate("2 + 3 * 4 - -1", facts) == 15
    for wrong in ("", "2 +", "(2", "2 3", "1 / 0", "nothing", "2 ** 3 )", "__import__"):
        with pytest.raises(ValueError):
            evaluate(wrong, facts)


def test_a_stale_fact_is_a_warning_that_names_the_owner(tiny):
    assert check_warnings(tiny, date(2032, 6, 30)) == []
    warnings = [str(warning) for warning in check_warnings(tiny, date(2032, 7, 1))]
    assert len(warnings) == 3
    assert warnings[0] == (
        "data/facts.yml:11: 'residents-2021', review: the review was due in June 2032 "
        "(Editors of the tiny course).\n"
        "  Look for a newer figure at the source, then set `read` and `review` anew."
    )


def test_check_warns_and_check_strict_refuses():
    words = ("check", "--course", str(TINY), "--today", "2033-01-01")
    done = run(ROOT, *words)
    assert done.returncode == 0 and done.stderr.count("Warning: data/facts.yml:") == 3
    strict = run(ROOT, *words, "--strict")
    assert strict.returncode == 1 and "3 problems." in strict.stderr
    assert run(ROOT, *words[:-1], "2026-12-01", "--strict").returncode == 0


def test_the_review_is_due_at_the_end_of_its_month_or_year():
    assert last_day("2028-02") == date(2028, 2, 29)
    assert last_day("2027") == date(2027, 12, 31)
    assert last_day("2027-03-05") == date(2027, 3, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2021, 47% of people", ["47%"]),
        ("5 to 15% and 7.5 per cent", ["5 to 15%", "7.5 per cent"]),
        ("263,688 residents, 45000 visitors", ["263,688", "45000"]),
        ("4.25 million people for 12 million euros", ["4.25 million", "12 million euros"]),
        ("€ 500, 300 lei", ["€ 500", "300 lei"]),
        ("| Tatar | 6,802 |\n| **FICTIONAL** | 7,000 |", ["6,802"]),
        ("Shares [FICTIONAL]: 30%.\n\nAnd 40%.", ["40%"]),
        ("- 30% (FICTIONAL)\n- 40%", ["40%"]),
        ("on 31 March 2025, from 2019 to 2023, in December 2021, 2021-12-01", []),
        ("Law 122/2006, GEO 44/2004, (EU) 2022/382, HG 945/2020", []),
        ("from 9:00 to 16:00, in 25 minutes, step 3 of 12, 200 people", []),
        ("call 0241 123 456 or +40 241 123 456", []),
        ("see [1,000 things](https://example.org/45000) or https://example.org/45000", ["1,000"]),
        ("`print(45000)` and {{ fact.residents-2021.value }}", []),
        ("```\n45000\n```", []),
        ("```{note}\n45000\n```", ["45000"]),
        ("Eurobarometer 469, I-1, G-10, COVID-19, about 400 years, the 1990s", []),
    ],
)
def test_digits_are_found_where_they_are_statistics(text, found):
    assert [digits for _, digits in find_statistics(text)] == found


def test_a_town_has_facts_of_its_own(tmp_path):
    root = copy_of_tiny(tmp_path)
    apply(
        root,
        {"in": "_config.yml", "replace": '      name: "C', "with": '      id: x\n      name: "C'},
    )
    entry = (root / "data" / "facts.yml").read_text("utf-8").partition("foreigners-2021:")[0]
    text = entry.replace("residents-2021:", "pupils-2021:")
    apply(root, {"write": "towns/x/facts.yml", "text": text})
    apply(
        root, {"append": "book/welcome.md", "text": "\n{{ fact.pupils-2021.value }} [FICTIONAL]\n"}
    )
    course, problems = check_course(root)
    assert problems == []
    assert course.fact_files["pupils-2021"] == "towns/x/facts.yml"
    assert "pupils-2021" in course.uses["book/welcome"]


def test_uses_are_found_in_texts_questions_and_exercises(course):
    lecture = course.uses["modules/people-words-duties/lecture"]
    assert "overestimate-2021" in lecture, "in a cell"
    assert "constanta-county-minorities-2021-turks-share-all" in lecture, "in a question"
    assert "timisoara-population-2021" in course.uses["modules/people-words-duties/quiz"], (
        "in a set"
    )


def test_the_list_of_figures_says_everything_of_those_that_are_used(course):
    html = "".join(figures_html(course))
    used = {name for names in course.uses.values() for name in names}
    assert used and len(used) < len(course.facts)
    for name, fact in course.facts.items():
        assert (f'<div id="{name}">' in html) == (name in used)
        if name in used:
            assert fact.owner in html
    assert 'href="../modules/people-words-duties/lecture.html">People, words and duties</a>' in html


def test_the_note_of_a_page_has_the_address_of_every_source(tiny, course):
    note = page_note(tiny, "book/welcome")
    assert "https://example.org/census" in note and 'href="figures.html#residents-2021"' in note
    assert page_note(tiny, "book/glossary") == ""
    lecture = "modules/people-words-duties/lecture"
    for name in course.uses[lecture]:
        assert f'href="../../book/figures.html#{name}"' in page_note(course, lecture)


def test_the_table_opens_in_excel_with_one_row_a_figure(course):
    text = figures_csv(course)
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len({name for names in course.uses.values() for name in names})
    row = next(row for row in rows if row["id"] == "constanta-city-population-2021")
    assert (row["value"], row["in words"]) == ("263688", "263,688 persons")
    assert row["date"] == "2021-12-01" and row["address"].startswith("https://")


def test_notebooks_compute_with_facts(monkeypatch):
    from coursekit import fact
    from coursekit.errors import CourseError

    monkeypatch.chdir(TINY)
    assert fact("foreign-share-2021") == 3.0
    with pytest.raises(CourseError, match="no fact 'nothing'"):
        fact("nothing")
