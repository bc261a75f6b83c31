"""The town for the reader: offices, services, law, guests; what is missing shows in the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from .bundle import labels, language
from .markdown import to_html
from .model import Course
from .numbers import format_date
from .render_figures import figure_line
from .towns import Contact, Unknown
from .towns.contact import Kept, is_phone
from .towns.country import LawNote
from .towns.local import Guest, Practice
from .towns.town import Service

TOWN_PAGE = "book/our-town"
WAYS = ("phone", "address", "page", "hours")


def town_html(course: Course, preview: bool = False) -> Iterator[str]:
    """Everything that a course knows of its town; nothing where it names none."""
    local = course.local
    town, country = local.town, local.country
    if not town:
        return
    if preview:
        yield f'<p class="to-add">{escape(labels()["townPreview"])}</p>'
    yield from _logo(course)
    page = _Page(course, preview)
    yield from page.section("townOffices", page.contacts(town.institutions, "institutions"))
    yield from page.section("townServices", page.services())
    national = country.institutions if country else {}
    emergency = {"": country.emergency} if country and country.emergency else {}
    yield from page.section("townNational", page.contacts({**emergency, **national}, "national"))
    yield from page.section("townLaw", page.law(), labels()["townLawIntro"])
    yield from page.section("townFigures", page.figures())
    yield from page.section("townPractice", page.practices())
    yield from page.section("townGuests", page.guests(), labels()["townGuestsIntro"])
    yield from page.section("townMore", page.more())
    if town.licence:
        yield f'<p class="source">{escape(labels()["licence"])}: {escape(town.licence)}.</p>'


def contacts_html(course: Course, known: dict[str, Contact], preview: bool) -> Iterator[str]:
    """Some institutions as a list of their own; nothing where none can be shown."""
    yield from _list(_Page(course, preview).contacts(known, ""))


def notes_html(course: Course, notes: list[LawNote], preview: bool) -> Iterator[str]:
    """Some notes on the law as a list of their own."""
    yield from _list(_Page(course, preview).law_notes(notes))


def _list(entries: Iterator[str]) -> Iterator[str]:
    inner = "".join(entries)
    if inner:
        yield f'<dl class="entries">{inner}</dl>'


def _logo(course: Course) -> Iterator[str]:
    if course.local.town and (logo := course.local.town.logo):
        suffix = logo.file.rpartition(".")[2]
        yield (
            f'<p><img src="../_static/town-logo.{escape(suffix)}" alt="{escape(logo.alt)}" '
            f'height="80"></p><p class="source">{escape(labels()["licence"])}: '
            f"{escape(logo.licence)}.</p>"
        )


class _Page:
    """The sections of the page; each gives its entries, so that an empty one has no heading."""

    def __init__(self, course: Course, preview: bool) -> None:
        self._course = course
        self._preview = preview
        self._words = labels()

    def section(self, label: str, entries: Iterator[str], intro: str = "") -> Iterator[str]:
        inner = "".join(entries)
        if inner:
            yield f'<h2 id="{label}">{escape(self._words[label])}</h2>'
            yield f"<p>{escape(intro)}</p>" if intro else ""
            yield f'<dl class="entries">{inner}</dl>'

    def contacts(self, known: dict[str, Contact], wanted: str) -> Iterator[str]:
        for contact in known.values():
            yield from self._contact(contact)
        for name, asked in getattr(self._course.local.standard, wanted, {}).items():
            if name not in known:
                yield from self._missing(asked.role, "")

    def _contact(self, contact: Contact) -> Iterator[str]:
        if contact.unknown or isinstance(contact.office, Unknown):
            yield from self._missing(contact.role, contact.unknown or contact.office)
            return
        lines = [f"<p>{escape(contact.role)}</p>"]
        for way in WAYS:
            lines.extend(self._way(way, getattr(contact, way)))
        yield self._entry(contact.office, contact, lines)

    def _way(self, way: str, value: str) -> Iterator[str]:
        label = self._words[f"town-{way}"]
        if isinstance(value, Unknown):
            yield from self._to_add(label, value)
        elif value:
            yield f"<p>{escape(label)}: {_link(way, value)}</p>"

    def services(self) -> Iterator[str]:
        town, local = self._course.local.town, self._course.local
        for service in town.services.values() if town else ():
            if service.unknown:
                yield from self._missing(service.title, service.unknown)
            else:
                yield self._entry(service.title, service, self._service(service))
        for name, asked in local.standard.services.items():
            if town and name not in town.services:
                yield from self._missing(asked.role, "")

    def _service(self, service: Service) -> list[str]:
        lines = [_block(service.text)] if service.text else []
        return [*lines, *self._where(service.where)]

    def _where(self, institution: str | None) -> Iterator[str]:
        contact = self._course.local.institutions.get(institution or "")
        if contact and contact.office and not isinstance(contact.office, Unknown):
            yield f"<p>{escape(self._words['townWhere'])}: {escape(contact.office)}</p>"

    def law(self) -> Iterator[str]:
        country = self._course.local.country
        yield from self.law_notes(country.law.values() if country else ())

    def law_notes(self, notes: Iterable[LawNote]) -> Iterator[str]:
        for note in notes:
            yield from self._told(note.title, note, lambda note=note: [_block(note.text)])

    def guests(self) -> Iterator[str]:
        for guest in self._course.local.guests.values():
            yield from self._told(guest.role, guest, lambda guest=guest: self._guest(guest))

    def _guest(self, guest: Guest) -> list[str]:
        asks = _block(f"{self._words['townAsks']}: {guest.asks}")
        return [*self._where(guest.where), *([asks] if guest.asks else [])]

    def practices(self) -> Iterator[str]:
        for one in self._course.local.practices.values():
            yield from self._told(one.title, one, lambda one=one: self._practice(one))

    def _practice(self, practice: Practice) -> list[str]:
        gap = f"{self._words['townGap']}: {practice.gap}"
        return [_block(text) for text in (practice.did, practice.results, gap) if text]

    def figures(self) -> Iterator[str]:
        town = self._course.local.town
        for name in (town and town.figures) or ():
            if name in self._course.facts:
                fact = self._course.facts[name]
                yield f"<dt>{escape(fact.statement)}</dt><dd>{figure_line(self._course, fact)}</dd>"

    def more(self) -> Iterator[str]:
        from babel import Locale

        town = self._course.local.town
        if not town:
            return
        names = Locale.parse(language().replace("-", "_")).languages
        spoken = ", ".join(names.get(code, code) for code in town.languages or ())
        for label, text in (
            ("townSpoken", escape(spoken)),
            ("townPartners", "; ".join(escape(one.city) for one in town.partners.values())),
            ("townLinks", "; ".join(_page(one.url, one.title) for one in town.links.values())),
        ):
            if text:
                yield f"<dt>{escape(self._words[label])}</dt><dd>{text}</dd>"

    def _told(self, title: str, kept: Kept, lines: Callable[[], list[str]]) -> Iterator[str]:
        if kept.unknown:
            yield from self._missing(title, kept.unknown)
        else:
            yield self._entry(title, kept, lines())

    def _entry(self, title: str, kept: Kept, lines: list[str]) -> str:
        if kept.unverified:
            word = "townAskLegal" if isinstance(kept, LawNote) else "townUnverified"
            text = self._words[word].replace("{owner}", kept.owner)
            lines = [*lines, f"<p><strong>{escape(text)}</strong></p>"]
        return f"<div><dt>{escape(title)}</dt><dd>{''.join(lines)}{self._source(kept)}</dd></div>"

    def _source(self, kept: Kept) -> str:
        known = ((name, self._course.sources.get(name)) for name in kept.source or ())
        links = [
            f'<a href="references.html#{name}">{escape(source.short or source.publisher)}</a>'
            for name, source in known
            if source
        ]
        named = f"{escape(self._words['source'])}: {'; '.join(links)}. " if links else ""
        day = format_date(kept.read, language())
        text = self._words["townKept"].replace("{day}", day).replace("{owner}", kept.owner)
        return f'<p class="source">{named}{escape(text)}</p>'

    def _missing(self, role: str, who: str) -> Iterator[str]:
        if self._preview:
            yield f"<div><dt>{escape(role)}</dt><dd>{''.join(self._to_add('', who))}</dd></div>"

    def _to_add(self, label: str, who: str) -> Iterator[str]:
        if self._preview:
            text = self._words["townToAdd"]
            tells = self._words["townWhoTells"].replace("{who}", who) if who else ""
            start = f"{label}: " if label else ""
            yield f'<p class="to-add">{escape(f"{start}{text} {tells}".strip())}</p>'


def _block(text: str) -> str:
    """Markdown as paragraphs, also where it is only one."""
    html = to_html(text)
    return html if html.startswith("<p") else f"<p>{html}</p>"


def _link(way: str, value: str) -> str:
    if way == "phone" and is_phone(value):
        return f'<a href="tel:{value.replace(" ", "")}">{escape(value)}</a>'
    return _page(value, value) if way == "page" and value.startswith("https://") else escape(value)


def _page(url: str, title: str) -> str:
    return f'<a href="{escape(url)}">{escape(title)}</a>'
