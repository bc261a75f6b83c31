"""Imports point one way, and the course starts light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "coursekit"

LAYERS = [
    {"audit", "browsing", "bundle", "errors", "markup", "policy", "say", "stamp"},
    {"foreign", "script_labels", "scripts", "serving"},
    {"evidence"},
    {"markdown", "notes", "prose"},
    {"parts", "statistics"},
    {"maps", "numbers", "tables"},
    {"render_evidence"},
    {"charts", "course_tests", "diploma", "facts", "forms", "good_practice", "questions"},
    {"statement"},
    {"tasks", "tools"},
    {"towns"},
    {"model"},
    {"values"},
    {"content", "progress", "schema"},
    {"course_stats", "render_diploma", "sessions", "short_codes"},
    {"award", "timetable"},
    {"translate"},
    {"town_tree", "tree_files", "deck"},
    {"localise", "practice", "render"},
    {"render_charts", "render_codes", "render_figures", "render_good_practice", "render_guide"},
    {"render_checklist", "render_forms", "render_plan", "render_stats"},
    {
        "render_library",
        "render_schedule",
        "render_tasks",
        "render_tests",
        "render_tools",
        "render_town",
    },
    {"render_statement", "render_verify"},
    {"changes", "live_deck", "new_town", "ready", "timings"},
    {"render_ready", "render_changes", "new_minutes", "render_timings"},
    {"widgets", "checks"},
    {"hosts"},
    {"cli_options"},
    {"cli_diploma", "cli_evidence", "cli_slides", "cli_timings", "cli_towns"},
    {"cli"},
    {"__main__", "__init__"},
]
LAYER = {name: n for n, layer in enumerate(LAYERS) for name in layer}
FILES = sorted(PACKAGE.rglob("*.py"))


def _top(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(file: Path) -> set[str]:
    """Top modules of the package that a file imports, also inside functions."""
    depth = len(file.relative_to(PACKAGE).parts)
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module.split(".")[0]] if node.module else [a.name for a in node.names]
            found.update(names)
    return found & set(LAYER)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_to_a_lower_layer(file):
    own = LAYER[_top(file)]
    higher = {name for name in _imported(file) if name != _top(file) and LAYER[name] >= own}
    assert not higher, f"{file.name} imports {higher}"


def test_every_module_has_its_layer():
    assert {_top(file) for file in FILES} == set(LAYER)


def test_checks_and_hosts_do_without_widgets():
    for file in FILES:
        if _top(file) in ("checks", "hosts"):
            assert "widgets" not in _imported(file), file


def _loaded(code: str) -> set[str]:
    text = f"{code}; import sys; print(' '.join(sys.modules))"
    return set(
        subprocess.run(
            [sys.executable, "-c", text], capture_output=True, text=True, check=True
        ).stdout.split()
    )


def test_import_coursekit_loads_neither_sphinx_nor_the_command_line():
    loaded = _loaded("import coursekit")
    assert not {"sphinx", "jupyter_book", "anywidget", "coursekit.cli", "pydantic"} & loaded


def test_check_loads_neither_sphinx_nor_widgets():
    loaded = _loaded("import coursekit.cli, coursekit.checks")
    assert not {"sphinx", "jupyter_book", "anywidget", "ipywidgets"} & loaded
