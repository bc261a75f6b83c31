"""Exercises on paper: steps with their fields, material, rubric; what a group needs; solutions."""

from __future__ import annotations

from ...render_tasks import solution_html
from ...tasks import Card, Task
from .fields import field_nodes
from .nodes import Node, box, bullets, heading, label, node, p, small, strong, table
from .writer import Writer

_LEVEL = 3
_MANY = 8
"""A card with more values than this shows them in two columns."""


def workbook_nodes(writer: Writer, name: str) -> list[Node]:
    """The whole exercise with room to fill it in, and the list by which it is rated."""
    task = writer.course.tasks[name]
    found = [*_code_line(writer, name), *writer.text(task.intro)]
    found += cards_nodes(writer, task.cards)
    for step in task.steps.values():
        minutes = writer.words["gwMinutes"].format(n=step.minutes)
        found.append(heading(_LEVEL, step.title, " ", small(f"({minutes})")))
        found += writer.text(step.text)
        found += cards_nodes(writer, [card for card in step.cards if card not in task.cards])
        for field in step.fields.values():
            found += field_nodes(writer, field)
    return [*found, *rubric_nodes(writer, task)]


def _code_line(writer: Writer, name: str) -> list[Node]:
    entry = writer.codes.get(name)
    if not entry:
        return []
    line = p(small(writer.words["paperCode"], " ", node("code", entry.code)))
    scan = writer.scan(name)
    return [line, scan] if scan else [line]


def cards_nodes(writer: Writer, names: list[str]) -> list[Node]:
    """Material, each card in its frame."""
    cards = writer.course.cards
    return [box("card", *card_body(writer, cards[name])) for name in names if name in cards]


def card_body(writer: Writer, card: Card) -> list[Node]:
    """The title, the text and the values of a card."""
    found = [label(card.title), *writer.text(card.text)]
    values = [[f"{value.label}: {value.shown}"] for value in card.values.values()]
    if len(values) > _MANY:
        return [*found, node("two", items=values)]
    return [*found, *([bullets(values)] if values else [])]


def rubric_nodes(writer: Writer, task: Task) -> list[Node]:
    """The list of what good work is, with boxes for the marks."""
    words = writer.words
    marks = [[str(mark)] for mark in range(4)]
    rows = []
    for line in task.rubric.values():
        star = " ★" if line.star else ""
        points = f" {words['wbPointsOf'].format(n=line.points)}" if line.points else ""
        levels = [
            node("br2", small(words["wbLevel"].format(n=mark, text=text)))
            for mark, text in sorted(line.levels.items())
        ]
        boxes = [[node("tick", mark="round")] for _ in marks]
        rows.append([[f"{line.text}{star}{points}", *levels], *boxes])
    heads = [[words["wbCriterion"]], *marks]
    return [
        heading(_LEVEL, words["wbRubric"]),
        p(words["rubric"], ". ", *_rule(writer, task)),
        table(heads, rows, widths=[11, 1, 1, 1, 1]),
    ]


def _rule(writer: Writer, task: Task) -> list[Node]:
    if not task.points:
        return [writer.words["wbRule"]]
    keys = ("wbRulePoints", *(["wbRuleDistinction"] if task.distinction else []))
    return [" ".join(writer.words[key].format(**task.points) for key in keys)]


def group_nodes(writer: Writer, name: str) -> list[Node]:
    """Roles, phases and questions for afterwards; the facilitator's notes for the trainer."""
    task, words = writer.course.tasks[name], writer.words
    roles = [
        [strong(role.title), ". ", *_run_in(writer, role.text)] for role in task.roles.values()
    ]
    phases = [
        [[phase.title], [words["gwMinutes"].format(n=phase.minutes)], _run_in(writer, phase.text)]
        for phase in task.phases.values()
    ]
    found: list[Node] = []
    if roles:
        found += [heading(_LEVEL, words["gwRolesTitle"]), bullets(roles)]
    if phases:
        heads = [[words["paperPhase"]], [words["paperTime"]], [words["paperDo"]]]
        found += [heading(_LEVEL, words["gwTimer"]), table(heads, phases, widths=[3, 1.2, 8])]
    if writer.is_trainer and task.facilitator:
        notes = writer.text(task.facilitator)
        found.append(box("trainer", *notes, title=words["gwFacilitator"]))
    if task.debrief:
        questions = bullets([writer.line(question) for question in task.debrief])
        found += [heading(_LEVEL, words["gwDebrief"]), questions]
    return found


def _run_in(writer: Writer, text: str) -> list[Node]:
    """A text that goes on in its line: a lone paragraph without a break before it."""
    blocks = writer.text(text)
    first = blocks[0] if blocks else ""
    if isinstance(first, dict) and first["t"] == "p":
        return [*first["k"], *blocks[1:]]
    return blocks


def solution_nodes(writer: Writer, name: str) -> list[Node]:
    """Model answers and typical weak ones, for the trainer."""
    html = solution_html(name, writer.course.tasks[name], with_rubric=False)
    return [box("key", *writer.blocks(html), title=writer.words["modelSolution"])]
