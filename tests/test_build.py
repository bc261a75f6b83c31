"""The site is built whole or not at all, and only what changed is built again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, TINY

QUESTIONS = "modules/reading-numbers/questions.yml"
LECTURE = "_build/site/modules/reading-numbers/lecture.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory, tiny_site) -> Path:
    """A copy of the tiny course with its build, to change at will."""
    folder = tmp_path_factory.mktemp("build") / "tiny"
    unsealed = shutil.ignore_patterns(".sealed*")  # Sphinx builds anew in another place
    shutil.copytree(tiny_site.parents[1], folder, symlinks=True, ignore=unsealed)
    assert run(folder, "build").returncode == 0
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coursekit", *words], cwd=folder, capture_output=True, text=True
    )


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_unchanged_course_writes_no_page_again(built):
    done = run(built, "build")
    assert done.returncode == 0
    assert "reading sources" not in done.stderr and "writing output" not in done.stderr


def test_a_changed_question_reaches_its_page_without_running_a_cell(built):
    replace(built / QUESTIONS, "That is a feeling, not a figure.", "A feeling is no figure.")
    done = run(built, "build")
    assert "A feeling is no figure." in (built / LECTURE).read_text("utf-8")
    assert "book/glossary" not in done.stderr, "pages without the question are not read again"
    assert "executing" not in done.stderr.lower()


def test_a_changed_question_of_a_test_reaches_the_page_of_the_test(built):
    replace(built / QUESTIONS, "6 of 100 is 6 %.", "6 of 100 makes 6 %.")
    assert run(built, "build").returncode == 0
    assert "6 of 100 makes 6 %." in (built / "_build/site/book/before.html").read_text("utf-8")


def test_a_changed_case_reaches_its_page_and_the_library(built):
    replace(built / "data/good-practice/long-table.yml", "Rumours went round.", "Rumours, rumours.")
    done = run(built, "build")
    assert done.returncode == 0
    for page in ("book/good-practice/long-table.html", "book/good-practice.html"):
        assert "Rumours, rumours." in (built / "_build/site" / page).read_text("utf-8")
    replace(built / "data/good-practice/long-table.yml", "Rumours, rumours.", "Rumours went round.")
    assert "book/glossary" not in done.stderr, "pages without the case are not read again"


def test_nothing_is_built_from_a_tree_with_problems(built):
    before = (built / LECTURE).read_bytes()
    text = (built / QUESTIONS).read_text("utf-8")
    replace(built / QUESTIONS, "kind: opinion", "kind: feeling")
    done = run(built, "build")
    (built / QUESTIONS).write_text(text, "utf-8")
    assert done.returncode == 1
    assert f"{QUESTIONS}:" in done.stderr and "1 problem." in done.stderr
    assert (built / LECTURE).read_bytes() == before


def test_a_failing_cell_leaves_the_old_site_and_names_the_notebook(built):
    before = (built / LECTURE).read_bytes()
    for name in ("solutions", "exercises"):
        file = built / name / "reading-numbers" / "individual.ipynb"
        replace(file, "residents, foreign = 1000, 30", "residents, foreign = 1000 + None, 30")
    done = run(built, "build")
    for name in ("solutions", "exercises"):
        file = built / name / "reading-numbers" / "individual.ipynb"
        replace(file, "residents, foreign = 1000 + None, 30", "residents, foreign = 1000, 30")
    assert done.returncode == 1
    assert "reading-numbers/individual.ipynb: a cell of the notebook failed: " in done.stderr
    assert "TypeError" in done.stderr and "Traceback" not in done.stderr
    assert (built / LECTURE).read_bytes() == before


def test_an_interrupted_swap_is_mended_by_the_next_build(built):
    site = built / "_build" / "site"
    site.rename(site.with_name("site.old"))
    assert run(built, "build").returncode == 0
    assert (site / "index.html").is_file() and not site.with_name("site.old").exists()


def test_two_builds_of_one_tree_are_equal(built, tmp_path):
    other = tmp_path / "tiny"
    shutil.copytree(TINY, other)
    assert run(other, "build").returncode == 0
    shutil.copy(TINY / QUESTIONS, built / QUESTIONS)
    assert run(built, "build").returncode == 0
    once, again = (
        {file.relative_to(course): file for file in (course / "_build" / "site").rglob("*.*")}
        for course in (other, built)
    )
    assert once.keys() == again.keys()
    for name, file in once.items():
        if file.is_file():
            assert file.read_bytes() == again[name].read_bytes(), name


def test_a_changed_figure_reaches_its_pages_their_notes_the_list_and_the_table(built):
    for seal in (built / "_build").glob(".sealed*"):
        seal.unlink()  # what the tests before have broken is built
    assert run(built, "build").returncode == 0
    for old, new in (("value: 30", "value: 40"), ("value: 3.0", "value: 4.0")):
        replace(built / "data" / "facts.yml", old, new)
    done = run(built, "build")
    for new, old in (("value: 30", "value: 40"), ("value: 3.0", "value: 4.0")):
        replace(built / "data" / "facts.yml", old, new)
    assert done.returncode == 0, done.stderr
    site = built / "_build" / "site"
    welcome = (site / "book" / "welcome.html").read_text("utf-8")
    assert "4.0% (1 December 2021, <a" in welcome
    assert "<strong>4.0%</strong>" in welcome.partition('<details class="figures">')[2]
    assert "<strong>4.0%</strong>" in (site / "book" / "figures.html").read_text("utf-8")
    assert "foreign-share-2021" in (site / "_static" / "figures.csv").read_text("utf-8-sig")
    assert "modules/reading-numbers/lecture" not in done.stderr, "pages without it are not read"
    assert "executing" not in done.stderr.lower()


def test_a_changed_address_of_a_source_reaches_the_notes(built):
    replace(built / "data" / "sources.yml", "example.org/census", "example.org/new")
    assert run(built, "build").returncode == 0
    replace(built / "data" / "sources.yml", "example.org/new", "example.org/census")
    site = built / "_build" / "site"
    assert "https://example.org/new" in (site / "book" / "welcome.html").read_text("utf-8")
    assert run(built, "build").returncode == 0


def test_faults_of_the_tree_are_told_with_the_names_of_the_course(built):
    text = (built / "book" / "welcome.md").read_text("utf-8")
    (built / "book" / "welcome.md").write_text(text + "\n```{nothing}\n```\n", "utf-8")
    done = run(built, "build")
    (built / "book" / "welcome.md").write_text(text, "utf-8")
    assert done.returncode == 1
    assert "book/welcome.md:7: " in done.stderr and "_build" not in done.stderr


def test_plain_jupyter_book_builds_the_same_course_strictly(built):
    program = Path(sys.executable).with_name("jupyter-book")
    done = subprocess.run(
        [program, "build", "-W", "-n", "--keep-going", "."],
        cwd=built,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    welcome = (built / "_build" / "html" / "book" / "welcome.html").read_text("utf-8")
    assert "3.0% (1 December 2021, <a" in welcome and "{{" not in welcome


def test_commands_answer_wrong_words_with_2_and_a_folder_without_course_with_1(tmp_path):
    assert run(ROOT, "bulid").returncode == 2
    done = run(tmp_path, "check")
    assert done.returncode == 1
    assert "not inside a course" in done.stderr
