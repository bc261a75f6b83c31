"""Take Markdown apart into texts to translate and what stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..markdown import PLACEHOLDER

Piece = tuple[str, bool]
"""A stretch of the source, and whether it is a text to translate."""

PROSE_BLOCKS = ("important", "note", "tip", "warning", "caution", "hint", "attention", "seealso")
"""Directives whose content is running text."""

_FENCE = re.compile(r"^\s*(`{3,}|:{3,}|~{3,})(.*)$")
_DIRECTIVE = re.compile(r"\{([\w-]+)\}")
_TABLE = re.compile(r"^\s*\|")
_RULE = re.compile(r"^\s*\|[\s:|-]+\|?\s*$|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$|^\([\w-]+\)=\s*$")
_START = re.compile(r"^(\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?|:\s+))")
_BAR = re.compile(r"(?<!\\)\|")
_CODE_BAR = re.compile(r"`[^`]*`|\{\{[^}]*\}\}")
_LETTER = re.compile(r"[^\W\d_]")
_TARGET = re.compile(r"\]\([^)]*\)|`[^`]*`")


def has_words(text: str) -> bool:
    """Whether there is something to translate, beside placeholders, addresses and numbers."""
    return _LETTER.search(_TARGET.sub("]", PLACEHOLDER.sub("", text))) is not None


def split(markdown: str) -> list[Piece]:
    """The pieces of a text in order; joined they are the text again."""
    return [piece for piece in _pieces(markdown) if piece[0]]


def translate(markdown: str, words: Callable[[str], str]) -> str:
    """The text with every translatable piece put through `words`."""
    return "".join(words(text) if is_text else text for text, is_text in split(markdown))


def texts(markdown: str) -> list[str]:
    """The texts to translate, in order."""
    return [text for text, is_text in split(markdown) if is_text]


def _pieces(markdown: str) -> Iterator[Piece]:
    lines = markdown.splitlines(keepends=True)
    at = 0
    while at < len(lines):
        if fence := _FENCE.match(lines[at].rstrip("\n")):
            end = _end_of_fence(lines, at, fence[1])
            yield from _fenced(lines[at:end], fence[2])
        elif _TABLE.match(lines[at]) and not _RULE.match(lines[at]):
            end = at + 1
            yield from _row(lines[at])
        elif not lines[at].strip() or _RULE.match(lines[at].rstrip("\n")):
            end = at + 1
            yield lines[at], False
        else:
            end = _end_of_block(lines, at)
            yield from _block("".join(lines[at:end]))
        at = end


def _end_of_fence(lines: list[str], start: int, mark: str) -> int:
    closing = re.compile(rf"^\s*{re.escape(mark[0])}{{{len(mark)},}}\s*$")
    for at in range(start + 1, len(lines)):
        if closing.match(lines[at].rstrip("\n")):
            return at + 1
    return len(lines)


def _fenced(lines: list[str], head: str) -> Iterator[Piece]:
    """A directive of prose is opened; code and everything else stays whole."""
    directive = _DIRECTIVE.match(head.strip())
    if not directive or directive[1] not in PROSE_BLOCKS or len(lines) < 3:
        yield "".join(lines), False
        return
    yield lines[0], False
    yield from _pieces("".join(lines[1:-1]))
    yield lines[-1], False


def _row(line: str) -> Iterator[Piece]:
    """A row of a table, cell by cell."""
    hidden = _CODE_BAR.sub(lambda match: match[0].replace("|", "\0"), line)
    at = 0
    for bar in _BAR.finditer(hidden):
        yield from _words(line[at : bar.start()])
        yield "|", False
        at = bar.end()
    yield from _words(line[at:])


def _end_of_block(lines: list[str], start: int) -> int:
    """A paragraph, heading or item goes on until a line that begins something else."""
    if re.match(r"^\s*#{1,6}\s", lines[start]):
        return start + 1
    at = start + 1
    while at < len(lines) and lines[at].strip():
        line = lines[at].rstrip("\n")
        if _START.match(line) or _FENCE.match(line) or _TABLE.match(line) or _RULE.match(line):
            break
        at += 1
    return at


def _block(text: str) -> Iterator[Piece]:
    start = _START.match(text)
    if start:
        yield start[1], False
        text = text[start.end() :]
        if _START.match(text):  # `> - item`
            yield from _block(text)
            return
    yield from _words(text)


def _words(text: str) -> Iterator[Piece]:
    """A text without the space around it; nothing where there are no words."""
    inner = text.strip()
    if not has_words(inner):
        yield text, False
        return
    start = text.index(inner)
    yield text[:start], False
    yield inner, True
    yield text[start + len(inner) :], False
