"""Rules of the notebooks: what their cells may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.calls import has_unclear_call, meant_question, quiz_calls, set_members
from ..content.config import CONFIG
from ..content.questions import QUESTIONS
from ..content.reading import unknown_placeholder
from ..errors import Problem
from ..markdown import CODE, placeholders
from ..model import Cell, Course, Notebook
from .places import Places

TAGS = {
    "remove-input",
    "remove-cell",
    "hide-input",
    "notes",
    "optional",
    "slide",
    "solution",
    "check",
}
_HIDDEN = {"remove-input", "remove-cell", "hide-input"}
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>|<!--")
_TITLE = re.compile(r"^# ", re.MULTILINE)


def find_html(text: str) -> str:
    """The first HTML tag of a Markdown text, outside its code, or an empty text."""
    tag = _TAG.search(CODE.sub("", text))
    return tag.group()[:30] if tag else ""


def check_quiz_calls(course: Course, places: Places) -> Iterator[Problem]:
    known = course.written
    sets = {f"{full.partition('.')[0]}.{q.set}" for full, q in known.items() if q.set}
    for notebook, cell in _cells(course, "code"):
        for is_set, name in quiz_calls(cell.source):
            topic, _, wanted = name.partition(".")
            if name in (sets if is_set else known) or course.is_unread(QUESTIONS.format(topic)):
                continue
            if is_set:
                todo = f"Give the questions of the set `set: {wanted}`."
                yield _problem(notebook, cell, f"no question belongs to the set '{name}'.", todo)
            else:
                todo = "Correct the name, or add the question to its topic's questions.yml."
                if meant := meant_question(course, name):
                    todo = f"Did you mean '{meant}'? {todo}"
                yield _problem(notebook, cell, f"there is no question '{name}'.", todo)


def check_form_of_quiz_calls(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "code"):
        calls = quiz_calls(cell.source)
        if has_unclear_call(cell.source):
            todo = 'Write quiz("topic.question") on a line of its own, with the name in full.'
            yield _problem(notebook, cell, "the call of a question cannot be read.", todo)
        elif len(calls) > 1:
            todo = "Use a cell for each."
            yield _problem(notebook, cell, "the cell shows several questions.", todo)
        elif calls and "remove-input" not in cell.tags:
            todo = 'Tag the cell "remove-input": learners see the question, not the call.'
            yield _problem(notebook, cell, "the call of a question would be seen.", todo)


def check_questions_stand_once_on_a_page(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        seen: set[str] = set()
        for cell in notebook.cells:
            for name in _shown(course, cell):
                if name in seen:
                    what = f"the question '{name}' is on this page already."
                    yield _problem(notebook, cell, what, "Keep one of the two.")
                seen.add(name)


def _shown(course: Course, cell: Cell) -> list[str]:
    """Full ids of the questions that a cell shows."""
    names: list[str] = []
    for is_set, name in quiz_calls(cell.source) if cell.kind == "code" else ():
        names += set_members(course.topics, name) if is_set else [name]
    return names


def check_code_is_hidden(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "code"):
        if not _HIDDEN & set(cell.tags) and not quiz_calls(cell.source):
            todo = 'Tag the cell "hide-input" (shown on request) or "remove-input".'
            yield _problem(notebook, cell, "learners would see code.", todo)


def check_tags_are_known(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course):
        for tag in cell.tags:
            if tag not in TAGS:
                todo = f"Use one of: {', '.join(sorted(TAGS))}."
                yield _problem(notebook, cell, f"the tag '{tag}' is not known.", todo)


def check_markdown_has_no_html(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "markdown"):
        if tag := find_html(cell.source):
            what = f"HTML is not allowed here ('{tag}')."
            yield _problem(notebook, cell, what, "Use Markdown or a MyST directive.")


def check_placeholders_are_known(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(CONFIG):
        return
    for notebook, cell in _cells(course, "markdown"):
        for name in placeholders(cell.source):
            if name not in course.values:
                yield _problem(notebook, cell, *unknown_placeholder(name, course.values))


def check_one_title(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        titles = [
            cell
            for cell in notebook.cells
            if cell.kind != "code"
            for _ in _TITLE.findall(CODE.sub("", cell.source))
        ]
        if len(titles) != 1:
            line = titles[1].line if titles else 1
            what = f"the notebook has {len(titles) or 'no'} title{'s' if titles else ''}."
            todo = "Start it with one `# Title`; sections begin with `##`."
            yield Problem(notebook.path, line, what, todo)


def _cells(course: Course, kind: str = "") -> Iterator[tuple[Notebook, Cell]]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            if kind in ("", cell.kind):
                yield notebook, cell


def _problem(notebook: Notebook, cell: Cell, what: str, todo: str) -> Problem:
    return Problem(notebook.path, cell.line, f"cell '{cell.id}': {what}", todo)


RULES = (
    check_quiz_calls,
    check_form_of_quiz_calls,
    check_questions_stand_once_on_a_page,
    check_code_is_hidden,
    check_tags_are_known,
    check_markdown_has_no_html,
    check_placeholders_are_known,
    check_one_title,
)
