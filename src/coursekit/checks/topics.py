"""Rules of the folders: a topic is whole, and every page is in the table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem
from ..model import Course
from ..practice import derive_text, exercise_path
from .places import Places

PARTS = ("modules/{}/lecture", "modules/{}/case", "exercises/{}/individual", "solutions/{}/individual")


def check_topics_are_whole(course: Course, places: Places) -> Iterator[Problem]:
    for name in course.topics:
        for pattern in PARTS:
            page = pattern.format(name)
            if page not in course.notebooks and not (course.root / f"{page}.ipynb").is_file():
                yield Problem(f"{page}.ipynb", 1, f"the topic '{name}' lacks this notebook.", "Write it.")


def check_pages_are_in_contents(course: Course, places: Places) -> Iterator[Problem]:
    listed = {page.id for page in course.pages}
    for notebook in course.notebooks.values():
        if notebook.page not in listed:
            what = f"'{notebook.page}' is not in the table of contents."
            yield places.problem("_toc.yml", (), what, "Add it where the reader should meet it.")


def check_objectives_are_the_lectures(course: Course, places: Places) -> Iterator[Problem]:
    for page in course.pages:
        notebook = course.notebooks.get(page.id)
        if not notebook or page.topic not in course.topics:
            continue
        known = course.topics[page.topic].objectives
        for objective in notebook.objectives:
            if objective not in known:
                todo = f"Use one of the lecture's objectives: {', '.join(known) or 'none yet'}."
                yield Problem(notebook.path, 1, f"there is no objective '{objective}'.", todo)


def check_exercises_are_derived(course: Course, places: Places) -> Iterator[Problem]:
    for page, notebook in course.notebooks.items():
        if not page.startswith("solutions/"):
            continue
        solution = course.root / notebook.path
        exercise = exercise_path(solution)
        derived = derive_text(solution.read_text("utf-8"))
        if not exercise.is_file() or exercise.read_text("utf-8") != derived:
            name = exercise.relative_to(course.root).as_posix()
            what = f"the exercise differs from its solution {notebook.path}."
            todo = "Change the solution only, then run `python3 course.py practice`."
            yield Problem(name, 1, what, todo)


RULES = (
    check_topics_are_whole,
    check_pages_are_in_contents,
    check_objectives_are_the_lectures,
    check_exercises_are_derived,
)
