"""Kinds of question whose answer is arranged: matching, ordering, classify, mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Flag, Markdown, Name, Part, Text
from .base import Fault, Question, answer_line, html_of

MARK = re.compile(r"\[\[([a-z0-9-]+)\|([^\]]+)\]\]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|%")


class Pair(Part):
    left: Markdown
    right: Text
    says: Markdown


class Extra(Part):
    text: Text
    says: Markdown


class MatchingQuestion(Question):
    """What belongs together."""

    kind: Literal["matching"]
    pairs: Annotated[dict[Name, Pair], Field(min_length=2)]
    extra: dict[Name, Extra] = {}

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        seen: dict[str, str] = {}
        rights = {name: pair.right for name, pair in self.pairs.items()} | {
            name: extra.text for name, extra in self.extra.items()
        }
        for name, right in rights.items():
            if right in seen:
                yield ("pairs", name), f"the right side '{right}' stands twice ({seen[right]}, {name}).", "Make every right side different, or use the kind `classify`."
            seen[right] = name
        for name in set(self.pairs) & set(self.extra):
            yield ("extra", name), f"'{name}' is the name of a pair and of an extra.", "Rename one of them."

    def own_data(self) -> dict[str, Any]:
        return {
            "pairs": [
                {"id": name, "left": to_html(p.left), "right": p.right, "says": to_html(p.says)}
                for name, p in self.pairs.items()
            ],
            "extra": [
                {"id": name, "text": extra.text, "says": to_html(extra.says)}
                for name, extra in self.extra.items()
            ],
        }

    def choices(self) -> list[str]:
        rights = [pair.right for pair in self.pairs.values()]
        rights += [extra.text for extra in self.extra.values()]
        lefts = [to_html(pair.left) for pair in self.pairs.values()]
        return [*lefts, " · ".join(sorted(map(to_html, rights)))]

    def key(self) -> list[str]:
        return [
            answer_line(f"{to_html(p.left)} → {to_html(p.right)}", to_html(p.says))
            for p in self.pairs.values()
        ]

    def right_response(self) -> dict[str, str]:
        return {name: name for name in self.pairs}

    def wrong_response(self) -> dict[str, str]:
        names = list(self.pairs)
        return dict(zip(names, names[1:] + names[:1], strict=True))


class Item(Part):
    text: Markdown
    says: Markdown


class OrderSays(Part):
    right: Markdown
    partly: Markdown
    wrong: Markdown


class OrderingQuestion(Question):
    """Steps to put in order; the file has them in the right one."""

    kind: Literal["ordering"]
    items: Annotated[dict[Name, Item], Field(min_length=3)]
    says: OrderSays

    def own_data(self) -> dict[str, Any]:
        return {
            "items": [
                {"id": name, "text": to_html(item.text), "says": to_html(item.says)}
                for name, item in self.items.items()
            ],
            "says": html_of(self.says.model_dump()),
        }

    def choices(self) -> list[str]:
        return sorted(to_html(item.text) for item in self.items.values())

    def key(self) -> list[str]:
        return [
            answer_line(f"{n}. {to_html(item.text)}", to_html(item.says))
            for n, item in enumerate(self.items.values(), 1)
        ]

    def right_response(self) -> list[str]:
        return list(self.items)

    def wrong_response(self) -> list[str]:
        names = list(self.items)
        return names[1:] + names[:1]


class ClassifyItem(Part):
    text: Markdown
    column: Name
    says: Markdown


class ClassifyQuestion(Question):
    """A grid: each item belongs in one column."""

    kind: Literal["classify"]
    columns: Annotated[dict[Name, Text], Field(min_length=2)]
    items: Annotated[dict[Name, ClassifyItem], Field(min_length=2)]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for name, item in self.items.items():
            if item.column not in self.columns:
                known = ", ".join(self.columns)
                yield ("items", name, "column"), f"there is no column '{item.column}'.", f"Use one of: {known}."
        for name in self.columns:
            if all(item.column != name for item in self.items.values()):
                yield ("columns", name), f"nothing belongs in the column '{name}'.", "Add an item to it or leave it out."

    def own_data(self) -> dict[str, Any]:
        return {
            "columns": [{"id": name, "text": text} for name, text in self.columns.items()],
            "items": [
                {
                    "id": name,
                    "text": to_html(item.text),
                    "column": item.column,
                    "says": to_html(item.says),
                }
                for name, item in self.items.items()
            ],
        }

    def choices(self) -> list[str]:
        columns = " / ".join(map(to_html, self.columns.values()))
        return [f"{to_html(item.text)}: {columns}?" for item in self.items.values()]

    def key(self) -> list[str]:
        return [
            answer_line(
                f"{to_html(item.text)}: {to_html(self.columns[item.column])}", to_html(item.says)
            )
            for item in self.items.values()
        ]

    def right_response(self) -> dict[str, str]:
        return {name: item.column for name, item in self.items.items()}

    def wrong_response(self) -> dict[str, str]:
        columns = list(self.columns)
        following = dict(zip(columns, columns[1:] + columns[:1], strict=True))
        return {name: following[item.column] for name, item in self.items.items()}


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
        named = [name for name, _ in MARK.findall(self.text)]
        for name in dict.fromkeys(named):
            if name not in self.marks:
                yield ("text",), f"the text has [[{name}|…]] that `marks` does not describe.", "Add it to `marks` or correct its name."
            elif named.count(name) > 1:
                yield ("text",), f"[[{name}|…]] stands twice in the text.", "Give the second one a name of its own."
        for name in self.marks:
            if name not in named:
                yield ("marks", name), f"the mark '{name}' does not stand in the text.", f"Write [[{name}|words]] where it belongs."
        if not any(mark.right for mark in self.marks.values()):
            yield ("marks",), "no mark is right.", 'Leave out "right: false" at one of them.'

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
        return [to_html(MARK.sub(r"\2", self.text))]

    def key(self) -> list[str]:
        words = dict(MARK.findall(self.text))
        return [
            answer_line(to_html(words[name]), to_html(mark.says))
            for name, mark in self.marks.items()
            if mark.right
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
