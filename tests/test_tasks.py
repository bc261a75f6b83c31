"""Exercises: what authors write, what the page gets, and the model answers."""

from __future__ import annotations

import json

import pytest

from coursekit.checks import load_sound_course
from coursekit.render_tasks import solution_html, workbook_html
from coursekit.tasks import FIELDS

from .conftest import ROOT


@pytest.fixture(scope="module")
def course():
    return load_sound_course(ROOT)


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
