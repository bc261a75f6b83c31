"""The course in numbers: counted from the files, printed, and shown to trainers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coursekit.checks import load_sound_course
from coursekit.cli import main
from coursekit.course_stats import count_course, lesson_text
from coursekit.render_stats import stats_html, stats_text

from .conftest import TINY
from .test_broken import copy_of_tiny

LECTURE = "modules/reading-numbers/lecture"


@pytest.fixture(scope="module")
def stats():
    return count_course(load_sound_course(TINY))


def _with_cell(root, source: str, tags: list[str]):
    """The course with one more cell at the end of its lecture."""
    file = root / f"{LECTURE}.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    cell = {"cell_type": "markdown", "id": "added", "metadata": {"tags": tags}, "source": [source]}
    notebook["cells"].append(cell)
    file.write_text(json.dumps(notebook, indent=1), "utf-8")
    return load_sound_course(root)


def test_kinds_and_levels_count_every_question_once(stats):
    course = load_sound_course(TINY)
    assert stats.questions == stats.levels.total() == len(course.questions)
    applied = [q for q in course.questions.values() if q.level == "apply"]
    assert stats.apply_share == round(100 * len(applied) / len(course.questions))


def test_words_that_learners_read_count_and_notes_do_not(stats, tmp_path):
    read = _with_cell(copy_of_tiny(tmp_path / "a"), "Five words more to read.\n", ["slide"])
    assert count_course(read).words == stats.words + 5
    note = _with_cell(copy_of_tiny(tmp_path / "b"), "A note.\n", ["notes", "remove-cell"])
    assert count_course(note).words == stats.words


def test_tables_headings_and_picture_addresses_are_no_running_text(tmp_path):
    source = "## Head\n\n| a | b |\n| --- | --- |\n| c | d |\n"
    course = _with_cell(copy_of_tiny(tmp_path), source, [])
    before = load_sound_course(TINY).notebooks[LECTURE]
    assert lesson_text(course.notebooks[LECTURE]).strip() == lesson_text(before).strip()


def test_minutes_of_groups_stand_apart(stats):
    course = load_sound_course(TINY)
    group = replace(course.path[-1], id="exercises/reading-numbers/group", minutes=40)
    longer = count_course(replace(course, pages=(*course.pages, group)))
    assert (longer.minutes, longer.group_minutes) == (stats.minutes, stats.group_minutes + 40)


def test_text_and_page_tell_the_same_numbers(stats):
    text, html = stats_text(stats), "".join(stats_html(stats))
    assert f"{stats.words:,} of running text" in text and f"{stats.words:,} of running text" in html
    for page in stats.pages:
        assert page.page.id in text and f"{page.page.id}.html" in html


def test_the_command_prints_them(capsys):
    assert main(["stats", "--course", str(TINY)]) == 0
    assert LECTURE in capsys.readouterr().out
