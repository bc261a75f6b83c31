"""The grading cases of every kind, run through the real grader in Chromium."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursekit.bundle import module
from coursekit.checks import load_sound_course
from coursekit.content.course import fill
from coursekit.content.reading import read_model
from coursekit.content.yamlfile import YamlFile
from coursekit.questions import KINDS

from .conftest import ROOT, TINY

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent / "cases"
GRADE = """([question, responses]) => {
  const all = responses.map((response) => window.grade(question, response));
  return JSON.parse(JSON.stringify(all));
}"""


@pytest.fixture(scope="module")
def grader(chromium):
    page = chromium.new_page()
    page.add_script_tag(content=module("grade.js") + "\nwindow.grade = grade;", type="module")
    page.wait_for_function("() => window.grade")
    yield lambda question, responses: page.evaluate(GRADE, [question, responses])
    page.close()


def _blocks() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for file in sorted(CASES.glob("*.yml")):
        for block in yaml.safe_load(file.read_text("utf-8")):
            found.append((f"{file.stem}-{block['question']['id']}", block))
    return found


def _as_text(value: Any) -> Any:
    """What the strict reader would give for a value that was read with types."""
    if isinstance(value, dict):
        return {_as_text(key): _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _question_data(block: dict[str, Any]) -> dict[str, Any]:
    entry = _as_text(block["question"])
    name = entry.pop("id")
    file = YamlFile(name)
    question = read_model(file, (name,), fill(file, entry, {}), KINDS[entry["kind"]])
    assert not file.problems, file.problems
    return question.data(name)


def _response(case: dict[str, Any]) -> Any:
    response = case["response"]
    if isinstance(response, dict) and set(response) == {"repeat", "times"}:
        return response["repeat"] * response["times"]
    return response


@pytest.mark.parametrize(("name", "block"), _blocks(), ids=[name for name, _ in _blocks()])
def test_every_case_gets_its_score_outcome_and_feedback(grader, name, block):
    cases = block["cases"]
    results = grader(_question_data(block), [_response(case) for case in cases])
    for case, result in zip(cases, results, strict=True):
        told = f"{name}: {case['name']}: {result}"
        assert result["outcome"] == case["outcome"], told
        score = case["score"]
        assert result["score"] == (None if score is None else pytest.approx(score, abs=0.005)), told
        assert result.get("problem") == case.get("problem"), told
        for wanted in case.get("says", []):
            assert any(_matches(wanted, said) for said in result["says"]), told


def _matches(wanted: Any, said: dict[str, Any]) -> bool:
    if isinstance(wanted, dict):
        return all(said.get(key) == value for key, value in wanted.items())
    return said.get("for") == wanted


def test_every_kind_has_cases():
    assert {file.stem for file in CASES.glob("*.yml")} == set(KINDS)


@pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "course"])
def test_a_robot_answers_every_question_rightly_wrongly_and_not_at_all(grader, root):
    for full, question in load_sound_course(root).questions.items():
        data = json.loads(json.dumps(question.data(full)))
        right, wrong, blank = grader(
            data, [question.right_response(), question.wrong_response(), None]
        )
        assert blank["outcome"] == "blank" and blank["score"] is None, full
        if not question.graded:
            assert right["score"] is None and right["outcome"] == "done", full
            assert right["says"], full
            continue
        assert (right["score"], right["outcome"]) == (1, "right"), (full, right)
        assert wrong["score"] < 1 and wrong["outcome"] != "right", (full, wrong)
        for said in (*right["says"], *wrong["says"]):
            assert said["text"] or said.get("spelling"), (full, said)
