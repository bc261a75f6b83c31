"""A module on paper: its pages in order, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import compile as pattern

from ...charts.draw import KEPT
from ...charts.look import VARIABLES
from ...content.calls import (
    chart_calls,
    quiz_calls,
    set_members,
    tool_calls,
)
from ...model import Cell, Page
from ...render_charts import Register, chart_html
from .guide import module_guide
from .nodes import BREAK, Node, box, heading, node, p, small
from .questions import question_nodes
from .tasks import group_nodes, solution_nodes, workbook_nodes
from .writer import WIDTH, Writer

_TASK = pattern(r"""(workbook|group_work|solution)\(\s*["']([^"']+)["']\s*\)""")
_SVG = pattern(r"<svg[\s\S]*?</svg>")
_DETAILS = pattern(r"<details>[\s\S]*?</details>")

PRINT_COLOURS = {
    "ink": "#1d2529",
    "quiet": "#4a5459",
    "line": "#8a9499",
    "paper": "#ffffff",
    "rest": "#b4bdc2",
    "1": "#0b4f6c",
    "2": "#c06014",
    "3": "#7a8f3c",
}
"""What the page's colours are on paper: they differ in grey too."""


def chapter(writer: Writer, pages: list[Page]) -> list[Node]:
    """The pages of one module below its title."""
    guide = module_guide(writer, pages[0].topic)
    found: list[Node] = [heading(1, pages[0].part), *guide]
    for n, page in enumerate(pages):
        found += [*([BREAK] if n or guide else []), *page_nodes(writer, page)]
    return found


def page_nodes(writer: Writer, page: Page) -> list[Node]:
    """One page; the trainer gets the solution's notebook in the place of the exercise's."""
    notebook = writer.course.notebooks.get(page.id)
    twin = writer.course.notebooks.get(page.id.replace("exercises/", "solutions/", 1))
    if writer.is_trainer and twin:
        notebook = twin
    if notebook is None:
        return []
    writer.page = notebook.page
    return [part for cell in notebook.cells for part in cell_nodes(writer, cell)]


def cell_nodes(writer: Writer, cell: Cell) -> list[Node]:
    """What a cell is on paper; slides and checks are nothing."""
    if "notes" in cell.tags:
        return _notes(writer, cell)
    if "remove-cell" in cell.tags:
        return []
    if cell.kind == "code":
        return list(_shown(writer, cell.source))
    found = writer.cell(cell.source)
    if writer.is_trainer and "optional" in cell.tags:
        return [p(small(writer.words["paperOptional"])), *found]
    return found


def _notes(writer: Writer, cell: Cell) -> list[Node]:
    return [box("trainer", *writer.cell(cell.source))] if writer.is_trainer else []


def _shown(writer: Writer, source: str) -> Iterator[Node]:
    """Everything that a code cell calls for, in the order of its calls."""
    for is_set, name in quiz_calls(source):
        names = set_members(writer.course.topics, name) if is_set else [name]
        for full in names:
            yield from question_nodes(writer, full)
    for name in chart_calls(source):
        yield from chart_nodes(writer, name)
    for name in tool_calls(source):
        yield from _tool(writer, name)
    for function, name in _TASK.findall(source):
        yield from _TASKS[function](writer, name)


_TASKS: dict[str, Callable[[Writer, str], list[Node]]] = {
    "workbook": workbook_nodes,
    "group_work": group_nodes,
    "solution": solution_nodes,
}


def chart_nodes(writer: Writer, name: str) -> list[Node]:
    """A chart with title, sentence, sources and text alternative; its table stays in the page."""
    from ...bundle import language

    course = writer.course
    register = Register(
        writer.kept / KEPT.name, course.tables, course.units, course.sources, language()
    )
    html = _DETAILS.sub("", chart_html(register, name, course.charts[name]))
    svg = _SVG.search(html)
    assert svg is not None
    before, after = html[: svg.start()], html[svg.end() :]
    alt = course.charts[name].alt
    drawing = node("figure", svg=_on_paper(svg[0]), path="", alt=alt, width=WIDTH)
    return [node("keep", *writer.blocks(before), drawing, *writer.blocks(after))]


def _on_paper(svg: str) -> str:
    for name in VARIABLES.values():
        svg = svg.replace(f'"var(--chart-{name})"', f'"{PRINT_COLOURS[name]}"')
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _tool(writer: Writer, name: str) -> list[Node]:
    """What stands in the page of a tool that needs JavaScript."""
    tool = writer.course.tools[name]
    mind = [p(small(*writer.line(caveat))) for caveat in tool.caveats]
    source = writer.notes.source_line(tool.source)
    framed = box("card", *writer.text(tool.without), *mind, *source, title=tool.title)
    return [node("keep", framed)]
