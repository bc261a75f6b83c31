"""Every fault in the content is told once, with its place and what to do, and nothing else is.

`tests/broken/*.yml` are lists of cases: a name, what is done to a copy of the tiny course, and the
problems that `check` finds then. A change is one of

    in: path            the first place in the file where the text stands
    replace: text
    with: text

    append: path        text at the end of the file
    text: text

    write: path         a new file, or one written anew; `hex` instead of `text` for raw bytes
    text: text

    delete: path        a file, or a folder with all it holds

Where `in` is left out, the questions of the tiny course are meant.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursekit.checks import check_course

from .conftest import TINY

BROKEN = Path(__file__).parent / "broken"
QUESTIONS = "modules/reading-numbers/questions.yml"
LONGEST_SECONDS = 2


def _cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{file.stem}: {case['name']}", case)
        for file in sorted(BROKEN.glob("*.yml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]


def copy_of_tiny(folder: Path) -> Path:
    """A copy of the tiny course in which a test may change everything."""
    return Path(shutil.copytree(TINY, folder / "course", ignore=shutil.ignore_patterns("_build")))


def apply(root: Path, change: dict[str, str]) -> None:
    """Make one change in a copy of a course."""
    if "delete" in change:
        path = root / change["delete"]
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "write" in change:
        path = root / change["write"]
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = bytes.fromhex(change["hex"]) if "hex" in change else change["text"].encode()
        path.write_bytes(raw)
    elif "append" in change:
        path = root / change["append"]
        path.write_text(path.read_text("utf-8") + change["text"], "utf-8")
    else:
        path = root / change.get("in", QUESTIONS)
        text = path.read_text("utf-8")
        assert change["replace"] in text, f"{path} does not hold {change['replace']!r}"
        path.write_text(text.replace(change["replace"], change["with"], 1), "utf-8")


CASES = dict(_cases())
"""File and name → a case."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_fault_is_told_once_with_its_place_and_what_to_do(case, tmp_path):
    root = copy_of_tiny(tmp_path)
    for change in case["change"]:
        apply(root, change)
    start = time.process_time()
    _, problems = check_course(root)
    assert [str(problem) for problem in problems] == [text.strip() for text in case["problems"]]
    assert time.process_time() - start < LONGEST_SECONDS


def test_the_copy_without_a_change_has_no_problems(tmp_path):
    assert check_course(copy_of_tiny(tmp_path))[1] == []


def test_names_of_cases_are_used_once():
    names = [name for name, _ in _cases()]
    assert len(names) == len(set(names)) >= 75
