"""The gates are tested: each fault that is put in is caught by the gate that claims it.

`tests/gates.yml` holds all of them: what is wrong, where it is put in, the gate, and what it says.

    check      a rule of the content, over a copy of the tiny course
    strict     a warning of `check --strict`
    audit      `coursekit.audit`, over a copy of the built tiny site: no browser is needed
    translated what a translation has to have, over the tiny course in Romanian
    markup     `coursekit.markup`, over the same
    browser    a page in the browser: `tests/browser/test_seeded.py`

`python -m tests.test_gates` prints the list as a table.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursekit.audit import LARGEST_PICTURE, audit_site
from coursekit.checks import check_course, check_warnings
from coursekit.localise import translatable_files
from coursekit.markup import markup_faults
from coursekit.translate.language import refresh_language

from .test_broken import CASES, apply, copy_of_tiny
from .test_real_languages import missing_texts

FAULTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("gates.yml").read_text("utf-8")
)
GATES = ("check", "strict", "translated", "audit", "markup", "browser")
TODAY = date(2026, 11, 27)
LECTURE = "modules/reading-numbers/lecture.html"


def seeded(*gates: str):
    """The faults of some gates as the parameters of a test."""
    chosen = [fault for fault in FAULTS if fault["gate"] in gates]
    return pytest.mark.parametrize("seed", chosen, ids=[fault["fault"] for fault in chosen])


def test_there_are_many_faults_and_each_has_a_gate():
    names = [fault["fault"] for fault in FAULTS]
    assert len(names) == len(set(names)) >= 75
    assert {fault["gate"] for fault in FAULTS} == set(GATES)


@seeded("check", "strict")
def test_a_fault_of_the_content_is_caught(seed, tmp_path):
    root = copy_of_tiny(tmp_path)
    changes = CASES[seed["case"]]["change"] if "case" in seed else seed["change"]
    for change in changes if isinstance(changes, list) else [changes]:
        apply(root, change)
    course, problems = check_course(root)
    warnings = check_warnings(course, TODAY)
    told = [str(problem) for problem in (warnings if seed["gate"] == "strict" else problems)]
    assert any(seed["says"] in text for text in told), told


@seeded("translated")
def test_a_lost_translation_is_caught(seed, tmp_path):
    root = copy_of_tiny(tmp_path)
    course = check_course(root)[0]
    files = translatable_files(course)
    refresh_language(course, "ro", files)
    for file in (root / "locale/ro").glob("*.po"):
        head, *entries = file.read_text("utf-8").split("\n\n")
        said = [
            entry if seed["says"] in entry else entry.replace('msgstr ""', 'msgstr "x"', 1)
            for entry in entries
        ]
        file.write_text("\n\n".join([head, *said]), "utf-8")
    missing = missing_texts(course, "ro", files)
    assert len(missing) == 1 and seed["says"] in missing[0], missing


@pytest.fixture(scope="module")
def copied_site(tiny_site, tmp_path_factory) -> Path:
    """A copy of the built tiny site in which a test may change the lecture."""
    return Path(shutil.copytree(tiny_site, tmp_path_factory.mktemp("gates") / "site"))


@seeded("audit")
def test_a_fault_of_a_page_is_caught(seed, copied_site):
    file = copied_site / LECTURE
    whole = file.read_text("utf-8")
    assert seed["replace"] in whole, seed["replace"]
    (file.parent / "large.png").write_bytes(bytes(LARGEST_PICTURE + 1))
    file.write_text(whole.replace(seed["replace"], seed["with"], 1), "utf-8")
    try:
        told = audit_site(copied_site, LECTURE)[LECTURE]
    finally:
        file.write_text(whole, "utf-8")
    assert len(told) == 1 and seed["says"] in told[0], told


@seeded("markup")
def test_a_fault_of_the_html_is_caught(seed, copied_site):
    whole = (copied_site / LECTURE).read_text("utf-8")
    told = markup_faults(whole.replace(seed["replace"], seed["with"], 1))
    assert len(told) == 1 and seed["says"] in told[0], told


def test_a_sound_site_has_no_fault(tiny_site):
    found = audit_site(tiny_site)
    assert len(found) > 15 and not any(found.values()), found
    assert _of_markup(tiny_site) == {}


def test_no_page_of_the_course_has_a_fault(course_site):
    found = {page: told for page, told in audit_site(course_site).items() if told}
    assert found == {}
    assert _of_markup(course_site) == {}


def _of_markup(site: Path) -> dict[str, list[str]]:
    told = {page.name: markup_faults(page.read_text("utf-8")) for page in site.rglob("*.html")}
    return {name: faults for name, faults in told.items() if faults}


def _table() -> str:
    rows = [f"| {n} | {one['fault']} | {one['gate']} |" for n, one in enumerate(FAULTS, 1)]
    return "\n".join(["| no. | fault | caught by |", "| --- | --- | --- |", *rows])


if __name__ == "__main__":
    print(_table())
