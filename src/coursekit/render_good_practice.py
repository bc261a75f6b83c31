"""Cases of good practice as the page gets them: a page a case, and the library with map and cards.

Links in the texts of a case start from its page; on the cards, which are for paper, there are none.
"""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from .bundle import json_for_page, labels
from .content.good_practice import INDEX, PAGE
from .good_practice import GoodPractice
from .maps import HEIGHT, WIDTH, outline, spread, to_paper
from .markdown import to_html
from .model import Course
from .numbers import format_date
from .render import seen_from, source_link, source_links
from .values import LANGUAGE

FILTERS = ("problem", "audience", "channel", "size")
APART = 27
"""How far the middles of two dots on the map are from each other at least."""

RADIUS = 12

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
    return f'<div class="good-practice">\n{_joined(parts)}\n</div>'


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(filter(None, parts))


def _section(label: str, text: str) -> str:
    return f"<h2>{escape(labels()[label])}</h2>\n{_block(text)}"


def _block(text: str) -> str:
    html = to_html(text)
    return html if html.startswith("<p>") or html.startswith("<ul>") else f"<p>{html}</p>"


def _facts(course: Course, case: GoodPractice) -> str:
    pairs = {
        "gpTown": case.town,
        "gpCountry": case.country,
        "gpYears": years_of(case),
        "gpSize": _word(course, "size", case.size),
        "gpProblems": _words(course, "problem", case),
        "gpAudiences": _words(course, "audience", case),
        "gpChannels": _words(course, "channel", case),
    }
    lines = [_pair(label, escape(text)) for label, text in pairs.items()]
    if case.award:
        lines.append(_pair("gpAward", to_html(case.award)))
    return f'<dl class="facts">{"".join(lines)}</dl>'


def _pair(label: str, html: str) -> str:
    return f"<div><dt>{escape(labels()[label])}</dt><dd>{html}</dd></div>"


def years_of(case: GoodPractice) -> str:
    """`2017 to 2023`, or `since 2017` for what still goes on."""
    if case.goes_on:
        return labels()["gpSince"].replace("{year}", format_date(case.years, LANGUAGE))
    return format_date(case.years, LANGUAGE)


def _short_years(case: GoodPractice) -> str:
    return years_of(case) if case.goes_on else case.years.replace("/", "–")


def keys_of(case: GoodPractice, kind: str) -> list[str]:
    """The words of one kind by which a case is found."""
    return [case.size] if kind == "size" else getattr(case, f"{kind}s")


def _words(course: Course, kind: str, case: GoodPractice) -> str:
    return ", ".join(_word(course, kind, key) for key in keys_of(case, kind))


def _word(course: Course, kind: str, key: str) -> str:
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
        f"<h3>{escape(words[label])}</h3>"
        f"<ul>{''.join(f'<li>{to_html(point)}</li>' for point in points)}</ul>"
        for label, points in groups.items()
    )
    return (
        f"<h2>{escape(words['gpLessons'])}</h2>\n"
        f'<p class="source">{escape(words["gpOurs"])}</p>\n{lists}'
    )


