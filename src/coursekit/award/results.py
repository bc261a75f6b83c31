"""A learner's saved copy of *My course* against the conditions, as the page itself counts them.

`web/diploma.js` is the same for learners; the cases in `tests/web/diploma.yml` hold for both. Pages
that were opened count for those who learn alone, and not here: a class has a list of attendance.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..diploma import HIGHEST_MARK
from .strict import mapping

LARGEST = 5 * 1024 * 1024
SCALE = range(HIGHEST_MARK + 1)
TEST_PREFIX = "test."
_NEAR = 1e-9
_SCORE = re.compile(r"0|1|0\.[0-9]{1,4}")


@dataclass(frozen=True)
class Condition:
    """One condition: `n` of `m` are done, and `open` names the rest."""

    name: str
    is_met: bool
    n: int
    m: int
    open: tuple[str, ...]


class NoResults(ValueError):
    """The file is not a saved copy of *My course*."""


def read_results(path: Path) -> dict[str, Any]:
    """The attempts and workbooks of a saved copy; nothing in it is believed unseen."""
    if path.stat().st_size > LARGEST:
        raise NoResults("it is too big")
    try:
        data = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError, OSError) as error:
        raise NoResults("it is not a file saved by My course") from error
    if not isinstance(data, dict) or data.get("coursekit") != "progress" or data.get("v") != 1:
        raise NoResults("it is not a file saved by My course")
    attempts = [one for one in _list(data.get("attempts")) if _is_attempt(one)]
    attempts.sort(key=lambda one: _time(one["at"]))
    name = data.get("name")
    return {
        "attempts": attempts,
        "workbooks": mapping(data.get("workbooks")),
        "name": name if isinstance(name, str) else "",
    }


def conditions_of(catalogue: Mapping[str, Any], results: Mapping[str, Any]) -> list[Condition]:
    """How far somebody is with what the certificate asks for, without the pages opened."""
    diploma = catalogue["diploma"]
    found = [
        _quizzes(diploma["quizzes"], results["attempts"]),
        _test(diploma["test"], catalogue.get("tests", []), results["attempts"]),
        _exercises(diploma["exercises"], results["workbooks"]),
        _capstone(diploma["capstone"], results["workbooks"]),
    ]
    return [condition for condition in found if condition]


def _quizzes(quizzes: Mapping[str, Any], attempts: list[dict[str, Any]]) -> Condition | None:
    sets = quizzes["sets"]
    left = [quiz["title"] for quiz in sets if not _is_passed(quiz, attempts, quizzes["pass"])]
    return _condition("quizzes", len(sets) - len(left), len(sets), left, not left)


def _is_passed(quiz: Mapping[str, Any], attempts: list[dict[str, Any]], mark: float) -> bool:
    """The latest answer to each question, in its revision of today, counts."""
    asked = quiz["questions"]
    latest = {
        one["question"]: one["score"]
        for one in attempts
        if asked.get(one["question"]) == one["revision"]
    }
    right = sum(score == 1 for score in latest.values())
    return right * 100 >= mark * len(asked) - _NEAR


def _test(
    name: str | None, tests: list[dict[str, Any]], attempts: list[dict[str, Any]]
) -> Condition | None:
    """The best result counts."""
    test = next((one for one in tests if one["id"] == name), None)
    if not test:
        return None
    own = [one for one in attempts if one["question"] == TEST_PREFIX + test["id"]]
    shares = [_share(test, mapping(one["response"])) for one in own]
    is_met = any(share * 100 >= test["pass"] - _NEAR for share in shares)
    return _condition("test", int(is_met), 1, [] if is_met else [test["title"]], is_met)


def _share(test: Mapping[str, Any], response: dict[str, Any]) -> float:
    """The share of full marks; questions that the course no longer has are passed over."""
    ids = [full for full in test["items"] if _score(response.get(full)) is not None]
    for form in test.get("forms") or []:
        known = [full for full in ids if full in form]
        if known and len(known) >= len(form) / 2:
            ids = known
            break
    else:
        if test.get("forms"):
            return 0
    scores = [_score(response[full]) or 0 for full in ids]
    return sum(scores) / len(scores) if scores else 0


def _score(text: Any) -> float | None:
    return float(text) if isinstance(text, str) and _SCORE.fullmatch(text) else None


def _exercises(exercises: Mapping[str, Any], workbooks: dict[str, Any]) -> Condition | None:
    """Every exercise is rated as a whole, and the mean of their averages is high enough."""
    tasks = exercises["tasks"]
    means = {task["id"]: _mean_of(task, workbooks) for task in tasks}
    rated = [mean for mean in means.values() if mean is not None]
    is_whole = len(rated) == len(tasks)
    is_met = is_whole and sum(rated) / max(len(rated), 1) >= exercises["average"] - _NEAR
    left = [
        task["title"]
        for task in tasks
        if (mean := means[task["id"]]) is None or (is_whole and mean < exercises["average"])
    ]
    return _condition("exercises", len(rated), len(tasks), [] if is_met else left, is_met)


def _mean_of(task: Mapping[str, Any], workbooks: dict[str, Any]) -> float | None:
    """The average of an exercise; None as long as a line of its rubric is not rated."""
    ratings = _ratings(task, workbooks)
    if not ratings or len(ratings) < len(task["rubric"]):
        return None
    return sum(ratings.values()) / len(ratings)


def _capstone(task: Mapping[str, Any] | None, workbooks: dict[str, Any]) -> Condition | None:
    if not task:
        return None
    ratings = _ratings(task, workbooks)
    is_whole = bool(ratings) and len(ratings) == len(task["rubric"])
    is_met = is_whole and _has_no_zero_star(task, ratings) and _reaches(task, ratings)
    return _condition("capstone", int(is_met), 1, [] if is_met else [task["title"]], is_met)


def _reaches(task: Mapping[str, Any], ratings: dict[str, int]) -> bool:
    """Compared in whole thirds of a point; without points an average of 2 is asked."""
    if not task["points"]:
        return sum(ratings.values()) >= 2 * len(task["rubric"])
    thirds = sum(ratings[line["id"]] * line.get("points", 0) for line in task["rubric"])
    return thirds >= task["points"]["pass"] * HIGHEST_MARK


def _has_no_zero_star(task: Mapping[str, Any], ratings: dict[str, int]) -> bool:
    return not any(line.get("star") and ratings[line["id"]] == 0 for line in task["rubric"])


def _ratings(task: Mapping[str, Any], workbooks: dict[str, Any]) -> dict[str, int]:
    given = mapping(mapping(workbooks.get(task["id"])).get("rubric"))
    known = {line["id"]: given.get(line["id"]) for line in task["rubric"]}
    return {name: rating for name, rating in known.items() if _is_step(rating)}


def _is_step(rating: Any) -> bool:
    return type(rating) in (int, float) and rating in SCALE


def _condition(name: str, n: int, m: int, left: list[str], is_met: bool) -> Condition | None:
    return Condition(name, is_met, n, m, tuple(left)) if m else None


def _is_attempt(one: Any) -> bool:
    if not isinstance(one, dict) or one.get("v") != 1 or type(one.get("revision")) is not int:
        return False
    score = one.get("score")
    has_score = score is None or (type(score) in (int, float) and 0 <= score <= 1)
    return has_score and isinstance(one.get("question"), str) and _time(one.get("at")) > 0


def _time(at: Any) -> float:
    try:
        return datetime.fromisoformat(at).timestamp()
    except (TypeError, ValueError):
        return 0


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
