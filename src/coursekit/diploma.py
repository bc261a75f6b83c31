"""What the certificate of completion asks for, as the course sets it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from .parts import Markdown, Name, NotNegative, Part, Text, Whole, refuse

HIGHEST_MARK = 3


def _per_cent(value: int) -> int:
    if value > 100:
        refuse((f"{value} per cent cannot be reached.", "Write at most 100."))
    return value


def _mark(value: float) -> float:
    if value > HIGHEST_MARK:
        what = f"an average of {value:g} cannot be reached."
        refuse((what, f"Rubrics go from 0 to {HIGHEST_MARK}."))
    return value


PerCent = Annotated[Whole, AfterValidator(_per_cent)]


class Quizzes(Part):
    """The quizzes that count: one set of this name in each topic, and what passes (per cent)."""

    set: Name
    mark: PerCent = Field(alias="pass")


class Exercises(Part):
    """The exercises that count: one of this name in each topic; `average` is of 0 to 3."""

    name: Name
    average: Annotated[NotNegative, AfterValidator(_mark)]
    without: list[Name] = Field(default_factory=list)
    """Topics whose exercise of this name does not count."""


class Diploma(Part):
    """The conditions; the points of the capstone stand with that exercise."""

    title: Text
    intro: Markdown
    attendance: PerCent
    """Of the hours of a class; the trainer's list tells."""
    pages: PerCent
    """Of the pages in `modules/`, opened: for those who learn alone."""
    quizzes: Quizzes
    test: Name | None = None
    """A drawn test that has to be passed as well."""
    exercises: Exercises
    capstone: Text
    """Full id of an exercise that is scored in points."""
    distinction: Markdown
    """What distinction asks for beyond points."""
    competences: list[Text] = Field(default_factory=list)
    """What the course trains, as the diploma lists it."""
