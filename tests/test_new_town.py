"""A new town: a few answers, a skeleton with notes, and a course that builds at once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coursekit.checks import check_course
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.content.found import Found
from coursekit.content.towns import read_standard
from coursekit.localise import localise
from coursekit.new_town import ask, read_answers, write_town

from .conftest import ROOT

ANSWERS = {
    "id": "verdeni",
    "name": 'Verdeni "on the hill" [FICTIONAL]',
    "country": "ro",
    "owner": "Town hall, communication office",
    "languages": ["ro", "uk"],
    "page": "https://verdeni.example",
}


@pytest.fixture
def answers(tmp_path):
    def write(**changed: object) -> Path:
        given = {key: value for key, value in (ANSWERS | changed).items() if value is not None}
        path = tmp_path / "answers.yml"
        path.write_text(yaml.safe_dump(given, allow_unicode=True), "utf-8")
        return path

    return write


@pytest.mark.parametrize("country", ["ro", "it", "bg"])
def test_the_skeleton_is_a_sound_town_of_a_known_and_of_an_unknown_country(
    country, answers, tmp_path, capsys
):
    folder = tmp_path / "verdeni"
    path = answers(country=country, country_name="Bulgaria" if country == "bg" else None)
    words = ["new-town", str(folder), "--from", str(path), "--course", str(ROOT)]
    assert main(words) == 0 and f"coursekit ready {folder}" in capsys.readouterr().out
    course, problems = check_course(ROOT, str(folder))
    assert problems == []
    assert (folder / "country.yml").is_file() == (country == "bg")
    localise(course, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.values["town.name"] == ANSWERS["name"]
    assert main(["ready", str(folder), "--course", str(ROOT)]) == 1


def test_the_skeleton_asks_for_all_that_the_course_wants_and_explains_itself(answers, tmp_path):
    folder = write_town(ROOT, read_answers(answers()), tmp_path / "verdeni")
    text = (folder / "town.yml").read_text("utf-8")
    assert "<<" not in text and text.count("#") > 20
    standard = read_standard(ROOT, Found())
    town = load_course(ROOT, str(folder))[0].local.town
    assert set(town.institutions) == set(standard.institutions)
    assert set(town.services) == set(standard.services)
    assert town.institutions["town-hall"].is_reachable


def test_without_a_page_the_town_hall_is_unknown_too(answers, tmp_path):
    path = answers(page=None, languages=None)
    folder = write_town(ROOT, read_answers(path), tmp_path / "verdeni")
    assert check_course(ROOT, str(folder))[1] == []
    assert load_course(ROOT, str(folder))[0].local.town.institutions["town-hall"].unknown


def test_nothing_is_overwritten(answers, tmp_path, capsys):
    folder = tmp_path / "verdeni"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    words = ["new-town", str(folder), "--from", str(answers()), "--course", str(ROOT)]
    assert main(words) == 1
    assert "something is here already" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_wrong_answers_are_told_all_at_once(answers, tmp_path, capsys):
    path = answers(id="Verdeni Town", owner=None, page="www.verdeni.example")
    assert main(["new-town", str(tmp_path / "v"), "--from", str(path), "--course", str(ROOT)]) == 1
    told = capsys.readouterr().err
    assert "'owner' is missing" in told and "not a web address" in told
    assert "the name 'Verdeni Town' is not allowed" in told and not (tmp_path / "v").exists()


def test_the_questions_are_asked_again_until_there_is_an_answer(tmp_path, capsys):
    given = iter(
        ["Verdeni!", "verdeni", "", "Verdeni", "bg", "Press office", "", "bg, tr", "", "Bulgaria"]
    )
    answered = ask(ROOT, lambda question: next(given))
    assert (answered.id, answered.name, answered.country_name) == ("verdeni", "Verdeni", "Bulgaria")
    assert answered.languages == ["bg", "tr"] and answered.county == "" and answered.page is None
    assert "Please answer this one." in capsys.readouterr().out
    assert check_course(ROOT, str(write_town(ROOT, answered, tmp_path / "v")))[1] == []
