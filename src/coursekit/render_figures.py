"""Figures for the reader: the list of all of them, the note at the end of a page, the CSV file."""

from __future__ import annotations

import csv
import io
import posixpath
from collections.abc import Iterator
from html import escape

from .bundle import labels, language
from .facts import Fact
from .foreign import lang_of, marked
from .model import Course, Page
from .numbers import format_date, format_value, plain_number
from .values import FIGURES_PAGE

CSV = "figures.csv"
BOM = "\ufeff"
"""What tells Excel that a file is UTF-8."""


def used_facts(course: Course) -> dict[str, Fact]:
    """The facts that the pages show, in the order of the register."""
    shown = {name for page in course.pages for name in course.uses.get(page.id, ())}
    return {name: fact for name, fact in course.facts.items() if name in shown}


def figures_html(course: Course) -> Iterator[str]:
    """Every figure that the course uses; seen from the page of figures."""
    words, facts, pages = labels(), used_facts(course), _pages_by_fact(course)
    yield f'<p><a href="../_static/{CSV}" download>{escape(words["figuresCsv"])}</a></p>'
    yield (
        '<p class="filter" hidden><label for="figures-filter">'
        f'{escape(words["figuresFilter"])}</label> <input id="figures-filter" type="search" '
        'autocomplete="off" aria-controls="figures"> '
        f'<output for="figures-filter" data-words="{escape(words["figuresFound"])}"></output></p>'
    )
    yield '<dl class="entries" id="figures">'
    for name, fact in facts.items():
        yield f'<div id="{name}"><dt>{marked(fact.statement)}</dt>'
        yield f"<dd>{''.join(_lines(course, fact, pages[name]))}</dd></div>"
    yield "</dl>"


def _lines(course: Course, fact: Fact, pages: list[Page]) -> Iterator[str]:
    words = labels()
    yield figure_line(course, fact)
    if fact.note:
        yield f"<p>{_named('figureNote', fact.note)}</p>"
    yield (
        f'<p class="source">{_named("figureConfidence", words[f"confidence-{fact.confidence}"])}. '
        f"{_named('licence', _licence(course, fact))}. "
        f"{_named('read', _date(fact.read))}. "
        f"{_named('figureReview', _date(fact.review))}, {escape(fact.owner)}.</p>"
    )
    links = ", ".join(f'<a href="../{page.id}.html">{escape(_title(page))}</a>' for page in pages)
    yield f'<p class="source">{escape(words["figureUsed"])}: {links}.</p>'


def figure_line(course: Course, fact: Fact) -> str:
    """Value, day, place and sources of a figure; seen from a page of the book."""
    sources = "; ".join(_source_link(course, name) for name in fact.source)
    computed = f" {_named('figureComputed', fact.computed)}" if fact.computed else ""
    return (
        f"<p><strong>{escape(_value(course, fact))}</strong>, "
        f"{_date(fact.date)}, {escape(fact.place)}</p>"
        f"<p>{escape(labels()['source'])}: {sources}.{computed}</p>"
    )


def page_note(course: Course, page: str) -> str:
    """The folded section *Figures on this page*: what a reader on paper needs to look them up."""
    names = course.uses.get(page, ())
    if not names:
        return ""
    register = posixpath.relpath(f"{FIGURES_PAGE}.html", posixpath.dirname(page))
    title = labels()["figuresOnPage"].replace("{n}", str(len(names)))
    sources = dict.fromkeys(course.facts[name].source[0] for name in names)
    items = "".join(_noted_source(course, source, names, register) for source in sources)
    return (
        f'<details class="figures"><summary>{escape(title)}</summary><ul>{items}</ul></details>\n'
    )


def _noted_source(course: Course, source: str, names: tuple[str, ...], register: str) -> str:
    """A source with its address, and the figures of the page that come from it."""
    entry = course.sources[source]
    facts = ((name, course.facts[name]) for name in names)
    items = "".join(
        f'<li><a href="{register}#{name}">{marked(fact.statement)}</a> '
        f"<strong>{escape(_value(course, fact))}</strong>, {_date(fact.date)}</li>"
        for name, fact in facts
        if fact.source[0] == source
    )
    title = f"<span{lang_of(entry.language)}>{escape(entry.title)}</span>"
    return f"<li>{title}, {escape(entry.publisher)}, {escape(entry.url)}<ul>{items}</ul></li>"


def figures_csv(course: Course) -> str:
    """The same list for a spreadsheet."""
    target = io.StringIO()
    table = csv.writer(target, lineterminator="\r\n")
    table.writerow(_HEADS)
    pages = _pages_by_fact(course)
    for name, fact in used_facts(course).items():
        table.writerow(_row(course, name, fact, pages[name]))
    return BOM + target.getvalue()


_HEADS = (
    *("id", "statement", "value", "unit", "in words", "date", "place", "source", "publisher"),
    *("address", "confidence", "licence", "read", "review by", "owner", "note", "used in"),
)


def _row(course: Course, name: str, fact: Fact, pages: list[Page]) -> list[str]:
    source = course.sources[fact.source[0]]
    used = "; ".join(_title(page) for page in pages)
    return [
        *(name, fact.statement, plain_number(fact.value), fact.unit, _value(course, fact)),
        *(fact.date, fact.place, source.title, source.publisher, source.url, fact.confidence),
        *(_licence(course, fact), fact.read, fact.review, fact.owner, fact.note, used),
    ]


def _pages_by_fact(course: Course) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in course.pages:
        for name in course.uses.get(page.id, ()):
            found.setdefault(name, []).append(page)
    return found


def _title(page: Page) -> str:
    """A page's title, with what tells an exercise from its solution."""
    return f"{page.title} ({labels()['modelSolution']})" if page.is_solution else page.title


def _value(course: Course, fact: Fact) -> str:
    return format_value(fact.value, course.units[fact.unit], language())


def _date(iso: str) -> str:
    return format_date(iso, language())


def _licence(course: Course, fact: Fact) -> str:
    return fact.licence or course.sources[fact.source[0]].licence


def _named(label: str, text: str) -> str:
    return f"{escape(labels()[label])}: {marked(text)}"


def _source_link(course: Course, name: str) -> str:
    source = course.sources[name]
    attribute = lang_of(source.language)
    link = f'<a href="references.html#{name}"{attribute}>{escape(source.title)}</a>'
    return f"{link}, {escape(source.publisher)}"
