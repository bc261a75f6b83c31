"""What sessions really took: files of the speaker view, merged into proposals for the minutes.

A file is somebody else's: it is checked field by field, and one that is broken is left out and
told of.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from .content.found import read_text
from .content.sections import timed_sections
from .errors import Problem
from .model import Course

FEWEST = 3
"""So many sessions at least, before anybody changes the plan for them."""
LARGEST_FILE = 200_000
LONGEST_PART = 600.0
SHORTEST_SECTION = 2
_TODO = "Save it anew from the speaker view, or leave it out."

_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]
_Minutes = Annotated[float, Field(ge=0, le=LONGEST_PART, allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class TimedPart(_Strict):
    """A part of a deck, with the minutes planned then and those it took."""

    id: _Id
    planned: _Minutes
    minutes: _Minutes


class Session(_Strict):
    """One file: a topic taught once, on a day, in a language."""

    coursekit: Literal["timings"]
    v: Literal[1]
    topic: _Id
    lang: _Id
    date: str
    parts: Annotated[tuple[TimedPart, ...], Field(strict=False, max_length=200)]

    @field_validator("date")
    @classmethod
    def _is_day(cls, value: str) -> str:
        date.fromisoformat(value)
        return value

    @field_validator("parts")
    @classmethod
    def _are_named_once(cls, parts: tuple[TimedPart, ...]) -> tuple[TimedPart, ...]:
        if len({part.id for part in parts}) < len(parts):
            raise ValueError("a part is there twice")
        return parts


@dataclass(frozen=True)
class Proposal:
    """What sessions say of one part: minutes now and from now on, and what lies behind it."""

    topic: str
    part: str
    title: str
    now: int
    took: tuple[float, ...]
    is_section: bool

    @property
    def median(self) -> float:
        return statistics.median(self.took)

    @property
    def middle(self) -> tuple[float, float]:
        """Between which minutes the middle half of the sessions lies."""
        if len(self.took) == 1:
            return self.took[0], self.took[0]
        low, _, high = statistics.quantiles(self.took, n=4, method="inclusive")
        return low, high

    @property
    def proposed(self) -> int:
        """Whole minutes; nothing changes while there are too few sessions."""
        if len(self.took) < FEWEST:
            return self.now
        return max(SHORTEST_SECTION, int(self.median + 0.5))

    @property
    def is_change(self) -> bool:
        """Whether the notebook of the lecture can say something new."""
        return self.is_section and self.proposed != self.now


def read_sessions(
    paths: Iterable[Path], topics: Iterable[str]
) -> tuple[list[Session], list[Problem]]:
    """The sessions of all files that can be read, each once, and what is wrong with the others."""
    known = set(topics)
    found: dict[Session, Path] = {}
    problems = []
    for path in paths:
        session = _read(path)
        if isinstance(session, Session) and session.topic not in known:
            what = f"the course has no topic '{session.topic}'."
            session = Problem(str(path), 1, what, "Leave it out; it belongs to another course.")
        if isinstance(session, Session) and session in found:
            what = f"it is the same session as {found[session]}."
            session = Problem(str(path), 1, what, "Name every session once.")
        if isinstance(session, Problem):
            problems.append(session)
        else:
            found[session] = path
    return list(found), problems


def _read(path: Path) -> Session | Problem:
    name = str(path)
    if path.is_file() and path.stat().st_size > LARGEST_FILE:
        return Problem(name, 1, "the file is too large for timings.", _TODO)
    text = read_text(path, name)
    if isinstance(text, Problem):
        return text
    try:
        return Session.model_validate_json(text)
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        what = "this is not a file of timings."
        return Problem(name, 1, f"{what} Look at: {place or 'its beginning'}.", _TODO)


def propose(course: Course, sessions: Iterable[Session]) -> list[Proposal]:
    """A proposal for each part that somebody timed, in the order of the lecture."""
    took: dict[tuple[str, str], list[TimedPart]] = {}
    for session in sessions:
        for part in session.parts:
            took.setdefault((session.topic, part.id), []).append(part)
    return [
        proposal
        for topic in dict.fromkeys(topic for topic, _ in took)
        for proposal in _of_topic(course, topic, took)
    ]


def _of_topic(
    course: Course, topic: str, took: Mapping[tuple[str, str], list[TimedPart]]
) -> Iterator[Proposal]:
    lecture = course.notebooks.get(f"modules/{topic}/lecture")
    timed = {section.id: section for section in timed_sections(lecture)} if lecture else {}
    others = [part for at, part in took if at == topic and part not in timed]
    for part in (*(id for id in timed if (topic, id) in took), *others):
        times = took[topic, part]
        section = timed.get(part)
        now = section.minutes if section else round(times[-1].planned)
        title = section.title if section else part
        minutes = tuple(sorted(one.minutes for one in times))
        yield Proposal(topic, part, title, now, minutes, section is not None)
