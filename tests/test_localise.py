"""The localised tree: an ordinary course in which everything is filled in, written sparingly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit.checks import load_sound_course
from coursekit.content.course import find_root, load_course
from coursekit.errors import CourseError
from coursekit.localise import FOLDERS, TREE, localise
from coursekit.progress import attempts_path

from .conftest import ROOT, the_course
from .test_broken import apply, copy_of_tiny
from .test_build import run


@pytest.fixture
def root(tmp_path) -> Path:
    return copy_of_tiny(tmp_path)


def write(root: Path) -> tuple[Path, int]:
    return root / TREE, localise(load_sound_course(root), root / TREE)


def times(tree: Path) -> dict[str, int]:
    return {
        path.relative_to(tree).as_posix(): path.stat().st_mtime_ns
        for path in tree.rglob("*")
        if path.is_file()
    }


def test_no_placeholder_is_left_in_the_whole_course(tmp_path):
    course = the_course()
    localise(course, tmp_path / "tree")
    for folder in FOLDERS:
        for path in (tmp_path / "tree" / folder).rglob("*"):
            if path.suffix in (".md", ".ipynb", ".yml"):
                assert "{{ town." not in path.read_text("utf-8"), path
                assert "{{ fact." not in path.read_text("utf-8"), path


def test_the_tree_is_a_sound_course_with_the_same_pages_questions_and_uses(tmp_path):
    course = the_course()
    localise(course, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.is_localised
    assert (tree.pages, tree.questions, tree.tasks) == (
        course.pages,
        course.questions,
        course.tasks,
    )
    assert (tree.facts, tree.uses, tree.cards) == (course.facts, course.uses, course.cards)


def test_figures_stand_in_texts_questions_and_documents_with_links_that_fit(root):
    tree, _ = write(root)
    welcome = (tree / "book" / "welcome.md").read_text("utf-8")
    assert "3.0% (1 December 2021, [Office of Examples](figures.md#foreign-share-2021))" in welcome
    apply(root, {"replace": "answer: 3.0", "with": 'answer: "{{ fact.foreign-share-2021.plain }}"'})
    write(root)
    questions = load_course(tree)[0].questions
    assert questions["reading-numbers.number"].answer == 3.0


def test_code_keeps_its_braces(root):
    code = "`{{ fact.residents-2021 }}` is written in a text.\n"
    apply(root, {"append": "book/welcome.md", "text": f"\n{code}"})
    assert code in (write(root)[0] / "book" / "welcome.md").read_text("utf-8")


def test_an_unchanged_course_touches_no_file_and_a_change_touches_one(root):
    tree, first = write(root)
    before = times(tree)
    assert first == len(before) - 1, "all but the stamp"
    assert write(root)[1] == 0 and times(tree) == before
    apply(root, {"in": "book/welcome.md", "replace": "For tests.", "with": "For the tests."})
    assert write(root)[1] == 1
    after = times(tree)
    assert {name for name in after if after[name] != before[name]} == {"book/welcome.md"}


def test_what_is_gone_from_the_course_goes_and_what_others_put_there_stays(root):
    apply(root, {"write": "book/images/old/map.svg", "text": "<svg/>"})
    tree, _ = write(root)
    (tree / "book" / "mine.ipynb").write_text("{}")
    apply(root, {"delete": "book/images"})
    assert write(root)[1] == 1
    assert not (tree / "book" / "images").exists()
    assert (tree / "book" / "mine.ipynb").is_file()
    assert not list(tree.rglob("*.new"))


def test_a_folder_with_other_files_is_left_alone(root, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    for target in (other, root):
        with pytest.raises(CourseError, match="other files are here already"):
            localise(load_sound_course(root), target)
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


def test_the_command_writes_where_it_is_told_or_into_the_build_folder(root, tmp_path):
    assert run(root, "localise").returncode == 0
    assert (root / TREE / "book" / "welcome.md").is_file()
    done = run(root, "localise", str(tmp_path / "copy"))
    assert done.returncode == 0 and str(tmp_path / "copy") in done.stdout
    apply(root, {"append": "book/welcome.md", "text": "\n{{ fact.nothing }}\n"})
    broken = run(root, "localise", str(tmp_path / "copy"))
    assert broken.returncode == 1 and "book/welcome.md:7: there is no fact" in broken.stderr


def test_attempts_stay_with_the_course_that_the_tree_was_made_from(root, tmp_path, monkeypatch):
    monkeypatch.delenv("COURSEKIT_ATTEMPTS", raising=False)
    tree, _ = write(root)
    (root / ".coursekit").mkdir()
    kept = root / ".coursekit" / "attempts.jsonl"
    kept.write_text('{"v": 1}\n')
    found = find_root(tree / "modules" / "reading-numbers")
    assert found == tree and attempts_path(found) == kept
    write(root)
    assert kept.read_text() == '{"v": 1}\n'


def test_a_tree_outside_the_course_keeps_attempts_of_its_own(root, tmp_path, monkeypatch):
    monkeypatch.delenv("COURSEKIT_ATTEMPTS", raising=False)
    copy = tmp_path / "copy"
    localise(load_sound_course(root), copy)
    assert attempts_path(copy) == copy / ".coursekit" / "attempts.jsonl"
    assert str(root) not in (copy / ".localised.json").read_text()


def test_a_live_notebook_in_the_tree_shows_the_filled_in_question(root):
    tree, _ = write(root)
    code = "from coursekit import quiz; print(quiz('reading-numbers.choice').__dict__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tree / "modules" / "reading-numbers",
        env={**os.environ, "COURSEKIT_STATIC": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Which sentence about Constanta" in done.stdout


def test_the_lab_opens_the_tree():
    text = (ROOT / "course.py").read_text("utf-8")
    assert 'TREE = ROOT / "_build" / "course"' in text and Path("_build", "course") == TREE


def test_exercises_are_still_those_of_their_solutions(root):
    apply(
        root,
        {
            "in": "solutions/reading-numbers/individual.ipynb",
            "replace": "Work out the share.",
            "with": "Work out the share for {{ town.name }}.",
        },
    )
    assert run(root, "practice").returncode == 0
    tree, _ = write(root)
    exercise = json.loads((tree / "exercises/reading-numbers/individual.ipynb").read_text("utf-8"))
    assert "Constanta" in "".join(exercise["cells"][0]["source"])
