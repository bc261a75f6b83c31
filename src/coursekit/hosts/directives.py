"""Directives that fill a page from the course's data files."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..bundle import labels
from ..content.tasks import CARDS
from ..course_stats import count_course
from ..foreign import lang_of, marked
from ..markdown import to_html
from ..model import Course
from ..render_codes import codes_html
from ..render_figures import figures_html, used_facts
from ..render_good_practice import case_html
from ..render_library import library_html
from ..render_plan import plan_html
from ..render_schedule import schedule_html
from ..render_statement import PARTS, statement_html
from ..render_stats import stats_html
from ..render_town import town_html
from ..render_verify import verify_html
from .tables import frame

ANCHORS = "coursekit_anchors"
"""Where a page's anchors wait until it is read: MyST sets its own list at the end."""


def register_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Let Markdown links find the anchors that the directives made."""
    waiting = app.env.temp_data.pop(ANCHORS, {})
    if waiting:
        slugs = app.env.metadata[app.env.docname].setdefault("myst_slugs", {})
        slugs.update({name: (0, name, title) for name, title in waiting.items()})


class _FromData(SphinxDirective):
    """A piece of HTML made from `data/<file>.yml`, with anchors that links can lead to."""

    file = ""

    def run(self) -> list[nodes.Node]:
        course: Course = self.env.app.coursekit_course
        self.env.note_dependency(str(course.root / "data" / self.file))
        self.env.note_dependency(str(course.root / "data" / "sources.yml"))
        self.env.temp_data.setdefault(ANCHORS, {}).update(self.anchors(course))
        return [nodes.raw("", "".join(self.html(course)), format="html")]

    def anchors(self, course: Course) -> dict[str, str]:
        raise NotImplementedError

    def html(self, course: Course) -> Iterator[str]:
        raise NotImplementedError


class GlossaryEntries(_FromData):
    """Every term with its meaning and source, by area."""

    file = "glossary.yml"

    def anchors(self, course: Course) -> dict[str, str]:
        return {name: term.term for name, term in course.glossary.items()}

    def html(self, course: Course) -> Iterator[str]:
        words = labels()
        for area in dict.fromkeys(term.area for term in course.glossary.values()):
            yield f'<h2 id="area-{area}">{escape(words["area-" + area])}</h2><dl class="entries">'
            for name, term in course.glossary.items():
                if term.area == area:
                    yield (
                        f'<dt id="{name}">{marked(term.term)}</dt><dd>{to_html(term.definition)} '
                        f'<span class="source">{_citations(course, term.source)}</span></dd>'
                    )
            yield "</dl>"


class WordingTable(_FromData):
    """What to say, what to avoid, and why."""

    file = "wording.yml"

    def anchors(self, course: Course) -> dict[str, str]:
        return {}

    def html(self, course: Course) -> Iterator[str]:
        words = labels()
        heads = "".join(
            f'<th scope="col">{escape(words[key])}</th>' for key in ("say", "avoid", "whyColumn")
        )
        yield frame(words["wordingTable"])
        yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
        for entry in course.wording.values():
            avoided = "; ".join(f"“{escape(phrase)}”" for phrase in entry.avoid)
            yield (
                f'<tr><th scope="row">{escape(entry.say)}</th><td>{avoided}</td>'
                f'<td>{to_html(entry.why)} <span class="source">'
                f"{_citations(course, entry.source)}</span></td></tr>"
            )
        yield "</tbody></table></div>"


class ReferenceEntries(_FromData):
    """Every source with publisher, date, address and licence."""

    file = "sources.yml"

    def anchors(self, course: Course) -> dict[str, str]:
        return {name: source.title for name, source in course.sources.items()}

    def html(self, course: Course) -> Iterator[str]:
        words = labels()
        yield '<dl class="entries">'
        for name, source in sorted(course.sources.items(), key=lambda item: item[1].title.lower()):
            note = f" {marked(source.note)}." if source.note else ""
            yield (
                f'<dt id="{name}"{lang_of(source.language)}>{escape(source.title)}</dt>'
                f"<dd>{escape(source.publisher)}, {escape(source.date)}. "
                f'<a href="{escape(source.url)}">{escape(source.url)}</a>. '
                f"{escape(words['licence'])}: {escape(source.licence)}. "
                f"{escape(words['read'])}: {escape(source.accessed)}.{note}</dd>"
            )
        yield "</dl>"


class CoursePlan(SphinxDirective):
    """Minutes, objectives, questions and exercises of every module."""

    def run(self) -> list[nodes.Node]:
        course: Course = self.env.app.coursekit_course
        for path in (*course.notebooks, *(f"exercises/{name}/tasks" for name in course.topics)):
            ending = ".yml" if path.endswith("/tasks") else ".ipynb"
            self.env.note_dependency(str(course.root / f"{path}{ending}"))
        for name in course.topics:
            self.env.note_dependency(str(course.root / "modules" / name / "questions.yml"))
        return [nodes.raw("", "".join(self.html(course)), format="html")]

    def html(self, course: Course) -> Iterator[str]:
        return plan_html(course)


class CourseNumbers(CoursePlan):
    """Words, minutes, questions and pictures of the whole course."""

    def html(self, course: Course) -> Iterator[str]:
        return stats_html(count_course(course))


class Schedule(CoursePlan):
    """The schedule builder, with the parts of all modules and what their exercises need."""

    def html(self, course: Course) -> Iterator[str]:
        self.env.note_dependency(str(course.root / CARDS))
        yield schedule_html(course)


class PrintedCodes(CoursePlan):
    """The codes of everything that is printed, and where they lead."""

    def html(self, course: Course) -> Iterator[str]:
        return codes_html(course)


class FigureEntries(_FromData):
    """Every figure that the course uses."""

    file = "facts.yml"

    def anchors(self, course: Course) -> dict[str, str]:
        return {name: fact.statement for name, fact in used_facts(course).items()}

    def html(self, course: Course) -> Iterator[str]:
        return figures_html(course)


class GoodPracticeCase(SphinxDirective):
    """One case of good practice; `_outdated_pages` has it read anew when it changes."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        course: Course = self.env.app.coursekit_course
        name = self.arguments[0]
        if name not in course.good_practice:
            raise self.error(f"there is no case '{name}'")
        return [nodes.raw("", case_html(course, name), format="html")]


