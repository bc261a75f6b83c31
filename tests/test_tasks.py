"""Exercises: what authors write, what the page gets, and the model answers."""

from __future__ import annotations

import json
from datetime import date

import pytest

from coursekit.audit import read_page
from coursekit.render_tasks import solution_html, workbook_html
from coursekit.tasks import FIELDS
from coursekit.tasks.task import CardValue

from .conftest import ROOT, the_course


@pytest.fixture(scope="module")
def course():
    return the_course()


def test_every_kind_of_field_is_used_in_the_course_and_explained(course):
    used = {field.kind for task in course.tasks.values() for field in task.fields.values()}
    assert used == set(FIELDS)
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for kind in FIELDS:
        assert f"`{kind}`" in guide, kind


def test_every_field_kind_has_its_script():
    folder = ROOT / "src" / "coursekit" / "web" / "workbook" / "fields"
    assert {file.stem for file in folder.glob("*.js")} == set(FIELDS)


def test_every_task_can_be_shown_with_and_without_javascript(course):
    for name, task in course.tasks.items():
        html = workbook_html(name, task, course.cards, course.wording)
        data = html.partition('class="data">')[2].partition("</script>")[0]
        assert json.loads(data)["task"]["id"] == name
        fallback = html.partition('class="fallback">')[2]
        for step in task.steps.values():
            assert step.title.split("&")[0] in fallback
        for field in task.fields.values():
            assert field.label.split("&")[0].split("'")[0] in fallback


def test_every_model_answer_keeps_its_word_limits(course):
    for name, task in course.tasks.items():
        for key, answer in task.model.items():
            most = getattr(task.fields[key], "max_words", None)
            if most and isinstance(answer, str):
                assert len(answer.split()) <= most, (name, key)


def test_every_choice_of_a_model_answer_exists(course):
    for name, task in course.tasks.items():
        for key, answer in task.model.items():
            known = {
                entry["id"]
                for group in ("options", "items")
                for entry in task.fields[key].own_data().get(group, [])
            }
            if known:
                assert set(answer) <= known, (name, key)


def test_solutions_show_every_model_answer_and_weak_answer(course):
    for name, task in course.tasks.items():
        html = solution_html(name, task)
        assert html.count("<dt>") == len(task.model) > 0
        assert html.count("<q>") == len(task.weak) >= 3


def test_whatever_is_invented_says_so(course):
    for name, card in course.cards.items():
        if name.startswith("ft-"):
            assert card.fictional, name


def test_minutes_of_the_notebook_are_those_of_the_task(course):
    for name, task in course.tasks.items():
        topic, _, entry = name.partition(".")
        for folder in ("exercises", "solutions"):
            assert course.notebooks[f"{folder}/{topic}/{entry}"].minutes == task.minutes


def test_the_capstone_counts_sixty_points_as_the_curriculum_has_them(course):
    task = course.tasks["plan-and-priorities.group"]
    assert task.points == {"total": 60, "pass": 40, "distinction": 52}
    four = {name for name, criterion in task.rubric.items() if criterion.points == 4}
    assert four == {"crisis", "budget", "pitch"}
    starred = {name for name, criterion in task.rubric.items() if criterion.star}
    assert starred == {"facts", "objectives", "message", "consent", "measurement"}


def test_points_stand_in_one_place_only(course):
    for task in course.tasks.values():
        for criterion in task.rubric.values():
            assert "points)" not in criterion.text


def test_every_criterion_says_what_good_and_very_good_work_looks_like(course):
    for name, task in course.tasks.items():
        for key, criterion in task.rubric.items():
            assert set(criterion.levels) == {"2", "3"}, (name, key)


def test_without_javascript_the_rubric_tells_points_levels_and_what_passes(course):
    html = workbook_html(
        "x", course.tasks["plan-and-priorities.group"], course.cards, course.wording
    )
    fallback = html.partition('class="fallback">')[2]
    for part in ("★ (6 points)", "A 3: ", "40 of 60 points", "With distinction: 52", "(optional)"):
        assert part in fallback, part
    other = workbook_html(
        "x", course.tasks["people-words-duties.group"], course.cards, course.wording
    ).partition('class="fallback">')[2]
    assert "2 or more on average" in other and "points)" not in other


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("2015", "year", "2015"),
        ("118400", "persons", "118,400\N{NO-BREAK SPACE}persons"),
        ("1234567", "lei", "1,234,567\N{NO-BREAK SPACE}lei"),
        ("4.9", "points", "4.9\N{NO-BREAK SPACE}points"),
        ("0", "persons", "0\N{NO-BREAK SPACE}persons"),
        ("400", "%", "400\N{NO-BREAK SPACE}%"),
    ],
)
def test_values_of_cards_have_separators_and_years_none(value, unit, shown):
    assert CardValue(label="x", value=value, unit=unit).shown == shown


def test_every_day_of_a_model_answer_is_a_day(course):
    for task in course.tasks.values():
        for key, answer in task.model.items():
            if task.fields[key].kind == "date":
                assert date.fromisoformat(answer)
    words = solution_html("x", course.tasks["plan-and-priorities.group"])
    assert "<dd>2 February 2026</dd>" in words


def test_every_model_answer_has_the_rows_that_are_asked_for(course):
    for name, task in course.tasks.items():
        for key, answer in task.model.items():
            least = getattr(task.fields[key], "min_rows", None) or 0
            if isinstance(answer, list):
                assert len(answer) >= least, (name, key)


def test_model_answers_may_stand_on_the_page_of_their_exercise(course):
    name, task = next(iter(course.tasks.items()))
    page = workbook_html(name, task, course.cards, course.wording) + solution_html(name, task)
    assert [fault for fault in read_page(page).faults if "stands twice" in fault] == []
