"""Kinds of question whose answer is arranged: matching, ordering, classify."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Part, Text
from .base import Fault, Question, answer_line, html_of, word


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
    extra: dict[Name, Extra] = Field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        seen: dict[str, str] = {}
        for place, right in self._right_sides():
            same = right.casefold()
            if same in seen:
                what = f"the right side '{right}' stands twice (see '{seen[same]}')."
                todo = "Make every right side different, or use the kind `classify`."
                yield place, what, todo
            seen.setdefault(same, place[1])
        for name in self.extra:
            if name in self.pairs:
                yield ("extra", name), "a pair has this name already.", "Rename one of the two."

    def _right_sides(self) -> list[tuple[tuple[str, str], str]]:
        """All right sides with the place where they stand."""
        pairs = [(("pairs", name), pair.right) for name, pair in self.pairs.items()]
        return pairs + [(("extra", name), extra.text) for name, extra in self.extra.items()]

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
        return [*lefts, " · ".join(sorted(map(escape, rights)))]

    def key(self) -> list[str]:
        return [
            *(
                answer_line(f"{to_html(p.left)} → {escape(p.right)}", p.says, True)
                for p in self.pairs.values()
            ),
            *(answer_line(escape(extra.text), extra.says, False) for extra in self.extra.values()),
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
            *(
                answer_line(f"{n}. {to_html(item.text)}", item.says)
                for n, item in enumerate(self.items.values(), 1)
            ),
            answer_line(word("outcomeRight"), self.says.right),
            answer_line(word("outcomePartly"), self.says.partly),
            answer_line(word("outcomeWrong"), self.says.wrong),
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
                todo = f"Use one of: {', '.join(self.columns)}."
                yield ("items", name, "column"), f"there is no column '{item.column}'.", todo
        if any(item.column not in self.columns for item in self.items.values()):
            return
        for name in self.columns:
            if all(item.column != name for item in self.items.values()):
                todo = "Add an item to it, or delete it."
                yield ("columns", name), "nothing belongs in this column.", todo

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
        columns = " / ".join(map(escape, self.columns.values()))
        return [f"{to_html(item.text)}: {columns}?" for item in self.items.values()]

    def key(self) -> list[str]:
        return [
            answer_line(f"{to_html(item.text)}: {escape(self.columns[item.column])}", item.says)
            for item in self.items.values()
        ]

    def right_response(self) -> dict[str, str]:
        return {name: item.column for name, item in self.items.items()}

    def wrong_response(self) -> dict[str, str]:
        columns = list(self.columns)
        following = dict(zip(columns, columns[1:] + columns[:1], strict=True))
        return {name: following[item.column] for name, item in self.items.items()}
