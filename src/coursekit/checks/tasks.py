"""Rules of the exercises that need the rest of the course."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import task_calls
from ..content.tasks import CARDS, TASKS
from ..content.yamlfile import Place
from ..errors import Problem
from ..model import Course
from ..tasks import Task
from .places import Places


def check_cards_exist(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(CARDS):
        return
    for full, task in course.tasks.items():
        topic, _, name = full.partition(".")
        for place, card in _named_cards(task):
            if card not in course.cards and not course.is_unread(CARDS, card):
                what, todo = f"there is no card '{card}'.", f"Add it to {CARDS}."
                yield places.in_entry(TASKS.format(topic), name, place, what, todo)


def _named_cards(task: Task) -> Iterator[tuple[Place, str]]:
    """Every card of the exercise and its steps, once, with its first place."""
    found: dict[str, Place] = {}
    for card in task.cards:
        found.setdefault(card, ("cards",))
    for name, step in task.steps.items():
        for card in step.cards:
            found.setdefault(card, ("steps", name, "cards"))
    return ((place, card) for card, place in found.items())


def check_cards_of_roles_exist(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(CARDS):
        return
    for full, task in course.tasks.items():
        topic, _, name = full.partition(".")
        for role, card in _new_cards_of_roles(task):
            if card not in course.cards and not course.is_unread(CARDS, card):
                what = f"'{name}', role '{role}': there is no card '{card}'."
                place = (name, "roles", role, "sees")
                yield places.problem(TASKS.format(topic), place, what, f"Add it to {CARDS}.")


def _new_cards_of_roles(task: Task) -> Iterator[tuple[str, str]]:
    """Roles with the cards that no step shows: the others are checked there."""
    for name, role in task.roles.items():
        yield from ((name, card) for card in role.sees if card not in task.card_names)


def check_formulas_can_be_computed(course: Course, places: Places) -> Iterator[Problem]:
    def is_unread(card: str) -> bool:
        return course.is_unread(CARDS, card)

    for full, task in course.tasks.items():
        topic, _, name = full.partition(".")
        for place, what, todo in task.formula_faults(course.cards, is_unread):
            path = TASKS.format(topic)
            yield places.problem(
                path, (name, *place), f"'{name}', {', '.join(place)}: {what}", todo
            )


def check_objectives_of_tasks_exist(course: Course, places: Places) -> Iterator[Problem]:
    for topic in course.topics.values():
        if f"modules/{topic.name}/lecture" not in course.notebooks:
            continue
        path = TASKS.format(topic.name)
        for full, task in topic.tasks.items():
            name = full.partition(".")[2]
            for n, objective in enumerate(task.objectives):
                if objective not in topic.objectives:
                    what = f"'{name}': there is no objective '{objective}'."
                    known = ", ".join(topic.objectives) or "none yet"
                    todo = f"Use one of the lecture's objectives: {known}."
                    yield places.problem(path, (name, "objectives", n), what, todo)


def check_task_calls(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            for name in task_calls(cell.source) if cell.kind == "code" else ():
                topic, _, entry = name.partition(".")
                if name not in course.tasks and not course.is_unread(TASKS.format(topic), entry):
                    what = f"cell '{cell.id}': there is no exercise '{name}'."
                    todo = f"Correct the name, or add it to {TASKS.format(topic)}."
                    yield Problem(notebook.path, cell.line, what, todo)


RULES = (
    check_objectives_of_tasks_exist,
    check_cards_exist,
    check_cards_of_roles_exist,
    check_formulas_can_be_computed,
    check_task_calls,
)
