"""Questions as the page gets them: data for the widget, and HTML that needs no JavaScript."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from .bundle import json_for_page, labels, language
from .content.calls import tests_in
from .foreign import lang_of
from .markdown import to_html
from .model import Course, Page, Source
from .questions import Question
from .render_diploma import diploma_data

BOOK = "../../book/"
"""Where the book's own pages lie, seen from a page that shows questions."""


def seen_from(page: str, html: str) -> str:
    """HTML whose links start at a topic's page, as it has to be on any other page."""
    way = posixpath.relpath("book", posixpath.dirname(page) or ".") + "/"
    return html if way == BOOK else html.replace(BOOK, "" if way == "./" else way)


def question_data(name: str, question: Question, sources: Mapping[str, Source]) -> dict[str, Any]:
    """All the page needs to show and grade a question; the sources stand in its explanation."""
    data = question.data(name)
    data["lang"] = language()
    data["explanation"] = _explanation(question, sources)
    return data


def _explanation(question: Question, sources: Mapping[str, Source]) -> str:
    text = to_html(question.explanation)
    if not text.startswith("<"):
        text = f"<p>{text}</p>"
    line = source_links(question.source, sources)
    return f'{text}<p class="source">{line}</p>' if line else text


def source_links(names: Iterable[str], sources: Mapping[str, Source]) -> str:
    """`Source: title, publisher, date`, each title a link; an empty text without a source."""
    lines = [source_link(name, sources[name]) for name in names if name in sources]
    return f"{escape(labels()['source'])}: {'; '.join(lines)}" if lines else ""


def source_link(name: str, source: Source) -> str:
    """`title, publisher, date`, the title a link to its entry."""
    return (
        f'<a href="{BOOK}references.html#{name}"{lang_of(source.language)}>'
        f"{escape(source.title)}</a>, "
        f"{escape(source.publisher)}, {escape(source.date)}"
    )


def question_html(name: str, question: Question, sources: Mapping[str, Source]) -> str:
    """The placeholder of one question: its data, and the whole question without JavaScript."""
    data = question_data(name, question, sources)
    return placeholder("quiz", {"question": data}, fallback(question, data), name)


def question_set_html(
    name: str, questions: Mapping[str, Question], sources: Mapping[str, Source]
) -> str:
    """The placeholder of several questions with one summary."""
    datas = [question_data(full, question, sources) for full, question in questions.items()]
    inner = "".join(
        f'<div id="{data["id"]}">{fallback(question, data)}</div>'
        for question, data in zip(questions.values(), datas, strict=True)
    )
    return placeholder("quiz-set", {"questions": datas, "pass": 0.7}, inner, name)


def placeholder(widget: str, data: dict[str, Any], fallback: str, name: str = "") -> str:
    """Where a widget is mounted: its data, and what stands there without JavaScript."""
    identity = f' id="{name}" data-question="{name}"' if name else ""
    return (
        f'<div class="widget" data-widget="{widget}"{identity}>\n'
        f'<script type="application/json" class="data">{json_for_page(data)}</script>\n'
        f'<div class="fallback">{fallback}</div>\n<div class="mount"></div>\n</div>'
    )


def fallback(question: Question, data: dict[str, Any]) -> str:
    """The whole question without JavaScript: its answers are folded away."""
    words = labels()
    choices = "".join(f"<li>{choice}</li>" for choice in question.choices())
    key = "".join(f"<li>{line}</li>" for line in question.key())
    hints = "".join(f"<p>{escape(words['hintWord'])}: {hint}</p>" for hint in data["hints"])
    return (
        f'<div class="question"><div class="prompt">{data["prompt"]}</div>'
        + (f"<ul>{choices}</ul>" if choices else "")
        + f"<details><summary>{escape(words['answerAndExplanation'])}</summary>"
        f"{hints}<ul>{key}</ul>{data['explanation']}</details></div>"
    )


def catalogue(course: Course, live: bool = False) -> dict[str, Any]:
    """What the page *My course* needs to know of the course; addresses seen from `book/`.

    `live` gives addresses of notebooks, as JupyterLab opens them, instead of pages.
    """
    ending = ".ipynb" if live else ".html"
    order = topic_order(course)
    return {
        "title": course.title,
        "home": "welcome.html",
        "topics": [_topic_entry(course, name, ending) for name in order],
        "tests": tests_index(course, live),
        "diploma": diploma_data(course, order, ending),
    }


def tests_index(course: Course, live: bool = False) -> list[dict[str, Any]]:
    """The tests that a page shows, in the order of their file."""
    shown = {name for notebook in course.notebooks.values() for name in tests_in(notebook)}
    return [test_entry(course, name, live) for name in course.tests if name in shown]


def test_entry(course: Course, name: str, live: bool = False) -> dict[str, Any]:
    """What has to be known of a test to read its results: its questions and their objectives."""
    test = course.tests[name]
    sets = [[full for full in course.in_set(one) if full in course.questions] for one in test.sets]
    items = {full: _objective_of(course, full) for members in sets for full in members}
    words = {key: _objective_text(course, key) for key in dict.fromkeys(items.values())}
    page = next((book.page for book in course.notebooks.values() if name in tests_in(book)), "")
    forms = {"forms": sets} if len(sets) > 1 else {}
    return {
        "id": name,
        "title": test.title,
        "url": f"../{page}{'.ipynb' if live else '.html'}",
        "items": items,
        "objectives": words,
        **forms,
        **test.own_data(),
    }


def _objective_of(course: Course, full: str) -> str:
    return f"{full.partition('.')[0]}.{course.questions[full].objective}"


def _objective_text(course: Course, key: str) -> str:
    topic, _, objective = key.partition(".")
    return course.topics[topic].objectives.get(objective, objective)


def topic_order(course: Course) -> list[str]:
    """Names of the topics in the order in which the reader meets them."""
    return list(dict.fromkeys(page.topic for page in course.path if page.topic))


def _topic_entry(course: Course, name: str, ending: str) -> dict[str, Any]:
    pages = course.pages_of(name)
    objectives = course.topics[name].objectives if name in course.topics else {}
    return {
        "id": name,
        "title": pages[0].part,
        "objectives": [{"id": key, "text": text} for key, text in objectives.items()],
        "pages": [
            {
                "id": page.id,
                "url": f"../{page.id}{ending}",
                "title": page.title,
                "minutes": page.minutes,
                "questions": [
                    _question_entry(course, f"{page.id}{ending}", full) for full in page.questions
                ],
            }
            for page in pages
        ],
        "tasks": [_task_entry(course, full, f"{page}{ending}") for full, page in _tasks(pages)],
    }


def _tasks(pages: list[Page]) -> list[tuple[str, str]]:
    """Each exercise of these pages once, with the first page on which it is filled in."""
    found: dict[str, str] = {}
    for page in pages:
        for full in page.tasks:
            found.setdefault(full, page.id)
    return list(found.items())


def _task_entry(course: Course, full: str, page: str) -> dict[str, Any]:
    task = course.tasks[full]
    return {
        "id": full,
        "title": task.title,
        "url": f"../{page}#{full}",
        "fields": list(task.fields),
    }


def _question_entry(course: Course, page: str, full: str) -> dict[str, Any]:
    question = course.questions[full]
    data = question.data(full)
    return {
        "id": full,
        "revision": question.revision,
        "objective": question.objective,
        "title": data["title"],
        "url": f"../{page}#{full}",
        "graded": question.graded,
    }
