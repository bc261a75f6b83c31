"""A localised tree made ready for a deck in JupyterLab: slides, and charts that can be changed.

The sources know tags alone. In the copy they become what `jupyterlab-slideshow` goes by.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .bundle import labels
from .charts.tried import figures_of
from .content.calls import chart_calls
from .content.course import load_charts, load_sources, load_tables, load_units
from .content.language import speak_language_of
from .render_charts import Register, chart_sheet
from .translate.catalogue import write_whole

PRESENTED = ("modules/*/lecture.ipynb", "modules/*/case.ipynb")
SETTINGS = Path(".jupyterlab", "settings")
"""JupyterLab's settings for presenting, in the tree: they change nothing elsewhere."""
_KEYS = ["Ctrl Alt P"]
_STEPS = (
    "notebook:run-all-cells",
    "notebook:extend-marked-cells-top",  # running leaves the last cell active …
    "notebook:deselect-all",
    "notebook:move-cursor-down",  # … and the first one is no slide
    "deck:start",
)
_LETTERS = {"content-font-size1": "24px", "code-font-size": "18px"}
"""Large enough for the last row."""
_RUN_AND_PRESENT = {
    "command": "apputils:run-all-enabled",
    "args": {"commands": list(_STEPS), "args": [{} for _ in _STEPS]},
}


def write_decks(tree: Path) -> None:
    """Mark the cells of lectures and cases, and write the settings with a button that begins."""
    lang = speak_language_of(tree)
    register = Register(tree, load_tables(tree), load_units(tree), load_sources(tree), lang)
    charts = load_charts(tree)
    sheets = {name: chart_sheet(register, chart) for name, chart in charts.items()}
    figures = {name: _figures(sheet.grid) for name, sheet in sheets.items()}
    for pattern in PRESENTED:
        for path in sorted(tree.glob(pattern)):
            notebook = json.loads(path.read_text("utf-8"))
            notebook["cells"] = [
                _begin(),
                *(_for_deck(cell, n == 0, figures) for n, cell in enumerate(notebook["cells"])),
            ]
            write_whole(path, _dumped(notebook))
    for name, settings in _settings().items():
        file = tree / SETTINGS / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _dumped(settings))


def _dumped(data: Any) -> bytes:
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def _begin() -> dict[str, Any]:
    """What to press, above the first cell; it is no slide."""
    text = labels()["liveStart"].format(button=labels()["liveButton"])
    metadata = {"slideshow": {"slide_type": "skip"}}
    return {"cell_type": "markdown", "id": "deck-start", "metadata": metadata, "source": text}


def _for_deck(cell: dict[str, Any], is_first: bool, figures: dict[str, str]) -> dict[str, Any]:
    metadata = dict(cell["metadata"])
    source = "".join(cell["source"])
    metadata["slideshow"] = {"slide_type": _slide_type(cell, source, is_first)}
    if cell["cell_type"] == "code":
        metadata["jupyter"] = {**metadata.get("jupyter", {}), "source_hidden": True}
        for name in chart_calls(source):
            if name in figures:
                source = source.replace(source.strip(), f'chart("{name}", {figures[name]})')
    return {**cell, "metadata": metadata, "source": source}


def _slide_type(cell: dict[str, Any], source: str, is_first: bool) -> str:
    """Cells for the projector and heads of sections; notes; the rest is for reading."""
    tags = cell["metadata"].get("tags", [])
    if "notes" in tags:
        return "notes"
    is_head = cell["cell_type"] == "markdown" and source.startswith("## ")
    return "slide" if is_first or is_head or "slide" in tags else "skip"


def _figures(grid: Any) -> str:
    """The figures of a chart as they stand in a cell, a line for each row."""
    lines = [f"    # {labels()['liveFigures']}"]
    if len(grid.series) > 1:
        names = ", ".join(one.label for one in grid.series)
        lines.append(f"    # {labels()['liveSeries'].format(names=names)}")
    lines += [f"    {row!r}: {value!r}," for row, value in figures_of(grid).items()]
    return "\n".join(["{", *lines, "}"])


def _settings() -> dict[str, Any]:
    """A button above the notebook and a key: run everything, then start the deck."""
    button = {"name": "present", "label": labels()["liveButton"], "rank": 0, **_RUN_AND_PRESENT}
    shortcut = {"keys": _KEYS, "selector": "body", **_RUN_AND_PRESENT}
    return {
        "@jupyterlab/notebook-extension/panel": {"toolbar": [button]},
        "@jupyterlab/shortcuts-extension/shortcuts": {"shortcuts": [shortcut]},
        "@jupyterlab/apputils-extension/notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
        "jupyterlab-slideshow/plugin": {"active": False},  # it keeps whether a deck was open
        "@jupyterlab/apputils-extension/themes": {"overrides": dict(_LETTERS)},
    }
