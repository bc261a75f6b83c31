"""Read the whole course tree: every problem is collected, none raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..bundle import language
from ..charts import Chart
from ..errors import CourseError, Problem
from ..facts import Fact
from ..markdown import substitute
from ..model import TOPIC_FOLDERS, TOPIC_PARTS, Course, Notebook, Source, Term, Topic, Wording
from ..numbers import Unit
from ..parts import NAME_RULE, is_name, short
from ..questions import Question
from ..stamp import read_stamp
from ..tables import Table
from ..tasks import Card, Task
from ..tools import Tool
from ..towns import Local
from ..values import Register, Values
from .calls import questions_of, quiz_calls, set_members
from .charts import read_charts
from .config import read_config
from .contents import read_pages
from .diploma import read_diploma
from .entries import read_entries
from .facts import FACTS, read_register
from .forms import read_forms, read_sheets
from .found import Found, files_in, read_text
from .good_practice import read_library
from .language import speak_language_of
from .notebooks import read_notebook
from .phrases import SOURCES, read_phrases
from .questions import QUESTIONS, read_questions
from .reading import fill
from .standard import read_standard, read_wording_exceptions
from .statement import read_examined, read_statement
from .tables import read_tables
from .tasks import read_cards, read_tasks
from .tests import read_tests
from .tools import read_tools
from .towns import read_local
from .uses import find_uses

__all__ = [
    "fill",
    "find_root",
    "load_cards",
    "load_charts",
    "load_course",
    "load_facts",
    "load_questions",
    "load_sources",
    "load_tables",
    "load_tasks",
    "load_tools",
    "load_units",
    "load_wording",
    "questions_of",
    "quiz_calls",
    "set_members",
]

GLOSSARY = "data/glossary.yml"
WORDING = "data/wording.yml"
TOWN = "town.id"
PAGE_FOLDERS = ("book", *TOPIC_FOLDERS)


def find_root(start: Path) -> Path:
    """The course tree around a folder: the nearest folder above it that holds `_toc.yml`."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "_toc.yml").is_file():
            return folder
    raise CourseError(
        f"{start}: this folder is not inside a course.\n"
        "  Go to the folder that holds _toc.yml, or name it with --course."
    )


def load_course(root: Path, town: str = "") -> tuple[Course, list[Problem]]:
    """The course, as far as it can be read, and all problems of form found on the way.

    `town` is a name in `towns/` or a folder; without it the course is that of its default town.
    """
    stamp = read_stamp(root)
    speak_language_of(root)
    found = Found()
    title, plain = read_config(root, found)
    sources = read_entries(root, SOURCES, Source, found)
    local = read_local(root, (plain or {}).get(TOWN, ""), town, found)
    register, files = read_register(root, local.facts, sources, found)
    plain = plain if plain is None else {**plain, **local.values(language())}
    values = None if plain is None else Values(plain, lambda: register)
    notebooks = _read_notebooks(root, found)
    documents = _read_documents(root, found)
    topics = {
        name: _read_topic(root, name, values, notebooks, found) for name in _topics(root, found)
    }
    cards = read_cards(root, values, found)
    tools = read_tools(root, values, found)
    library = read_library(root, values, found)
    pages = read_pages(root, notebooks, documents, topics, found)
    course = Course(
        root=root,
        title=title,
        values=Values({}) if values is None else values,
        units=dict(register.units),
        facts=dict(register.facts),
        fact_files=files,
        local=local,
        uses=_uses(root, notebooks, documents, topics, register, found),
        is_localised=stamp is not None,
        shares=(stamp or {}).get("shares", {}),
        sources=sources,
        glossary=read_entries(root, GLOSSARY, Term, found),
        wording=read_entries(root, WORDING, Wording, found),
        phrases=read_phrases(root, found),
        cards=cards,
        tools=tools,
        standard=read_standard(root, found),
        wording_exceptions=read_wording_exceptions(root, found),
        tables=read_tables(root, found, local.tables),
        charts=read_charts(root, values, found),
        tests=read_tests(root, values, found),
        diploma=read_diploma(root, values, found),
        statement=read_statement(root, values, found),
        examined=read_examined(root, found),
        forms=read_forms(root, values, found),
        sheets=read_sheets(root, values, found),
        good_practice=library.cases,
        vocabulary=library.vocabulary,
        europe=library.europe,
        topics=topics,
        notebooks=notebooks,
        documents=documents,
        pages=tuple(replace(page, title=substitute(page.title, values or {})) for page in pages),
        unread=frozenset(found.unread),
    )
    return course, found.problems


def load_questions(root: Path, topic: str) -> tuple[dict[str, Question], list[Problem]]:
    """The questions of one topic by full id, and the problems of their file."""
    found = Found()
    values = _values(root, found)
    questions, _ = read_questions(root, topic, values, found)
    return questions, found.problems


