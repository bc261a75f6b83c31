"""The commands for towns: words to calls, nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from .cli_options import add_town, root_of
from .errors import CourseError


def add_town_commands(
    commands: argparse._SubParsersAction, add: Callable[..., argparse.ArgumentParser]
) -> None:
    """Make the commands known."""
    new = add(commands, _new_town, "make the folder of another town", "coursekit new-town")
    new.add_argument("folder", nargs="?", type=Path, help="default: towns/<id> in the course")
    new.add_argument("--from", dest="answers", type=Path, help="a YAML file with the answers")
    ready = add(commands, _ready, "tell what a town has still to add", "coursekit ready constanta")
    ready.add_argument("town", nargs="?", default="", help="as --town; default: the default town")
    ready.add_argument("--html", type=Path, metavar="FILE", help="also write a page")
    ready.add_argument("--csv", type=Path, metavar="FILE", help="also write a table")
    ready.add_argument("--today", type=date.fromisoformat, help="the day on which to look")
    changes = add(
        commands,
        _changes,
        "tell what changed between two versions of the course",
        "coursekit changes ../course-1.0 ../course-1.1 --town ../our-town",
    )
    changes.add_argument("before", metavar="FROM", type=Path, help="folder of the version in use")
    changes.add_argument("after", metavar="TO", type=Path, help="folder of the new version")
    add_town(changes)


def _new_town(options: argparse.Namespace) -> int:
    from .new_town import ask, read_answers, write_town

    root = root_of(options)
    answers = read_answers(options.answers) if options.answers else ask(root, input)
    folder = write_town(root, answers, options.folder)
    print(f"{folder}\nFill it in, then run: coursekit ready {_town(root, folder)}")
    return 0


def _town(root: Path, folder: Path) -> str:
    inside = folder.resolve().parent == (root / "towns").resolve()
    return folder.name if inside else str(folder)


def _ready(options: argparse.Namespace) -> int:
    from .checks import load_sound_course
    from .ready import report_on
    from .render_ready import ready_csv, ready_html, ready_text

    course = load_sound_course(root_of(options), options.town)
    report = report_on(course, options.today or date.today())
    for path, text in ((options.html, ready_html(report)), (options.csv, ready_csv(report))):
        if path:
            path.write_text(text, "utf-8", newline="")
    print(ready_text(report))
    return 0 if report.is_ready else 1


def _changes(options: argparse.Namespace) -> int:
    from .changes import compare, read_version
    from .content.course import find_root
    from .render_changes import changes_text

    before, after = find_root(options.before), find_root(options.after)
    if before == after:
        raise CourseError(f"{after}: both folders are the same course.\n  Name two versions of it.")
    old = read_version(before, _town_in(before, after, options.town))
    new = read_version(after, _town_in(after, before, options.town))
    print(changes_text(compare(old, new)))
    return 0


def _town_in(root: Path, other: Path, town: str) -> str:
    """The town as a version has it, or as only the other one does."""
    folder = other / "towns" / town
    return str(folder) if not (root / "towns" / town).is_dir() and folder.is_dir() else town
