"""Exercises as the page gets them: data for the workbook, and HTML that needs no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from .bundle import labels, language
from .markdown import to_html
from .model import Wording
from .render import placeholder
from .tasks import Card, Criterion, Field, Role, Task

_GROUP_ONLY = ("material", "roles", "phases", "debrief", "facilitator")
_WORKBOOK_ONLY = ("cards", "model", "weak", "values", "calendar")

_OF_GROUP = ".group-work"
"""Ends the id of a group's place: the workbook of the same exercise may stand on the same page."""


def task_data(
    name: str, task: Task, cards: Mapping[str, Card], wording: Mapping[str, Wording]
) -> dict[str, Any]:
    """All the page needs for the workbook of one exercise."""
    terms = [
        {"avoid": entry.avoid, "say": entry.say, "why": to_html(entry.why)}
        for entry in wording.values()
    ]
    data = _without(_GROUP_ONLY, task.data(name, cards))
    return {"task": data, "terms": terms, "lang": language()}


def group_data(name: str, task: Task, cards: Mapping[str, Card]) -> dict[str, Any]:
    """All the page needs for the group work of one exercise."""
    return {"task": _without(_WORKBOOK_ONLY, task.data(name, cards)), "lang": language()}


def _without(names: tuple[str, ...], data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in names}


def workbook_html(
    name: str, task: Task, cards: Mapping[str, Card], wording: Mapping[str, Wording]
) -> str:
    """The placeholder of a workbook: its data, and the whole exercise without JavaScript."""
    data = task_data(name, task, cards, wording)
    return placeholder("workbook", data, _fallback(task, cards), name)


def group_html(name: str, task: Task, cards: Mapping[str, Card]) -> str:
    """The placeholder of a group's work: its data, and all of it without JavaScript."""
    data = group_data(name, task, cards)
    return placeholder("group", data, _group_fallback(task, cards), name + _OF_GROUP)


def phase_html(name: str, phase: str, task: Task) -> str:
    """The placeholder of one phase on a slide: its text, and its clock."""
    entry = task.phases[phase]
    data = {"id": phase, "title": entry.title, "minutes": entry.minutes}
    page = {"task": {"id": f"{name}.{phase}", "phases": [{**data, "text": to_html(entry.text)}]}}
    return placeholder("deck-phase", page, _block(entry.text), f"{name}.{phase}")


def roles_html(task: Task, first: int, after: int) -> str:
    """Some roles of an exercise on a slide, as plain HTML."""
    roles = "".join(
        f"<li><h3>{escape(role.title)}</h3>{_block(role.text)}</li>"
        for role in list(task.roles.values())[first:after]
    )
    return f'<ul class="role-cards">{roles}</ul>'


def task_of_group(identity: str) -> str:
    """The full id of the exercise whose group work has this place in the page."""
    return identity.removesuffix(_OF_GROUP)


def _group_fallback(task: Task, cards: Mapping[str, Card]) -> str:
    words = labels()
    roles = "".join(
        f"<li><strong>{escape(role.title)}</strong>{_block(role.text)}{_seen(role, cards)}</li>"
        for role in task.roles.values()
    )
    phases = "".join(
        f"<li><strong>{escape(phase.title)}</strong> ({phase.minutes} {escape(words['minutes'])})"
        f"{_block(phase.text)}</li>"
        for phase in task.phases.values()
    )
    debrief = "".join(f"<li>{to_html(question)}</li>" for question in task.debrief)
    material = "".join(_card(cards[card]) for card in task.material_names if card in cards)
    return (
        f"{_titled('gwRolesTitle', f'<ul>{roles}</ul>')}{material}"
        f"{_titled('gwTimer', f'<ol>{phases}</ol>')}{_titled('gwDebrief', f'<ol>{debrief}</ol>')}"
        + _for_facilitator(task)
    )


def _titled(label: str, inner: str) -> str:
    return f"<p><strong>{escape(labels()[label])}</strong></p>{inner}"


def _seen(role: Role, cards: Mapping[str, Card]) -> str:
    titles = " · ".join(cards[card].title for card in role.sees if card in cards)
    return f"<p>{escape(labels()['gwMaterial'])}: {escape(titles)}</p>" if titles else ""


def _for_facilitator(task: Task) -> str:
    if not task.facilitator:
        return ""
    summary = f"<summary>{escape(labels()['gwFacilitator'])}</summary>"
    return f"<details>{summary}{_block(task.facilitator)}</details>"