class GoodPracticeLibrary(SphinxDirective):
    """All cases of good practice, with map and table."""

    def run(self) -> list[nodes.Node]:
        course: Course = self.env.app.coursekit_course
        return [nodes.raw("", library_html(course), format="html")]


class TownContacts(SphinxDirective):
    """The town's offices, services and guests; `hosts.sphinx_ext` has the page read anew."""

    def run(self) -> list[nodes.Node]:
        app = self.env.app
        html = "".join(town_html(app.coursekit_course, app.config.coursekit_preview))
        return [nodes.raw("", html, format="html")]


class CheckDiploma(SphinxDirective):
    """The checker of diplomas; `hosts.sphinx_ext` has the page read anew."""

    def run(self) -> list[nodes.Node]:
        return [nodes.raw("", verify_html(self.env.app.coursekit_course), format="html")]


class AccessibilityStatement(SphinxDirective):
    """A part of the town's accessibility statement; `hosts.sphinx_ext` has the page read anew."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        app, part = self.env.app, self.arguments[0]
        if part not in PARTS:
            raise self.error(f"the statement has no part '{part}': {', '.join(PARTS)}")
        html = statement_html(app.coursekit_course, part, app.config.coursekit_preview)
        return [nodes.raw("", html, format="html")]


def _citations(course: Course, sources: list[str]) -> str:
    links = [
        f'<a href="references.html#{name}">{escape(course.sources[name].publisher)}</a>'
        for name in sources
        if name in course.sources
    ]
    return f"[{'; '.join(links)}]" if links else ""


def add_to(app: Sphinx) -> None:
    """Make the directives known to Sphinx."""
    app.connect("doctree-read", register_anchors)
    app.add_directive("glossary-entries", GlossaryEntries)
    app.add_directive("wording-table", WordingTable)
    app.add_directive("reference-entries", ReferenceEntries)
    app.add_directive("course-plan", CoursePlan)
    app.add_directive("course-numbers", CourseNumbers)
    app.add_directive("schedule", Schedule)
    app.add_directive("printed-codes", PrintedCodes)
    app.add_directive("figure-entries", FigureEntries)
    app.add_directive("good-practice", GoodPracticeCase)
    app.add_directive("good-practice-library", GoodPracticeLibrary)
    app.add_directive("town-contacts", TownContacts)
    app.add_directive("accessibility-statement", AccessibilityStatement)
    app.add_directive("check-diploma", CheckDiploma)
