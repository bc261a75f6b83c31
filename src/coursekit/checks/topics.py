"""Rules of the folders: a topic is whole, and its exercises are those of its solutions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Problem
from ..model import TOPIC_PARTS, Course
from ..practice import derive_text, exercise_path
from .places import Places


def check_topics_are_whole(course: Course, places: Places) -> Iterator[Problem]:
    for name in course.topics:
        for part in _parts_of(course, name):
            path = f"{part.format(name)}.ipynb"
            if (course.root / path).exists() or _is_derived(course, path):
                continue
            what = f"the topic '{name}' lacks this notebook."
            todo = "Write it, or take it from git; its name must not change."
            yield Problem(path, 1, what, todo)


def _parts_of(course: Course, name: str) -> tuple[str, ...]:
    """What a topic needs; one that is not taught yet may hold exercises alone."""
    return TOPIC_PARTS if (course.root / "modules" / name).is_dir() else ()


def _is_derived(course: Course, path: str) -> bool:
    """Whether the notebook is an exercise whose solution is there."""
    folder, _, rest = path.partition("/")
    return folder == "exercises" and (course.root / "solutions" / rest).exists()


def check_objectives_are_the_lectures(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        topic = course.topics.get(notebook.topic)
        if not topic or f"modules/{topic.name}/lecture" not in course.notebooks:
            continue
        for objective in notebook.objectives:
            if objective not in topic.objectives:
                known = ", ".join(topic.objectives) or "none yet"
                what = f"there is no objective '{objective}'."
                todo = f"Use one of the lecture's objectives: {known}."
                yield Problem(notebook.path, notebook.course_line, what, todo)


def check_exercises_are_derived(course: Course, places: Places) -> Iterator[Problem]:
    for page, notebook in course.notebooks.items():
        if not page.startswith("solutions/"):
            continue
        solution = course.root / notebook.path
        exercise = exercise_path(solution)
        name = exercise.relative_to(course.root).as_posix()
        if not exercise.exists():
            what = f"the exercise that belongs to {notebook.path} is missing."
            yield Problem(name, 1, what, "Run `python3 course.py practice`.")
        elif not course.is_unread(name) and not _is_same(exercise, solution):
            what = f"the exercise differs from its solution {notebook.path}."
            todo = "Change the solution only, then run `python3 course.py practice`."
            yield Problem(name, 1, what, todo)


def _is_same(exercise: Path, solution: Path) -> bool:
    return exercise.read_text("utf-8") == derive_text(solution.read_text("utf-8-sig"))


RULES = (
    check_topics_are_whole,
    check_objectives_are_the_lectures,
    check_exercises_are_derived,
)
