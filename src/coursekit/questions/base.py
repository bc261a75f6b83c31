"""What all questions have, and the types of their texts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..bundle import labels
from ..markdown import to_html, to_text
from ..parts import Flag, Markdown, Name, Names, Part, Text, Whole

Fault = tuple[tuple[str | int, ...], str, str]
"""A place inside the question, what is wrong there, what to do."""


class Option(Part):
    """One answer to choose; `says` is what the learner who chose it is told."""

    text: Markdown
    right: Flag = False
    says: Markdown

    def data(self, name: str) -> dict[str, Any]:
        text, says = to_html(self.text), to_html(self.says)
        return {"id": name, "text": text, "right": self.right, "says": says}


Options = Annotated[dict[Name, Option], Field(min_length=2)]


class Question(Part):
    """One question as its author wrote it, checked and converted.

    `name` is the full id `<topic>.<name>`; it is not a key of the file.
    """

    graded: ClassVar[bool] = True

    kind: Text
    revision: Whole
    objective: Name
    level: Literal["recall", "understand", "apply"]
    difficulty: Literal["easy", "medium", "hard"]
    prompt: Markdown
    explanation: Markdown
    source: Names
    hints: list[Markdown] = Field(default_factory=list)
    set: Name | None = None
    shuffle: Flag = False

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the shape of the keys."""
        yield from ()

    def own_data(self) -> dict[str, Any]:
        """The part of the data for the page that only this kind has."""
        raise NotImplementedError

    def key(self) -> list[str]:
        """The answers and what each is told (HTML lines), for pages without JavaScript."""
        raise NotImplementedError

    def choices(self) -> list[str]:
        """What there is to choose from (HTML lines), for pages without JavaScript."""
        return []

    def wrong_answers(self) -> list[tuple[str, str]]:
        """The wrong answers that the author expects and what each is told (HTML)."""
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


def wrong_options(options: dict[str, Option]) -> list[tuple[str, str]]:
    """The options that are wrong, each with what it is told (HTML)."""
    wrong = (option for option in options.values() if not option.right)
    return [(to_html(option.text), to_html(option.says)) for option in wrong]


def count_right(options: dict[str, Option]) -> int:
    return sum(option.right for option in options.values())


def exactly_one(options: dict[str, Option], place: tuple[str | int, ...]) -> Iterator[Fault]:
    """The faults of options of which just one may be right."""
    right = [name for name, option in options.items() if option.right]
    if not right:
        yield place, "no option is right.", 'Mark one with "right: true".'
    elif len(right) > 1:
        todo = 'Leave "right: true" at one of them, or use the kind `multiple`.'
        yield place, f"{len(right)} options are right ({', '.join(right)}).", todo


def answer_line(text: str, says: str, right: bool | None = None) -> str:
    """An answer (HTML), whether it is right, and what is said of it (Markdown): a line of HTML."""
    verdict = "" if right is None else f" ({word('itemRight' if right else 'itemWrong')})"
    return f"<strong>{text}</strong>{verdict} – {to_html(says)}"


def word(label: str) -> str:
    """A word of the interface as HTML."""
    return escape(labels()[label])
