"""The scripts of the site's pages: what several need is in the questions' script alone.

The questions' script stands on every page of a module, before the others, and hands over what it
is made of. A script that extends it takes from there what both need, so that nobody loads or
reads it twice. The other scripts stand on pages without questions, or are fetched when they are
wanted; they are whole.
"""

from __future__ import annotations

from .bundle import exported_in, imported_by, joined_files, script

QUESTIONS = "host-static"
EXTENSIONS = (
    "host-workbook",
    "host-group",
    "host-tools",
    "host-practice",
    "host-test",
    "host-my-course",
)
_SHARED = "window.coursekitShared"


def script_of(name: str) -> str:
    """The text of a script, by its name without `.js`."""
    start = f"{name}.js"
    if name == QUESTIONS:
        return script(start, after=f"{_SHARED} = {_in_braces(exported_in(*_base()))};\n")
    if name in EXTENSIONS:
        taken = imported_by(*(file for file in joined_files(start) if file not in _base()))
        wanted = exported_in(*_base()) & taken
        return script(start, before=f"const {_in_braces(wanted)} = {_SHARED};\n", without=_base())
    return script(start)


def with_base(names: list[str]) -> list[str]:
    """The same scripts, the questions' script before those that extend it; each once."""
    needed = [QUESTIONS] if any(name in EXTENSIONS for name in names) else []
    return list(dict.fromkeys([*needed, *names]))


def _base() -> tuple[str, ...]:
    return joined_files(f"{QUESTIONS}.js")


def _in_braces(names: frozenset[str]) -> str:
    return f"{{ {', '.join(sorted(names))} }}"
