"""What of a module fits into a session, and when: the rules of `web/schedule/pack.js` once more.

The page builds its run sheets in JavaScript. This makes those that stand there without it. A test
compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .sessions import Session, SessionPart

SITTING, CLOSE, PAUSE, LUNCH, LUNCH_AFTER, LONG_DAY = 90, 5, 15, 60, 150, 300
_WAYS = [(together, most) for together in (True, False) for most in (SITTING, SITTING - CLOSE)]
"""How a list may be laid out: exercises in one piece or not, and how long people sit at most."""

_ORDER = {"lecture": "core", "guest": "core", "group": "core", "case": "skippable"}
_ORDER_READ = {"group": "core", "guest": "core", "case": "skippable", "lecture": "skippable"}


@dataclass(frozen=True)
class Unit:
    """A part with what it is worth, and the stretches that stay in one piece."""

    part: SessionPart
    place: int
    rank: int
    need: str
    steps: tuple[int, ...]
    is_short: bool = False

    @property
    def minutes(self) -> int:
        return sum(self.steps)


@dataclass(frozen=True)
class Item:
    """A stretch of a session: `part`, `pause`, `lunch` or `close`, and the minute it begins."""

    kind: str
    minutes: int
    start: int
    unit: Unit | None = None
    step: int = 0


@dataclass
class Timetable:
    """One session: its stretches, and how long it may be."""

    length: int
    items: list[Item] = field(default_factory=list)
    sat: int = 0

    @property
    def end(self) -> int:
        return self.items[-1].start + self.items[-1].minutes if self.items else 0

    def add(self, kind: str, minutes: int, unit: Unit | None = None, step: int = 0) -> None:
        self.items.append(Item(kind, minutes, self.end, unit, step))
        self.sat += minutes

    def rest(self) -> None:
        """A pause; on a long day the first one after some hours is lunch."""
        if self.sat:
            had_lunch = any(item.kind == "lunch" for item in self.items)
            is_lunch = self.length > LONG_DAY and not had_lunch and self.end >= LUNCH_AFTER
            self.add(*(("lunch", LUNCH) if is_lunch else ("pause", PAUSE)))
            self.sat = 0


def units_of(sessions: Iterable[Session], guest: bool, read: bool = False) -> list[Unit]:
    """The parts of modules in the order of teaching."""
    order = _ORDER_READ if read else _ORDER
    parts = [part for one in sessions for part in one.parts if guest or part.kind != "guest"]
    return [
        Unit(
            part,
            place,
            len(order) if part.optional else [*order].index(part.kind),
            "optional" if part.optional else order[part.kind],
            tuple(phase.minutes for phase in part.phases) or (part.minutes,),
        )
        for place, part in enumerate(parts)
    ]


def choose(units: list[Unit], lengths: Sequence[int]) -> tuple[list[Timetable], list[Unit]]:
    """Sessions with what is worth most, and what is left out."""
    chosen: list[Unit] = []
    left: list[Unit] = []
    for unit in sorted(units, key=lambda unit: (unit.rank, unit.place)):
        forms = [] if _builds_on(unit, left) else _forms(unit)
        tried = [sorted([*chosen, form], key=lambda one: one.place) for form in forms]
        fitting = next((found for found in tried if _lay_out(found, lengths)), None)
        if fitting:
            chosen = fitting
        else:
            left.append(unit)
    laid = _lay_out(chosen, lengths) or []
    sessions = [one for one in laid if len(one.items) > 1]
    return sessions, sorted(left, key=lambda unit: unit.place)


def _forms(unit: Unit) -> list[Unit]:
    short = unit.part.short_minutes
    return [unit, replace(unit, steps=(short,), is_short=True)] if short else [unit]


def _builds_on(unit: Unit, left: Iterable[Unit]) -> bool:
    """Whether an exercise comes after one of its module that is left out."""
    return unit.part.kind == "group" and any(
        one.part.kind == "group" and one.part.topic == unit.part.topic for one in left
    )


def _lay_out(units: list[Unit], lengths: Sequence[int]) -> list[Timetable] | None:
    return next(filter(None, (_laid(units, lengths, *way) for way in _WAYS)), None)


def _laid(
    units: list[Unit], lengths: Sequence[int], together: bool, most: int
) -> list[Timetable] | None:
    done: list[Timetable] = []
    now = Timetable(lengths[0])
    for unit in units:
        following = _placed(now, unit, together, most)
        while not following and len(done) + 1 < len(lengths):
            done.append(now)
            now = Timetable(lengths[len(done)])
            following = _placed(now, unit, together, most)
        if not following:
            return None
        now = following
    if any(one.sat + CLOSE > SITTING for one in (*done, now)):
        return None
    for one in (*done, now):
        one.add("close", CLOSE)
    return [*done, now]


def _placed(session: Timetable, unit: Unit, together: bool, most: int) -> Timetable | None:
    new = replace(session, items=[*session.items])
    if together and unit.minutes <= most < new.sat + unit.minutes:
        new.rest()
    for step, minutes in enumerate(unit.steps):
        if minutes > most:
            return None
        if new.sat + minutes > most:
            new.rest()
        new.add("part", minutes, unit, step)
    return new if new.end + CLOSE <= new.length else None
