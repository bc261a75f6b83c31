"""The command for slides: words to calls, nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from .cli_options import add_lang, add_server, add_town, root_of
from .errors import CourseError
from .say import say


def add_slide_commands(
    commands: argparse._SubParsersAction, add: Callable[..., argparse.ArgumentParser]
) -> None:
    """Make the command known."""
    example = "coursekit present how-opinions-form"
    present = add(commands, _present, "build, serve and open the slides of a module", example)
    present.add_argument("topic", help="the folder's name in modules/")
    add_town(present)
    add_lang(present, "the language, such as ro (default: en)")
    add_server(present)


def _present(options: argparse.Namespace) -> int:
    from .hosts.serve import serve

    root = root_of(options)
    page = deck_page(options.topic, topics_with_slides(root))
    lang = options.lang or "en"
    is_shown = not options.no_browser
    return serve(root, options.port, is_shown, say, options.town, lang, page)


def topics_with_slides(root: Path) -> list[str]:
    """The modules that have at least one cell tagged `slide`."""
    from .content.course import load_course

    course, _ = load_course(root)
    return [
        notebook.topic
        for page, notebook in course.notebooks.items()
        if page == f"modules/{notebook.topic}/lecture"
        and any("slide" in cell.tags for cell in notebook.cells)
    ]


def deck_page(topic: str, known: Sequence[str]) -> str:
    """The page of a deck; raises CourseError for a topic without slides."""
    from .content.reading import did_you_mean
    from .deck import FOLDER

    if topic not in known:
        todo = f"{did_you_mean(topic, known)}There are slides of: {', '.join(sorted(known))}."
        raise CourseError(f"{topic}: there are no slides of a module of this name.\n  {todo}")
    return f"{FOLDER}/{topic}"
