"""The page *Codes*: from the short code on paper to the question or exercise in the course."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from .bundle import labels
from .model import Course
from .short_codes import LENGTH, Printed, printed

CODES_PAGE = "book/codes"


def codes_html(course: Course) -> Iterator[str]:
    """A field for a code, and all of them by module: these work without JavaScript too."""
    words = labels()
    parts = {page.id: page.part for page in course.pages}
    yield f'<div class="codes controls">{_field(words)}'
    for part, entries in groupby(printed(course).values(), lambda one: parts[one.page]):
        yield f"<h2>{escape(part)}</h2><dl>{''.join(map(_entry, entries))}</dl>"
    yield "</div>"


def _field(words: dict[str, str]) -> str:
    return (
        f'<form hidden><label for="code-field">{escape(words["codesField"])}</label>\n'
        f'<input id="code-field" autocomplete="off" spellcheck="false" size="{LENGTH + 3}">\n'
        f"<button>{escape(words['codesOpen'])}</button>\n"
        f'<output for="code-field" data-unknown="{escape(words["codesUnknown"])}"></output></form>'
    )


def _entry(one: Printed) -> str:
    return (
        f'<div id="{one.code}"><dt><code>{one.code}</code></dt>'
        f'<dd><a href="../{escape(one.address)}">{escape(one.title)}</a></dd></div>'
    )
