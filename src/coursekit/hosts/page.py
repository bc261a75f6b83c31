"""What the theme's page template needs to know of the course."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..bundle import json_for_page, labels, language, style
from ..content.calls import tools_in
from ..model import Course, Page
from ..policy import page_meta
from ..render_figures import page_note
from ..render_statement import STATEMENT_PAGE
from ..script_labels import labels_for
from ..scripts import QUESTIONS, script_of, with_base
from ..values import FIGURES_PAGE
from . import offline, slides
from .needs import (
    FIGURES,
    OFFER_STYLES,
    SCRIPTS,
    SEARCH_HOST,
    SEARCH_STYLE,
    STYLED,
    STYLES,
    WIDGETS,
    sheets_inside,
)
from .order import order_of
from .seal import digest, program

MY_COURSE = "book/my-course"
SEARCH = "search"


def add_context(
    app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """Give the template the page's place in the course and the words of the interface.

    A deck of slides has a template of its own, which it names.
    """
    course: Course = app.coursekit_course  # type: ignore[attr-defined]
    if slides.is_deck(name):
        context.update(_deck_context(app, course, name))
        return slides.TEMPLATE
    order = order_of(app)
    this = order.page(name)
    before, after = order.neighbours(name)
    widgets = _wanted(course, this)
    offered = offline.offer(_site_root(app, name)) if _has_offer(app, name) else None
    own = [sheet for _, sheets in widgets for sheet in sheets]
    own += [*(OFFER_STYLES if offered else ()), *([SEARCH_STYLE] if name == SEARCH else ())]
    hosts = _hosts_of(this, [script for script, _ in widgets if script])
    linked = [host for host in hosts if host in STYLED and not offered]
    inline_style = style(*sheets_inside(own, linked)) + colours(course)
    context.update(
        words=labels(),
        labels_json=json_for_page(labels_for(*hosts)),
        course=course,
        this=this,
        before=before,
        after=after,
        twin=order.twin(name),
        deck=slides.deck_of_lecture(app, name),
        figures=page_note(course, name),
        statement=STATEMENT_PAGE if order.page(STATEMENT_PAGE) else "",
        parts=order.parts(this),
        inline_style=inline_style,
        page_meta=page_meta(inline_style),
        scripts=[versioned(name) for name in hosts],
        sheets=[versioned_sheet(name) for name in linked],
        search_host=versioned(SEARCH_HOST),
        offline=offered and json_for_page(offered),
        offline_script=versioned(offline.HOST),
        others=_other_languages(app, name),
        share=course.shares.get(name, 1.0),
    )
    return None


def _deck_context(app: Sphinx, course: Course, name: str) -> dict[str, Any]:
    """What the template of a deck needs."""
    shown = slides.shown_on(app, name)
    widgets = [needs for widget, needs in WIDGETS.items() if widget in shown]
    styles = dict.fromkeys((*(sheet for _, sheets in widgets for sheet in sheets), *slides.STYLES))
    inline_style = style(*styles) + colours(course)
    names = [QUESTIONS, *(script for script, _ in widgets if script)]
    return {
        "words": labels(),
        "labels_json": json_for_page(labels_for(slides.HOST, *names)),
        "course": course,
        "lecture": f"modules/{slides.topic_of_deck(name)}/lecture",
        "others": _other_languages(app, name),
        "deck_json": slides.deck_json(app, name),
        "inline_style": inline_style,
        "page_meta": page_meta(inline_style),
        "scripts": [versioned(script) for script in names],
        "host": versioned(slides.HOST),
    }


def _other_languages(app: Sphinx, name: str) -> list[dict[str, str]]:
    """The same page in the other languages of the site: code, name in that language, address."""
    prefixes: dict[str, str] = app.config.coursekit_editions
    up = _site_root(app, name)
    return [
        {"lang": lang, "name": offline.language_name(lang), "url": f"{up}{prefix}{name}.html"}
        for lang, prefix in prefixes.items()
        if lang != language()
    ]


def _site_root(app: Sphinx, name: str) -> str:
    """The way from a page to the root of the site, where the pages of all languages begin."""
    own: str = app.config.coursekit_editions.get(language(), "")
    return "../" * (name.count("/") + own.count("/"))


def _has_offer(app: Sphinx, name: str) -> bool:
    """Whether a page offers to take the course offline: where learners begin and return to."""
    return name in (app.config.root_doc, MY_COURSE)


def content_digest() -> str:
    """Changes when questions would be rendered otherwise: every page is read anew then."""
    return digest(program(), json_for_page(labels()))


def page_digest(course: Course) -> str:
    """Changes when something that stands on every page does: every page is written anew then."""
    templates = sorted((Path(__file__).parents[1] / "theme").rglob("*.html"))
    shown = [(page.part, page.id, page.title, page.minutes) for page in course.pages]
    return digest(
        course.title,
        json_for_page(shown),
        colours(course),
        page_meta(),
        style(
            *(*STYLES, SEARCH_STYLE, *slides.STYLES),
            *OFFER_STYLES,
            *(sheet for _, sheets in WIDGETS.values() for sheet in sheets),
        ),
        *(script_of(name) for name in SCRIPTS),
        *(file.read_text("utf-8") for file in templates),
    )


def colours(course: Course) -> str:
    """The town's accent, after the theme's own."""
    town = course.local.town
    return town.colours.style() if town and town.colours else ""


def _wanted(course: Course, this: Page | None) -> list[tuple[str, tuple[str, ...]]]:
    """The entries of WIDGETS that a page needs."""
    shown = _shown(course, this) if this else set()
    return [needs for name, needs in WIDGETS.items() if name in shown]


def _shown(course: Course, this: Page) -> set[str]:
    """What a page shows: the functions it calls, and of tools their widgets."""
    notebook = course.notebooks.get(this.id)
    names = tools_in(notebook) if notebook else []
    tools = {course.tools[name].widget for name in names if name in course.tools}
    return this.widgets - {"tool"} | tools


def contents_html(course: Course) -> str:
    """All pages with their minutes, for *My course* without JavaScript."""
    words = labels()
    lines = [
        f'<li><a href="../{page.id}.html">{escape(page.title)}</a>'
        + (f" ({page.minutes} {escape(words['minutes'])})" if page.minutes else "")
        + "</li>"
        for page in course.path
        if page.topic
    ]
    return f"<p>{escape(words['myCourseNeedsScript'])}</p><ul>{''.join(lines)}</ul>"


def start_page(course: Course, words: dict[str, str]) -> str:
    """`index.html`: leads on to the first page of the course."""
    first = course.pages[0].id + ".html"
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f"{page_meta()}\n"
        f"<title>{escape(course.title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="icon" type="image/svg+xml" href="_static/icon.svg">\n'
        f'<meta http-equiv="refresh" content="0; url={first}">\n</head>\n'
        f"<body><main><h1>{escape(course.title)}</h1>"
        f'<p><a href="{first}">{escape(words["startCourse"])}</a></p></main></body>\n</html>\n'
    )


def _hosts_of(this: Page | None, own: list[str]) -> list[str]:
    """The scripts that a page needs, by name."""
    if not this:
        return []
    names = [QUESTIONS] if this.topic or this.questions else []
    names += [FIGURES] if this.id == FIGURES_PAGE else []
    return with_base([*names, *own])


@cache
def versioned(name: str) -> str:
    """The address of a script from the root of the site; it changes with the script."""
    return _address(f"{name}.js", script_of(name))


@cache
def versioned_sheet(name: str) -> str:
    """The address of the style sheets beside a script."""
    return _address(f"{name}.css", style(*STYLED[name]))


def _address(file: str, text: str) -> str:
    return f"_static/{file}?v={digest(text)[:8]}"
