"""The command line: words to calls, nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from .cli_diploma import add_diploma_command
from .cli_evidence import add_evidence_command
from .cli_options import add_lang, add_server, add_town, root_of
from .cli_slides import add_slide_commands
from .cli_timings import add_timings_command
from .cli_towns import add_town_commands
from .errors import ContentProblems, CourseError
from .say import say


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 is a problem in the content, 2 is wrong words."""
    options = _parser().parse_args(words)
    try:
        return options.run(options)
    except ContentProblems as error:
        print(error, file=sys.stderr)
        print(_count(len(error.problems)), file=sys.stderr)
        return 1
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _count(number: int) -> str:
    return f"\n{number} problem{'s' if number != 1 else ''}. Nothing was built; mend and run again."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coursekit", description="Builds, checks and shows the course."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    serve = _add(commands, _serve, "build, open and rebuild on every change", "coursekit serve")
    add_town(serve)
    add_lang(serve)
    add_server(serve)
    build = _add(commands, _build, "write the site to _build/site/", "coursekit build")
    add_town(build)
    add_lang(build)
    build.add_argument("--preview", action="store_true", help="show what the town has to add")
    build.add_argument("--zip", action="store_true", help="also as one file for a USB stick")
    check = _add(commands, _check, "list every problem of the content", "coursekit check")
    add_town(check)
    check.add_argument("--strict", action="store_true", help="take warnings for problems")
    check.add_argument("--today", type=_day, help="the day on which to look (default: today)")
    localise = _add(
        commands,
        _localise,
        "write the tree with all names and figures filled in",
        "coursekit localise ../for-the-library",
    )
    add_town(localise)
    add_lang(localise)
    localise.add_argument("folder", nargs="?", type=Path, help="default: _build/course")
    localise.add_argument("--deck", action="store_true", help="ready to present in JupyterLab")
    _add(commands, _practice, "derive the exercises from the solutions", "coursekit practice")
    printing = _add(
        commands,
        _print,
        "make the papers: workbooks, trainer's books, cards, posters, forms",
        "coursekit print --lang ro people-words-duties",
    )
    add_town(printing)
    add_lang(printing)
    printing.add_argument(
        "--size", type=_points, default=12, help="size of text in points, such as 18 (default: 12)"
    )
    printing.add_argument("topic", nargs="*", help="only its papers (default: all there are)")
    texts = _add(
        commands, _texts, "make or refresh the files of a translation", "coursekit texts ro"
    )
    add_town(texts)
    texts.add_argument("lang", help="code of the language, such as ro, it or pt-BR")
    add_town(_add(commands, _stats, "print the numbers of the course", "coursekit stats"))
    add_town_commands(commands, _add)
    add_slide_commands(commands, _add)
    add_timings_command(commands, _add)
    add_evidence_command(commands, _add)
    add_diploma_command(commands, _add)
    schema = _add(commands, _schema, "write the JSON Schema of questions.yml", "coursekit schema")
    schema.add_argument("file", nargs="?", type=Path, help="default: _build/questions.schema.json")
    return parser


def _add(
    commands: argparse._SubParsersAction,
    run: Callable[[argparse.Namespace], int],
    what: str,
    example: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        run.__name__.removeprefix("_").replace("_", "-"),
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=f"Example: {example}",
    )
    command.add_argument("--course", type=Path, default=Path(), help="folder (default: here)")
    command.set_defaults(run=run)
    return command


def _serve(options: argparse.Namespace) -> int:
    from .hosts.serve import serve

    return serve(
        root_of(options), options.port, not options.no_browser, say, options.town, options.lang
    )


