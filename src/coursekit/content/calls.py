"""Which questions and exercises a notebook shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import Course, Notebook, Topic
from .reading import closest

_CALL = re.compile(
    r"""^quiz(_set)?\(\s*["']([^"'\n]+)["']\s*(?:,[^()\n]*)?\)[ \t]*;?[ \t]*$""", re.MULTILINE
)
_TASK_CALL = re.compile(
    r"""^(workbook|group_work|solution)\(\s*["']([^"'\n]+)["']\s*\)[ \t]*;?[ \t]*$""",
    re.MULTILINE,
)
_TOOL_CALL = re.compile(r"""^tool\(\s*["']([^"'\n]+)["']\s*\)[ \t]*;?[ \t]*$""", re.MULTILINE)
_TEST_CALL = re.compile(
    r"""^course_test\(\s*["']([^"'\n]+)["']\s*\)[ \t]*;?[ \t]*$""", re.MULTILINE
)
_SHOWING = re.compile(r"^([a-z_]+)\(", re.MULTILINE)
_CHART_CALL = re.compile(r"""^chart\(\s*["']([^"'\n]+)["']\s*\)[ \t]*;?[ \t]*$""", re.MULTILINE)
_CHART_LIKE = re.compile(r"^(?!\s*#).*?\bchart\s*\(", re.MULTILINE)
_FACT_CALL = re.compile(r"""\bfact\(\s*["']([a-z0-9-]+)["']\s*\)""")
_CALL_LIKE = re.compile(r"^(?!\s*#).*?\bquiz(?:_set)?\s*\(", re.MULTILINE)


def quiz_calls(cell_source: str) -> list[tuple[bool, str]]:
    """The calls of a code cell: (is it a set?, full id of the question or set)."""
    return [(bool(is_set), name) for is_set, name in _CALL.findall(cell_source)]


def task_calls(cell_source: str) -> list[str]:
    """Full ids of the exercises that a code cell shows."""
    return [name for _, name in _TASK_CALL.findall(cell_source)]


def tool_calls(cell_source: str) -> list[str]:
    """Names of the tools that a code cell shows."""
    return _TOOL_CALL.findall(cell_source)


def tools_in(notebook: Notebook) -> list[str]:
    """Names of the tools that a notebook shows."""
    code = [cell.source for cell in notebook.cells if cell.kind == "code"]
    return [name for source in code for name in tool_calls(source)]


def test_calls(cell_source: str) -> list[str]:
    """Names of the tests that a code cell shows."""
    return _TEST_CALL.findall(cell_source)


def tests_in(notebook: Notebook) -> list[str]:
    """Names of the tests that a notebook shows."""
    code = [cell.source for cell in notebook.cells if cell.kind == "code"]
    return [name for source in code for name in test_calls(source)]


def widgets_in(notebook: Notebook) -> frozenset[str]:
    """The functions that a notebook calls to show something: `quiz`, `workbook`, `tool`, …"""
    code = [cell.source for cell in notebook.cells if cell.kind == "code"]
    return frozenset(name for source in code for name in _SHOWING.findall(source))


def chart_calls(cell_source: str) -> list[str]:
    """Names of the charts that a code cell shows."""
    return _CHART_CALL.findall(cell_source)


def has_unclear_chart_call(cell_source: str) -> bool:
    """Whether a code cell calls for a chart without plainly naming it."""
    return len(_CHART_LIKE.findall(cell_source)) > len(_CHART_CALL.findall(cell_source))


def fact_calls(cell_source: str) -> list[str]:
    """Ids of the facts that a code cell computes with."""
    return _FACT_CALL.findall(cell_source)


def has_unclear_call(cell_source: str) -> bool:
    """Whether a code cell holds a call that does not plainly name what it shows."""
    return len(_CALL_LIKE.findall(cell_source)) > len(_CALL.findall(cell_source))


def meant_question(course: Course, name: str) -> str:
    """The full id that a call with an unknown one is likely to mean, or an empty text."""
    topic, _, wanted = name.rpartition(".")
    ids = {full.partition(".")[2]: full for full in course.written if full.startswith(topic)}
    return ids.get(closest(wanted, ids), "")


def set_members(topics: Mapping[str, Topic], name: str) -> list[str]:
    """Full ids of the questions of a set `<topic>.<set>`, in the order of the file."""
    topic, _, set_name = name.partition(".")
    questions = topics[topic].questions if topic in topics else {}
    return [full for full, question in questions.items() if question.set == set_name]


def questions_of(notebook: Notebook, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Full ids of the questions a notebook shows, in order; those that exist without a fault."""
    shown: list[str] = []
    for cell in notebook.cells:
        if cell.kind == "code":
            for is_set, name in quiz_calls(cell.source):
                shown += set_members(topics, name) if is_set else [name]
    return tuple(name for name in dict.fromkeys(shown) if _exists(topics, name))


def workbooks_of(notebook: Notebook, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Full ids of the exercises that are filled in in a notebook; those without a fault."""
    shown = [
        name
        for cell in notebook.cells
        if cell.kind == "code"
        for function, name in _TASK_CALL.findall(cell.source)
        if function == "workbook"
    ]
    known = {name for topic in topics.values() for name in topic.tasks}
    return tuple(name for name in dict.fromkeys(shown) if name in known)


def _exists(topics: Mapping[str, Topic], name: str) -> bool:
    topic = topics.get(name.partition(".")[0])
    return topic is not None and name in topic.questions
