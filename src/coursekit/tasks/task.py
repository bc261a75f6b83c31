"""An exercise as its author wrote it: steps with fields, rubric, model answer, material."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field as Limits
from pydantic import SerializeAsAny, ValidatorFunctionWrapHandler, WrapValidator

from ..bundle import labels, language, own_labels
from ..markdown import to_html, to_text
from ..numbers import count_things
from ..parts import Flag, Markdown, Name, Number, Part, Text, Whole, refuse, short
from .answers import answer_faults
from .calendar import Calendar
from .fields import FIELDS, NAMES_IN_FORMULA, Fault, Field, NumberField
from .rubric import Criterion, rubric_faults, total_points


def _field(value: Any, handler: ValidatorFunctionWrapHandler) -> Field:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in FIELDS:
        what = f"the kind '{short(kind)}' is not known." if kind else "'kind' is missing."
        refuse((what, f"Use one of: {', '.join(FIELDS)}."))
    return FIELDS[kind].model_validate(value)


YEAR = "year"
"""The unit of a value that is a year."""

MARK = "wbFictional"
"""The label of the word that marks what is invented."""

AnyField = Annotated[SerializeAsAny[Field], WrapValidator(_field)]


class CardValue(Part):
    """A value of a card, for formulas and tables."""

    label: Text
    value: Number
    unit: Text

    @property
    def shown(self) -> str:
        """`118,400 persons`; a year stands alone, without a separator."""
        if self.unit == YEAR:
            return f"{self.value:.0f}"
        return count_things(self.value, self.unit, language())


class Card(Part):
    """Material of an exercise: a data card, a notice, a post."""

    title: Text
    fictional: Flag = False
    text: Markdown
    values: dict[Name, CardValue] = Limits(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        mark = labels()[MARK]
        if self.fictional and not (_is_marked(self.title) and _is_marked(self.text)):
            yield (), "an invented card must say so.", f"Write {mark} in its title and its text."
        if not self.fictional and _is_marked(self.title):
            todo = f"Add `fictional: true`, or take {mark} out of its title."
            yield (), f"the title says {mark}, the card does not.", todo

    def data(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": self.title,
            "fictional": self.fictional,
            "text": to_html(self.text),
            "values": [
                {"id": key, "label": v.label, "shown": v.shown} for key, v in self.values.items()
            ],
        }


def _is_marked(text: str) -> bool:
    """Whether a text says that it is invented, in its language or untranslated."""
    return labels()[MARK] in text or own_labels()[MARK] in text


class Step(Part):
    """One step of an exercise."""

    title: Text
    minutes: Whole
    text: Markdown
    cards: list[Name] = Limits(default_factory=list)
    fields: dict[Name, AnyField] = Limits(default_factory=dict)


class Weak(Part):
    """A typical weak answer, and what it lacks."""

    text: Text
    says: Markdown


class Role(Part):
    """A part somebody plays in a group: two people never share a single one, and a part for
    somebody invited is never dealt."""

    title: Text
    text: Markdown
    sees: list[Name] = Limits(default_factory=list)
    single: Flag = False
    invited: Flag = False

    def data(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "title": self.title,
            "text": to_html(self.text),
            "plain": to_text(self.text),
            "sees": self.sees,
            "single": self.single,
            "invited": self.invited,
        }


class Phase(Part):
    """A stretch of the time that a group has."""

    title: Text
    minutes: Whole
    text: Markdown


class Task(Part):
    """An individual or group exercise."""

    code: Text
    revision: Whole
    title: Text
    minutes: Whole
    intro: Markdown
    objectives: list[Name] = Limits(default_factory=list)
    cards: list[Name] = Limits(default_factory=list)
    steps: Annotated[dict[Name, Step], Limits(min_length=1)]
    rubric: Annotated[dict[Name, Criterion], Limits(min_length=1)]
    pass_mark: Whole | None = Limits(None, alias="pass")
    distinction: Whole | None = None
    model: dict[Name, Any] = Limits(default_factory=dict)
    weak: list[Weak] = Limits(default_factory=list)
    roles: dict[Name, Role] = Limits(default_factory=dict)
    phases: dict[Name, Phase] = Limits(default_factory=dict)
    debrief: list[Markdown] = Limits(default_factory=list)
    facilitator: Markdown | None = None
    calendar: Calendar | None = None

    @property
    def fields(self) -> dict[str, Field]:
        return {name: field for step in self.steps.values() for name, field in step.fields.items()}

    @property
    def card_names(self) -> list[str]:
        """Every card that a learner sees, once."""
        named = [*self.cards, *(card for step in self.steps.values() for card in step.cards)]
        return list(dict.fromkeys(named))

    @property
    def material_names(self) -> list[str]:
        """Every card that a role sees, once."""
        return list(dict.fromkeys(card for role in self.roles.values() for card in role.sees))

    @property
    def points(self) -> dict[str, int | None] | None:
        """What can be reached, what passes, and with distinction; None without points."""
        total = total_points(self.rubric)
        if not total:
            return None
        return {"total": total, "pass": self.pass_mark, "distinction": self.distinction}

    def faults(self) -> Iterator[Fault]:
        yield from self._field_faults()
        yield from rubric_faults(self.rubric, self.pass_mark, self.distinction)
        yield from self._minutes_faults("steps", self.steps.values())
        if self.phases:
            yield from self._minutes_faults("phases", self.phases.values())
        if self.calendar:
            for inner, what, todo in self.calendar.faults(self.fields):
                yield ("calendar", *inner), what, todo
        for name, given in self.model.items():
            if name not in self.fields:
                todo = "Use the name of a field, or leave the answer out."
                yield ("model", name), f"there is no field '{name}'.", todo
                continue
            for inner, what, todo in answer_faults(self.fields[name], given):
                yield ("model", name, *inner), what, todo

    def _minutes_faults(self, parts: str, listed: Iterable[Step | Phase]) -> Iterator[Fault]:
        total = sum(part.minutes for part in listed)
        if total != self.minutes:
            what = f"the minutes of the {parts} add up to {total}, not {self.minutes}."
            yield ("minutes",), what, f"Correct the {parts} or the sum."

    def _field_faults(self) -> Iterator[Fault]:
        seen: dict[str, str] = {}
        for step_name, step in self.steps.items():
            for name, field in step.fields.items():
                place = ("steps", step_name, "fields", name)
                if name in seen:
                    what = f"the field '{name}' stands in step '{seen[name]}' already."
                    yield place, what, "Give it another name."
                seen[name] = step_name
                for inner, what, todo in (*field.faults(), *field.faults_among(self.fields)):
                    yield (*place, *inner), what, todo

    def formula_faults(
        self, cards: Mapping[str, Card], is_unread: Callable[[str], bool]
    ) -> Iterator[Fault]:
        """Names in formulas that are neither a number field nor a value of a card.

        Of a card that is unread nothing can be said.
        """
        numbers = {name for name, field in self.fields.items() if field.kind == "number"}
        known = numbers | set(values_of(cards))
        for step_name, step in self.steps.items():
            for name, field in step.fields.items():
                if not isinstance(field, NumberField) or not field.check:
                    continue
                for used in NAMES_IN_FORMULA.findall(field.check.equals):
                    card, dot, _ = used.partition(".")
                    if used not in known and not (dot and is_unread(card)):
                        place = ("steps", step_name, "fields", name, "check", "equals")
                        todo = "Use a number field of this task, or <card>.<value>."
                        yield place, f"nothing is called '{used}'.", todo

    def data(self, name: str, cards: Mapping[str, Card]) -> dict[str, Any]:
        """Everything the page needs to show the workbook, ready for JSON."""

        def shown(names: list[str]) -> list[dict[str, Any]]:
            return [cards[card].data(card) for card in names if card in cards]

        return {
            "id": name,
            "code": self.code,
            "revision": self.revision,
            "title": self.title,
            "minutes": self.minutes,
            "intro": to_html(self.intro),
            "cards": shown(self.cards),
            "steps": [
                {
                    "id": key,
                    "title": step.title,
                    "minutes": step.minutes,
                    "text": to_html(step.text),
                    "cards": shown([card for card in step.cards if card not in self.cards]),
                    "fields": [field.data(inner) for inner, field in step.fields.items()],
                }
                for key, step in self.steps.items()
            ],
            "rubric": [criterion.data(key) for key, criterion in self.rubric.items()],
            "points": self.points,
            "model": {key: self.fields[key].answer(given) for key, given in self.model.items()},
            "weak": [{"text": weak.text, "says": to_html(weak.says)} for weak in self.weak],
            "values": values_of({card: cards[card] for card in self.card_names if card in cards}),
            "calendar": self.calendar and self.calendar.data(),
            "material": shown(self.material_names),
            "roles": [role.data(key) for key, role in self.roles.items()],
            "phases": [
                {"id": key, "title": p.title, "minutes": p.minutes, "text": to_html(p.text)}
                for key, p in self.phases.items()
            ],
            "debrief": [to_html(question) for question in self.debrief],
            "facilitator": to_html(self.facilitator) if self.facilitator else "",
        }


def values_of(cards: Mapping[str, Card]) -> dict[str, float]:
    """`{"ft-1.residents": 118400.0}`: every value of the cards by its full name."""
    return {
        f"{card}.{name}": value.value
        for card, entry in cards.items()
        for name, value in entry.values.items()
    }
