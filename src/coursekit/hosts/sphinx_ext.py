"""The Sphinx extension of the book: our theme, fresh questions, glossary and references.

`jupyter-book build .` loads it by `_config.yml`; `coursekit build` uses the same.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.osutil import ensuredir

from ..bundle import json_for_page, labels, language, style
from ..charts.draw import KEPT
from ..checks import check_course
from ..content.charts import CHARTS
from ..content.course import SOURCES, WORDING, set_members
from ..content.diplomas import FOLDER as DIPLOMAS
from ..content.diplomas import diploma_files
from ..content.facts import UNITS
from ..content.good_practice import INDEX, PAGE
from ..content.tables import CSV, TABLES
from ..content.tasks import CARDS
from ..content.tools import TOOLS
from ..model import Course
from ..render import (
    catalogue,
    placeholder,
    question_html,
    question_set_html,
    seen_from,
    tests_index,
)
from ..render_charts import FOLDER, Register, chart_csv, chart_html
from ..render_figures import CSV as FIGURES_CSV
from ..render_figures import figures_csv, figures_html, page_note
from ..render_good_practice import case_html
from ..render_library import library_html
from ..render_statement import STATEMENT_PAGE, whole_statement
from ..render_tasks import (
    SOLUTION,
    group_html,
    phase_html,
    roles_html,
    solution_html,
    task_of_group,
    workbook_html,
)
from ..render_tests import PREFIX, group_results_html, test_data, test_html
from ..render_tools import tool_html
from ..render_town import TOWN_PAGE, town_html
from ..render_verify import VERIFY_PAGE, verify_html
from ..scripts import script_of
from ..tree_files import page_values, resolve
from ..values import FIGURES_PAGE
from . import directives, guide, hidden_code, needs, offline, page, slides, tables
from .phrases import mark_phrases
from .search import site as search
from .speaker import add_speaker_page

LOGGER = logging.getLogger(__name__)

UNUSED_VALUES = ("comments_config",)
"""What Jupyter Book sets for extensions that the course does without."""

OVERVIEWS = {"my_course", "course_test", "group_results"}
"""The functions that show something of the whole course."""

_PLACEHOLDER = re.compile(r'<div class="widget" data-widget="([a-z-]+)"(?: id="([^"]*)")?')


def setup(app: Sphinx) -> dict[str, Any]:
    os.environ["COURSEKIT_STATIC"] = "1"
    for name in UNUSED_VALUES:
        app.add_config_value(name, None, "")
    app.add_html_theme("coursekit", str(Path(__file__).parents[1] / "theme" / "coursekit"))
    app.add_config_value("coursekit_editions", {}, "html")
    app.add_config_value("coursekit_preview", False, "")
    app.add_config_value("coursekit_content_digest", "", "env")
    app.add_config_value("coursekit_page_digest", "", "html")
    app.connect("config-inited", _load_course)
    app.connect("config-inited", _without_figure_numbers, priority=900)  # after it was set
    app.connect("env-get-outdated", _outdated_pages)
    app.connect("source-read", _fill_in)
    app.connect("doctree-read", _fresh_widgets)
    app.connect("doctree-read", mark_phrases)
    app.connect("doctree-resolved", tables.make_scrollable)
    app.connect("html-page-context", page.add_context)
    app.connect("html-collect-pages", add_speaker_page)
    app.connect("build-finished", _write_shared_files)
    directives.add_to(app)
    guide.add_to(app)
    hidden_code.add_to(app)
    slides.add_to(app)
    search.add_to(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def course_of(app: Sphinx) -> Course:
    """The course that is being built."""
    return app.coursekit_course  # type: ignore[attr-defined]


def _load_course(app: Sphinx, config: Config) -> None:
    course: Course | None = getattr(app, "coursekit_course", None)
    problems = []
    if course is None:  # Jupyter Book builds without us
        course, problems = check_course(Path(app.srcdir))
        app.coursekit_course = course  # type: ignore[attr-defined]
    config.coursekit_content_digest = page.content_digest()
    config.coursekit_page_digest = page.page_digest(course)
    for problem in problems:
        LOGGER.warning("%s", problem, type="coursekit")


def _without_figure_numbers(app: Sphinx, config: Config) -> None:
    """No page shows one; to count figures, Sphinx would read every page again in every build."""
    config.numfig = False  # type: ignore[attr-defined]


def _fill_in(app: Sphinx, page: str, source: list[str]) -> None:
    """What `localise` does, where Jupyter Book builds from the course itself."""
    course = course_of(app)
    if "{{" in source[0] and not course.is_localised:
        suffix = Path(app.env.doc2path(page)).suffix
        source[0] = resolve(source[0], suffix, page_values(course, page))


def _outdated_pages(app: Sphinx, env: Any, added: set, changed: set, removed: set) -> list[str]:
    """Pages of which a part that stands in no file of theirs has changed."""
    course = course_of(app)
    tests = [test_data(course, entry["id"]) for entry in tests_index(course)]
    overview = json_for_page([catalogue(course), tests])
    current = {name: page_note(course, name) for name in course.uses}
    for book in course.pages:
        if OVERVIEWS & book.widgets:
            current[book.id] = current.get(book.id, "") + overview
    current[FIGURES_PAGE] = "".join(figures_html(course))
    for name in course.good_practice:
        case = PAGE.format(name)
        current[case] = current.get(case, "") + case_html(course, name)
    current[INDEX] = library_html(course) if course.good_practice else ""
    preview = app.config.coursekit_preview
    current[STATEMENT_PAGE] = whole_statement(course, preview)
    current[TOWN_PAGE] = "".join(town_html(course, preview))
    current[VERIFY_PAGE] = verify_html(course)
    previous = getattr(env, "coursekit_parts", None)
    env.coursekit_parts = current
    doubtful: frozenset[str] = getattr(app, "coursekit_doubtful", frozenset())
    if previous is None:
        return []
    changed_parts = {name for name in current | previous if current.get(name) != previous.get(name)}
    return sorted((changed_parts | doubtful) & env.found_docs)


def _fresh_widgets(app: Sphinx, doctree: nodes.document) -> None:
    """Replace each executed placeholder by today's text: no cell has to run again for it."""
    course = course_of(app)
    for node in list(doctree.findall(nodes.raw)):
        match = _PLACEHOLDER.match(node.astext())
        if not match:
            continue
        widget, name = match[1], (match[2] or "").removeprefix(SOLUTION)
        is_chart = widget == "chart"
        html = _chart_html(app, name) if is_chart else _widget_html(course, widget, name)
        if html:
            html = seen_from(app.env.docname, html)
            node.children = []
            node += nodes.Text(html)
            node.rawsource = html
        for file in _files_behind(course, widget, name):
            app.env.note_dependency(str(course.root / file))


