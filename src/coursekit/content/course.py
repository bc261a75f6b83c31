"""Read the whole course tree: every problem is collected, none raised."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

from ..errors import CourseError, Problem
from ..model import Course, Notebook, Page, Source, Term, Topic, Wording
from ..parts import Part
from ..questions import KINDS, Question
from .notebooks import read_notebook
from .reading import fault, fill, read_model
from .yamlfile import YamlFile, read_yaml

P = TypeVar("P", bound=Part)

NOTEBOOK_FOLDERS = ("book", "modules", "exercises", "solutions")
_QUIZ_CALL = re.compile(r"""^quiz(_set)?\(\s*["']([^"']+)["']\s*\)\s*;?\s*$""", re.MULTILINE)
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


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
    problems: list[Problem] = []
    config = _take(root, "_config.yml", problems)
    values = substitutions(config.data)
    notebooks = _read_notebooks(root, problems)
    topics = {
        folder.name: _read_topic(root, folder.name, values, notebooks, problems)
        for folder in sorted((root / "modules").glob("*"))
        if folder.is_dir() and not folder.name.startswith(".")
    }
    course = Course(
        root=root,
        title=_string(config.data, "title", "Course"),
        values=values,
        sources=_read_entries(root, "data/sources.yml", Source, problems),
        glossary=_read_entries(root, "data/glossary.yml", Term, problems),
        wording=_read_entries(root, "data/wording.yml", Wording, problems),
        topics=topics,
        notebooks=notebooks,
        pages=tuple(_read_pages(root, notebooks, topics, problems)),
    )
    return course, problems


def load_questions(root: Path, topic: str) -> tuple[dict[str, Question], list[Problem]]:
    """The questions of one topic by full id, and the problems of their file."""
    problems: list[Problem] = []
    values = substitutions(_take(root, "_config.yml", problems).data)
    return _read_questions(root, topic, values, problems), problems


def load_sources(root: Path) -> dict[str, Source]:
    """The sources of the course that can be read."""
    return _read_entries(root, "data/sources.yml", Source, [])


def substitutions(config: Any) -> dict[str, str]:
    """`parse: myst_substitutions:` of `_config.yml`, flat: `{"town.name": "Constanta"}`."""
    parse = config.get("parse", {}) if isinstance(config, dict) else {}
    given = parse.get("myst_substitutions", {}) if isinstance(parse, dict) else {}
    return _flat(given)


def _flat(given: Any, prefix: str = "") -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    result: dict[str, str] = {}
    for key, value in given.items():
        if isinstance(value, dict):
            result |= _flat(value, f"{prefix}{key}.")
        else:
            result[prefix + key] = str(value)
    return result


def _take(root: Path, name: str, problems: list[Problem]) -> YamlFile:
    """Read a file that has to be there."""
    if not (root / name).is_file():
        problems.append(Problem(name, 1, "the file is missing.", "Create it, or take it from git."))
        return YamlFile(name, {})
    file = read_yaml(root / name, name)
    problems.extend(file.problems)
    file.problems.clear()
    return file


def _mapping(file: YamlFile) -> dict[str, Any]:
    if isinstance(file.data, dict):
        return file.data
    if file.data is not None:
        file.problems.append(
            file.problem((), "the file must hold `name: …` entries.", "Start each with its name.")
        )
    return {}


def _string(data: Any, key: str, default: str) -> str:
    value = data.get(key, default) if isinstance(data, dict) else default
    return value if isinstance(value, str) else default


def _read_entries(
    root: Path, name: str, model: type[P], problems: list[Problem]
) -> dict[str, P]:
    file = _take(root, name, problems)
    entries = {key: read_model(file, (key,), data, model) for key, data in _mapping(file).items()}
    problems.extend(file.problems)
    return {key: entry for key, entry in entries.items() if entry}


def _read_topic(
    root: Path,
    name: str,
    values: dict[str, str],
    notebooks: dict[str, Notebook],
    problems: list[Problem],
) -> Topic:
    lecture = notebooks.get(f"modules/{name}/lecture")
    objectives = lecture.objectives if lecture else {}
    return Topic(name, objectives, _read_questions(root, name, values, problems))


def _read_questions(
    root: Path, topic: str, values: dict[str, str], problems: list[Problem]
) -> dict[str, Question]:
    file = _take(root, f"modules/{topic}/questions.yml", problems)
    entries = fill(file, _mapping(file), values)
    questions = {name: _read_question(file, name, data) for name, data in entries.items()}
    problems.extend(file.problems)
    return {f"{topic}.{name}": question for name, question in questions.items() if question}


def _read_question(file: YamlFile, name: str, data: Any) -> Question | None:
    kind = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        what = f"the kind '{kind}' is not known." if kind else "'kind' is missing."
        todo = f"Use one of: {', '.join(KINDS)}."
        file.problems.append(fault(file, (name,), ("kind",) if kind else (), what, todo))
        return None
    question = read_model(file, (name,), data, KINDS[kind])
    if question:
        for place, what, todo in question.faults():
            file.problems.append(fault(file, (name,), place, what, todo))
    return question


def _read_notebooks(root: Path, problems: list[Problem]) -> dict[str, Notebook]:
    found = {}
    for folder in NOTEBOOK_FOLDERS:
        for path in sorted((root / folder).rglob("*.ipynb")):
            if any(part.startswith(".") for part in path.relative_to(root).parts):
                continue
            name = path.relative_to(root).as_posix()
            if notebook := read_notebook(path, name, problems):
                found[notebook.page] = notebook
    return found


def quiz_calls(cell_source: str) -> list[tuple[bool, str]]:
    """The calls of a code cell: (is it a set?, full id of the question or set)."""
    return [(bool(is_set), name) for is_set, name in _QUIZ_CALL.findall(cell_source)]


def questions_of(notebook: Notebook, topics: dict[str, Topic]) -> tuple[str, ...]:
    """Full ids of the questions a notebook shows, in order."""
    shown: list[str] = []
    for cell in notebook.cells:
        if cell.kind == "code":
            for is_set, name in quiz_calls(cell.source):
                shown += set_members(topics, name) if is_set else [name]
    return tuple(dict.fromkeys(shown))


def set_members(topics: dict[str, Topic], name: str) -> list[str]:
    """Full ids of the questions of a set `<topic>.<set>`, in the order of the file."""
    topic, _, set_name = name.partition(".")
    questions = topics[topic].questions if topic in topics else {}
    return [full for full, question in questions.items() if question.set == set_name]


def _read_pages(
    root: Path,
    notebooks: dict[str, Notebook],
    topics: dict[str, Topic],
    problems: list[Problem],
) -> list[Page]:
    toc = _take(root, "_toc.yml", problems)
    entries = list(_toc_entries(toc.data))
    pages = []
    for part, name, place in entries:
        if name in notebooks:
            notebook = notebooks[name]
            title = _title("\n".join(c.source for c in notebook.cells if c.kind == "markdown"))
            questions = questions_of(notebook, topics)
            pages.append(Page(name, title or name, part, notebook.minutes, questions))
        elif (path := root / f"{name}.md").is_file():
            pages.append(Page(name, _title(path.read_text("utf-8")) or name, part))
        elif not (root / f"{name}.ipynb").is_file():
            todo = "Correct the name (without its ending) or create the file."
            problems.append(toc.problem(place, f"there is no page '{name}'.", todo))
    return pages


def _title(markdown: str) -> str:
    match = _TITLE.search(markdown)
    return match[1].strip() if match else ""


def _toc_entries(data: Any, part: str = "", place: tuple[str, ...] = ()):
    """Every page of `_toc.yml` in order: (caption of its part, name, place in the file)."""
    if not isinstance(data, dict):
        return
    if "root" in data:
        yield "", data["root"], (*place, "root")
    if "file" in data:
        yield part, data["file"], (*place, "file")
    part = data.get("caption", part)
    for key in ("parts", "chapters", "sections"):
        for n, entry in enumerate(data.get(key, []) or []):
            yield from _toc_entries(entry, part, (*place, key, str(n)))