def load_tasks(root: Path, topic: str) -> tuple[dict[str, Task], dict[str, Card], list[Problem]]:
    """The exercises of one topic by full id, all cards, and the problems of their files."""
    found = Found()
    values = _values(root, found)
    return read_tasks(root, topic, values, found), read_cards(root, values, found), found.problems


def load_cards(root: Path) -> dict[str, Card]:
    """The cards that can be read."""
    found = Found()
    return read_cards(root, _values(root, found), found)


def load_facts(root: Path) -> Mapping[str, Fact]:
    """The facts that can be read."""
    found = Found()
    return read_register(root, _local(root, read_config(root, found)[1]).facts, {}, found)[0].facts


def load_tables(root: Path) -> dict[str, Table]:
    """The tables that can be read."""
    return read_tables(root, Found(), _local(root, read_config(root, Found())[1]).tables)


def load_tools(root: Path) -> tuple[dict[str, Tool], list[Problem]]:
    """The tools of the course by name, and the problems of their file."""
    found = Found()
    return read_tools(root, _values(root, Found()), found), found.problems


def load_charts(root: Path) -> dict[str, Chart]:
    """The charts that can be read."""
    return read_charts(root, _values(root, Found()), Found())


def load_units(root: Path) -> Mapping[str, Unit]:
    """The units of figures that can be read."""
    return read_register(root, (FACTS,), {}, Found())[0].units


def load_wording(root: Path) -> dict[str, Wording]:
    """What to say and what to avoid, as far as it can be read."""
    return read_entries(root, WORDING, Wording, Found())


def load_sources(root: Path) -> dict[str, Source]:
    """The sources of the course that can be read."""
    return read_entries(root, SOURCES, Source, Found())


def _values(root: Path, found: Found) -> Values | None:
    """What placeholders stand for; the register is read when the first of them names a fact."""
    plain = read_config(root, found)[1]
    local = _local(root, plain)

    def register() -> Register:
        return read_register(root, local.facts, load_sources(root), Found())[0]

    if plain is None:
        return None
    return Values({**plain, **local.values(language())}, register)


def _local(root: Path, plain: Mapping[str, str] | None) -> Local:
    """The default town; what is wrong with it is told where the whole course is read."""
    return read_local(root, (plain or {}).get(TOWN, ""), "", Found())


def _topics(root: Path, found: Found) -> list[str]:
    """Every name of a folder in one of the three folders of topics."""
    folders = {
        path.name: path.relative_to(root).as_posix()
        for top in TOPIC_FOLDERS
        for path in sorted((root / top).glob("*"))
        if path.is_dir() and not path.name.startswith(".")
    }
    for name, path in folders.items():
        if not is_name(name):
            what = f"the folder's name '{short(name)}' is not allowed."
            found.problems.append(Problem(path, 1, what, NAME_RULE))
            found.unread.add((QUESTIONS.format(name),))
    return sorted(filter(is_name, folders))


def _read_topic(
    root: Path,
    name: str,
    values: Mapping[str, str] | None,
    notebooks: dict[str, Notebook],
    found: Found,
) -> Topic:
    is_taught = (root / "modules" / name).is_dir()
    for part in TOPIC_PARTS if is_taught else ():
        page = part.format(name)
        if page not in notebooks:
            found.unread.add((f"{page}.ipynb",))
    lecture = notebooks.get(f"modules/{name}/lecture")
    objectives = lecture.objectives if lecture else {}
    questions, broken = read_questions(root, name, values, found) if is_taught else ({}, {})
    return Topic(name, objectives, questions, broken, read_tasks(root, name, values, found))


def _uses(
    root: Path,
    notebooks: dict[str, Notebook],
    documents: dict[str, str],
    topics: dict[str, Topic],
    register: Register,
    found: Found,
) -> dict[str, tuple[str, ...]]:
    """Page → facts; a localised tree has no placeholders left and notes them instead."""
    stamp = read_stamp(root)
    if stamp is not None:
        return {page: tuple(names) for page, names in stamp.get("uses", {}).items()}
    return find_uses(notebooks, documents, topics, register.facts, found)


def _read_notebooks(root: Path, found: Found) -> dict[str, Notebook]:
    notebooks = {}
    for folder in PAGE_FOLDERS:
        for path, name in files_in(root, folder, ".ipynb"):
            if notebook := read_notebook(path, name, found):
                notebooks[notebook.page] = notebook
    return notebooks


def _read_documents(root: Path, found: Found) -> dict[str, str]:
    documents = {}
    for folder in PAGE_FOLDERS:
        for path, name in files_in(root, folder, ".md"):
            text = read_text(path, name)
            if isinstance(text, Problem):
                found.unreadable(text)
            else:
                documents[name.removesuffix(".md")] = text
    return documents
