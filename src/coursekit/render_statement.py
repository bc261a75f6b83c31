"""The parts of the accessibility statement, as its page asks for them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from .bundle import labels, language
from .evidence.model import CHECKS
from .markdown import to_html
from .model import Course
from .numbers import format_date
from .render import BOOK, source_link
from .render_town import contacts_html, notes_html
from .statement import Gap, Statement

STATEMENT_PAGE = "book/accessibility"
MOST_PAGES = 12
"""Pages that are named of one fault; the evidence names all."""
FEEDBACK = ("accessibility", "town-hall")
"""The institutions of a town to which remarks go; the first that is known."""


def statement_html(course: Course, part: str, preview: bool = False) -> str:
    """One part of the statement; nothing where the course makes none."""
    return "".join(PARTS[part](course, preview)) if course.statement else ""


def whole_statement(course: Course, preview: bool = False) -> str:
    """All parts in one text: it changes when the page would."""
    return "\n".join(statement_html(course, part, preview) for part in PARTS)


def _of(course: Course) -> Statement:
    assert course.statement
    return course.statement


def _status(course: Course, preview: bool) -> Iterator[str]:
    statement = _of(course)
    text = labels()[f"accessibility-{statement.status}"]
    yield f"<p>{to_html(text.replace('{standard}', statement.standard))}</p>"


def _faults(course: Course, preview: bool) -> Iterator[str]:
    """What people know, and what programs found."""
    known = "".join(map(_gap, dict(_of(course).by_reason()).get("fault", [])))
    found = course.examined.failed() if course.examined else {}
    told = "".join(_failed(name, pages) for name, pages in found.items())
    if known or told:
        yield f'<dl class="entries">{known}{told}</dl>'


def _failed(name: str, pages: list[str]) -> str:
    """A check that is not kept everywhere, with the first pages where it is not."""
    words = labels()
    criteria = f" (WCAG {CHECKS[name]})" if CHECKS.get(name) else ""
    named = ", ".join(page.removesuffix(".html") for page in pages[:MOST_PAGES])
    text = words["accessibilityNotOn"].replace("{n}", str(len(pages))).replace("{pages}", named)
    heading = escape(words.get(f"check-{name}", name) + criteria)
    return f"<div><dt>{heading}</dt><dd><p>{escape(text)}</p></dd></div>"


def _gaps(reason: str) -> Callable[[Course, bool], Iterator[str]]:
    def gaps(course: Course, preview: bool) -> Iterator[str]:
        found = dict(_of(course).by_reason()).get(reason, [])
        if found:
            yield f'<dl class="entries">{"".join(map(_gap, found))}</dl>'

    return gaps


def _gap(gap: Gap) -> str:
    words = labels()
    criteria = f" (WCAG {'; '.join(gap.criteria)})" if gap.criteria else ""
    return (
        f"<div><dt>{escape(gap.part)}{escape(criteria)}</dt><dd><p>{to_html(gap.why)}</p>"
        f"<p>{escape(words['accessibilityInstead'])}: {to_html(gap.instead)}</p></dd></div>"
    )


def _preparation(course: Course, preview: bool) -> Iterator[str]:
    statement = _of(course)
    yield f"<ul>{''.join(f'<li>{to_html(text)}</li>' for text in statement.method)}</ul>"
    yield from _examined(course)
    text = labels()["accessibilityDates"]
    for key in ("prepared", "reviewed", "review"):
        text = text.replace(f"{{{key}}}", format_date(getattr(statement, key), language()))
    yield f"<p>{escape(text)}</p>"
    named = [name for name in statement.source if name in course.sources]
    lines = [source_link(name, course.sources[name]).replace(BOOK, "") for name in named]
    yield f'<p class="source">{escape(labels()["source"])}: {"; ".join(lines)}</p>'


def _examined(course: Course) -> Iterator[str]:
    """The last whole run of the programs: what they looked for, and where it is not so."""
    if not (run := course.examined):
        return
    words = labels()
    text = words["accessibilityExamined"].replace("{day}", format_date(run.day, language()))
    for key in ("pages", "browser", "axe"):
        text = text.replace(f"{{{key}}}", str(getattr(run, key)))
    yield f"<p>{escape(text)}</p><ul>"
    for name, pages in run.found.items():
        told = words["accessibilityOn" if pages else "accessibilityOnAll"]
        label = words.get(f"check-{name}", name)
        yield f"<li>{escape(label)}: {escape(told.replace('{n}', str(len(pages))))}</li>"
    yield "</ul>"


def _feedback(course: Course, preview: bool) -> Iterator[str]:
    own = course.local.town.institutions if course.local.town else {}
    known = {name: own[name] for name in FEEDBACK if name in own and own[name].is_reachable}
    first = dict(list(known.items())[:1])
    yield from contacts_html(course, first, preview)
    if FEEDBACK[0] not in known:
        yield from _to_add(preview, "accessibilityAddFeedback")


def _law(course: Course, preview: bool) -> Iterator[str]:
    country = course.local.country
    if country and country.accessibility_law:
        yield from notes_html(course, [country.accessibility_law], preview)


def _enforcement(course: Course, preview: bool) -> Iterator[str]:
    country = course.local.country
    if country and country.enforcement:
        yield from contacts_html(course, {"enforcement": country.enforcement}, preview)
    if not (country and country.enforcement) or country.enforcement.unknown:
        yield from _to_add(preview, "accessibilityAddEnforcement")


def _to_add(preview: bool, label: str) -> Iterator[str]:
    if preview:
        yield f'<p class="to-add">{escape(labels()[label])}</p>'


PARTS: dict[str, Callable[[Course, bool], Iterator[str]]] = {
    "law": _law,
    "status": _status,
    "fault": _faults,
    "untested": _gaps("untested"),
    "others": _gaps("others"),
    "preparation": _preparation,
    "feedback": _feedback,
    "enforcement": _enforcement,
}
"""Name of a part, as the directive `{accessibility-statement}` calls it → what it shows."""
