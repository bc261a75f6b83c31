"""What the YAML parser complains of, in words for people who write questions."""

from __future__ import annotations

import yaml

from ..errors import Problem

# What the parser's message contains → what is wrong, what to do, and whether the place to look at
# is where the thing begins (`start`) or where the parser stopped (`stop`).
_WORDS = (
    ("found a tab character", "the line starts with a tab.", "Use spaces.", "stop"),
    (
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed.",
        "Close it with the same mark.",
        "start",
    ),
    (
        "did not find expected ',' or",
        "a bracket is opened here and not closed, or a comma or quotation mark is missing.",
        'Close the bracket; put a text that holds , : [ ] { } or \' in "quotation marks".',
        "start",
    ),
    (
        "mapping values are not allowed",
        "there is a colon too many, or the line starts too far to the right.",
        "Put a text with a colon in quotation marks, and start keys of one level in one column.",
        "stop",
    ),
    (
        "did not find expected key",
        "the line does not fit the lines above it.",
        "Start keys of one level in one column, and look for a quotation mark that is missing, or "
        "one too many, here and above.",
        "stop",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not belong to the list above it.",
        "Start every entry of the list with `- `, or every key with its name.",
        "stop",
    ),
    (
        "could not find expected ':'",
        "a colon is missing.",
        "Write `name: value`; lines that continue a text start further to the right.",
        "start",
    ),
    (
        "did not find expected alphabetic",
        "a text cannot start with * or &.",
        "Put the text in quotation marks.",
        "start",
    ),
    (
        "escape character",
        "the sign after the backslash is not known.",
        "Write two backslashes for one, or put the text in '…' instead.",
        "stop",
    ),
    (
        "block sequence entries",
        "a list cannot start on the line of its key.",
        "Begin the list on a line of its own.",
        "stop",
    ),
)
_GENERAL = (
    "Look for a quotation mark, colon or space that is missing, in this line or the one above."
)


def syntax_problem(
    name: str, text: str, error: yaml.YAMLError, last: yaml.Event | None = None
) -> Problem:
    """The parser's complaint as a problem of the file; `last` is what it read before."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.encode()[: error.position].count(b"\n") + 1
        what = "the line holds an invisible control character."
        return Problem(name, line, what, "Type the line anew.")
    stop = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or stop
    message = getattr(error, "problem", None) or "unreadable"
    if "cannot start any token" in message and stop:
        return _wrong_start(name, text, stop)
    if "expected key" in message and stop and (cause := _cause(stop, last)):
        line, what, todo = cause
        return Problem(name, line, what, todo)
    for part, what, todo, place in _WORDS:
        if part in message:
            return Problem(name, _line(start if place == "start" else stop), what, todo)
    return Problem(name, _line(stop), f"YAML cannot be read here: {message}.", _GENERAL)


def _cause(stop: yaml.Mark, last: yaml.Event | None) -> tuple[int, str, str] | None:
    """Why a line does not fit, where it is seen from what stands before: line, what, what to do."""
    if last is None or last.end_mark.line != stop.line:
        return None
    first = last.start_mark.line + 1
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        if last.start_mark.line < stop.line:
            what = f"the quotation mark that is opened here is closed only in line {stop.line + 1}."
            return first, what, "Close it where its text ends."
        what = "the line goes on after a closing quotation mark."
        todo = f"Write \\{last.style} for a quotation mark inside a text, or “…”."
        if last.style == "'":
            todo = 'Put a text that holds \' in "quotation marks".'
        return first, what, todo
    if isinstance(last, yaml.CollectionEndEvent) and last.end_mark.index > last.start_mark.index:
        return (
            first,
            "the line goes on after a closing bracket.",
            ("Put a text that starts with [ or { in quotation marks."),
        )
    return None


def _wrong_start(name: str, text: str, mark: yaml.Mark) -> Problem:
    sign = text[mark.index : mark.index + 1]
    if sign == "\t":
        what, todo = "the line starts with a tab.", "Use spaces."
    else:
        what, todo = f"a text cannot start with {sign}.", "Put the text in quotation marks."
    return Problem(name, _line(mark), what, todo)


def _line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 1
