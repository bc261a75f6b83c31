"""Scripts that extend the questions' script take from it what both need."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursekit.bundle import exported_in, imported_by, joined_files, script
from coursekit.hosts.needs import SCRIPTS
from coursekit.scripts import EXTENSIONS, QUESTIONS, script_of, with_base

from .conftest import the_course

_SCRIPT = re.compile(r'<script (?:defer|async) src="[^"]*_static/(host-[\w-]+)\.js')
_NAMES = r"^(?:async )?(?:function|const|let|class) (\w+)"
BASE = set(joined_files(f"{QUESTIONS}.js"))


def test_an_extension_comes_after_the_script_that_it_extends():
    assert with_base(["host-figures"]) == ["host-figures"]
    assert with_base(["host-tools", "host-practice"]) == [QUESTIONS, "host-tools", "host-practice"]
    assert with_base([QUESTIONS, "host-tools"]) == [QUESTIONS, "host-tools"]
    assert set(EXTENSIONS) < set(SCRIPTS)


@pytest.mark.parametrize("name", EXTENSIONS)
def test_an_extension_repeats_nothing_and_lacks_nothing(name: str):
    own = [file for file in joined_files(f"{name}.js") if file not in BASE]
    text = script_of(name)
    taken = set(re.split(r", ", text.partition("const { ")[2].partition(" } = window.")[0]))
    defined = set(re.findall(_NAMES, text, re.MULTILINE))
    assert taken and taken == imported_by(*own) & exported_in(*BASE)
    assert imported_by(*own) <= taken | defined
    assert not defined & set(re.findall(_NAMES, script(f"{QUESTIONS}.js"), re.MULTILINE)) & taken
    handed = script_of(QUESTIONS).rpartition("coursekitShared = { ")[2].partition(" }")[0]
    assert taken <= set(handed.split(", "))


def test_what_stands_on_pages_without_questions_is_whole():
    for name in set(SCRIPTS) - {QUESTIONS, *EXTENSIONS}:
        assert script_of(name) == script(f"{name}.js")


@pytest.mark.parametrize("page", [page.id for page in the_course().pages])
def test_every_page_loads_what_its_scripts_extend_first(course_site: Path, page: str):
    found = _SCRIPT.findall((course_site / f"{page}.html").read_text("utf-8"))
    assert len(found) == len(set(found))
    for name in set(EXTENSIONS) & set(found):
        assert found.index(QUESTIONS) < found.index(name)
