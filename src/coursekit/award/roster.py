"""The roster: who is to get a diploma. Every fault of every row is told, nothing is left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from ..errors import ContentProblems, Problem
from .code import LEVELS
from .strict import LONGEST, hidden_signs, is_day
from .table import Row, read_table

COLUMNS = {
    "name": ("name", "nume", "numele", "nume și prenume"),
    "date": ("date", "data", "dată"),
    "level": ("level", "nivel", "nivelul"),
    "hours": ("hours", "hours attended", "ore", "ore de prezență"),
    "number": ("number", "număr", "numar", "nr", "nr."),
    "results": ("results", "results file", "rezultate", "fișier de rezultate"),
}
"""What the columns of a roster are called, in English and in Romanian."""
NEEDED = ("name", "date", "level", "hours")
LEVEL_WORDS = {
    **{level: level for level in LEVELS},
    "participare": "attended",
    "prezent": "attended",
    "supravegheat": "supervised",
}
FARTHEST = timedelta(days=366)
"""A diploma may be made before the ceremony; later than this it is a mistake."""

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_HOURS = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,2})?")
_DIGITS = re.compile(r"[0-9]{5,}")


@dataclass(frozen=True)
class Participant:
    """One row that can become a diploma."""

    line: int
    name: str
    awarded: str
    level: str
    hours: float
    number: str = ""
    """Tells two people of one name apart."""
    results: Path | None = None
    """The saved copy of *My course*."""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes the row the same at a re-run, however the letters are stored."""
        return unicodedata.normalize("NFC", self.name), self.awarded, self.number


@dataclass
class Roster:
    """The rows of a file, and what has to be told about it."""

    participants: list[Participant]
    notes: list[str] = field(default_factory=list)


def read_roster(path: Path, today: date) -> Roster:
    """Read a roster; raises ContentProblems with all that is wrong, row by row."""
    rows, notes = read_table(path)
    reader = _Reader(path, today)
    if not rows:
        reader.fault(1, "the roster is empty", f"Begin with the columns {', '.join(NEEDED)}.")
        raise ContentProblems(reader.problems)
    places = reader.columns(rows[0], notes)
    found = [reader.participant(row, places) for row in rows[1:]] if not reader.problems else []
    people = [person for person in found if person]
    reader.twins(people)
    if not reader.problems and not people:
        reader.fault(rows[0][0], "there is nobody below the names of the columns", "Add a row.")
    if reader.problems:
        raise ContentProblems(reader.problems)
    return Roster(people, notes)


@dataclass
class _Reader:
    path: Path
    today: date
    problems: list[Problem] = field(default_factory=list)
    width: int = 0
    """Of the first row."""

    def fault(self, line: int, what: str, todo: str) -> None:
        self.problems.append(Problem(str(self.path), line, f"{what}.", todo))

    def columns(self, head: Row, notes: list[str]) -> dict[str, int]:
        """Column → place. What we do not ask for is named and not read."""
        line, cells = head
        self.width = len(cells)
        known = {word: name for name, words in COLUMNS.items() for word in words}
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            word = known.get(" ".join(cell.casefold().replace("_", " ").split()))
            if word in places:
                self.fault(line, f"the column '{word}' stands here twice", "Keep one of the two.")
            elif word:
                places[word] = place
            elif cell:
                notes.append(f"{self.path.name}: the column '{cell[:40]}' is not needed: not read.")
        for name in NEEDED:
            if name not in places:
                what = f"there is no column '{name}'"
                self.fault(line, what, f"The first row names the columns: {', '.join(COLUMNS)}.")
        return places

    def participant(self, row: Row, places: dict[str, int]) -> Participant | None:
        """The person of a row; None where anything in it is wrong."""
        line, cells = row
        before = len(self.problems)
        if any(cells[self.width :]):
            what = f"the row has more than the {self.width} cells of the first row"
            self.fault(line, what, "Is there a comma in a name? Put the name in quotation marks.")
        texts = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        name = self._name(line, texts["name"])
        awarded = self._date(line, texts["date"])
        level = self._level(line, texts["level"])
        hours = self._hours(line, texts["hours"])
        number = self._number(line, texts.get("number", ""))
        results = self._results(line, texts.get("results", ""))
        if len(self.problems) > before:
            return None
        return Participant(line, name, awarded, level, hours, number, results)

    def _name(self, line: int, text: str) -> str:
        name = re.sub(" {2,}", " ", unicodedata.normalize("NFC", text)).strip()
        if not name:
            self.fault(line, "there is no name", "Write it as it is to stand on the diploma.")
        elif signs := hidden_signs(name):
            what = f"the name holds signs that do not show ({', '.join(signs)})"
            self.fault(line, what, "Type the name anew.")
        elif len(name) > LONGEST:
            what = f"the name has {len(name)} signs"
            self.fault(line, what, f"A diploma holds {LONGEST}. Is it one name, and only a name?")
        elif "@" in name or _DIGITS.search(name):
            what = "the name holds an address or a number"
            self.fault(line, what, "Write the name alone: no birth number, no e-mail address.")
        elif not any(sign.isalpha() for sign in name) or "\ufffd" in name:
            self.fault(line, f"'{name}' is not a name", "Is the encoding right? Save as UTF-8.")
        return name

    def _date(self, line: int, text: str) -> str:
        if dotted := _DOTTED.fullmatch(text):
            text = f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}"
        text = text.removesuffix(" 00:00:00")
        if not is_day(text):
            what = f"'{text[:40]}' is no day of the calendar" if text else "there is no date"
            self.fault(line, what, "Write it as 2026-11-27 or 27.11.2026.")
        elif date.fromisoformat(text) > self.today + FARTHEST or text < "2000":
            self.fault(line, f"{text} is too far from today", "Is the year right?")
        return text

    def _level(self, line: int, text: str) -> str:
        level = LEVEL_WORDS.get(text.casefold(), "")
        if not level:
            what = f"'{text[:40]}' is no level of assurance" if text else "there is no level"
            todo = f"Write one of: {', '.join(LEVEL_WORDS)}. What learners declare is not signed."
            self.fault(line, what, todo)
        return level

    def _hours(self, line: int, text: str) -> float:
        value = float(text.replace(",", ".")) if _HOURS.fullmatch(text) else -1
        if not 0 <= value <= 1000:
            what = f"'{text[:40]}' is no number of hours" if text else "there are no hours"
            self.fault(line, what, "Write the hours attended, such as 24 or 22.5.")
        return int(value) if value == int(value) else value

    def _number(self, line: int, text: str) -> str:
        if len(text) > 9 or hidden_signs(text):
            what = "the number is too long"
            todo = "1 and 2 tell two people of one name apart. A birth number has no place here."
            self.fault(line, what, todo)
        return text

    def _results(self, line: int, text: str) -> Path | None:
        if not text:
            return None
        path = self.path.parent / text
        if not path.is_file():
            self.fault(line, f"there is no results file {path}", "Put it beside the roster.")
        return path

    def twins(self, people: list[Participant]) -> None:
        """Rows that nobody could tell apart."""
        first: dict[tuple[str, str, str], int] = {}
        for person in people:
            key = (person.identity[0].casefold(), *person.identity[1:])
            if (line := first.setdefault(key, person.line)) != person.line:
                todo = (
                    "Is it the same person? Take one row out. Two people of one name? Add a column "
                    "'number' with 1 and 2."
                )
                self.fault(person.line, f"{person.name} stands in line {line} already", todo)
