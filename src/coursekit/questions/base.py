"""What all questions have, and the types of their texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..markdown import to_html, to_text
from ..parts import Flag, Markdown, Name, Names, Part, Text

Fault = tuple[tuple[str, ...], str, str]
"""A place inside the question, what is wrong there, what to do."""


class Option(Part):
    """One answer to choose; `says` is what the learner who chose it is told."""

    text: Markdown
    right: Flag = False
    says: Markdown

    def data(self, name: str) -> dict[str, Any]:
        return {"id": name, "text": to_html(self.text), "right": self.right, "says": to_html(self.says)}


Options = Annotated[dict[Name, Option], Field(min_length=2)]


class Question(Part):
    """One question as its author wrote it, checked and converted.

    `name` is the full id `<topic>.<name>`; it is not a key of the file.
    """

    graded: ClassVar[bool] = True
    needs_source: ClassVar[bool] = True

    kind: Text
    revision: Annotated[int, Field(ge=1)]
    objective: Name
    level: Literal["recall", "understand", "apply"]
    difficulty: Literal["easy", "medium", "hard"]
    prompt: Markdown
    explanation: Markdown
    source: Names = []
    hints: list[Markdown] = []
    set: Name | None = None
    shuffle: Flag = False

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the shape of the keys."""
        if self.needs_source and not self.source:
            yield (), "'source' is missing.", "Name an id of data/sources.yml, or `course`."

    def own_data(self) -> dict[str, Any]:
        """The part of the data for the page that only this kind has."""
        raise NotImplementedError

    def key(self) -> list[str]:
        """The answer in words (HTML lines), for pages without JavaScript and for print."""
        raise NotImplementedError

    def choices(self) -> list[str]:
        """What there is to choose from (HTML lines), for pages without JavaScript."""
        return []

    def right_response(self) -> Any:
        """A response that gets the full score (or any full response where there is no score)."""
        raise NotImplementedError

    def wrong_response(self) -> Any:
        """A response that does not get the full score."""
        raise NotImplementedError

    def data(self, name: str) -> dict[str, Any]:
        """Everything the page needs to show and grade this question, ready for JSON."""
        return {
            "id": name,
            "kind": self.kind,
            "revision": self.revision,
            "objective": self.objective,
            "level": self.level,
            "difficulty": self.difficulty,
            "title": to_text(self.prompt),
            "prompt": to_html(self.prompt),
            "hints": [to_html(hint) for hint in self.hints],
            "explanation": to_html(self.explanation),
            "shuffle": self.shuffle,
            "sure": self.graded,
            **self.own_data(),
        }


def html_of(mapping: dict[str, str]) -> dict[str, str]:
    """The same keys with their Markdown as HTML."""
    return {key: to_html(text) for key, text in mapping.items()}


def count_right(options: dict[str, Option]) -> int:
    return sum(option.right for option in options.values())


def exactly_one(options: dict[str, Option], place: tuple[str, ...]) -> Iterator[Fault]:
    """The faults of options of which just one may be right."""
    right = [name for name, option in options.items() if option.right]
    if not right:
        yield place, "has no right option.", 'Mark one option with "right: true".'
    elif len(right) > 1:
        names = ", ".join(right)
        yield place, f"has {len(right)} right options ({names}).", 'Leave "right: true" at one of them, or use the kind `multiple`.'


def answer_line(text: str, says: str) -> str:
    """An answer with what is said of it, one line of HTML."""
    return f"<strong>{text}</strong> – {says}"
