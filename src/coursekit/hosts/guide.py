"""Directives of the trainer's guide: checklists, answers to expect, notes, forms, sheets."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..content.forms import FORMS, SHEETS
from ..content.guide import ANSWERS, CHECKLIST, FORM, NOTES, SHEET, known_names
from ..content.questions import QUESTIONS
from ..content.standard import STANDARD
from ..content.tasks import CARDS, TASKS
from ..content.towns import GUESTS
from ..model import Course
from ..render_checklist import checklist_html
from ..render_forms import form_html, sheet_html
from ..render_guide import CASE, LECTURE, answers_html, notes_html


class _Part(SphinxDirective):
    """A piece of HTML made from what a name stands for in the course."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        course: Course = self.env.app.coursekit_course
        for name in self.names():
            if name not in known_names(course, self.name):
                raise self.error(f"there is nothing called '{name}'")
            for file in self.files(name):
                self.env.note_dependency(str(course.root / file))
        return [nodes.raw("", "".join(self.html(course)), format="html")]

    def names(self) -> list[str]:
        return self.arguments

    def files(self, name: str) -> tuple[str, ...]:
        """The files from which the piece is made."""
        topic = name.partition(".")[0]
        notebooks = (f"{page.format(topic)}.ipynb" for page in (LECTURE, CASE))
        return (*notebooks, QUESTIONS.format(topic), TASKS.format(topic), CARDS)

    def html(self, course: Course) -> Iterator[str]:
        raise NotImplementedError


class SessionChecklist(_Part):
    """One page for one session: with the town's guests, and the work for the next one."""

    def files(self, name: str) -> tuple[str, ...]:
        course: Course = self.env.app.coursekit_course
        more = [*map(TASKS.format, course.topics), STANDARD, f"{course.local.folder}/{GUESTS}"]
        is_there = (course.root / file for file in more)
        return (*super().files(name), *(str(file) for file in is_there if file.is_file()))

    def html(self, course: Course) -> Iterator[str]:
        return checklist_html(course, self.arguments[0])


class ExpectedAnswers(_Part):
    """Wrong answers to expect; the content names the questions, one a line."""

    required_arguments = 0
    has_content = True

    def names(self) -> list[str]:
        return [line.strip() for line in self.content if line.strip()]

    def html(self, course: Course) -> Iterator[str]:
        return answers_html(course, self.names())


class TrainersNotes(_Part):
    """What the notes of a module say of wrong answers and of remarks that hurt."""

    def html(self, course: Course) -> Iterator[str]:
        return notes_html(course, self.arguments[0])


class EvaluationForm(_Part):
    """A form to be filled in with a pen."""

    def files(self, name: str) -> tuple[str, ...]:
        return (FORMS,)

    def html(self, course: Course) -> Iterator[str]:
        name = self.arguments[0]
        return form_html(name, course.forms[name])


class EmptySheet(_Part):
    """A sheet with empty rows."""

    def files(self, name: str) -> tuple[str, ...]:
        return (SHEETS,)

    def html(self, course: Course) -> Iterator[str]:
        name = self.arguments[0]
        return sheet_html(name, course.sheets[name])


def add_to(app: Sphinx) -> None:
    """Make the directives known to Sphinx."""
    app.add_directive(CHECKLIST, SessionChecklist)
    app.add_directive(ANSWERS, ExpectedAnswers)
    app.add_directive(NOTES, TrainersNotes)
    app.add_directive(FORM, EvaluationForm)
    app.add_directive(SHEET, EmptySheet)
