"""One language of a course: its files of translations, read, refreshed, and asked for a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..bundle import SOURCE
from ..content.course import GLOSSARY
from ..errors import CourseError
from ..model import Course
from .catalogue import Counts, File, Key, Source, count, read_file, refresh, write_file
from .catalogue import translations as good
from .tree import LABELS, interface_texts, po_name, texts_of
from .values import CHARTS, value_texts

LOCALE = "locale"


@dataclass(frozen=True)
class Translation:
    """What a language says for each text; a text without a translation stays as it is."""

    lang: str
    known: Mapping[Key, str] = field(default_factory=dict)

    def words(self, place: str, text: str) -> str:
        return self.known.get((place, text), text)

    def interface(self) -> dict[str, str]:
        """The words of the interface, those that are translated."""
        pairs = ((source, self.known.get((source.place, source.text))) for source in labels())
        return {one.place.removeprefix(f"{LABELS}/"): text for one, text in pairs if text}

    def share(self, texts: Iterable[tuple[str, str]]) -> float:
        """How much of some texts is translated, 0 to 1; nothing to translate counts as all."""
        keys = set(texts)
        return sum(key in self.known for key in keys) / len(keys) if keys else 1.0


def labels() -> Iterator[Source]:
    return interface_texts()


def languages(root: Path) -> list[str]:
    """The codes of the languages that a course is translated into."""
    folder = root / LOCALE
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in found if any(path.glob("*.po")))


def known_language(root: Path, lang: str) -> str:
    """The code itself, if it is that of the course or of a translation."""
    known = [SOURCE, *languages(root)]
    if lang not in known:
        todo = f"Use one of: {', '.join(known)}. `coursekit texts {lang}` makes a new one."
        raise CourseError(f"There is no language '{lang}'.\n  {todo}")
    return lang


def read_translation(root: Path, lang: str, *more: Path) -> Translation:
    """What the course says in a language, and what other files of translations add to it."""
    files = [read_file(path) for path in (*po_files(root, lang), *more)]
    return Translation(lang, dict(good(files)))


def read_interface(root: Path, lang: str) -> dict[str, str]:
    """The words of the interface in a language, without reading the rest of its files."""
    file = read_file(root / LOCALE / lang / f"{LABELS}.po")
    return Translation(lang, dict(good([file]))).interface()


def po_files(root: Path, lang: str) -> list[Path]:
    return sorted((root / LOCALE / lang).glob("*.po"))


def course_texts(course: Course, files: Iterable[Path]) -> dict[str, list[Source]]:
    """Every text of the course, by the PO file that it belongs to."""
    groups: dict[str, list[Source]] = {}
    for file in files:
        name = file.as_posix()
        for place, text in texts_of(course.root, name):
            groups.setdefault(po_name(name), []).append(Source(place, text))
    for place, text in value_texts(course.charts, course.tables):
        groups.setdefault(po_name(CHARTS), []).append(Source(place, text))
    groups[LABELS] = list(interface_texts())
    return groups


def _with_terms(sources: Iterable[Source], terms: Mapping[str, str]) -> Iterator[Source]:
    """The texts with a comment for the translator: terms of the glossary in the language."""
    wanted = [(term, re.compile(rf"\b{re.escape(term)}s?\b", re.IGNORECASE)) for term in terms]
    for source in sources:
        used = [term for term, pattern in wanted if pattern.search(source.text)]
        told = "; ".join(f"{term} = {terms[term]}" for term in used)
        yield replace(source, comments=(f"Glossary: {told}",)) if told else source


def _terms(course: Course, old: Mapping[str, File]) -> dict[str, str]:
    """Terms of the glossary with their translations, without what stands in brackets."""
    entries = old.get(po_name(GLOSSARY), File()).entries
    said = {text: entry.text for (_, text), entry in entries.items() if entry.text}
    bare = {
        term.term.partition(" (")[0]: said.get(term.term, "") for term in course.glossary.values()
    }
    return {term: text.partition(" (")[0] for term, text in bare.items() if text}


def refresh_language(
    course: Course, lang: str, files: Iterable[Path]
) -> tuple[dict[str, Counts], list[str]]:
    """Bring all PO files of a language up to date; counts by file, and the files that changed."""
    counts, changed = {}, []
    root, groups = course.root, course_texts(course, files)
    old = {name: read_file(root / LOCALE / lang / f"{name}.po") for name in groups}
    terms = _terms(course, old)
    for name, sources in groups.items():
        path = root / LOCALE / lang / f"{name}.po"
        counts[name], is_changed = _refreshed(path, lang, old[name], _with_terms(sources, terms))
        if is_changed:
            changed.append(path.relative_to(root).as_posix())
    return counts, changed


def refresh_one(path: Path, lang: str, sources: Iterable[Source]) -> tuple[Counts, bool]:
    """Bring one file of translations up to date; its counts, and whether it changed."""
    return _refreshed(path, lang, read_file(path), sources)


def _refreshed(path: Path, lang: str, old: File, sources: Iterable[Source]) -> tuple[Counts, bool]:
    found, left = refresh(old, sources)
    return count(found), write_file(path, lang, found, left)


__all__ = [
    "Counts",
    "File",
    "Translation",
    "course_texts",
    "known_language",
    "languages",
    "po_files",
    "read_interface",
    "read_translation",
    "refresh_language",
    "refresh_one",
]