def _fallback(task: Task, cards: Mapping[str, Card]) -> str:
    words = labels()
    steps = "".join(
        f"<li><strong>{escape(step.title)}</strong> ({step.minutes} {escape(words['minutes'])})"
        f"<div>{to_html(step.text)}</div><ul>"
        + "".join(f"<li>{_blank(field)}</li>" for field in step.fields.values())
        + "</ul></li>"
        for step in task.steps.values()
    )
    material = "".join(_card(cards[name]) for name in task.card_names if name in cards)
    return f"<div>{_block(task.intro)}</div><ol>{steps}</ol>{material}{_rubric(task)}"


def _blank(field: Field) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in field.blank())
    help_text = f" {to_html(field.help)}" if field.help else ""
    name = labels()["wbOptional"].format(label=field.label) if field.optional else field.label
    return f"{escape(name)}{help_text}" + (f"<ul>{lines}</ul>" if lines else "")


def _card(card: Card) -> str:
    values = "".join(
        f"<li>{escape(value.label)}: {escape(value.shown)}</li>" for value in card.values.values()
    )
    listed = f"<ul>{values}</ul>" if values else ""
    return f"<details><summary>{escape(card.title)}</summary>{_block(card.text)}{listed}</details>"


def _rubric(task: Task) -> str:
    words = labels()
    lines = "".join(f"<li>{_criterion(one, words)}</li>" for one in task.rubric.values())
    rule = f"<p>{escape(_rule(task, words))}</p>"
    return f"<p><strong>{escape(words['rubric'])}</strong></p>{rule}<ul>{lines}</ul>"


def _criterion(criterion: Criterion, words: Mapping[str, str]) -> str:
    star = " ★" if criterion.star else ""
    points = f" {words['wbPointsOf'].format(n=criterion.points)}" if criterion.points else ""
    levels = "".join(
        f"<li>{escape(words['wbLevel'].format(n=mark, text=text))}</li>"
        for mark, text in sorted(criterion.levels.items())
    )
    listed = f"<ul>{levels}</ul>" if levels else ""
    return f"{escape(criterion.text)}{star}{escape(points)}{listed}"


def _rule(task: Task, words: Mapping[str, str]) -> str:
    """How ratings are counted, and what is needed to pass."""
    if not task.points:
        return words["wbRule"]
    keys = ("wbRulePoints", *(["wbRuleDistinction"] if task.distinction else []))
    return " ".join(words[key].format(**task.points) for key in keys)


def _block(text: str) -> str:
    html = to_html(text)
    return html if html.startswith("<") else f"<p>{html}</p>"


SOLUTION = "solution."
"""What the id of model answers starts with: the exercise itself may stand on the same page."""


def solution_html(name: str, task: Task, *, with_rubric: bool = True) -> str:
    """The model answers of an exercise, why they pass, and typical weak answers, as plain HTML."""
    words = labels()
    answers = "".join(
        f"<dt>{escape(task.fields[key].label)}</dt><dd>{_answer(task.fields[key], answer)}</dd>"
        for key, answer in task.model.items()
    )
    weak = "".join(
        f"<li><q>{escape(entry.text)}</q> {to_html(entry.says)}</li>" for entry in task.weak
    )
    return (
        f'<div class="widget" data-widget="solution" id="{SOLUTION}{name}">'
        f'<dl class="entries">{answers}</dl>{_rubric(task) if with_rubric else ""}'
        f"<p><strong>{escape(words['weakAnswers'])}</strong></p><ul>{weak}</ul></div>"
    )


def _answer(field: Field, answer: Any) -> str:
    """A model answer in words: texts as they are, ids by what they stand for."""
    if isinstance(answer, str):
        return escape(field.in_words(answer)).replace("\n", "<br>")
    lines = field.in_lines(answer, labels()) or _lines(field, answer)
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _lines(field: Field, answer: Any) -> list[str]:
    known = {entry["id"]: entry["text"] for entry in _choices(field)}
    if isinstance(answer, list):
        return [
            known.get(item, item) if isinstance(item, str) else _row(field, item) for item in answer
        ]
    return [f"{known.get(key, key)}: {_row(field, value)}" for key, value in answer.items()]


def _choices(field: Field) -> list[dict[str, str]]:
    data = field.own_data()
    return [
        entry
        for key in ("options", "items", "criteria", "rows", "columns", "parts")
        for entry in data.get(key, [])
        if isinstance(entry, dict) and "text" in entry
    ]


def _row(field: Field, value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(_row(field, inner) for inner in value.values() if inner)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