def _sources(course: Course, name: str, case: GoodPractice) -> str:
    words, way = labels(), _way(PAGE.format(name))
    items = "".join(
        f"<li>{source_link(one, course.sources[one])}</li>"
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


def _way(page: str) -> Callable[[str], str]:
    """From a page to another page of the course."""
    return lambda target: posixpath.relpath(f"{target}.html", posixpath.dirname(page))


def library_html(course: Course) -> str:
    """The library: what to look for, the map, the table of all cases, and the cards."""
    numbers = {name: n for n, name in enumerate(course.good_practice, 1)}
    cards = {name: card_html(course, name) for name in course.good_practice}
    data = json_for_page({"cards": cards})
    return _joined(
        [
            '<div class="library">',
            f'<script type="application/json" class="data">{data}</script>',
            _form(course),
            _map(course, numbers),
            _table(course, numbers),
            "</div>",
        ]
    )


def _form(course: Course) -> str:
    """Nothing to press without JavaScript: the script shows it."""
    words = labels()
    fields = "".join(_field(course, kind) for kind in FILTERS)
    return (
        f'<form class="controls gp-filter" hidden aria-label="{escape(words["gpFilter"])}">'
        f'<div class="fields">{fields}</div>'
        f'<output data-words="{escape(words["gpFound"])}" data-none="{escape(words["gpNone"])}">'
        f'</output><p class="actions"><button type="reset">{escape(words["gpShowAll"])}</button>'
        f'<button type="button" class="print" data-words="{escape(words["gpPrint"])}" '
        f'data-one="{escape(words["gpPrintOne"])}"></button></p></form>'
    )


def _field(course: Course, kind: str) -> str:
    words = labels()
    known = getattr(course.vocabulary, f"{kind}s") if course.vocabulary else {}
    used = {key for case in course.good_practice.values() for key in keys_of(case, kind)}
    options = "".join(
        f'<option value="{key}">{escape(text)}</option>'
        for key, text in known.items()
        if key in used
    )
    label = escape(words[f"gp-{kind}"])
    return (
        f'<p><label for="gp-{kind}">{label}</label> <select id="gp-{kind}" name="{kind}">'
        f'<option value="">{escape(words["gpAny"])}</option>{options}</select></p>'
    )


def _map(course: Course, numbers: dict[str, int]) -> str:
    if not course.europe:
        return ""
    words = labels()
    home = {case.code for case in course.good_practice.values()}
    lands = "".join(
        f'<path{" class=home" if code in home else ""} d="{outline(rings)}"/>'
        for code, rings in course.europe.countries.items()
    )
    homes = [to_paper(c.place.lon, c.place.lat) for c in course.good_practice.values()]
    spots = spread(homes, APART)
    dots = "".join(
        _dot(course, name, numbers[name], homes[n], spots[n]) for n, name in enumerate(numbers)
    )
    credit = seen_from(INDEX, source_links(course.europe.source, course.sources))
    return (
        f'<figure class="gp-map"><figcaption>{escape(words["gpMapNote"])} '
        f'<a href="#gp-table">{escape(words["gpToTable"])}</a></figcaption>\n'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{escape(words["gpMap"])}">'
        f'<g class="lands" aria-hidden="true">{lands}</g>\n{dots}</svg>\n'
        f'<p class="source">{credit}</p></figure>'
    )


def _dot(
    course: Course, name: str, number: int, home: tuple[float, float], spot: tuple[float, float]
) -> str:
    """A link on the map; a thread leads from it to the place, if it had to move aside."""
    case = course.good_practice[name]
    label = escape(f"{number}: {case.title} ({case.country})")
    (x, y), (u, v) = spot, home
    thread = f'<path class="thread" d="M{u:.0f},{v:.0f}L{x},{y}"/>'
    is_aside = math.hypot(x - u, y - v) > RADIUS
    return (
        f'<a href="{_way(INDEX)(PAGE.format(name))}" data-case="{name}" aria-label="{label}">'
        f"<title>{label}</title>{thread if is_aside else ''}"
        f'<circle cx="{x}" cy="{y}" r="{RADIUS}"/>'
        f'<text x="{x}" y="{y}" dy=".35em">{number}</text></a>\n'
    )


def _table(course: Course, numbers: dict[str, int]) -> str:
    words = labels()
    keys = ("gpNumber", "gpCase", "gpYears", "gpSize", "gpProblems", "gpChannels")
    heads = "".join(f'<th scope="col">{escape(words[key])}</th>' for key in keys)
    label = escape(f"{words['table']}: {words['gpTable']}")
    return (
        f'<div class="wide" id="gp-table" tabindex="0" role="region" aria-label="{label}">'
        f"<table><caption>{escape(words['gpTable'])}</caption>"
        f"<thead><tr>{heads}</tr></thead>\n{''.join(_countries(course, numbers))}</table></div>"
    )


def _countries(course: Course, numbers: dict[str, int]) -> Iterator[str]:
    """A body of the table for each country, so that the script can hide one without cases."""
    for country in dict.fromkeys(case.country for case in course.good_practice.values()):
        rows = "".join(
            _row(course, name, number)
            for name, number in numbers.items()
            if course.good_practice[name].country == country
        )
        head = f'<tr><th colspan="6" scope="rowgroup">{escape(country)}</th></tr>'
        yield f"<tbody>{head}\n{rows}</tbody>\n"


def _row(course: Course, name: str, number: int) -> str:
    case = course.good_practice[name]
    found_by = "".join(f' data-{kind}="{" ".join(keys_of(case, kind))}"' for kind in FILTERS)
    size = _word(course, "size", case.size).partition(" (")[0]
    return (
        f'<tr data-case="{name}"{found_by}><td>{number}</td>'
        f'<th scope="row"><a href="{_way(INDEX)(PAGE.format(name))}">{escape(case.title)}</a>'
        f"</th><td>{escape(_short_years(case))}</td><td>{escape(size)}</td>"
        f"<td>{escape(_words(course, 'problem', case))}</td>"
        f"<td>{escape(_words(course, 'channel', case))}</td></tr>\n"
    )


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
