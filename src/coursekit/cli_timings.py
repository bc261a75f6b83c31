"""The command for the timings of sessions: words to calls, nothing else."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .cli_options import root_of
from .errors import CourseError

if TYPE_CHECKING:
    from .model import Course
    from .timings import Proposal


def add_timings_command(
    commands: argparse._SubParsersAction, add: Callable[..., argparse.ArgumentParser]
) -> None:
    """Make the command known."""
    what = "compare the planned minutes with what sessions took"
    command = add(commands, _timings, what, "coursekit timings ~/Downloads/timings-*.json")
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="saved by the speaker view"
    )
    command.add_argument(
        "--write", action="store_true", help="put proposed minutes into the lectures"
    )


def _timings(options: argparse.Namespace) -> int:
    from .checks import load_sound_course
    from .render_timings import timings_text
    from .timings import propose, read_sessions

    course = load_sound_course(root_of(options))
    sessions, problems = read_sessions(options.files, course.topics)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not sessions:
        raise CourseError("No timings were read.")
    proposals = propose(course, sessions)
    print(timings_text(proposals))
    if options.write and problems:
        raise CourseError("Nothing was written: leave out or mend the files named above.")
    if options.write:
        _write(course, proposals)
    return 1 if problems else 0


def _write(course: Course, proposals: list[Proposal]) -> None:
    from .checks import check_course
    from .new_minutes import notes_to_correct, write_minutes

    files = write_minutes(course, proposals)
    print(f"\n{len(files)} notebooks changed.", *files, sep="\n")
    _, problems = check_course(course.root)
    for problem in (*notes_to_correct(course, proposals), *problems):
        print(problem, file=sys.stderr)
