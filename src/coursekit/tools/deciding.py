"""A tool for decisions: a level on each scale, and the advice that follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Annotated, Any, Literal

from pydantic import Field

from ..markdown import to_html
from ..parts import Markdown, Name, Part, Text
from .base import Fault, PracticeTool

Levels = dict[Name, Name]
"""`{"reach": "high", "harm": "low"}`: a level of each scale."""


class Scale(Part):
    """What is judged, and its levels from low to high."""

    label: Text
    help: Markdown | None = None
    levels: Annotated[dict[Name, Text], Field(min_length=2)]


class Advice(Part):
    title: Text
    says: Markdown


class Rule(Part):
    """Levels for which an advice holds; a scale that is left out does not matter."""

    when: dict[Name, Annotated[list[Name], Field(min_length=1)]]
    then: Name

    def fits(self, levels: Levels) -> bool:
        return all(levels[scale] in wanted for scale, wanted in self.when.items())


class Example(Part):
    """A situation to judge first, with the levels that the course would choose."""

    text: Markdown
    levels: Levels
    says: Markdown


class Decide(PracticeTool):
    """Judge a situation on each scale; the first rule that fits gives the advice."""

    kind: Literal["decide"]
    scales: Annotated[dict[Name, Scale], Field(min_length=2, max_length=3)]
    advice: Annotated[dict[Name, Advice], Field(min_length=2)]
    rules: Annotated[list[Rule], Field(min_length=2)]
    examples: dict[Name, Example] = Field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        unknown = [*self._rule_faults(), *self._example_faults()]
        yield from unknown
        if not unknown:
            yield from self._gaps()

    def _rule_faults(self) -> Iterator[Fault]:
        for n, rule in enumerate(self.rules):
            if rule.then not in self.advice:
                todo = f"Use: {', '.join(self.advice)}."
                yield ("rules", n, "then"), f"there is no advice '{rule.then}'.", todo
            for scale, levels in rule.when.items():
                yield from self._unknown(("rules", n, "when", scale), scale, levels)

    def _example_faults(self) -> Iterator[Fault]:
        for name, example in self.examples.items():
            for scale, level in example.levels.items():
                yield from self._unknown(("examples", name, "levels", scale), scale, [level])
            for scale in self.scales:
                if scale not in example.levels:
                    what = f"the level of '{scale}' is missing."
                    yield ("examples", name, "levels"), what, "Add it."

    def _unknown(
        self, place: tuple[str | int, ...], scale: str, levels: list[str]
    ) -> Iterator[Fault]:
        if scale not in self.scales:
            yield place, f"there is no scale '{scale}'.", f"Use: {', '.join(self.scales)}."
            return
        for level in levels:
            if level not in self.scales[scale].levels:
                todo = f"Use: {', '.join(self.scales[scale].levels)}."
                yield place, f"there is no level '{level}'.", todo

    def _gaps(self) -> Iterator[Fault]:
        used = set()
        for levels in self.combinations():
            n = self.rule_for(levels)
            if n is None:
                said = ", ".join(f"{scale}: {level}" for scale, level in levels.items())
                todo = "Add a rule, for example a last one with `when: {}`."
                yield ("rules",), f"no rule fits {said}.", todo
            used.add(n)
        for n in range(len(self.rules)):
            if n not in used:
                todo = "Put it before the rule that hides it, or delete it."
                yield ("rules", n), "an earlier rule always comes first.", todo

    def combinations(self) -> Iterator[Levels]:
        for levels in product(*(scale.levels for scale in self.scales.values())):
            yield dict(zip(self.scales, levels, strict=True))

    def rule_for(self, levels: Levels) -> int | None:
        """The number of the first rule that fits."""
        return next((n for n, rule in enumerate(self.rules) if rule.fits(levels)), None)

    def own_data(self) -> dict[str, Any]:
        return {
            "scales": [
                {
                    "id": name,
                    "label": scale.label,
                    "help": to_html(scale.help) if scale.help else "",
                    "levels": [{"id": key, "text": text} for key, text in scale.levels.items()],
                }
                for name, scale in self.scales.items()
            ],
            "advice": {
                name: {"title": advice.title, "says": to_html(advice.says)}
                for name, advice in self.advice.items()
            },
            "rules": [rule.model_dump() for rule in self.rules],
            "examples": [
                {
                    "id": name,
                    "text": to_html(example.text),
                    "levels": example.levels,
                    "says": to_html(example.says),
                }
                for name, example in self.examples.items()
            ],
        }
