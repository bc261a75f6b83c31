"""Rules of translations: a text may be missing, but what is there keeps all that it must."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import PoFileError

from ..content.found import Found
from ..content.yamlfile import MANY_FILES
from ..errors import Problem
from ..model import Course
from ..parts import short
from ..tasks.task import MARK as FICTIONAL
from ..town_tree import own_po_files
from ..translate.catalogue import lines_of
from ..translate.habits import Habits, read_habits
from ..translate.language import languages, po_files, read_interface
from ..translate.rules import MARK, faults
from .places import Places


def check_translations(course: Course, places: Places) -> Iterator[Problem]:
    for lang in languages(course.root):
        found = Found()
        habits = read_habits(course.root, lang, found)
        yield from found.problems
        mark = read_interface(course.root, lang).get(FICTIONAL, MARK)
        for path in (*po_files(course.root, lang), *own_po_files(course, lang)):
            yield from _check_file(course.root, path, habits, mark)


def _check_file(root: Path, path: Path, habits: Habits, mark: str) -> Iterator[Problem]:
    is_inside = path.is_relative_to(root)
    name = (path.relative_to(root) if is_inside else path).as_posix()
    try:
        yield from _faults_in(path.read_text("utf-8"), name, habits.model_dump_json(), mark)
    except (PoFileError, UnicodeError, ValueError) as error:
        what = f"this is not a PO file that can be read: {error}."
        yield Problem(name, 1, what, "Open it in Poedit, or take the last good version from git.")


@lru_cache(maxsize=MANY_FILES)
def _faults_in(text: str, name: str, habits_json: str, mark: str) -> tuple[Problem, ...]:
    """The faults of the text of a PO file: one that has not changed is not read again."""
    habits = Habits.model_validate_json(habits_json)
    return tuple(
        Problem(name, line, f"“{short(entry.text)}”: {what}", todo)
        for line, (_, source), entry in lines_of(text)
        if entry.text and not entry.outdated
        for what, todo in faults(source, entry.text, habits, mark)
    )


RULES = (check_translations,)
