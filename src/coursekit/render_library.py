"""The library of good practice: what to look for, the map, the table of all cases, the cards."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from .bundle import json_for_page, labels
from .content.good_practice import INDEX, PAGE
from .maps import HEIGHT, WIDTH, Point, outline, spread, to_paper
from .model import Course
from .render import seen_from, source_links
from .render_good_practice import (
    card_html,
    joined,
    keys_of,
    short_years,
    way_from,
    word_of,
    words_of,
)

FILTERS = ("problem", "audience", "channel", "size")
APART = 27
"""How far the middles of two dots on the map are from each other at least."""

RADIUS = 12


def library_html(course: Course) -> str:
    """The library: what to look for, the map, the table of all cases, and the cards."""
    numbers = {name: n for n, name in enumerate(course.good_practice, 1)}
    cards = {name: card_html(course, name) for name in course.good_practice}
    data = json_for_page({"cards": cards})
    return joined(
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


def _dot(course: Course, name: str, number: int, home: Point, spot: Point) -> str:
    """A link on the map; a thread leads from it to the place, if it had to move aside."""
    case = course.good_practice[name]
    label = escape(f"{number}: {case.title} ({case.country})")
    (x, y), (u, v) = spot, home
    thread = f'<path class="thread" d="M{u:.0f},{v:.0f}L{x},{y}"/>'
    is_aside = math.hypot(x - u, y - v) > RADIUS
    return (
        f'<a href="{way_from(INDEX)(PAGE.format(name))}" data-case="{name}" aria-label="{label}">'
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
    size = word_of(course, "size", case.size).partition(" (")[0]
    return (
        f'<tr data-case="{name}"{found_by}><td>{number}</td> '
        f'<th scope="row"><a href="{way_from(INDEX)(PAGE.format(name))}">{escape(case.title)}</a>'
        f"</th> <td>{escape(short_years(case))}</td> <td>{escape(size)}</td> "
        f"<td>{escape(words_of(course, 'problem', case))}</td> "
        f"<td>{escape(words_of(course, 'channel', case))}</td></tr>\n"
    )
