"""Questions in a live notebook: attempts go to a file beside the course."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import traitlets

from ..bundle import module
from ..model import Source
from ..progress import attempts_path, latest, read
from ..questions import Question
from ..render import question_data, question_html, question_set_html
from .base import CourseWidget, notebook_style


class QuizWidget(CourseWidget):
    """One question and the learner's latest attempt."""

    _esm = module("quiz.js")
    _css = notebook_style("quiz.css")
    question = traitlets.Dict().tag(sync=True)
    attempt = traitlets.Dict(None, allow_none=True).tag(sync=True)

    def __init__(self, root: Path, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._answered, "attempt")

    def _answered(self, change: dict[str, Any]) -> None:
        if change["new"]:
            self.store(change["new"])


class QuizSetWidget(CourseWidget):
    """Several questions with one summary."""

    _esm = module("quiz-set.js")
    _css = notebook_style("quiz.css")
    questions = traitlets.List().tag(sync=True)
    attempts = traitlets.Dict().tag(sync=True)
    # `pass` is a word of Python: the trait gets its name without an assignment.
    locals()["pass"] = traitlets.Float(0.7).tag(sync=True)

    def __init__(self, root: Path, html: str, **values: Any) -> None:
        super().__init__(root, html, **values)
        self.observe(self._answered, "attempts")

    def _answered(self, change: dict[str, Any]) -> None:
        for name, attempt in change["new"].items():
            if change["old"].get(name) != attempt:
                self.store(attempt)


def make_quiz(
    root: Path, name: str, question: Question, sources: Mapping[str, Source]
) -> QuizWidget:
    """The widget of one question, with the latest attempt on this machine."""
    return QuizWidget(
        root,
        question_html(name, question, sources),
        question=question_data(name, question, sources),
        attempt=latest(read(attempts_path(root))).get(name),
    )


def make_quiz_set(
    root: Path,
    name: str,
    questions: Mapping[str, Question],
    sources: Mapping[str, Source],
) -> QuizSetWidget:
    """The widget of several questions, with their latest attempts on this machine."""
    known = latest(read(attempts_path(root)))
    return QuizSetWidget(
        root,
        question_set_html(name, questions, sources),
        questions=[question_data(full, q, sources) for full, q in questions.items()],
        attempts={full: known[full] for full in questions if full in known},
    )
