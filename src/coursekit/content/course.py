"""Read the whole course tree: every problem is collected, none raised."""

from __future__ import annotations

from pathlib import Path

from ..charts import Chart
from ..errors import CourseError, Problem
from ..model import TOPIC_FOLDERS, TOPIC_PARTS, Course, Notebook, Source, Term, Topic, Wording
from ..numbers import Unit
from ..parts import NAME_RULE, is_name, short
from ..questions import Question
from ..tables import Table
from ..tasks import Card, Task
from ..tools import Tool
from .calls import questions_of, quiz_calls, set_members
from .charts import read_charts
from .config import read_config
from .contents import read_pages
from .entries import read_entries
from .found import Found, files_in, read_text
from .notebooks import read_notebook
from .questions import QUESTIONS, read_questions
from .reading import fill
from .standard import read_standard, read_wording_exceptions
from .tables import read_tables
from .tasks import read_cards, read_tasks
from .tests import read_tests
from .tools import read_tools

__all__ = [
    "fill",
    "find_root",
    "load_cards",
    "load_charts",
    "load_course",
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

SOURCES = "data/sources.yml"
GLOSSARY = "data/glossary.yml"
UNITS = "data/units.yml"
WORDING = "data/wording.yml"
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


def load_course(root: Path) -> tuple[Course, list[Problem]]:
    """The course, as far as it can be read, and all problems of form found on the way."""
    found = Found()
    title, values = read_config(root, found)
    notebooks = _read_notebooks(root, found)
    documents = _read_documents(root, found)
    topics = {
        name: _read_topic(root, name, values, notebooks, found) for name in _topics(root, found)
    }
    course = Course(
        root=root,
        title=title,
        values=values or {},
        sources=read_entries(root, SOURCES, Source, found),
        glossary=read_entries(root, GLOSSARY, Term, found),
        wording=read_entries(root, WORDING, Wording, found),
        cards=read_cards(root, values, found),
        tools=read_tools(root, values, found),
        standard=read_standard(root, found),
        wording_exceptions=read_wording_exceptions(root, found),
        tables=read_tables(root, found),
        units=_read_units(root, found),
        charts=read_charts(root, values, found),
        tests=read_tests(root, values, found),
        topics=topics,
        notebooks=notebooks,
        documents=documents,
        pages=tuple(read_pages(root, notebooks, documents, topics, found)),
        unread=frozenset(found.unread),
    )
    return course, found.problems


def load_questions(root: Path, topic: str) -> tuple[dict[str, Question], list[Problem]]:
    """The questions of one topic by full id, and the problems of their file."""
    found = Found()
    _, values = read_config(root, found)
    questions, _ = read_questions(root, topic, values, found)
    return questions, found.problems


def load_tasks(root: Path, topic: str) -> tuple[dict[str, Task], dict[str, Card], list[Problem]]:
    """The exercises of one topic by full id, all cards, and the problems of their files."""
    found = Found()
    _, values = read_config(root, found)
    return read_tasks(root, topic, values, found), read_cards(root, values, found), found.problems


def load_cards(root: Path) -> dict[str, Card]:
    """The cards that can be read."""
    found = Found()
    return read_cards(root, read_config(root, found)[1], found)


def load_tools(root: Path) -> tuple[dict[str, Tool], list[Problem]]:
    """The tools of the course by name, and the problems of their file."""
    found = Found()
    return read_tools(root, read_config(root, Found())[1], found), found.problems


def load_charts(root: Path) -> dict[str, Chart]:
    """The charts that can be read."""
    found = Found()
    return read_charts(root, read_config(root, found)[1], found)


def load_tables(root: Path) -> dict[str, Table]:
    """The tables that can be read."""
    return read_tables(root, Found())


def load_units(root: Path) -> dict[str, Unit]:
    """The units of figures that can be read."""
    return _read_units(root, Found())


def _read_units(root: Path, found: Found) -> dict[str, Unit]:
    return read_entries(root, UNITS, Unit, found) if (root / UNITS).is_file() else {}


def load_wording(root: Path) -> dict[str, Wording]:
    """What to say and what to avoid, as far as it can be read."""
    return read_entries(root, WORDING, Wording, Found())


def load_sources(root: Path) -> dict[str, Source]:
    """The sources of the course that can be read."""
    return read_entries(root, SOURCES, Source, Found())


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
    values: dict[str, str] | None,
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
