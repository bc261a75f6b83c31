"""A tree made ready to be presented in JupyterLab, and charts with changed figures."""

from __future__ import annotations

import ast
import json
import shutil

import course
import pytest

from coursekit.bundle import labels
from coursekit.charts.tried import figures_of, with_figures
from coursekit.checks import load_sound_course
from coursekit.cli import main
from coursekit.errors import CourseError
from coursekit.live_deck import SETTINGS, write_decks
from coursekit.render_charts import Register, chart_html, chart_sheet

from .conftest import ROOT, TINY


@pytest.fixture(scope="module")
def register(tmp_path_factory) -> Register:
    tiny = load_sound_course(TINY)
    return Register(tmp_path_factory.mktemp("kept"), tiny.tables, tiny.units, tiny.sources)


@pytest.fixture(scope="module")
def charts():
    return load_sound_course(TINY).charts


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """As much of the course as the slides need, made ready."""
    folder = tmp_path_factory.mktemp("deck")
    for name in ("modules", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "_config.yml", folder)
    write_decks(folder)
    return folder


def cells_of(tree, name):
    return json.loads((tree / "modules" / name / "lecture.ipynb").read_text("utf-8"))["cells"]


def test_cells_become_slides_notes_or_reading_by_their_tags(tree):
    types = {
        c["id"]: c["metadata"]["slideshow"]["slide_type"]
        for c in cells_of(tree, "thinking-clearly")
    }
    assert types["deck-start"] == "skip" and types["title"] == "slide"
    for cell in cells_of(tree, "thinking-clearly"):
        tags = cell["metadata"].get("tags", [])
        if "notes" in tags:
            assert types[cell["id"]] == "notes"
        elif "slide" in tags:
            assert types[cell["id"]] == "slide"
        elif cell["cell_type"] == "code":
            assert types[cell["id"]] == "skip" and cell["metadata"]["jupyter"]["source_hidden"]
    assert types["habits"] == "slide", "the head of a section"


def test_the_command_makes_a_tree_ready_and_leaves_the_sources(tmp_path):
    lecture = TINY / "modules" / "reading-numbers" / "lecture.ipynb"
    before = lecture.read_bytes()
    target = tmp_path / "tree"
    assert main(["localise", "--deck", "--course", str(TINY), str(target)]) == 0
    assert cells_of(target, "reading-numbers")[0]["id"] == "deck-start"
    assert lecture.read_bytes() == before


def test_every_chart_of_the_deck_holds_its_own_figures(tree):
    found = 0
    for path in tree.glob("modules/*/lecture.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and "chart(" in source and "import" not in source:
                name, figures = ast.parse(source).body[0].value.args
                assert ast.literal_eval(name) and ast.literal_eval(figures)
                found += 1
    assert found >= 8


def test_the_button_begins_and_nothing_asks_for_news(tree):
    settings = {f.name: json.loads(f.read_text()) for f in (tree / SETTINGS).rglob("*-settings")}
    (button,) = settings["panel.jupyterlab-settings"]["toolbar"]
    assert button["label"] == labels()["liveButton"]
    assert button["args"]["commands"][0] == "notebook:run-all-cells"
    assert button["args"]["commands"][-1] == "deck:start"
    assert settings["notification.jupyterlab-settings"]["fetchNews"] == "false"
    assert settings["plugin.jupyterlab-settings"] == {"active": False}


def test_its_own_figures_change_nothing(register, charts):
    for name, chart in charts.items():
        figures = figures_of(chart_sheet(register, chart).grid)
        plain = chart_html(register, name, chart)
        assert chart_html(register, name, chart, figures=figures) == plain


def test_a_changed_figure_is_drawn_and_told_and_the_message_is_gone(register, charts):
    html = chart_html(register, "districts", charts["districts"], figures={"Harbour": 900})
    assert "Harbour: 900, not 400" in html and "Tried out" in html
    assert "Most people live at the harbour" not in html and "Three bars" not in html
    series = chart_html(register, "newcomers", charts["newcomers"], figures={"Hill": [70, 250]})
    assert "Hill (" in series and ": 70, not " in series


@pytest.mark.parametrize(
    ("name", "figures", "told"),
    [
        ("districts", {"Harbor": 1}, "no row 'Harbor'. Use one of: Harbour"),
        ("districts", {"Hill": "many"}, "'many' of 'Hill' is no number"),
        ("districts", {"Hill": True}, "is no number"),
        ("newcomers", {"Hill": 3}, "needs 2 figures in a list"),
    ],
)
def test_what_cannot_be_drawn_is_told(register, charts, name, figures, told):
    with pytest.raises(CourseError, match=told):
        with_figures(chart_sheet(register, charts[name]), figures)


@pytest.mark.parametrize(
    "words", [[], ["no-such-topic"], ["thinking-clearly", "how-opinions-form"]]
)
def test_without_one_module_the_command_names_them(words):
    with pytest.raises(SystemExit, match=r"Name one module.*\n(.*\n)*thinking-clearly"):
        course.main(["present", "--jupyter", *words])


def test_town_and_language_are_handed_on(monkeypatch, tmp_path):
    calls = []
    monkeypatch.setattr(course, "prepare", lambda folder, lock: "python")
    monkeypatch.setattr(course, "run", lambda command, folder=ROOT: calls.append(command))
    words = ["present", "--lang", "ro", "thinking-clearly", "--jupyter", "--town", "lampedusa"]
    course.main(words)
    assert calls[0][3:9] == ["localise", "--deck", "--lang", "ro", "--town", "lampedusa"]
    assert calls[1][-1].endswith("=/lab/tree/modules/thinking-clearly/lecture.ipynb")
