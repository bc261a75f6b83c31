"""What sessions took becomes proposals for minutes, and these are written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coursekit import new_minutes
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.errors import CourseError
from coursekit.localise import translatable_files
from coursekit.timings import LARGEST_FILE, propose, read_sessions
from coursekit.translate.language import course_texts

from .test_broken import copy_of_tiny

TOPIC = "reading-numbers"
LECTURE = f"modules/{TOPIC}/lecture.ipynb"
SOUND = {"coursekit": "timings", "v": 1, "topic": TOPIC, "lang": "en", "date": "2026-03-02"}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The tiny course with two sections that say how long they take."""
    root = copy_of_tiny(tmp_path)
    notebook = json.loads((root / LECTURE).read_text("utf-8"))
    for cell, minutes in (("h-choice", 6), ("h-multiple", 4)):
        (found,) = (one for one in notebook["cells"] if one["id"] == cell)
        found["source"][1:2] = ["\n", f"*About {minutes} minutes*\n", "\n"]
    notebook["metadata"]["course"]["minutes"] = 10
    (root / LECTURE).write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return root


def saved(folder: Path, name: str, day: int = 2, **minutes: float) -> Path:
    parts = [
        {"id": part.replace("_", "-"), "planned": 6, "minutes": took}
        for part, took in minutes.items()
    ]
    file = folder / name
    file.write_text(json.dumps({**SOUND, "date": f"2026-03-0{day}", "parts": parts}), "utf-8")
    return file


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Three sessions: one section with three times, one with two, and the case."""
    return [
        str(saved(tmp_path, "a.json", 2, h_choice=8.4, h_multiple=9, case=31)),
        str(saved(tmp_path, "b.json", 3, h_choice=9.1, h_multiple=9, case=42)),
        str(saved(tmp_path, "c.json", 4, h_choice=30, case=35.5)),
    ]


def minutes_in(root: Path) -> tuple[int, str]:
    text = (root / LECTURE).read_text("utf-8")
    return json.loads(text)["metadata"]["course"]["minutes"], text


def test_a_table_shows_median_spread_and_number_of_sessions(course, files, capsys):
    before = (course / LECTURE).read_bytes()
    assert main(["timings", "--course", str(course), *files]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Kind", "choice", "6", "3", "9.1", "8.8–19.6", "9"] in lines
    assert ["Kind", "multiple", "4", "2", "9.0", "9.0–9.0", "–"] in lines
    assert ["(case)", "6", "3", "35.5", "33.2–38.8", "36"] in lines
    assert (course / LECTURE).read_bytes() == before


def test_proposals_of_three_sessions_go_into_section_and_metadata(course, files, capsys):
    before = (course / LECTURE).read_text("utf-8")
    assert main(["timings", "--course", str(course), "--write", *files]) == 0
    total, text = minutes_in(course)
    assert total == 13
    changed = {line for line in text.splitlines() if line not in before.splitlines()}
    assert changed == {'    "*About 9 minutes*\\n",', '   "minutes": 13,'}
    assert LECTURE in capsys.readouterr().out
    assert main(["timings", "--course", str(course), "--write", *files]) == 0
    assert minutes_in(course) == (total, text)


def test_other_minutes_leave_no_translation_outdated(course, files):
    def texts() -> list[tuple[str, str]]:
        loaded, _ = load_course(course)
        groups = course_texts(loaded, translatable_files(loaded))
        return [(one.place, one.text) for group in groups.values() for one in group]

    before = texts()
    main(["timings", "--course", str(course), "--write", *files])
    assert texts() == before


def test_notes_that_name_the_old_minutes_are_told_of(course, files, capsys):
    _, text = minutes_in(course)
    notebook = json.loads(text)
    at = next(n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "h-choice")
    notes = {"tags": ["notes", "remove-cell"]}
    cell = {"cell_type": "markdown", "id": "notes-x", "metadata": notes}
    notebook["cells"].insert(at + 1, {**cell, "source": ["*Timing:* 6 minutes; in pairs."]})
    (course / LECTURE).write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")
    assert main(["timings", "--course", str(course), "--write", *files]) == 0
    assert "the notes say 6 minutes, the section now 9" in capsys.readouterr().err


BROKEN = {
    "empty": b"",
    "no JSON": b'{"coursekit": "timings"',
    "not UTF-8": b"\xff\xfe\x00",
    "a list": b"[1]",
    "deep": b"[" * 100_000,
    "another file": b'{"coursekit": "progress", "v": 1}',
    "another topic": json.dumps({**SOUND, "topic": "unknown", "parts": []}).encode(),
    "a way out": json.dumps({**SOUND, "topic": "../../x", "parts": []}).encode(),
    "no day": json.dumps({**SOUND, "date": "yesterday", "parts": []}).encode(),
    "a name": json.dumps({**SOUND, "trainer": "N. N.", "parts": []}).encode(),
    "text": json.dumps({**SOUND, "parts": [{"id": "a", "planned": 1, "minutes": "9"}]}).encode(),
    "endless": json.dumps(
        {**SOUND, "parts": [{"id": "a", "planned": 1, "minutes": float("inf")}]}
    ).encode(),
    "below 0": json.dumps({**SOUND, "parts": [{"id": "a", "planned": 1, "minutes": -1}]}).encode(),
    "twice": json.dumps({**SOUND, "parts": [{"id": "a", "planned": 1, "minutes": 1}] * 2}).encode(),
    "too large": b" " * (LARGEST_FILE + 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_of_and_nothing_is_written(course, files, tmp_path, capsys, name):
    bad = tmp_path / "bad.json"
    bad.write_bytes(BROKEN[name])
    before = (course / LECTURE).read_bytes()
    assert main(["timings", "--course", str(course), "--write", *files, str(bad)]) == 1
    said = capsys.readouterr()
    assert f"{bad}:1: " in said.err and "Nothing was written" in said.err
    assert "Kind choice" in said.out, "the others are still compared"
    assert (course / LECTURE).read_bytes() == before


def test_a_session_named_twice_counts_once(course, tmp_path):
    one = saved(tmp_path, "a.json", h_choice=8)
    two = saved(tmp_path, "copy.json", h_choice=8)
    sessions, problems = read_sessions([one, two], [TOPIC])
    assert len(sessions) == 1 and "the same session" in str(problems[0])


def test_where_one_notebook_cannot_be_written_none_is_changed(course, files, monkeypatch):
    loaded, _ = load_course(course)
    sessions, _ = read_sessions(map(Path, files), [TOPIC])
    before = (course / LECTURE).read_bytes()

    def fail(path: Path, text: bytes) -> bool:
        path.write_bytes(text)
        raise OSError("the disk is full")

    monkeypatch.setattr(new_minutes, "write_whole", fail)
    with pytest.raises(CourseError, match="No notebook was changed"):
        new_minutes.write_minutes(loaded, propose(loaded, sessions))
    assert (course / LECTURE).read_bytes() == before
