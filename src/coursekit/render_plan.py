"""The plan of the course for trainers: per module its minutes, objectives, questions, exercises."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .bundle import labels
from .course_stats import LEVELS
from .course_tests import CourseTest, DrawnTest
from .model import Course, Page, Topic
from .render import topic_order


def plan_html(course: Course) -> Iterator[str]:
    """A section for every topic that is taught."""
    for name in topic_order(course):
        topic = course.topics.get(name)
        if topic and topic.objectives:
            yield from _topic(course, topic)


def _topic(course: Course, topic: Topic) -> Iterator[str]:
    pages = course.pages_of(topic.name)
    words = labels()
    yield f'<section id="plan-{topic.name}"><h3>{escape(pages[0].part)}</h3><ul>'
    for page in pages:
        yield (
            f'<li><a href="../{page.id}.html">{escape(page.title)}</a>: '
            f"{page.minutes} {escape(words['minutes'])}</li>"
        )
    yield f"</ul><p>{escape(_total(pages))}</p>"
    yield from _table(course, topic, pages[0].part)
    yield "</section>"


def _total(pages: list[Page]) -> str:
    """The minutes of a learner alone, and those of the group exercise."""
    group = sum(page.minutes for page in pages if page.id.endswith("/group"))
    alone = sum(page.minutes for page in pages) - group
    return labels()["planTotal"].format(n=alone, m=group)


def _table(course: Course, topic: Topic, part: str) -> Iterator[str]:
    words = labels()
    heads = [words["planObjective"], *(words[f"level-{level}"] for level in LEVELS)]
    heads += [words["planTasks"], words["planTests"], words["planFinal"]]
    label = escape(f"{words['table']}: {part}")
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{label}"><table><thead><tr>'
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for objective, sentence in topic.objectives.items():
        counts = "".join(f"<td>{_count(topic, objective, level)}</td>" for level in LEVELS)
        codes = ", ".join(t.code for t in topic.tasks.values() if objective in t.objectives)
        tested = "".join(f"<td>{count}</td>" for count in _tested(course, topic, objective))
        cells = f"{counts}<td>{escape(codes)}</td>{tested}"
        yield f'<tr><th scope="row">{escape(sentence)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _count(topic: Topic, objective: str, level: str) -> int:
    questions = topic.questions.values()
    return sum(q.objective == objective and q.level == level for q in questions)


def _tested(course: Course, topic: Topic, objective: str) -> tuple[int, int]:
    """How many questions on an objective are in tests with forms, and in banks to draw from."""
    drawn = {name for test in course.tests.values() for name in _sets(test, True)}
    forms = {name for test in course.tests.values() for name in _sets(test, False)}
    asked = [q.set for q in topic.questions.values() if q.objective == objective]
    return sum(one in forms for one in asked), sum(one in drawn for one in asked)


def _sets(test: CourseTest, is_drawn: bool) -> list[str]:
    return test.sets if isinstance(test, DrawnTest) == is_drawn else []
