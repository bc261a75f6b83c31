"""Fields for texts made of parts: a message, a correction."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field as Limits

from ...bundle import labels
from ...parts import Text, Whole
from .base import Field, Texts, listed

_MESSAGE = ("value", "story", "fact", "action")
_CORRECTION = ("fact", "warning", "trick", "fact-again")


class ComposedField(Field):
    """A text written in named parts, each in its place; `parts` are their names by id."""

    def part_names(self) -> dict[str, str]:
        """The parts in order, as people read them."""
        raise NotImplementedError

    def own_data(self) -> dict[str, Any]:
        return {"parts": listed(self.part_names())}

    def blank(self) -> list[str]:
        return list(self.part_names().values())


class MessageField(ComposedField):
    """A message: a value, a story, a fact, and what can be done; no more than so many words."""

    kind: Literal["message"]
    max_words: Whole = 90
    parts: Texts | None = None

    def part_names(self) -> dict[str, str]:
        return self.parts or {name: labels()[f"wbMessage-{name}"] for name in _MESSAGE}

    def own_data(self) -> dict[str, Any]:
        return {**super().own_data(), "max_words": self.max_words}


class CorrectionField(ComposedField):
    """A rumour corrected: the fact, a warning, the trick, the fact again."""

    kind: Literal["correction"]
    max_words: Whole | None = None
    rumour: Annotated[list[Text], Limits(min_length=1)] | None = None
    """Phrases by which the page knows the rumour; without them the learner types one."""

    def part_names(self) -> dict[str, str]:
        return {name: labels()[f"wbCorrection-{name}"] for name in _CORRECTION}

    def own_data(self) -> dict[str, Any]:
        return {**super().own_data(), "max_words": self.max_words, "rumour": self.rumour or []}
