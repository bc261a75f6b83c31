"""Translations of one language in PO files: nothing that a translator wrote is lost."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from ..content.yamlfile import MANY_FILES

Key = tuple[str, str]
"""(place, text in the source language)."""

_UNSTEADY = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Project-Id-Version|Last-Translator'
    rb"|Report-Msgid-Bugs-To|Language-Team):.*\n",
    re.MULTILINE,
)
"""Lines of the head of a PO file that say when and by what it was written: noise in git."""

CLOSE_ENOUGH = 0.6
"""How alike an old and a new text must be, for the old translation to be offered."""


@dataclass(frozen=True)
class Source:
    """A text of the course: where it stands, and what may help to translate it."""

    place: str
    text: str
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """What a PO file says of a text; `outdated` translations belong to an earlier text."""

    text: str
    outdated: bool = False
    previous: str = ""


@dataclass(frozen=True)
class Counts:
    """How far a language is, in texts."""

    done: int = 0
    outdated: int = 0
    missing: int = 0

    def __add__(self, other: Counts) -> Counts:
        sums = (self.done + other.done, self.outdated + other.outdated)
        return Counts(*sums, self.missing + other.missing)

    @property
    def total(self) -> int:
        return self.done + self.outdated + self.missing


@dataclass(frozen=True)
class File:
    """A PO file as read: entries in use by key, and those whose text has gone."""

    entries: Mapping[Key, Entry] = field(default_factory=dict)
    gone: Mapping[Key, Entry] = field(default_factory=dict)


def read_file(path: Path) -> File:
    """The entries of a PO file; an empty one where there is none yet."""
    if not path.is_file():
        return File()
    lines, gone = _read(path.read_text("utf-8"))
    return File({key: entry for _, key, entry in lines if key[0]}, gone)


def lines_of(text: str) -> tuple[tuple[int, Key, Entry], ...]:
    """Every entry of the text of a PO file with the line where it stands."""
    return _read(text)[0]


@lru_cache(maxsize=MANY_FILES)
def _read(text: str) -> tuple[tuple[tuple[int, Key, Entry], ...], Mapping[Key, Entry]]:
    """The entries with their lines, and those that are no longer used: parsed once, and kept."""
    catalog = read_po(io.BytesIO(text.encode()), abort_invalid=True)
    earlier = _earlier(text)
    lines = tuple(
        (message.lineno or 1, _key(message), _entry(message, earlier))
        for message in catalog
        if message.id
    )
    return lines, {_key(message): _entry(message, {}) for message in catalog.obsolete.values()}


def _earlier(text: str) -> dict[Key, str]:
    """The earlier texts of outdated entries, which Babel writes but skips."""
    earlier = {}
    for block in text.split("\n\n") if "\n#| " in text else ():
        old = [line[3:] for line in block.split("\n") if line.startswith("#| ")]
        if old:
            new = [line for line in block.split("\n") if not line.startswith("#")]
            earlier[_parsed(new)] = _parsed([" ".join(old)])[1]  # Babel wraps it as a comment
    return earlier


def _parsed(lines: list[str]) -> Key:
    """The context and text of the lines of one entry."""
    entry = "\n".join([*lines, 'msgstr ""' if "msgstr" not in "".join(lines) else "", ""])
    (message,) = (one for one in read_po(io.BytesIO(entry.encode())) if one.id)
    return _key(message)


def _key(message: Message) -> Key:
    return message.context or "", str(message.id)


def _entry(message: Message, earlier: Mapping[Key, str]) -> Entry:
    return Entry(str(message.string or ""), message.fuzzy, earlier.get(_key(message), ""))


def refresh(old: File, sources: Iterable[Source]) -> tuple[dict[Key, tuple[Source, Entry]], File]:
    """Each text of the course with what is known of it, and what is left over."""
    listed = {(source.place, source.text): source for source in sources}
    known = {**old.gone, **old.entries}
    left = {key: entry for key, entry in known.items() if key not in listed and entry.text}
    by_text = {text: entry for (_, text), entry in known.items() if _is_good(entry)}
    found = {}
    for key, source in listed.items():
        entry = known.get(key, Entry(""))
        if not entry.text:
            entry = _offer(key, by_text, left)
        found[key] = (source, entry)
    return found, File(gone=left)


def _is_good(entry: Entry) -> bool:
    return bool(entry.text) and not entry.outdated


def _offer(key: Key, by_text: Mapping[str, Entry], left: dict[Key, Entry]) -> Entry:
    """The same text translated elsewhere, or the translation of what stood here before."""
    place, text = key
    if text in by_text:
        return by_text[text]
    here = [old for at, old in left if at == place]
    alike = difflib.get_close_matches(text, here, n=1, cutoff=CLOSE_ENOUGH)
    if not alike:
        return Entry("")
    entry = left.pop((place, alike[0]))
    return Entry(entry.text, outdated=True, previous=alike[0])


def write_file(
    path: Path, lang: str, found: Mapping[Key, tuple[Source, Entry]], left: File
) -> bool:
    """Write a PO file whole; whether anything in it has changed."""
    catalog = Catalog(locale=lang.replace("-", "_"), fuzzy=False, charset="utf-8")
    catalog.header_comment = ""
    catalog.mime_headers = [
        ("Language", lang),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    for (place, text), (source, entry) in found.items():
        message = catalog.add(
            text,
            entry.text,
            context=place,
            auto_comments=list(source.comments),
            previous_id=entry.previous or "",
        )
        if entry.outdated:
            message.flags.add("fuzzy")
    for (place, text), entry in left.gone.items():
        catalog.obsolete[place, text] = Message(text, entry.text, context=place)
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_previous=True)
    return write_whole(path, _UNSTEADY.sub(b"", out.getvalue()).lstrip())


def write_whole(path: Path, content: bytes) -> bool:
    """Write a file whole, if it does not hold the content already; whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(content)
    temporary.replace(path)
    return True


def count(found: Mapping[Key, tuple[Source, Entry]]) -> Counts:
    states = [entry for _, entry in found.values()]
    done = sum(_is_good(entry) for entry in states)
    outdated = sum(entry.outdated for entry in states)
    return Counts(done, outdated, len(states) - done - outdated)


def translations(files: Iterable[File]) -> Iterator[tuple[Key, str]]:
    """What may be shown: whole and up to date."""
    for file in files:
        for key, entry in file.entries.items():
            if _is_good(entry):
                yield key, entry.text
