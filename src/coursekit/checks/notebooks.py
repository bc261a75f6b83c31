"""Rules of the notebooks: what their cells may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.course import quiz_calls, set_members
from ..errors import Problem
from ..model import Cell, Course, Notebook
from .places import Places

TAGS = {
    "remove-input",
    "remove-cell",
    "hide-input",
    "notes",
    "solution",
    "check",
}
_HIDDEN = {"remove-input", "remove-cell", "hide-input"}
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>|<!--")
_CODE = re.compile(r"(`+)(?!\{).+?\1", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_BLOCK_HTML = "HTML is not allowed here ('{}')."


def check_quiz_calls(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "code"):
        calls = quiz_calls(cell.source)
        for is_set, name in calls:
            if is_set and not set_members(course.topics, name):
                todo = f"Give the questions of the set `set: {name.partition('.')[2]}`."
                yield _problem(notebook, cell, f"no question belongs to the set '{name}'.", todo)
            elif not is_set and name not in course.questions:
                todo = "Correct the name, or add the question to its topic's questions.yml."
                yield _problem(notebook, cell, f"there is no question '{name}'.", todo)
        if len(calls) > 1:
            yield _problem(notebook, cell, "the cell shows several questions.", "Use a cell for each.")
        elif calls and "remove-input" not in cell.tags:
            todo = 'Tag the cell "remove-input": learners see the question, not the call.'
            yield _problem(notebook, cell, "the call of a question would be seen.", todo)


def check_code_is_hidden(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "code"):
        if not _HIDDEN & set(cell.tags):
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
        if tag := _TAG.search(_CODE.sub("", cell.source)):
            todo = "Use Markdown or a MyST directive."
            yield _problem(notebook, cell, _BLOCK_HTML.format(tag.group()[:30]), todo)


def check_placeholders_are_known(course: Course, places: Places) -> Iterator[Problem]:
    for notebook, cell in _cells(course, "markdown"):
        for name in _PLACEHOLDER.findall(cell.source):
            if name not in course.values:
                todo = f"Known names: {', '.join(sorted(course.values)) or 'none'}."
                yield _problem(notebook, cell, f"nothing is called '{{{{ {name} }}}}'.", todo)


def check_one_title(course: Course, places: Places) -> Iterator[Problem]:
    for notebook in course.notebooks.values():
        titles = [
            cell
            for cell in notebook.cells
            if cell.kind == "markdown" and re.search(r"^# ", cell.source, re.MULTILINE)
        ]
        if len(titles) != 1:
            yield Problem(
                notebook.path,
                titles[1].line if titles else 1,
                f"the notebook has {len(titles)} titles.",
                "Start it with one `# Title`; sections begin with `##`.",
            )


def _cells(course: Course, kind: str = "") -> Iterator[tuple[Notebook, Cell]]:
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            if kind in ("", cell.kind):
                yield notebook, cell


def _problem(notebook: Notebook, cell: Cell, what: str, todo: str) -> Problem:
    return Problem(notebook.path, cell.line, f"cell '{cell.id}': {what}", todo)


RULES = (
    check_quiz_calls,
    check_code_is_hidden,
    check_tags_are_known,
    check_markdown_has_no_html,
    check_placeholders_are_known,
    check_one_title,
)
