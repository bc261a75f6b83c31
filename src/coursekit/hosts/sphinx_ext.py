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

from ..bundle import json_for_page, labels, script
from ..checks import check_course
from ..content.course import SOURCES, WORDING, set_members
from ..content.tasks import CARDS
from ..localise import page_values, resolve
from ..model import Course
from ..render import catalogue, placeholder, question_html, question_set_html
from ..render_figures import CSV, figures_csv, figures_html, page_note
from ..render_tasks import group_html, solution_html, task_of_group, workbook_html
from ..values import FIGURES_PAGE
from . import directives, page, tables

LOGGER = logging.getLogger(__name__)

UNUSED_VALUES = ("comments_config",)
"""What Jupyter Book sets for extensions that the course does without."""

_PLACEHOLDER = re.compile(r'<div class="widget" data-widget="([a-z-]+)"(?: id="([^"]*)")?')


def setup(app: Sphinx) -> dict[str, Any]:
    os.environ["COURSEKIT_STATIC"] = "1"
    for name in UNUSED_VALUES:
        app.add_config_value(name, None, "")
    app.add_html_theme("coursekit", str(Path(__file__).parents[1] / "theme" / "coursekit"))
    app.add_config_value("coursekit_content_digest", "", "env")
    app.add_config_value("coursekit_page_digest", "", "html")
    app.connect("config-inited", _load_course)
    app.connect("env-get-outdated", _outdated_pages)
    app.connect("source-read", _fill_in)
    app.connect("doctree-read", _fresh_widgets)
    app.connect("doctree-resolved", tables.make_scrollable)
    app.connect("html-page-context", page.add_context)
    app.connect("build-finished", _write_shared_files)
    directives.add_to(app)
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


def _fill_in(app: Sphinx, page: str, source: list[str]) -> None:
    """What `localise` does, where Jupyter Book builds from the course itself."""
    course = course_of(app)
    if "{{" in source[0] and not course.is_localised:
        suffix = Path(app.env.doc2path(page)).suffix
        source[0] = resolve(source[0], suffix, page_values(course, page))


def _outdated_pages(app: Sphinx, env: Any, added: set, changed: set, removed: set) -> list[str]:
    """Pages of which a part that stands in no file of theirs has changed."""
    course = course_of(app)
    current = {name: page_note(course, name) for name in course.uses}
    current[page.MY_COURSE] = json_for_page(catalogue(course))
    current[FIGURES_PAGE] = "".join(figures_html(course))
    previous = getattr(env, "coursekit_parts", None)
    env.coursekit_parts = current
    if previous is None:
        return []
    changed_parts = {name for name in current | previous if current.get(name) != previous.get(name)}
    return sorted(changed_parts & env.found_docs)


def _fresh_widgets(app: Sphinx, doctree: nodes.document) -> None:
    """Replace each executed placeholder by today's text: no cell has to run again for it."""
    course = course_of(app)
    for node in list(doctree.findall(nodes.raw)):
        match = _PLACEHOLDER.match(node.astext())
        if not match:
            continue
        widget, name = match[1], match[2] or ""
        if html := _widget_html(course, widget, name):
            node.children = []
            node += nodes.Text(html)
            node.rawsource = html
        for file in _files_behind(widget, name.partition(".")[0]):
            app.env.note_dependency(str(course.root / file))


def _files_behind(widget: str, topic: str) -> tuple[str, ...]:
    if widget in ("quiz", "quiz-set"):
        return (f"modules/{topic}/questions.yml", SOURCES)
    if widget in ("workbook", "group", "solution"):
        return (f"exercises/{topic}/tasks.yml", CARDS, WORDING)
    return ()


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
    if widget == "solution" and name in course.tasks:
        return solution_html(name, course.tasks[name])
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
    for name in page.SCRIPTS:
        (static / f"{name}.js").write_text(script(f"{name}.js"), "utf-8", newline="\n")
    (static / CSV).write_text(figures_csv(course_of(app)), "utf-8", newline="")
    words = labels()
    (out / "index.html").write_text(page.start_page(course_of(app), words), "utf-8", newline="\n")
