"""Questions on paper: boxes to tick, lines to write on; in the trainer's book with their key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from ...bundle import labels
from ...markdown import to_html
from ...questions import Question
from ...questions.entering import plain_number
from ...questions.filling import GAP
from ...questions.marking import MARK
from .nodes import Node, blank, box, bullets, node, p, small, table, ticks
from .writer import Writer

_LONG = 900
"""A question with more text than this may go on over the page."""


def question_nodes(writer: Writer, name: str) -> list[Node]:
    """A question with its number, its code and room for the answer."""
    question = writer.course.questions[name]
    writer.asked += 1
    words = writer.words
    answer = [*writer.text(question.prompt), *ASKED[question.kind](writer, name, question)]
    head = node(
        "question",
        *answer,
        title=words["paperQuestion"].format(n=writer.asked),
        where=words["paperCode"],
        code=writer.codes[name].code if name in writer.codes else "",
        long=len(to_html(question.prompt)) > _LONG or len(str(question.own_data())) > 4000,
        qr=writer.scan(name),
    )
    return [head, *(_key(writer, question) if writer.is_trainer else [])]


def _key(writer: Writer, question: Question) -> list[Node]:
    """Every answer with what is told of it, the reasons, and the sources."""
    lines = bullets([writer.inline(line) for line in question.key()])
    source = writer.notes.source_line(question.source)
    told = [lines, *writer.text(question.explanation), *source]
    return [box("key", *told, title=writer.words["paperKey"])]


def _task(key: str) -> Node:
    return p(small(labels()[key]))


def _shuffled(name: str, items: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """An order that has nothing to do with the file's, and is the same on every paper."""
    return sorted(items, key=lambda item: sha256(f"{name}/{item[0]}".encode()).digest())


def _options(writer: Writer, name: str, question: Any, key: str, mark: str) -> list[Node]:
    options = list(question.options.items())
    if question.shuffle:
        options = _shuffled(name, options)
    return [_task(key), ticks([writer.line(option.text) for _, option in options], mark)]


def _choice(writer: Writer, name: str, question: Any) -> list[Node]:
    return _options(writer, name, question, "taskChoice", "round")


def _multiple(writer: Writer, name: str, question: Any) -> list[Node]:
    return _options(writer, name, question, "taskMultiple", "square")


def _opinion(writer: Writer, name: str, question: Any) -> list[Node]:
    return _options(writer, name, question, "taskOpinion", "round")


def _true_false(writer: Writer, name: str, question: Any) -> list[Node]:
    words = writer.words
    reasons = list(question.reasons.items())
    if question.shuffle:
        reasons = _shuffled(name, reasons)
    return [
        _task("taskTrueFalse"),
        ticks([[words["verdictTrue"]], [words["verdictFalse"]]], "round"),
        p(words["why"]),
        ticks([writer.line(reason.text) for _, reason in reasons], "round"),
    ]


def _number(writer: Writer, name: str, question: Any) -> list[Node]:
    return [_task("taskNumber"), p(blank(40), " ", question.unit or "")]


def _text(writer: Writer, name: str, question: Any) -> list[Node]:
    return [_task("taskText"), p(blank(100))]


def _gaps(writer: Writer, name: str, question: Any) -> list[Node]:
    numbers = {gap: str(n) for n, gap in enumerate(question.gaps, 1)}
    pieces = GAP.split(question.text)
    line: list[Node] = []
    for n, piece in enumerate(pieces):
        line += [small(f"({numbers[piece]}) "), blank(32)] if n % 2 else [piece]
    found: list[Node] = [_task("taskGaps"), p(*line)]
    for gap, entry in question.gaps.items():
        if entry.options:
            choices = [one for o in entry.options.values() for one in _inline_tick(writer, o.text)]
            found.append(p(f"({numbers[gap]}) ", *choices))
    return found


def _inline_tick(writer: Writer, text: str) -> list[Node]:
    return [node("tick", mark="round"), "\u00a0", *writer.line(text), "\u2003"]


def _matching(writer: Writer, name: str, question: Any) -> list[Node]:
    rights = sorted(
        [pair.right for pair in question.pairs.values()]
        + [extra.text for extra in question.extra.values()],
        key=str.casefold,
    )
    lefts = ticks([writer.line(pair.left) for pair in question.pairs.values()], "wide")
    letters = node("letters", items=[[right] for right in rights])
    return [_task("paperMatching"), lefts, letters]


def _ordering(writer: Writer, name: str, question: Any) -> list[Node]:
    items = _shuffled(name, question.items.items())
    if [key for key, _ in items] == list(question.items):
        items.reverse()
    return [_task("paperOrdering"), ticks([writer.line(item.text) for _, item in items], "wide")]


def _classify(writer: Writer, name: str, question: Any) -> list[Node]:
    columns = list(question.columns.values())
    mark = [node("tick", mark="round")]
    rows = [[writer.line(item.text), *(mark for _ in columns)] for item in question.items.values()]
    heads = [[""], *([column] for column in columns)]
    return [_task("paperClassify"), table(heads, rows, widths=[3, *(1 for _ in columns)])]


def _mark(writer: Writer, name: str, question: Any) -> list[Node]:
    return [_task("paperMark"), node("indent", node("spaced", p(MARK.sub(r"\2", question.text))))]


def _estimate(writer: Writer, name: str, question: Any) -> list[Node]:
    scale = question.scale
    unit = f" {scale.unit}" if scale.unit else ""
    span = f"{plain_number(scale.min)} – {plain_number(scale.max)}{unit}"
    return [
        _task("paperEstimate"),
        p(writer.words["yourGuess"], ": ", blank(30), unit, small(f"\u2003({span})")),
    ]


ASKED: dict[str, Callable[[Writer, str, Any], list[Node]]] = {
    "choice": _choice,
    "multiple": _multiple,
    "true-false": _true_false,
    "number": _number,
    "text": _text,
    "gaps": _gaps,
    "matching": _matching,
    "ordering": _ordering,
    "classify": _classify,
    "mark": _mark,
    "estimate": _estimate,
    "opinion": _opinion,
}
"""Kind of question → the room for its answer."""
