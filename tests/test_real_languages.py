"""Every language that the course is translated into: the same course, and it can be answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coursekit.bundle import SOURCE, speaking
from coursekit.checks import load_sound_course
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.content.towns import towns_of
from coursekit.localise import localise, translatable_files
from coursekit.sessions import parts_of
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
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def tree(lang, course, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp(lang) / "tree"
    localise(course, folder, read_translation(ROOT, lang))
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


def test_run_sheets_have_the_same_parts(tree, lang, course):
    """What they look for in notes and texts is found in the words of the language."""
    if lang not in WHOLE:
        pytest.skip("not wholly translated")
    with speaking(lang, read_translation(ROOT, lang).interface()):
        translated = load_course(tree)[0]
        parts = {
            name: [_shape(part) for part in parts_of(translated, name)] for name in course.topics
        }
    with speaking(SOURCE, {}):
        for name in course.topics:
            assert parts[name] == [_shape(part) for part in parts_of(course, name)], name


def _shape(part):
    phases = [(phase.id, phase.minutes) for phase in part.phases]
    facts = (part.id, part.kind, part.minutes, part.optional, part.short_minutes, phases)
    return (*facts, bool(part.late), len(part.before))


@pytest.mark.browser
def test_a_robot_answers_every_question_of_the_language(tree, grader):  # noqa: F811
    for full, question in load_course(tree)[0].questions.items():
        if not question.graded:
            continue
        data = json.loads(json.dumps(question.data(full)))
        right, wrong = grader(data, [question.right_response(), question.wrong_response()])
        assert (right["score"], right["outcome"]) == (1, "right"), (full, right)
        assert wrong["score"] < 1 and wrong["outcome"] != "right", (full, wrong)


def missing_texts(course, lang, files) -> list[str]:
    """The texts of a course that have no translation, or an outdated one."""
    known = read_translation(course.root, lang).known
    groups = course_texts(course, files).values()
    wanted = {(one.place, one.text) for group in groups for one in group}
    return sorted(f"{place}: {text}" for place, text in wanted - known.keys())


@pytest.mark.parametrize("lang", WHOLE)
def test_nothing_is_missing_and_nothing_is_outdated(course, lang):
    assert missing_texts(course, lang, translatable_files(course)) == []


@pytest.mark.parametrize("lang", WHOLE)
def test_the_files_are_those_that_the_command_writes(lang, capsys):
    assert main(["texts", lang, "--course", str(ROOT)]) == 0
    assert "0 files changed" in capsys.readouterr().out
