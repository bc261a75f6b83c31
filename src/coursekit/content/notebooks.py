"""Read notebooks: JSON to cells, with what their form demands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ValidationError

from ..errors import Problem
from ..model import Cell, Notebook
from ..parts import NAME_RULE, is_name, short
from .found import Found, read_text

UNREADABLE = "this is not a notebook that can be read."
_REPAIR = "Take the last good version from git, or open the file in JupyterLab and save it."
_CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def _joined(lines: Any) -> Any:
    """The text of a cell: files keep it whole or as a list of lines."""
    is_lines = isinstance(lines, list) and all(isinstance(line, str) for line in lines)
    return "".join(lines) if is_lines else lines


class _CellMetadata(BaseModel, strict=True):
    tags: list[str] = []


class _Cell(BaseModel, strict=True):
    cell_type: str
    id: str = ""
    metadata: _CellMetadata = _CellMetadata()
    source: Annotated[str, BeforeValidator(_joined)]
    outputs: list[Any] = []
    execution_count: int | None = None


class _Notebook(BaseModel, strict=True):
    """The parts of a notebook file that the course uses, as nbformat 4 has them."""

    nbformat: int
    cells: list[_Cell]
    metadata: dict[str, Any]


def read_notebook(path: Path, name: str, found: Found) -> Notebook | None:
    """The notebook, or None where the file cannot be read; problems are added to `found`."""
    text = read_text(path, name)
    data = text if isinstance(text, Problem) else _parse(name, text)
    if isinstance(data, Problem):
        found.unreadable(data)
        return None
    lines = _cell_lines(str(text), data.cells)
    course_line = _line_of(str(text), '"course"')
    course = data.metadata.get("course")
    course = course if isinstance(course, dict) else {}
    notebook = Notebook(
        path=name,
        cells=tuple(map(_cell, data.cells, lines)),
        minutes=_minutes(course),
        objectives=_objectives(course.get("objectives")),
        course_line=course_line,
    )
    found.problems.extend(_cell_problems(name, data.cells, lines))
    for what, todo in (*_metadata_faults(data.metadata), *_course_faults(name, course)):
        found.problems.append(Problem(name, course_line, what, todo))
    return notebook


def _parse(name: str, text: str) -> _Notebook | Problem:
    try:
        notebook = _Notebook.model_validate(json.loads(text))
    except ValidationError as error:
        place = ", ".join(_step(step) for step in error.errors()[0]["loc"])
        return Problem(name, 1, f"{UNREADABLE} Look at: {place or 'its beginning'}.", _REPAIR)
    except (ValueError, RecursionError) as error:
        return Problem(name, getattr(error, "lineno", 1), UNREADABLE, _REPAIR)
    if notebook.nbformat != 4:
        what = f"the notebook has the format {notebook.nbformat}, not 4."
        return Problem(name, 1, what, "Open the file in JupyterLab and save it.")
    return notebook


def _step(step: str | int) -> str:
    return f"no. {step + 1}" if isinstance(step, int) else step


def _cell(cell: _Cell, line: int) -> Cell:
    return Cell(cell.id, cell.cell_type, cell.source, tuple(cell.metadata.tags), line)


def _cell_lines(text: str, cells: list[_Cell]) -> list[int]:
    """The line of every cell's id, looked for from one cell to the next."""
    lines = []
    position = 0
    for cell in cells:
        wanted = re.compile(r'"id"\s*:\s*' + re.escape(json.dumps(cell.id, ensure_ascii=False)))
        match = wanted.search(text, position) if cell.id else None
        position = match.end() if match else position
        lines.append(text.count("\n", 0, position) + 1)
    return lines


def _line_of(text: str, wanted: str) -> int:
    """The line of the last place where a text stands, or the first line."""
    at = text.rfind(wanted)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _minutes(course: dict[str, Any]) -> int:
    minutes = course.get("minutes")
    return minutes if type(minutes) is int and minutes > 0 else 0


def _objectives(given: Any) -> dict[str, str]:
    """Names with sentences; a list of names has none."""
    if isinstance(given, dict):
        return {name: str(sentence) for name, sentence in given.items() if is_name(name)}
    return dict.fromkeys(filter(is_name, given), "") if isinstance(given, list) else {}


def _cell_problems(name: str, cells: list[_Cell], lines: list[int]) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, (cell, line) in enumerate(zip(cells, lines, strict=True), 1):
        if not _CELL_ID.fullmatch(cell.id):
            what = f"cell no. {n} has no id, or one that Jupyter does not allow."
            yield Problem(name, line, what, "Give it one: letters, digits and hyphens.")
        elif cell.id in seen:
            what = f"the cell id '{cell.id}' is used a second time."
            yield Problem(name, line, what, "Give every cell an id of its own.")
        if cell.cell_type not in ("markdown", "code"):
            what = f"cell '{short(cell.id)}': the type '{short(cell.cell_type)}' is not used."
            yield Problem(name, line, what, "Make it a Markdown cell or a code cell.")
        if cell.outputs or cell.execution_count is not None:
            what = f"cell '{short(cell.id)}': an output or a count is stored."
            todo = "In JupyterLab: Edit, Clear Outputs of All Cells, then save."
            yield Problem(name, line, what, todo)
        seen.add(cell.id)


def _metadata_faults(metadata: dict[str, Any]) -> Iterator[tuple[str, str]]:
    unknown = ", ".join(sorted(set(metadata) - {"kernelspec", "course"}))
    if unknown:
        what = f"the notebook's metadata hold what is not used ({short(unknown)})."
        yield what, "Keep `kernelspec` and `course`, delete the rest."


def _course_faults(name: str, course: dict[str, Any]) -> Iterator[tuple[str, str]]:
    unknown = ", ".join(sorted(set(course) - {"minutes", "objectives"}))
    if unknown:
        what = f"`course` in the notebook's metadata holds what is not used ({short(unknown)})."
        yield what, "Keep `minutes` and `objectives`."
    if not _minutes(course):
        what = "the notebook does not say how many minutes it takes."
        yield what, 'Write "course": {"minutes": 30, …} in its metadata, with a whole number.'
    yield from _objective_faults(name.endswith("/lecture.ipynb"), course.get("objectives", {}))


def _objective_faults(is_lecture: bool, given: Any) -> Iterator[tuple[str, str]]:
    has_form = isinstance(given, dict) or (isinstance(given, list) and not is_lecture)
    if not has_form:
        form = '{"name": "sentence"}' if is_lecture else '["name", "name"]'
        yield "the notebook's objectives have not the right form.", f'Write "objectives": {form}.'
        return
    for name in given:
        if not is_name(name):
            yield f"the objective's name '{short(name)}' is not allowed.", NAME_RULE
    for name, sentence in given.items() if isinstance(given, dict) else ():
        if not isinstance(sentence, str) or not sentence.strip():
            yield (
                f"the objective '{short(name)}' has no sentence.",
                "Write what the learner can do.",
            )
