"""Tools that pace an exercise: a calm clock with news, a deck of cards to draw from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Part, Text, Whole
from .base import Fault, PracticeTool


class Stretch(Part):
    """A part of the time, and what one does in it."""

    title: Text
    minutes: Whole
    text: Markdown


class News(Part):
    """Something that becomes known while the clock runs."""

    minute: Whole
    """After so many minutes from the start."""
    text: Markdown


class Clock(PracticeTool):
    """A clock in parts; it can be stopped and prolonged, and nothing is scored by it."""

    kind: Literal["clock"]
    parts: Annotated[dict[Name, Stretch], Field(min_length=1)]
    news: list[News] = Field(default_factory=list)

    def faults(self) -> Iterator[Fault]:
        total = sum(part.minutes for part in self.parts.values())
        earlier = 0
        for n, news in enumerate(self.news):
            if news.minute >= total:
                what = f"the clock stops after {total} minutes."
                yield ("news", n, "minute"), what, "Let the news come earlier."
            if news.minute < earlier:
                yield ("news", n, "minute"), "the news before comes later.", "Sort them by minute."
            earlier = news.minute

    def own_data(self) -> dict[str, Any]:
        return {
            "parts": [
                {"id": name, "title": p.title, "minutes": p.minutes, "text": to_html(p.text)}
                for name, p in self.parts.items()
            ],
            "news": [{"minute": news.minute, "text": to_html(news.text)} for news in self.news],
        }


class DeckCard(Part):
    """A card to draw: what is said or happens, and what a good answer to it does."""

    who: Text
    """A kind of person, never a name."""
    front: Markdown
    back: Markdown


class Deck(PracticeTool):
    """Cards drawn in a shuffled order; the back is seen after one's own answer."""

    kind: Literal["deck"]
    cards: Annotated[dict[Name, DeckCard], Field(min_length=3)]

    def own_data(self) -> dict[str, Any]:
        return {
            "cards": [
                {
                    "id": name,
                    "who": card.who,
                    "front": to_html(card.front),
                    "back": to_html(card.back),
                }
                for name, card in self.cards.items()
            ]
        }
