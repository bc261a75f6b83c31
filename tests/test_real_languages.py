"""Every language that the course is translated into: the same course, and it can be answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coursekit.checks import load_sound_course
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.content.towns import towns_of
from coursekit.localise import localise, translatable_files
from coursekit.translate.language import course_texts, languages, read_translation

from .conftest import ROOT, the_course
from .test_grading import grader  # noqa: F401

LANGUAGES = languages(ROOT)
WHOLE = ("ro",)
"""Languages in which nothing is missing."""


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture(scope="module", params=LANGUAGES)
def tree(request, course, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp(request.param) / "tree"
    localise(course, folder, read_translation(ROOT, request.param))
    return folder


def test_the_tree_is_the_same_course(tree, course):
    translated, problems = load_course(tree)
    assert problems == []
    assert list(translated.questions) == list(course.questions)
    assert list(translated.tasks) == list(course.tasks)
    assert [page.id for page in translated.pages] == [page.id for page in course.pages]
    for name, question in course.questions.items():
        assert translated.questions[name].revision == question.revision


@pytest.mark.parametrize("town", [one for one in towns_of(ROOT) if one != "constanta"])
def test_every_town_gives_a_sound_course_in_every_language(town, tmp_path):
    course = load_sound_course(ROOT, town)
    for lang in LANGUAGES:
        localise(course, tmp_path / lang, read_translation(ROOT, lang))
        translated, problems = load_course(tmp_path / lang)
        assert problems == [] and translated.local.id == town
        assert translated.questions.keys() == course.questions.keys()
        cells = (cell for book in translated.notebooks.values() for cell in book.cells)
        assert not [cell.id for cell in cells if "check" in cell.tags and "assert" in cell.source]


@pytest.mark.browser
def test_a_robot_answers_every_question_of_the_language(tree, grader):  # noqa: F811
    for full, question in load_course(tree)[0].questions.items():
        if not question.graded:
            continue
        data = json.loads(json.dumps(question.data(full)))
        right, wrong = grader(data, [question.right_response(), question.wrong_response()])
        assert (right["score"], right["outcome"]) == (1, "right"), (full, right)
        assert wrong["score"] < 1 and wrong["outcome"] != "right", (full, wrong)


@pytest.mark.parametrize("lang", WHOLE)
def test_nothing_is_missing_and_nothing_is_outdated(course, lang):
    known = read_translation(ROOT, lang).known
    groups = course_texts(course, translatable_files(course)).values()
    wanted = {(one.place, one.text) for group in groups for one in group}
    assert sorted(wanted - known.keys()) == []


@pytest.mark.parametrize("lang", WHOLE)
def test_the_files_are_those_that_the_command_writes(lang, capsys):
    assert main(["texts", lang, "--course", str(ROOT)]) == 0
    assert "0 files changed" in capsys.readouterr().out
