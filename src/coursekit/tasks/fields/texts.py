"""Fields for running text, and for a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ...bundle import language
from ...numbers import format_date
from ...parts import Whole, is_iso_date
from .base import Fault, Field


class TextField(Field):
    """One line of text."""

    kind: Literal["text"]
    max_words: Whole | None = None

    def own_data(self) -> dict[str, Any]:
        return {"max_words": self.max_words}


class LongTextField(Field):
    """Text of several lines, with counts while one types."""

    kind: Literal["long-text"]
    min_words: Whole | None = None
    max_words: Whole | None = None

    def faults(self) -> Iterator[Fault]:
        if self.min_words and self.max_words and self.min_words > self.max_words:
            yield ("min_words",), "`min_words` is above `max_words`.", "Exchange or correct them."

    def own_data(self) -> dict[str, Any]:
        return {"min_words": self.min_words, "max_words": self.max_words}


class DateField(Field):
    """A day of the calendar, kept as `2026-02-02`."""

    kind: Literal["date"]

    def in_words(self, given: str) -> str:
        return format_date(given, language()) if is_iso_date(given) else given