def _files_behind(course: Course, widget: str, name: str) -> tuple[str, ...]:
    topic = name.partition(".")[0]
    if widget == "chart":
        table = [CSV.format(course.charts[name].table)] if name in course.charts else []
        return (CHARTS, TABLES, UNITS, SOURCES, *table)
    if widget in ("quiz", "quiz-set"):
        return (f"modules/{topic}/questions.yml", SOURCES)
    if widget in ("workbook", "group", "solution", "deck-phase", "deck-roles"):
        return (f"exercises/{topic}/tasks.yml", CARDS, WORDING)
    if widget in ("tool", "practice"):
        return (TOOLS, SOURCES)
    return ()


def _register(app: Sphinx) -> Register:
    course = course_of(app)
    lang = app.config.language or "en"
    kept = Path(app.doctreedir).parent / KEPT.name
    return Register(kept, course.tables, course.units, course.sources, lang)


def _chart_html(app: Sphinx, name: str) -> str:
    chart = course_of(app).charts.get(name)
    if chart is None or chart.table not in course_of(app).tables:
        return ""
    return chart_html(_register(app), name, chart, up="../" * app.env.docname.count("/"))


def _write_chart_files(app: Sphinx, out: Path) -> None:
    """The figures of every chart; the sign at the start tells a spreadsheet that it is UTF-8."""
    register = _register(app)
    ensuredir(out / FOLDER)
    for name, chart in course_of(app).charts.items():
        if chart.table in register.tables:
            file = out / FOLDER / f"{name}.csv"
            file.write_text(chart_csv(register, chart), "utf-8-sig", newline="\n")


def _widget_html(course: Course, widget: str, name: str) -> str:
    if widget == "quiz" and name in course.questions:
        return question_html(name, course.questions[name], course.sources)
    if widget == "quiz-set":
        members = {full: course.questions[full] for full in set_members(course.topics, name)}
        return question_set_html(name, members, course.sources)
    if widget == "workbook" and name in course.tasks:
        return workbook_html(name, course.tasks[name], course.cards, course.wording)
    if widget == "group" and (task := task_of_group(name)) in course.tasks:
        return group_html(task, course.tasks[task], course.cards)
    task, _, part = name.partition(" ")
    if widget == "deck-phase" and task in course.tasks:
        return phase_html(task, part, course.tasks[task])
    if widget == "deck-roles" and task in course.tasks:
        return roles_html(course.tasks[task], *map(int, part.split()))
    if widget == "solution" and name in course.tasks:
        return solution_html(name, course.tasks[name])
    if widget in ("tool", "practice") and name in course.tools:
        return tool_html(name, course.tools[name], course.sources)
    if widget == "course-test" and (test := name.removeprefix(PREFIX)) in course.tests:
        return test_html(course, test)
    if widget == "group-results":
        return group_results_html(course)
    if widget == "my-course":
        data = {"catalogue": catalogue(course)}
        return placeholder("my-course", data, page.contents_html(course))
    return ""


def _write_shared_files(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    out = Path(app.outdir)
    static = out / "_static"
    ensuredir(static)
    for name in needs.SCRIPTS:
        (static / f"{name}.js").write_text(script_of(name), "utf-8", newline="\n")
    for name, sheets in needs.STYLED.items():
        (static / f"{name}.css").write_text(style(*sheets), "utf-8", newline="\n")
    slides.write_reveal(static)
    _write_chart_files(app, out)
    (static / FIGURES_CSV).write_text(figures_csv(course_of(app)), "utf-8", newline="")
    _write_logo(course_of(app), static)
    _write_diploma_files(course_of(app), static)
    course, home = course_of(app), app.config.coursekit_editions.get(language(), "")
    pages = {
        "index.html": page.start_page(course, labels()),
        offline.NOT_SAVED: offline.not_saved_page(course),
        offline.MANIFEST: offline.manifest(course, home),
    }
    for name, text in pages.items():
        (out / name).write_text(text, "utf-8", newline="\n")


def _write_diploma_files(course: Course, static: Path) -> None:
    """What the town publishes, for programs of others; our page holds it already."""
    for name, file in diploma_files(course).items():
        ensuredir(static / DIPLOMAS)
        (static / DIPLOMAS / name).write_bytes(file.read_bytes())


def _write_logo(course: Course, static: Path) -> None:
    local = course.local
    if local.town and local.town.logo:
        file = course.root / local.folder / local.town.logo.file
        (static / f"town-logo{file.suffix}").write_bytes(file.read_bytes())
