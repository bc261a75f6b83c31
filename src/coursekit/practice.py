"""Solutions → exercises: the same notebook without what the learner has to find."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

LEFT_OUT = frozenset({"solution", "check"})
MARK = "# solution"
INSTEAD = "# write your code here"


def derive(solution: dict[str, Any]) -> dict[str, Any]:
    """The exercise of a solution notebook (both as read from JSON)."""
    exercise = copy.deepcopy(solution)
    exercise["cells"] = [
        _without_answer(cell)
        for cell in exercise["cells"]
        if not LEFT_OUT & set(cell.get("metadata", {}).get("tags", ()))
    ]
    return exercise


def _without_answer(cell: dict[str, Any]) -> dict[str, Any]:
    lines = "".join(cell["source"]).splitlines(keepends=True)
    marks = [n for n, line in enumerate(lines) if line.strip() == MARK]
    if cell["cell_type"] == "code" and marks:
        cell["source"] = [*lines[: marks[0]], INSTEAD]
    return cell


def derive_text(solution: str) -> str:
    """The text of the exercise file that belongs to the text of a solution file."""
    return json.dumps(derive(json.loads(solution)), indent=1, ensure_ascii=False) + "\n"


def exercise_path(solution: Path) -> Path:
    """`exercises/<topic>/individual.ipynb` for `solutions/<topic>/individual.ipynb`."""
    folder = solution.parent.parent
    return folder.parent / "exercises" / solution.parent.name / solution.name


def write_exercises(root: Path) -> list[Path]:
    """Write every exercise whose text has changed; says which."""
    written = []
    for solution in sorted((root / "solutions").glob("*/*.ipynb")):
        target = exercise_path(solution)
        text = derive_text(solution.read_text("utf-8"))
        if not target.is_file() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_suffix(".new")
            temporary.write_text(text, "utf-8", newline="\n")
            temporary.replace(target)
            written.append(target)
    return written
