"""The one file to run on a fresh machine: what it says when something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import course
import pytest

from .conftest import ROOT


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("error: [Errno 28]\nConnection broken", "The disk is full"),
        ("NameResolutionError: Temporary failure in name resolution", "internet"),
        ("ERROR: No matching distribution found for pyyaml==6", "internet"),
        ("Command '…ensurepip' returned non-zero exit status 1", "python3-venv"),
    ],
)
def test_a_fault_of_pip_becomes_one_sentence(output, sentence):
    told = course.advice(output)
    assert sentence in told and told.count(". ") == 0


def test_an_old_python_is_told_what_to_do():
    code = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); "
        "runpy.run_path('course.py', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_first_lines_run_on_any_python():
    head = (ROOT / "course.py").read_text("utf-8").split("import hashlib")[0]
    assert "f'" not in head and 'f"' not in head and "->" not in head


def test_without_network_the_first_start_says_so_and_can_be_repeated(tmp_path):
    for name in ("course.py", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    nowhere = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_DEFAULT_TIMEOUT": "2",
    }
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "course.py", "check"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={**os.environ, **nowhere},
        )
        assert done.returncode == 1
        assert "connect this machine to the internet" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / ".venv" / "coursekit-stamp").exists()


def test_a_second_start_takes_less_than_two_seconds(tmp_path):
    command = [sys.executable, "course.py", "schema", str(tmp_path / "schema.json")]
    spent = []
    for _ in range(2):
        start = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        spent.append(time.monotonic() - start)
        assert done.returncode == 0, done.stderr
    assert "Preparing" not in done.stdout
    assert spent[1] < 2


def test_course_py_needs_the_standard_library_alone():
    code = "import sys; sys.path.insert(0, '.'); import course; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    names = {name.partition(".")[0] for name in done.stdout.split()} - {"course", "__main__"}
    assert done.returncode == 0, done.stderr
    assert names <= sys.stdlib_module_names | {"encodings", "_distutils_hack"}


@pytest.mark.parametrize(
    ("words", "town", "folder", "rest"),
    [
        ([], [], "course", []),
        (["--no-browser"], [], "course", ["--no-browser"]),
        (["--town", "x", "--no-browser"], ["--town", "x"], "towns/lab", ["--no-browser"]),
    ],
)
def test_the_lab_opens_the_tree_of_the_town_that_is_wanted(words, town, folder, rest, monkeypatch):
    calls = []
    monkeypatch.setattr(course, "prepare", lambda *_: "python")
    monkeypatch.setattr(course, "run", lambda words, where=None: calls.append((words, where)))
    course.lab(words)
    tree = ROOT / "_build" / folder
    assert calls[0][0] == ["python", "-m", "coursekit", "localise", *town, str(tree)]
    assert calls[1] == (["python", "-m", "jupyter", "lab", *rest], tree)
