"""Cases of good practice as the page gets them: a page and a card for each.

Links in the texts of a case start from its page; on the cards, which are for paper, there are none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from html import escape

from .bundle import labels, language
from .content.good_practice import INDEX, PAGE
from .good_practice import GoodPractice
from .markdown import to_html
from .model import Course
from .numbers import format_date
from .render import seen_from, source_link

WIDE = "wide"
"""The size of a case of a region or a country."""

_LINK = re.compile(r"</?a\b[^>]*>")


def case_html(course: Course, name: str) -> str:
    """Everything on the page of a case below its title."""
    case, words = course.good_practice[name], labels()
    parts = [
        f'<p class="summary">{to_html(case.summary)}</p>',
        f'<p class="negative">{escape(words["gpNegative"])}</p>' if case.negative else "",
        _facts(course, case),
        _section("gpProblem", case.problem),
        _section("gpMessage", case.message),
        _section("gpHappened" if case.negative else "gpDid", case.did),
        _section("gpPartners", case.partners),
        _section("gpCost", case.cost),
        _section("gpResults", case.results),
        _section("gpGap", case.gap),
        _lessons(case),
        _section("gpTry", case.to_try),
        _section("gpQuestion", case.question),
        _sources(course, name, case),
    ]
    return f'<div class="good-practice">\n{joined(parts)}\n</div>'


def joined(parts: Iterable[str]) -> str:
    """Pieces of HTML on lines of their own; empty ones are left out."""
    return "\n".join(filter(None, parts))


def _section(label: str, text: str) -> str:
    return f"<h2>{escape(labels()[label])}</h2>\n{_block(text)}"


def _block(text: str) -> str:
    html = to_html(text)
    return html if html.startswith("<p>") or html.startswith("<ul>") else f"<p>{html}</p>"


def _facts(course: Course, case: GoodPractice) -> str:
    place = "gpPlace" if case.size == WIDE else "gpTown"
    pairs = {
        **({} if case.town == case.country else {place: case.town}),
        "gpCountry": case.country,
        "gpYears": years_of(case),
        "gpSize": word_of(course, "size", case.size),
        "gpProblems": words_of(course, "problem", case),
        "gpAudiences": words_of(course, "audience", case),
        "gpChannels": words_of(course, "channel", case),
    }
    lines = [_pair(label, escape(text)) for label, text in pairs.items()]
    if case.award:
        lines.append(_pair("gpAward", to_html(case.award)))
    return f'<dl class="facts">{"".join(lines)}</dl>'


def _pair(label: str, html: str) -> str:
    return f"<div><dt>{escape(labels()[label])}</dt> <dd>{html}</dd></div>\n"


def years_of(case: GoodPractice) -> str:
    """`2017 to 2023`, or `since 2017` for what still goes on."""
    if case.goes_on:
        return labels()["gpSince"].replace("{year}", format_date(case.years, language()))
    return format_date(case.years, language())


def short_years(case: GoodPractice) -> str:
    """`2017–2023`, for a narrow column."""
    return years_of(case) if case.goes_on else case.years.replace("/", "–")


def keys_of(case: GoodPractice, kind: str) -> list[str]:
    """The words of one kind by which a case is found."""
    return [case.size] if kind == "size" else getattr(case, f"{kind}s")


def words_of(course: Course, kind: str, case: GoodPractice) -> str:
    """The same as the reader sees them."""
    return ", ".join(word_of(course, kind, key) for key in keys_of(case, kind))


def word_of(course: Course, kind: str, key: str) -> str:
    """What the reader sees for a word of the vocabulary."""
    known = getattr(course.vocabulary, f"{kind}s") if course.vocabulary else {}
    return known.get(key, key)


def _lessons(case: GoodPractice) -> str:
    words = labels()
    groups = {
        "gpCopy": case.lessons.to_copy,
        "gpAdapt": case.lessons.adapt,
        "gpLeave": case.lessons.leave,
    }
    lists = "".join(
        f"<h3>{escape(words[label])}</h3>\n"
        f"<ul>{' '.join(f'<li>{to_html(point)}</li>' for point in points)}</ul>\n"
        for label, points in groups.items()
    )
    return (
        f"<h2>{escape(words['gpLessons'])}</h2>\n"
        f'<p class="source">{escape(words["gpOurs"])}</p>\n{lists}'
    )


def _sources(course: Course, name: str, case: GoodPractice) -> str:
    words, way = labels(), way_from(PAGE.format(name))
    items = "".join(
        f"<li>{source_link(one, course.sources[one])}</li>\n"
        for one in case.source
        if one in course.sources
    )
    items = seen_from(PAGE.format(name), items)
    pages = [
        f'<a href="{way(page.id)}">{escape(page.part)}: {escape(page.title)}</a>'
        for page in course.pages
        if page.id in {f"modules/{topic}/case" for topic in case.topic or ()}
    ]
    used = f"<p>{escape(words['gpUsed'])}: {', '.join(pages)}.</p>" if pages else ""
    index = f'<p><a href="{way(INDEX)}">{escape(words["gpAll"])}</a></p>'
    return f"<h2>{escape(words['gpSources'])}</h2>\n<ul>{items}</ul>\n{used}{index}"


def way_from(page: str) -> Callable[[str], str]:
    """From a page to another page of the course."""
    return lambda target: posixpath.relpath(f"{target}.html", posixpath.dirname(page))


def card_html(course: Course, name: str) -> str:
    """A card for group work: half a sheet of paper, with the place where it comes from."""
    case, words = course.good_practice[name], labels()
    texts = {
        "gpProblem": case.problem,
        "gpHappened" if case.negative else "gpDid": case.did,
        "gpResults": case.results,
        "gpGap": case.gap,
        "gpQuestion": case.question,
    }
    parts = "".join(
        f"<h3>{escape(words[label])}</h3>{_LINK.sub('', _block(text))}"
        for label, text in texts.items()
    )
    known = [course.sources[one] for one in case.source if one in course.sources]
    sources = ", ".join(dict.fromkeys(source.publisher for source in known))
    place = f"{case.town}, {case.country}, {years_of(case)}"
    if case.town == case.country:
        place = f"{case.country}, {years_of(case)}"
    return (
        f'<article class="gp-card"><h2>{escape(case.title)}</h2><p class="where">{escape(place)}'
        f'</p>{parts}<p class="from">{escape(words["gpSources"])}: {escape(sources)}. '
        f"{escape(course.title)}, {PAGE.format(name)}.html</p></article>"
    )
