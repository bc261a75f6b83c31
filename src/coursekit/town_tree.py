"""The town's part of a localised tree: its files, the register and the tables joined into one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .bundle import SOURCE
from .content.diplomas import FOLDER as DIPLOMAS
from .content.diplomas import diploma_files
from .content.entries import has_entries
from .content.facts import FACTS
from .content.reading import fill
from .content.tables import TABLES
from .content.towns import COUNTRY_FILE, GUESTS, IN_TREE, PRACTICES, TOWN_FILE
from .content.yamlfile import YamlFile
from .model import Course
from .translate.catalogue import Counts, Source
from .translate.language import Translation, read_translation, refresh_one
from .translate.tree import dumped, load, translate_data
from .translate.yaml_texts import kind_of, yaml_texts


def town_files(course: Course, translation: Translation | None) -> dict[str, bytes]:
    """What the tree holds of the town, by path."""
    files = {FACTS: dumped(_all_facts(course, translation)).encode()}
    for source, target in _own_files(course):
        data = _read(course, source, translation)
        files[target] = dumped(fill(YamlFile(source), data, course.values)).encode()
    if course.local.town and course.local.town.logo:
        logo = course.local.town.logo.file
        files[f"{IN_TREE}/{logo}"] = (course.root / course.local.folder / logo).read_bytes()
    for name, file in diploma_files(course).items():
        files[f"{IN_TREE}/{DIPLOMAS}/{name}"] = file.read_bytes()
    return files | _tables(course, translation)


def translatable(course: Course) -> list[Path]:
    """The files of the town and its country whose texts are translated, inside the course."""
    local = course.local
    facts = [path for path in local.facts if path != FACTS]
    own = [source for source, _ in _own_files(course)]
    paths = [Path(path) for path in dict.fromkeys([*facts, *own])]
    return [path for path in paths if not path.is_absolute() and (course.root / path).is_file()]


def is_elsewhere(course: Course) -> bool:
    """Whether the town keeps a folder of its own outside the course."""
    return Path(course.local.folder).is_absolute()


def own_po(course: Course, lang: str) -> Path:
    """The file in which a town elsewhere keeps the translations of its own texts."""
    return Path(course.local.folder, "locale", f"{lang}.po")


def own_texts(course: Course) -> Iterator[tuple[str, str]]:
    """Every text of a town elsewhere, its place as if the town were in `towns/`."""
    sources = [path for path in course.local.facts if path != FACTS]
    for path in dict.fromkeys([*sources, *(source for source, _ in _own_files(course))]):
        file = course.root / path
        if Path(path).is_absolute() and file.is_file() and has_entries(file):
            name = _known_as(course, path)
            data = load(file.read_text("utf-8-sig"))
            yield from yaml_texts(data, kind_of(name), name)


def own_po_files(course: Course, lang: str) -> list[Path]:
    """That file, where the town is elsewhere and has made one."""
    own = own_po(course, lang)
    return [own] if is_elsewhere(course) and own.is_file() else []


def translation_for(course: Course, lang: str) -> Translation | None:
    """A language as the town has it: the course's translations, and its own if it is elsewhere.

    None for the language in which the course is written.
    """
    if lang == SOURCE:
        return None
    return read_translation(course.root, lang, *own_po_files(course, lang))


def refresh_town(course: Course, lang: str) -> tuple[Counts, bool]:
    """Make or refresh the file of translations of a town elsewhere."""
    texts = dict.fromkeys(own_texts(course))
    return refresh_one(own_po(course, lang), lang, [Source(*text) for text in texts])


def _own_files(course: Course) -> Iterator[tuple[str, str]]:
    """Files with texts: where each stands, and where the tree has it."""
    local = course.local
    if not local.town:
        return
    pairs = [(f"{local.folder}/{name}", f"{IN_TREE}/{name}") for name in (TOWN_FILE, GUESTS)]
    pairs.append((local.country_file, f"{IN_TREE}/{COUNTRY_FILE}"))
    for name in local.practices:
        file = f"{PRACTICES}/{name}.yml"
        pairs.append((f"{local.folder}/{file}", f"{IN_TREE}/{file}"))
    for source, target in pairs:
        if (course.root / source).is_file() and has_entries(course.root / source):
            yield source, target


def _all_facts(course: Course, translation: Translation | None) -> dict[str, Any]:
    """All facts in one; of two with the same name, the one that overrides the other."""
    facts: dict[str, Any] = {}
    for path in course.local.facts:
        if (course.root / path).is_file() and has_entries(course.root / path):
            for name, fact in _read(course, path, translation).items():
                facts[name] = {key: fact[key] for key in fact if key != "overrides"}
    return facts


def _tables(course: Course, translation: Translation | None) -> dict[str, bytes]:
    """The town's tables among those of the course; nothing where it has none."""
    own = [table for table in course.tables.values() if table.folder != "data"]
    if not own:
        return {}
    entries = _read(course, TABLES, translation) if (course.root / TABLES).is_file() else {}
    for listed in dict.fromkeys(table.listed for table in own):
        entries = entries | _read(course, listed, translation)
    rows = {f"data/{table.name}.csv": (course.root / table.csv).read_bytes() for table in own}
    return {TABLES: dumped(entries).encode(), **rows}


def _read(course: Course, path: str, translation: Translation | None) -> dict[str, Any]:
    text = (course.root / path).read_text("utf-8-sig")
    if translation:
        return translate_data(text, _known_as(course, path), translation.words)
    return load(text)


def _known_as(course: Course, path: str) -> str:
    """What translations call a file: a town elsewhere is called as if it were in `towns/`."""
    local = course.local
    inside = f"towns/{local.id}"
    is_own = local.folder and path.startswith(f"{local.folder}/")
    return inside + path.removeprefix(local.folder) if is_own else path
