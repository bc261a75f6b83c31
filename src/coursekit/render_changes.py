"""The changes between two versions, in plain words for a town."""

from __future__ import annotations

from collections.abc import Iterator

from .changes import Change, Changes
from .markdown import to_text

_LONGEST = 110
_WORDS = {"new": "New", "gone": "Gone", "changed": "Changed", "answer": "ANSWER", "check": "Check"}


def changes_text(changes: Changes) -> str:
    """What changed, the weightiest first; a version without changes says so."""
    return "\n".join(_lines(changes)).strip() or "Nothing that a learner would notice has changed."


def _lines(changes: Changes) -> Iterator[str]:
    answers = [change for change in changes.questions if change.kind == "answer"]
    others = [change for change in changes.questions if change.kind != "answer"]
    yield from _part("Questions whose right answer or revision changed", answers)
    yield from _part("What the town has to check again", changes.checks)
    yield from _part("Figures", changes.facts)
    yield from _part("Other questions", others)
    yield from _part("Pages, exercises and cards", changes.pages)


def _part(title: str, changes: tuple[Change, ...] | list[Change]) -> Iterator[str]:
    if not changes:
        return
    yield f"{title} ({len(changes)})"
    for change in changes:
        yield f"  {_WORDS[change.kind]}: {_short(change.title)} [{change.id}]"
        if change.what:
            yield f"    {change.what}"
    yield ""


def _short(text: str) -> str:
    words = to_text(text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
