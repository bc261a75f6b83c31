"""Tools that practise talking: a conversation with checks, a wave of comments to handle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Part, Text
from .base import Fault, PracticeTool

Handling = Literal["answer", "hide", "thank"]


class Reply(Part):
    """Something the learner can say: what it does well or badly, and what comes next."""

    text: Text
    says: Markdown
    does: list[Name] = Field(default_factory=list)
    """The checks that it carries out."""
    next: Name
    """A step or an ending."""


class Scene(Part):
    """What the other person says or does, and what the learner can say to it."""

    scene: Markdown
    options: Annotated[dict[Name, Reply], Field(min_length=2)]


class Ending(Part):
    """How a conversation can end; none of them is a failure of the other person."""

    title: Text
    says: Markdown


class Conversation(PracticeTool):
    """A talk with another person, who may say no; at the end one sees which checks were done."""

    kind: Literal["conversation"]
    checks: Annotated[dict[Name, Text], Field(min_length=2)]
    start: Name
    steps: Annotated[dict[Name, Scene], Field(min_length=2)]
    endings: Annotated[dict[Name, Ending], Field(min_length=2)]

    def faults(self) -> Iterator[Fault]:
        unknown = [*self._name_faults()]
        yield from unknown
        if not unknown:
            yield from self._left_over()

    def _left_over(self) -> Iterator[Fault]:
        """Steps and endings that nobody comes to, and checks that nobody carries out."""
        reached = self._reached()
        for part, names in (("steps", self.steps), ("endings", self.endings)):
            for name in names:
                if name not in reached:
                    todo = "Let a reply lead here, or delete it."
                    yield (part, name), "no reply leads here.", todo
        done = {check for _, _, reply in self._replies() for check in reply.does}
        for name in self.checks:
            if name not in done:
                todo = f"Add `does: [{name}]` to a reply, or delete the check."
                yield ("checks", name), "no reply carries this check out.", todo

    def _replies(self) -> Iterator[tuple[str, str, Reply]]:
        for step, scene in self.steps.items():
            for name, reply in scene.options.items():
                yield step, name, reply

    def _name_faults(self) -> Iterator[Fault]:
        if self.start not in self.steps:
            yield ("start",), f"there is no step '{self.start}'.", "Write the name of a step."
        for name in self.endings:
            if name in self.steps:
                yield ("endings", name), "a step has this name too.", "Give it another name."
        for step, name, reply in self._replies():
            place = ("steps", step, "options", name)
            if reply.next not in self.steps and reply.next not in self.endings:
                what = f"there is no step or ending '{reply.next}'."
                yield (*place, "next"), what, "Write the name of a step or an ending."
            for n, check in enumerate(reply.does):
                if check not in self.checks:
                    todo = f"Use: {', '.join(self.checks)}."
                    yield (*place, "does", n), f"there is no check '{check}'.", todo

    def _reached(self) -> set[str]:
        reached, open_steps = {self.start}, [self.start]
        while open_steps:
            scene = self.steps.get(open_steps.pop())
            for reply in scene.options.values() if scene else ():
                if reply.next not in reached:
                    reached.add(reply.next)
                    open_steps.append(reply.next)
        return reached

    def own_data(self) -> dict[str, Any]:
        return {
            "checks": [{"id": name, "text": text} for name, text in self.checks.items()],
            "start": self.start,
            "steps": {name: _scene(scene) for name, scene in self.steps.items()},
            "endings": {
                name: {"title": ending.title, "says": to_html(ending.says)}
                for name, ending in self.endings.items()
            },
        }


def _scene(scene: Scene) -> dict[str, Any]:
    options = [
        {"id": name, **reply.model_dump(), "says": to_html(reply.says)}
        for name, reply in scene.options.items()
    ]
    return {"scene": to_html(scene.scene), "options": options}


class Comment(Part):
    """A comment under a post; `says` answers each way to handle it."""

    who: Text
    """A kind of person, never a name."""
    text: Text
    fits: Annotated[list[Handling], Field(min_length=1)]
    says: dict[Handling, Markdown]
    rule: Name | None = None
    """The published rule it breaks, where hiding fits."""
    example: Markdown | None = None
    """A reply one could give, where answering fits."""


class CommentWave(PracticeTool):
    """Comments to answer, to hide with a reason, or to thank for, by published rules."""

    kind: Literal["comment-wave"]
    rules: Annotated[dict[Name, Text], Field(min_length=2)]
    comments: Annotated[dict[Name, Comment], Field(min_length=3)]

    def faults(self) -> Iterator[Fault]:
        found = [
            (("comments", name, *inner), what, todo)
            for name, comment in self.comments.items()
            for inner, what, todo in self._comment_faults(comment)
        ]
        yield from found
        if not found:
            yield from self._unbroken_rules()

    def _unbroken_rules(self) -> Iterator[Fault]:
        broken = {comment.rule for comment in self.comments.values()}
        for name in self.rules:
            if name not in broken:
                todo = "Add one, or delete the rule."
                yield ("rules", name), "no comment breaks this rule.", todo

    def _comment_faults(self, comment: Comment) -> Iterator[Fault]:
        missing = [way for way in ("answer", "hide", "thank") if way not in comment.says]
        if missing:
            todo = "Say why it fits, or why not."
            yield ("says",), f"nothing is said about: {', '.join(missing)}.", todo
        if ("hide" in comment.fits) != (comment.rule is not None):
            todo = "A comment that may be hidden names its `rule`, and no other does."
            yield ("rule",), "`fits` and `rule` do not agree.", todo
        if comment.rule is not None and comment.rule not in self.rules:
            todo = f"Use: {', '.join(self.rules)}."
            yield ("rule",), f"there is no rule '{comment.rule}'.", todo
        if ("answer" in comment.fits) != (comment.example is not None):
            todo = "A comment that deserves an answer has an `example`, and no other has."
            yield ("example",), "`fits` and `example` do not agree.", todo

    def own_data(self) -> dict[str, Any]:
        return {
            "rules": [{"id": name, "text": text} for name, text in self.rules.items()],
            "comments": [
                {
                    "id": name,
                    **comment.model_dump(),
                    "says": {way: to_html(text) for way, text in comment.says.items()},
                    "example": to_html(comment.example) if comment.example else "",
                }
                for name, comment in self.comments.items()
            ],
        }
