"""Puts proposed minutes into the notebooks of lectures, whole or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .content.sections import MINUTES, sections
from .errors import CourseError, Problem
from .model import Course
from .timings import Proposal
from .translate.catalogue import write_whole

_TIMING = re.compile(r"\*Timing:\* (\d+) minutes?\b")


def write_minutes(course: Course, proposals: Iterable[Proposal]) -> list[str]:
    """Write every change into its lecture; gives the files. Where one fails, none is changed."""
    new = dict(_new_files(course, proposals))
    old = {name: (course.root / name).read_bytes() for name in new}
    try:
        for name, text in new.items():
            write_whole(course.root / name, text)
    except OSError as error:
        _put_back(course.root, old)
        raise CourseError(f"{error}.\n  No notebook was changed.") from error
    return [*new]


def _put_back(root: Path, old: Mapping[str, bytes]) -> None:
    for name, text in old.items():
        if (root / name).read_bytes() != text:
            (root / name).write_bytes(text)


def _new_files(course: Course, proposals: Iterable[Proposal]) -> Iterator[tuple[str, bytes]]:
    by_topic: dict[str, dict[str, int]] = {}
    for proposal in proposals:
        if proposal.is_change:
            by_topic.setdefault(proposal.topic, {})[proposal.part] = proposal.proposed
    for topic, minutes in by_topic.items():
        name = f"modules/{topic}/lecture.ipynb"
        yield name, _with_minutes(name, (course.root / name).read_bytes(), minutes)


def _with_minutes(name: str, raw: bytes, minutes: Mapping[str, int]) -> bytes:
    """The notebook with other minutes in its sections and, by as much, in its metadata."""
    notebook = json.loads(raw)
    if _bytes(notebook) != raw:
        todo = "Open it in JupyterLab, save it, and try again."
        raise CourseError(f"{name}: the notebook is not written as Jupyter writes it.\n  {todo}")
    more = 0
    section = ""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        section = cell["id"] if source.startswith("## ") else section
        if section in minutes and (match := MINUTES.search(source)):
            new = minutes[section]
            source = f"{source[: match.start()]}*About {new} minutes*{source[match.end() :]}"
            cell["source"] = source.splitlines(keepends=True)
            more += new - int(match[1])
    notebook["metadata"]["course"]["minutes"] += more
    return _bytes(notebook)


def _bytes(notebook: Any) -> bytes:
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def notes_to_correct(course: Course, proposals: Iterable[Proposal]) -> Iterator[Problem]:
    """Trainer's notes that name the minutes of before: somebody has to plan them anew."""
    new = {(one.topic, one.part): one.proposed for one in proposals if one.is_change}
    for topic in dict.fromkeys(topic for topic, _ in new):
        lecture = course.notebooks[f"modules/{topic}/lecture"]
        for section in sections(lecture):
            minutes = new.get((topic, section.id))
            for cell in section.cells if minutes else ():
                match = _TIMING.search(cell.source) if "notes" in cell.tags else None
                if match and int(match[1]) != minutes:
                    what = f"the notes say {match[1]} minutes, the section now {minutes}."
                    yield Problem(lecture.path, cell.line, what, "Plan them anew.")