def _build(options: argparse.Namespace) -> int:
    from .hosts.seal import build_once

    root = root_of(options)
    site, is_new = build_once(
        root, options.town, options.lang, options.preview, lambda: _built(root, options)
    )
    if not is_new:
        say("Nothing has changed: the site is as it was built.")
    print(f"{site / 'index.html'}\nOpen it in a browser, or copy the folder to a web server.")
    if options.zip:
        from .hosts.stick import write_zip

        file = write_zip(root, site)
        size = file.stat().st_size / 1e6
        print(f"{file}\n{size:.1f} MB. Copy it to a USB stick and unpack it there.")
    return 0


def _built(root: Path, options: argparse.Namespace) -> Path:
    from .checks import load_sound_course

    say("Checking the content …")
    course = load_sound_course(root, options.town)
    from .hosts.book import build_site

    return build_site(course, say, options.lang, options.preview)


def _check(options: argparse.Namespace) -> int:
    from .checks import check_warnings, load_sound_course

    course = load_sound_course(root_of(options), options.town)
    warnings = check_warnings(course, options.today or date.today())
    if options.strict and warnings:
        raise ContentProblems(warnings)
    for warning in warnings:
        say(f"Warning: {warning}")
    print(
        f"No problems: {len(course.pages)} pages, {len(course.questions)} questions, "
        f"{len(course.facts)} facts, {len(course.sources)} sources."
    )
    return 0


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _points(text: str) -> float:
    """A size of text that people can read and paper can hold."""
    size = float(text)
    if not 8 <= size <= 28:
        raise argparse.ArgumentTypeError(f"{text}: 8 to 28 points can be read and fit on paper")
    return size


def _localise(options: argparse.Namespace) -> int:
    from .bundle import SOURCE
    from .checks import load_sound_course
    from .localise import localise, tree_of
    from .town_tree import translation_for
    from .translate.language import known_language

    course = load_sound_course(root_of(options), options.town)
    translation = translation_for(course, known_language(course.root, options.lang or SOURCE))
    target = options.folder or tree_of(course, options.lang)
    changed = localise(course, target, translation)
    if options.deck:
        from .live_deck import write_decks

        write_decks(target)
    print(f"{target}\n{changed} files changed. Edit the course itself, not this copy.")
    return 0


def _practice(options: argparse.Namespace) -> int:
    from .practice import write_exercises

    root = root_of(options)
    written = write_exercises(root)
    for path in written:
        print(path.relative_to(root))
    print(f"{len(written)} exercises written.")
    return 0


def _print(options: argparse.Namespace) -> int:
    root = root_of(options)
    from .checks import load_sound_course
    from .hosts.printing import print_course

    say("Checking the content …")
    course = load_sound_course(root, options.town)
    written = print_course(course, say, options.lang, options.topic, options.size)
    folder = Path(os.path.commonpath([file.parent for file in written]))
    print(f"{folder}\n{len(written)} papers (PDF, A4).")
    return 0


def _texts(options: argparse.Namespace) -> int:
    from .content.course import load_course
    from .localise import translatable_files
    from .town_tree import is_elsewhere, own_po, refresh_town
    from .translate.language import refresh_language
    from .translate.report import progress_text

    root = root_of(options)
    course, _ = load_course(root, options.town)
    if is_elsewhere(course):
        own, is_changed = refresh_town(course, options.lang)
        print(progress_text({"town": own}))
        print(f"{own_po(course, options.lang)}\n{int(is_changed)} files changed.")
        return 0
    counts, changed = refresh_language(course, options.lang, translatable_files(course))
    print(progress_text(counts))
    print(f"{len(changed)} files changed in locale/{options.lang}/. Open them with Poedit.")
    return 0


def _stats(options: argparse.Namespace) -> int:
    from .checks import load_sound_course
    from .course_stats import count_course
    from .render_stats import stats_text

    print(stats_text(count_course(load_sound_course(root_of(options), options.town))))
    return 0


def _schema(options: argparse.Namespace) -> int:
    from .schema import write_schema

    target = options.file or root_of(options) / "_build" / "questions.schema.json"
    write_schema(target)
    print(f"{target}\nName it in your editor as the schema of modules/*/questions.yml.")
    return 0
