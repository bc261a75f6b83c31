"""Rules of a taught module: it has everything that the course's standard asks for."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.calls import quiz_calls
from ..content.questions import QUESTIONS
from ..content.sections import Section, sections
from ..content.standard import STANDARD, Standard
from ..content.tasks import TASKS
from ..errors import Problem
from ..model import Course, Notebook, Topic
from .places import Places

_QUIZ = "module-quiz"


def _taught(course: Course) -> Iterator[tuple[Topic, Notebook]]:
    """Topics with a lecture, where the course sets a standard."""
    for topic in course.topics.values() if course.standard else ():
        if lecture := course.notebooks.get(f"modules/{topic.name}/lecture"):
            yield topic, lecture


def _lacks(path: str, line: int, what: str, todo: str) -> Problem:
    return Problem(path, line, what, f"{todo} ({STANDARD})")


def check_sections_are_there(course: Course, places: Places) -> Iterator[Problem]:
    for topic, lecture in _taught(course):
        case = course.notebooks.get(f"modules/{topic.name}/case")
        wanted = [(lecture, course.standard.lecture_sections)]
        wanted += [(case, course.standard.case_sections)] if case else []
        for notebook, titles in wanted:
            found = [section.title for section in sections(notebook)]
            for title in titles:
                if title not in found:
                    what = f"the section '{title}' is missing."
                    yield _lacks(notebook.path, 1, what, f"Write a section `## {title}`.")


def check_lecture_has_slides_and_notes(course: Course, places: Places) -> Iterator[Problem]:
    for _, lecture in _taught(course):
        for tag, least in (("slide", course.standard.slides), ("notes", course.standard.notes)):
            count = sum(tag in cell.tags for cell in lecture.cells)
            if count < least:
                what = f"{count} cells are tagged '{tag}', {least} are wanted."
                yield _lacks(lecture.path, 1, what, "Write what is missing.")


def check_tasks_are_there(course: Course, places: Places) -> Iterator[Problem]:
    for topic, _ in _taught(course):
        for name in course.standard.tasks:
            path = TASKS.format(topic.name)
            if f"{topic.name}.{name}" not in topic.tasks and not course.is_unread(path, name):
                what = f"the exercise '{name}' is missing."
                yield _lacks(path, 1, what, "Write it, with its solution.")


def check_questions_are_enough(course: Course, places: Places) -> Iterator[Problem]:
    for topic, _ in _taught(course):
        path = QUESTIONS.format(topic.name)
        for count, least, name in _counts(topic, course.standard):
            if count < least:
                yield _lacks(
                    path, 1, f"{name}: {count}, {least} are wanted.", "Add what is missing."
                )


def _counts(topic: Topic, standard: Standard) -> Iterator[tuple[int, int, str]]:
    questions = topic.written.values()
    tests = [q for q in questions if q.set in standard.forms]
    others = [q for q in questions if not q.set]
    kinds = {q.kind for q in topic.questions.values()}
    applied = sum(q.level == "apply" for q in topic.questions.values())
    yield sum(q.set == _QUIZ for q in questions), standard.quiz_questions, "questions of the quiz"
    yield len(others), standard.checkpoints, "questions in lecture and case"
    yield len(kinds), standard.kinds, "kinds of question"
    share = 100 * applied // max(len(topic.questions), 1)
    yield share, standard.apply_percent, "per cent of the questions that apply a rule"
    for form in standard.forms:
        count = sum(q.set == form for q in tests)
        yield count, standard.test_items, f"questions of the set '{form}'"
    for objective in topic.objectives:
        count = sum(q.objective == objective for q in questions)
        yield count, standard.questions_per_objective, f"questions on '{objective}'"


def check_objectives_are_practised(course: Course, places: Places) -> Iterator[Problem]:
    for topic, lecture in _taught(course):
        done = {name for task in topic.tasks.values() for name in task.objectives}
        done |= {q.objective for q in topic.questions.values() if q.level == "apply"}
        for objective in topic.objectives:
            if objective not in done and not topic.broken:
                what = f"nothing lets learners practise the objective '{objective}'."
                todo = "Name it in an exercise, or add a question of the level apply."
                yield _lacks(lecture.path, lecture.course_line, what, todo)


def check_forms_are_parallel(course: Course, places: Places) -> Iterator[Problem]:
    for topic, _ in _taught(course):
        asked = {
            form: sorted(q.objective for q in topic.written.values() if q.set == form)
            for form in course.standard.forms
        }
        first, *rest = asked.values()
        if any(one != first for one in rest):
            what = f"the forms {', '.join(asked)} ask for different objectives."
            todo = "Write the items in pairs: same objective, other situation."
            yield _lacks(QUESTIONS.format(topic.name), 1, what, todo)


def check_sections_ask(course: Course, places: Places) -> Iterator[Problem]:
    for _, lecture in _taught(course):
        for section in sections(lecture):
            wanted = max(1, -(-section.minutes // course.standard.minutes_per_question))
            questions = _asked(section)
            if section.minutes and questions < wanted:
                asked = f"{questions} questions in {section.minutes} minutes"
                what = f"section '{section.title}': {asked}."
                yield _lacks(lecture.path, section.cells[0].line, what, f"Ask at least {wanted}.")


def _asked(section: Section) -> int:
    return sum(len(quiz_calls(cell.source)) for cell in section.cells if cell.kind == "code")


def check_minutes_of_sections_add_up(course: Course, places: Places) -> Iterator[Problem]:
    for _, lecture in _taught(course):
        total = sum(section.minutes for section in sections(lecture))
        if total != lecture.minutes:
            what = f"its sections add up to {total} minutes, its metadata say {lecture.minutes}."
            yield _lacks(lecture.path, lecture.course_line, what, "Correct one of them.")


RULES = (
    check_sections_are_there,
    check_lecture_has_slides_and_notes,
    check_tasks_are_there,
    check_questions_are_enough,
    check_objectives_are_practised,
    check_forms_are_parallel,
    check_sections_ask,
    check_minutes_of_sections_add_up,
)
