"""The real course has no problems, and its texts, documents and lists agree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from coursekit.bundle import labels, web_text
from coursekit.checks import load_sound_course
from coursekit.cli import _parser
from coursekit.questions import KINDS

from .conftest import ROOT, TINY, the_course

WEB = ROOT / "src" / "coursekit" / "web"


@pytest.fixture(scope="module")
def course():
    return the_course()


def test_the_course_has_no_problems(course):
    assert course.pages and course.questions and course.sources


def test_every_topic_has_a_module_quiz_of_ten(course):
    for topic in course.topics.values():
        if not topic.questions:
            continue  # exercises ahead of their module
        members = [q for q in topic.questions.values() if q.set == "module-quiz"]
        assert len(members) == 10, topic.name


def test_the_tiny_course_shows_every_kind():
    kinds = {question.kind for question in load_sound_course(TINY).questions.values()}
    assert kinds == set(KINDS)


def test_kinds_are_the_same_in_python_javascript_and_the_guide():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    scripts = set(re.findall(r'^  "?([a-z-]+)"?:', _kinds_object(), re.MULTILINE))
    assert scripts == set(KINDS)
    for kind in KINDS:
        assert f"`{kind}`:" in guide, f"CONTRIBUTING.md does not explain the kind {kind}"


def _kinds_object() -> str:
    text = web_text("grade.js")
    start = text.index("export const KINDS")
    return text[start : text.index("};", start)]


def test_every_command_is_in_the_readme_and_has_an_example():
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = _parser()._subparsers._group_actions[0].choices
    for name, command in commands.items():
        assert f"course.py {name}" in readme, f"README.md does not mention {name}"
        assert "Example: " in command.epilog


def test_no_words_of_the_interface_stand_in_scripts_unlabelled():
    used = set()
    for file in WEB.rglob("*.js"):
        text = file.read_text("utf-8")
        used |= set(re.findall(r"\blabels\.(\w+)", text)) | set(
            re.findall(r'\blabels\["(\w+)"\]', text)
        )
    missing = used - set(labels())
    assert not missing, f"labels.yml lacks {missing}"


def test_labels_repeat_no_key():
    lines = [
        line.split(":")[0]
        for line in web_text("labels.yml").splitlines()
        if re.match(r"^[\w-]+:", line)
    ]
    assert len(lines) == len(set(lines)) == len(yaml.safe_load(web_text("labels.yml")))


def test_no_file_names_a_package_registry():
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".", "debian" + ".org")
    for file in ROOT.rglob("*"):
        parts = file.relative_to(ROOT).parts
        if file.is_file() and not any(part.startswith(".") or part == "_build" for part in parts):
            text = file.read_text("utf-8", errors="ignore")
            assert not any(host in text for host in hosts), file


def test_locks_are_pinned_and_hashed():
    for name in ("requirements.lock", "requirements-test.lock", "requirements-lab.lock"):
        text = (ROOT / name).read_text()
        assert text.count("--hash=sha256:") > text.count("==") > 50
        assert "://" not in text


def test_python_is_formatted_and_free_of_lint():
    programs = Path(sys.executable).parent
    for words in (["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        done = subprocess.run([programs / words[0], *words[1:]], cwd=ROOT, capture_output=True)
        assert done.returncode == 0, done.stdout.decode()
