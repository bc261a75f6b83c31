"""How far a town is: what is missing, not confirmed, too old, untranslated; and what blocks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .bundle import SOURCE
from .facts import last_day
from .model import Course
from .numbers import format_date
from .town_tree import own_texts, translatable, translation_for
from .towns import Contact, Unknown
from .towns.contact import Kept
from .towns.local import Wanted
from .translate.language import languages
from .translate.tree import texts_of

STATES = ("missing", "unknown", "stale", "unverified", "format", "untranslated")
WAYS = ("phone", "address", "page", "hours")


@dataclass(frozen=True)
class Finding:
    """One thing to do: its state, what it is, and who could do it."""

    state: str
    what: str
    who: str = ""
    blocks: bool = False
    """Whether the course should not be used in the town before."""


@dataclass(frozen=True)
class Item:
    """One entry of the town, with what is to be done about it."""

    part: str
    title: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Report:
    """All entries of a town on a day."""

    town: str
    today: date
    items: tuple[Item, ...]

    @property
    def complete(self) -> int:
        return sum(not item.findings for item in self.items)

    @property
    def percent(self) -> int:
        return 100 * self.complete // max(len(self.items), 1)

    @property
    def is_ready(self) -> bool:
        return not any(finding.blocks for item in self.items for finding in item.findings)

    def by_state(self) -> Iterator[tuple[str, list[tuple[Item, Finding]]]]:
        """What is to be done, the weightiest first; states without anything are left out."""
        for state in STATES:
            pairs = [(i, f) for i in self.items for f in i.findings if f.state == state]
            if pairs:
                yield state, pairs


def report_on(course: Course, today: date) -> Report:
    """The report on the town for which a course is read."""
    local = course.local
    items = [*_names(course), _emergency(course, today)]
    town, country = local.town, local.country
    standard = local.standard
    if town:
        items += _some("Offices in town", town.institutions, standard.institutions, today)
        items += _some("Services", town.services, standard.services, today)
    if country:
        items += _some("In the whole country", country.institutions, standard.national, today)
        items += _some("Law", country.law, {}, today)
    items += _some("Guests", local.guests, {}, today) or [_nothing("Guests", "a role to invite")]
    practices = _some("Good practice", local.practices, {}, today)
    items += practices or [_nothing("Good practice", "one thing that the town has done")]
    items += [*_facts(course, today), *_translations(course)]
    return Report(town.forms(SOURCE).name if town else local.id, today, tuple(items))


def _names(course: Course) -> Iterator[Item]:
    town = course.local.town
    if not town:
        yield Item("The town", "town.yml", (Finding("missing", "Write it.", blocks=True),))
        return
    for lang in (SOURCE, *languages(course.root)):
        found = Finding("missing", f"Add names.{lang}.", blocks=lang == SOURCE)
        yield Item("The town", f"Name ({lang})", () if lang in town.names else (found,))
    for key in ("county", "languages", "figures", "partners", "licence"):
        found = Finding("missing", f"Add `{key}`.")
        yield Item("The town", key.capitalize(), () if getattr(town, key) else (found,))


def _emergency(course: Course, today: date) -> Item:
    country = course.local.country
    emergency = country.emergency if country else None
    found = [Finding("missing", "Add `emergency` to the country.", blocks=True)]
    if emergency:
        found = list(_findings(emergency, True, today))
    return Item("In the whole country", "Emergency number", tuple(found))


def _some(
    part: str, known: Mapping[str, Kept], wanted: Mapping[str, Wanted], today: date
) -> list[Item]:
    items = []
    for name, asked in wanted.items():
        if name not in known:
            found = Finding("missing", f"Add `{name}`.", blocks=asked.essential)
            items.append(Item(part, asked.role, (found,)))
    for name, kept in known.items():
        is_essential = name in wanted and wanted[name].essential
        items.append(Item(part, _title(kept), tuple(_findings(kept, is_essential, today))))
    return items


def _title(kept: Kept) -> str:
    return str(getattr(kept, "role", "") or getattr(kept, "title", ""))


def _findings(kept: Kept, is_essential: bool, today: date) -> Iterator[Finding]:
    if kept.unknown:
        yield Finding("unknown", "Nothing is known yet.", kept.unknown, is_essential)
        return
    if kept.review and last_day(kept.review) < today:
        yield Finding("stale", f"The {_due(kept.review)}", kept.owner)
    if kept.unverified:
        yield Finding("unverified", "Nobody has confirmed it yet.", kept.owner)
    if isinstance(kept, Contact):
        yield from _ways(kept, is_essential)


def _due(review: str) -> str:
    return f"review was due in {format_date(review, SOURCE)}."


def _ways(contact: Contact, is_essential: bool) -> Iterator[Finding]:
    for way in WAYS:
        value = getattr(contact, way)
        if isinstance(value, Unknown):
            yield Finding("unknown", f"Not known: {way}.", value)
    if is_essential and not contact.is_reachable:
        what = "Add a phone, an address or a page: nobody can reach it."
        yield Finding("missing", what, contact.owner, blocks=True)
    for _, what, todo in contact.odd_formats():
        yield Finding("format", f"{what} {todo}", contact.owner)


def _facts(course: Course, today: date) -> Iterator[Item]:
    own = f"{course.local.folder}/facts.yml"
    facts = {name: course.facts[name] for name, file in course.fact_files.items() if file == own}
    stale = [
        Finding(
            "stale",
            f"{name}: the review was due in {format_date(fact.review, SOURCE)}.",
            fact.owner,
        )
        for name, fact in facts.items()
        if last_day(fact.review) < today
    ]
    if facts:
        yield Item("Figures", f"Own figures: {len(facts)}", tuple(stale))


def _translations(course: Course) -> Iterator[Item]:
    files = [path.as_posix() for path in translatable(course)]
    texts = [text for file in files for text in texts_of(course.root, file)]
    texts += own_texts(course)
    for lang in languages(course.root):
        translation = translation_for(course, lang)
        assert translation  # the course is not translated into its own language
        share = translation.share(texts)
        what = f"{round(100 * share)}% of the texts of the town and its country are translated."
        found = (Finding("untranslated", what),) if share < 1 else ()
        yield Item("Languages", f"Translation ({lang})", found)


def _nothing(part: str, what: str) -> Item:
    return Item(part, part, (Finding("missing", f"Add {what}."),))
