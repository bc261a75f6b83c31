"""Rules of the tools that need the rest of the course."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import tool_calls
from ..content.course import SOURCES
from ..content.reading import did_you_mean
from ..content.tasks import TASKS
from ..content.tools import TOOLS
from ..errors import Problem
from ..model import Course
from ..tools import TownNumbers
from .places import Places


def check_tool_calls(course: Course, places: Places) -> Iterator[Problem]:
    if course.is_unread(TOOLS):
        return
    for notebook in course.notebooks.values():
        for cell in notebook.cells:
            for name in tool_calls(cell.source) if cell.kind == "code" else ():
                if name not in course.tools and not course.is_unread(TOOLS, name):
                    what = f"cell '{cell.id}': there is no tool '{name}'."
                    todo = f"{did_you_mean(name, course.tools)}Correct it, or add it to {TOOLS}."
                    yield Problem(notebook.path, cell.line, what, todo)


def check_tool_sources_exist(course: Course, places: Places) -> Iterator[Problem]:
    for name, tool in course.tools.items():
        for n, source in enumerate(tool.source):
            if source not in course.sources and not course.is_unread(SOURCES, source):
                todo = f"{did_you_mean(source, course.sources)}Add it to {SOURCES}."
                what = f"there is no source '{source}'."
                yield places.in_entry(TOOLS, name, ("source", n), what, todo)


def check_workbooks_of_tools_exist(course: Course, places: Places) -> Iterator[Problem]:
    for name, tool in course.tools.items():
        if isinstance(tool, TownNumbers):
            yield from _workbook_faults(course, places, name, tool)


def _workbook_faults(
    course: Course, places: Places, name: str, tool: TownNumbers
) -> Iterator[Problem]:
    topic, _, entry = tool.workbook.partition(".")
    if course.is_unread(TASKS.format(topic), entry):
        return
    task = course.tasks.get(tool.workbook)
    if not task:
        what = f"there is no exercise '{tool.workbook}'."
        todo = f"Use the full id of an exercise of {TASKS.format(topic)}."
        yield places.in_entry(TOOLS, name, ("workbook",), what, todo)
        return
    if task.revision != tool.revision:
        what = f"the exercise '{tool.workbook}' has the revision {task.revision}."
        yield places.in_entry(TOOLS, name, ("revision",), what, "Write the same one here.")
    kinds = {"table": "table", "residents": "number", "foreign": "number", "share": "number"}
    for key, kind in kinds.items():
        field = task.fields.get(getattr(tool.into, key))
        if not field or field.kind != kind:
            what = f"'{tool.workbook}' has no {kind} field '{getattr(tool.into, key)}'."
            yield places.in_entry(TOOLS, name, ("into", key), what, "Use the name of one.")


RULES = (check_tool_calls, check_tool_sources_exist, check_workbooks_of_tools_exist)
