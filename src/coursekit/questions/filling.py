"""The kind of question whose text has gaps to fill: gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ..markdown import to_text
from ..parts import Name, Part, Text, refuse
from .base import Fault, Options, Question, answer_line, exactly_one, html_of
from .entering import Near, RightWrong, text_key

GAP = re.compile(r"\[\[([^\]|]*)\]\]")


class Gap(Part):
    """A gap: either a drop-down (`options`) or a field (`accept` and `says`)."""

    options: Options | None = None
    accept: Annotated[list[Text], Field(min_length=1)] | None = None
    near: list[Near] = Field(default_factory=list)
    says: RightWrong | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Gap:
        if self.options is None and self.accept is None:
            refuse(("a gap needs `options` or `accept`.", "Add one of the two."))
        if self.options is not None and self.accept is not None:
            refuse(("a gap has either `options` or `accept`, not both.", "Keep one of the two."))
        if self.options is not None and (self.near or self.says):
            todo = "Delete them: every option has its own `says`."
            refuse(("`near` and `says` belong to a gap with `accept`.", todo))
        if self.accept is not None and self.says is None:
            refuse(("'says' is missing.", "Add `says: {right: …, wrong: …}`."))
        return self

    def data(self, name: str) -> dict[str, Any]:
        if self.options is not None:
            # A drop-down can show plain text only.
            plain = [{**o.data(n), "text": to_text(o.text)} for n, o in self.options.items()]
            return {"id": name, "options": plain}
        return {
            "id": name,
            "accept": self.accept,
            "near": [near.data() for near in self.near],
            "says": html_of(self.says.model_dump()) if self.says else {},
        }

    def right(self) -> str:
        """The right response to this gap: an option's id or a text."""
        if self.options is not None:
            return next(name for name, option in self.options.items() if option.right)
        return self.accept[0] if self.accept else ""

    def wrong(self) -> str:
        if self.options is not None:
            return next(name for name, option in self.options.items() if not option.right)
        return "something else altogether"

    def key(self) -> list[str]:
        if self.options is not None:
            return [
                answer_line(escape(to_text(option.text)), option.says, option.right)
                for option in sorted(self.options.values(), key=lambda option: not option.right)
            ]
        return text_key(self.accept, self.near, self.says) if self.accept and self.says else []


class GapsQuestion(Question):
    """A text with gaps, each a drop-down or a field."""

    kind: Literal["gaps"]
    text: Text
    gaps: Annotated[dict[Name, Gap], Field(min_length=1)]

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from self._text_faults()
        for name, gap in self.gaps.items():
            if gap.options is not None:
                yield from exactly_one(gap.options, ("gaps", name, "options"))

    def _text_faults(self) -> Iterator[Fault]:
        named = GAP.findall(self.text)
        if "[[" in GAP.sub("", self.text) or "]]" in GAP.sub("", self.text):
            yield ("text",), "a gap is not closed, or not opened.", "Write [[name]] for each."
            return
        for name in dict.fromkeys(named):
            if name not in self.gaps:
                what = f"the text has a gap [[{name}]] that `gaps` does not describe."
                yield ("text",), what, "Add it to `gaps`, or correct its name."
            elif named.count(name) > 1:
                what = f"the gap [[{name}]] stands twice in the text."
                yield ("text",), what, "Give the second one a name of its own."
        for name in self.gaps:
            if name not in named:
                what = "the gap does not stand in the text."
                yield ("gaps", name), what, f"Write [[{name}]] where it belongs."

    def own_data(self) -> dict[str, Any]:
        pieces = GAP.split(self.text)
        parts = [{"gap": p} if n % 2 else {"text": p} for n, p in enumerate(pieces) if p]
        return {"parts": parts, "gaps": [gap.data(name) for name, gap in self.gaps.items()]}

    def choices(self) -> list[str]:
        options = [
            f"({n}) " + " / ".join(escape(to_text(option.text)) for option in gap.options.values())
            for n, gap in enumerate(self.gaps.values(), 1)
            if gap.options is not None
        ]
        numbers = {name: n for n, name in enumerate(self.gaps, 1)}
        return [escape(GAP.sub(lambda gap: f"____ ({numbers[gap[1]]})", self.text)), *options]

    def key(self) -> list[str]:
        return [
            f"({n}) {line}" for n, gap in enumerate(self.gaps.values(), 1) for line in gap.key()
        ]

    def right_response(self) -> dict[str, str]:
        return {name: gap.right() for name, gap in self.gaps.items()}

    def wrong_response(self) -> dict[str, str]:
        return {name: gap.wrong() for name, gap in self.gaps.items()}
