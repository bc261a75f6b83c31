"""The rubric of an exercise: what good work is, and how marks from 0 to 3 become points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic import Field as Limits

from ..parts import Flag, Part, Text, Whole, refuse, short
from .base import Fault

_DESCRIBED = ("2", "3")


def _level(value: Any) -> str:
    if value not in _DESCRIBED:
        refuse((f"'{short(value)}' is not a mark that is described.", "Describe 2, 3 or both."))
    return value


Level = Annotated[str, BeforeValidator(_level)]


class Criterion(Part):
    """A line of the rubric, rated 0 to 3; a starred one must not be 0.

    `points` is what a 3 is worth: 2 gives two thirds of it and 1 gives one third.
    `levels` says what a 2 and a 3 look like.
    """

    text: Text
    star: Flag = False
    points: Whole | None = None
    levels: dict[Level, Text] = Limits(default_factory=dict)

    def data(self, name: str) -> dict[str, Any]:
        """The line as the page gets it."""
        return {
            "id": name,
            "text": self.text,
            "star": self.star,
            "points": self.points,
            "levels": [{"mark": mark, "text": text} for mark, text in sorted(self.levels.items())],
        }


def total_points(rubric: Mapping[str, Criterion]) -> int:
    """The points that can be reached; 0 where the rubric has none."""
    return sum(criterion.points or 0 for criterion in rubric.values())


def rubric_faults(
    rubric: Mapping[str, Criterion], pass_mark: int | None, distinction: int | None
) -> Iterator[Fault]:
    """Points that are not whole, and limits that do not fit them."""
    if not total_points(rubric):
        yield from _limits_without_points(pass_mark, distinction)
        return
    for name, criterion in rubric.items():
        if criterion.points is None:
            todo = "Add `points: …`, or leave the points out everywhere."
            yield ("rubric", name), "it has no points, but other criteria have.", todo
    yield from _limit_faults(total_points(rubric), pass_mark, distinction)


def _limits_without_points(pass_mark: int | None, distinction: int | None) -> Iterator[Fault]:
    for key, limit in (("pass", pass_mark), ("distinction", distinction)):
        if limit is not None:
            todo = "Give every criterion `points: …`, or leave this out."
            yield (key,), "the criteria have no points.", todo


def _limit_faults(total: int, pass_mark: int | None, distinction: int | None) -> Iterator[Fault]:
    if pass_mark is None:
        todo = "Add `pass: …`, the points from which the work has passed."
        yield ("rubric",), "the criteria have points, but nothing says how many pass.", todo
    for key, limit in (("pass", pass_mark), ("distinction", distinction)):
        if limit is not None and limit > total:
            what = f"{limit} points cannot be reached: the criteria add up to {total}."
            yield (key,), what, "Correct this, or the points."
    if pass_mark is not None and distinction is not None and distinction < pass_mark:
        what = f"{distinction} points are below the {pass_mark} of `pass`."
        yield ("distinction",), what, "Exchange or correct them."
