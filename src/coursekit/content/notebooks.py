"""Read notebooks as their authors wrote them, and what is wrong with their form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import Problem
from ..model import Cell, Notebook


def read_notebook(path: Path, name: str, problems: list[Problem]) -> Notebook | None:
    """The notebook, or None where the file cannot be read; problems are added to the list."""
    try:
        text = path.read_bytes().decode("utf-8")
        data = json.loads(text)
        cells = _read_cells(data["cells"], text)
        metadata = data.get("metadata", {})
        course = metadata.get("course", {})
        notebook = Notebook(
            name,
            cells,
            _minutes(course),
            _objectives(course.get("objectives", {})),
            any(cell.get("outputs") or cell.get("execution_count") for cell in data["cells"]),
        )
    except (UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        line = getattr(error, "lineno", 1)
        problems.append(
            Problem(
                name,
                line,
                "this is not a notebook that can be read.",
                "Open and save it in JupyterLab, or take the last good version from git.",
            )
        )
        return None
    problems.extend(_form_problems(name, notebook, metadata))
    return notebook


def _minutes(course: dict[str, Any]) -> int:
    minutes = course.get("minutes", 0)
    return minutes if isinstance(minutes, int) and minutes > 0 else 0


def _objectives(given: Any) -> dict[str, str]:
    return dict(given) if isinstance(given, dict) else dict.fromkeys(given, "")


def _read_cells(cells: list[dict[str, Any]], text: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            id=cell.get("id", ""),
            kind=cell["cell_type"],
            source="".join(cell["source"]),
            tags=tuple(cell.get("metadata", {}).get("tags", ())),
            line=_line(text, cell.get("id", "")),
        )
        for cell in cells
    )


def _line(text: str, cell_id: str) -> int:
    at = text.find(f'"id": "{cell_id}"')
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _form_problems(name: str, notebook: Notebook, metadata: dict[str, Any]) -> list[Problem]:
    found = []

    def add(line: int, what: str, todo: str) -> None:
        found.append(Problem(name, line, what, todo))

    if not notebook.minutes:
        add(1, "the notebook does not say its minutes.", 'Add "course": {"minutes": 30} to its metadata.')
    if notebook.has_outputs:
        add(1, "the notebook holds outputs.", "Strip them: `nbstripout --keep-id` and the file's name.")
    unknown = set(metadata) - {"kernelspec", "course"}
    if unknown:
        names = ", ".join(sorted(unknown))
        add(1, f"the notebook holds metadata that are not used ({names}).", "Keep `kernelspec` and `course`.")
    ids = [cell.id for cell in notebook.cells]
    for cell in notebook.cells:
        if not cell.id or ids.count(cell.id) > 1:
            add(cell.line, f"the cell id '{cell.id}' is missing or used twice.", "Give every cell an id of its own.")
    return found
