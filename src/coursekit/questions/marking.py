"""The kind of question whose answer is marked in a text: mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Flag, Markdown, Name, Part, Text
from .base import Fault, Question, answer_line, html_of, word

MARK = re.compile(r"\[\[([a-z0-9-]+)\|([^\]]+)\]\]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|%")


class Mark(Part):
    says: Markdown
    right: Flag = True


class MarkSays(Part):
    right: Markdown
    missed: Markdown
    extra: Markdown


class MarkQuestion(Question):
    """Words to mark in a text."""

    kind: Literal["mark"]
    text: Text
    marks: Annotated[dict[Name, Mark], Field(min_length=1)]
    says: MarkSays

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from self._text_faults()
        if not any(mark.right for mark in self.marks.values()):
            yield ("marks",), "no mark is right.", 'Delete "right: false" at one of them.'

    def _text_faults(self) -> Iterator[Fault]:
        named = [name for name, _ in MARK.findall(self.text)]
        if "[[" in MARK.sub("", self.text) or "]]" in MARK.sub("", self.text):
            yield ("text",), "a mark has not the right form.", "Write [[name|words]] for each."
            return
        for name in dict.fromkeys(named):
            if name not in self.marks:
                what = f"the text has [[{name}|…]] that `marks` does not describe."
                yield ("text",), what, "Add it to `marks`, or correct its name."
            elif named.count(name) > 1:
                what = f"[[{name}|…]] stands twice in the text."
                yield ("text",), what, "Give the second one a name of its own."
        for name in self.marks:
            if name not in named:
                what = "the mark does not stand in the text."
                yield ("marks", name), what, f"Write [[{name}|words]] where it belongs."

    def own_data(self) -> dict[str, Any]:
        return {"parts": list(self._parts()), "says": html_of(self.says.model_dump())}

    def _parts(self) -> Iterator[dict[str, Any]]:
        pieces = MARK.split(self.text)
        count = 0
        for plain, name, words in zip(
            pieces[::3], [*pieces[1::3], ""], [*pieces[2::3], ""], strict=True
        ):
            for part in _words(plain, count):
                count += "id" in part
                yield part
            if name:
                mark = self.marks[name]
                yield {"id": name, "text": words, "right": mark.right, "says": to_html(mark.says)}

    def choices(self) -> list[str]:
        return [escape(MARK.sub(r"\2", self.text))]

    def key(self) -> list[str]:
        words = dict(MARK.findall(self.text))
        return [
            *(
                answer_line(escape(words[name]), mark.says, mark.right)
                for name, mark in self.marks.items()
            ),
            answer_line(word("outcomeRight"), self.says.right),
            answer_line(word("itemMissed"), self.says.missed),
            answer_line(word("itemExtra"), self.says.extra),
        ]

    def right_response(self) -> list[str]:
        return [name for name, mark in self.marks.items() if mark.right]

    def wrong_response(self) -> list[str]:
        return [part["id"] for part in self._parts() if "id" in part and not part.get("right")][:1]


def _words(plain: str, start: int) -> Iterator[dict[str, Any]]:
    """Split plain text into neutral words, numbered from `start`, and what stands between."""
    end = 0
    for number, match in enumerate(_WORD.finditer(plain), start):
        if match.start() > end:
            yield {"text": plain[end : match.start()]}
        yield {"id": f"_{number}", "text": match.group()}
        end = match.end()
    if end < len(plain):
        yield {"text": plain[end:]}
