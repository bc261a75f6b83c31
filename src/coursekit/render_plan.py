"""The plan of the course for trainers: per module its minutes, objectives, questions, exercises."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .bundle import labels
from .model import Course, Page, Topic
from .render import topic_order

LEVELS = ("recall", "understand", "apply")


def plan_html(course: Course) -> Iterator[str]:
    """A section for every topic that is taught."""
    for name in topic_order(course):
        topic = course.topics.get(name)
        if topic and topic.objectives:
            yield from _topic(course, topic)


def _topic(course: Course, topic: Topic) -> Iterator[str]:
    pages = [page for page in course.path if page.topic == topic.name]
    words = labels()
    yield f'<section id="plan-{topic.name}"><h3>{escape(pages[0].part)}</h3><ul>'
    for page in pages:
        yield (
            f'<li><a href="../{page.id}.html">{escape(page.title)}</a>: '
            f"{page.minutes} {escape(words['minutes'])}</li>"
        )
    yield f"</ul><p>{escape(_total(pages))}</p>"
    yield from _table(topic, pages[0].part)
    yield "</section>"


def _total(pages: list[Page]) -> str:
    """The minutes of a learner alone, and those of the group exercise."""
    group = sum(page.minutes for page in pages if page.id.endswith("/group"))
    alone = sum(page.minutes for page in pages) - group
    return labels()["planTotal"].format(n=alone, m=group)


def _table(topic: Topic, part: str) -> Iterator[str]:
    words = labels()
    heads = [words["planObjective"], *(words[f"level-{level}"] for level in LEVELS)]
    heads.append(words["planTasks"])
    label = escape(f"{words['table']}: {part}")
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{label}"><table><thead><tr>'
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for objective, sentence in topic.objectives.items():
        counts = "".join(f"<td>{_count(topic, objective, level)}</td>" for level in LEVELS)
        codes = ", ".join(t.code for t in topic.tasks.values() if objective in t.objectives)
        yield f'<tr><th scope="row">{escape(sentence)}</th>{counts}<td>{escape(codes)}</td></tr>'
    yield "</tbody></table></div>"


def _count(topic: Topic, objective: str, level: str) -> int:
    questions = topic.questions.values()
    return sum(q.objective == objective and q.level == level for q in questions)
