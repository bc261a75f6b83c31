"""One deck of slides a module, derived from the notebooks that learners read.

A deck is an ordinary page of the localised tree, `slides/<topic>.md`: so it comes in every
language and for every town. Its slides are the cells tagged `slide`, its parts the `##` sections.
The notes of a part stand in its first slide.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from .bundle import labels, language
from .content.calls import chart_calls, quiz_calls, tool_calls
from .content.charts import CHARTS
from .content.contents import TOC, title_of
from .content.questions import QUESTIONS
from .content.tasks import TASKS
from .content.tools import TOOLS

FOLDER = "slides"
DECK_TOC = f"{FOLDER}/_toc.yml"
"""The table of contents with the decks, for the build: learners' one does not list them."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HEADING = re.compile(r"^#{1,3}[ \t]+(.+)\n*", re.MULTILINE)
_MINUTES = re.compile(r"^\*[^*\d\n]*(\d+)[^*\d\n]*\*\n*", re.MULTILINE)
_LINK = re.compile(r"(\]\()([^)\s]+)(\))")
_NEXT_REMARK = re.compile(r"\s\*[^*\n]{2,40}\*")
SUMMARY = "summary"
"""The id of the section that says what to keep."""

Titles = Mapping[str, str]
"""Widget and name, as in `quiz lake.cold` → title."""

LONGEST_TITLE = 72

ROLES = 3
"""How many role cards stand on a slide at most."""


@dataclass(frozen=True)
class Slide:
    """One slide: a title in Markdown, and a body in MyST."""

    id: str
    part: str
    title: str = ""
    body: str = ""
    kind: str = "text"
    notes: str = ""
    exercise: str = ""


@dataclass
class DeckPart:
    """A stretch of the session: a section of the lecture, the case, a phase of the group work."""

    id: str
    title: str
    minutes: int = 0
    notes: str = ""
    optional: bool = False
    setup: str = ""
    slides: list[Slide] = field(default_factory=list)

    @property
    def late(self) -> str:
        """What the notes say of a session that runs late."""
        _, mark, after = self.notes.partition(f"*{labels()['deckLate']}:*")
        return _NEXT_REMARK.split(after, maxsplit=1)[0].strip() if mark else ""

    def data(self) -> dict[str, Any]:
        """What the page says of the part, as plain text; its notes stand in its first slide."""
        texts = {name: _plain(getattr(self, name)) for name in ("id", "title", "late", "setup")}
        return {**texts, "minutes": self.minutes, "optional": self.optional}


@dataclass(frozen=True)
class _Cell:
    id: str
    kind: str
    source: str
    tags: frozenset[str]

    @property
    def is_slide(self) -> bool:
        return "slide" in self.tags

    @property
    def is_section(self) -> bool:
        return self.kind == "markdown" and self.source.startswith("## ")

    @property
    def is_announced(self) -> bool:
        """A slide that learners do not see: it may open the section that follows it."""
        return self.is_slide and self.kind == "markdown" and "remove-cell" in self.tags


def deck_files(files: Mapping[str, bytes], town: str) -> dict[str, bytes]:
    """The decks of a localised tree, and the table of contents that lists them."""
    decks = {}
    for path in files:
        folder, _, rest = path.partition("/")
        topic, _, name = rest.partition("/")
        if folder == "modules" and name == "lecture.ipynb":
            parts = _parts(files, topic, town)
            if parts:
                decks[f"{FOLDER}/{topic}.md"] = _page(files, topic, parts).encode()
    if not decks:
        return {}
    return {**decks, DECK_TOC: _contents(files[TOC], decks)}


def _contents(toc: bytes, decks: Mapping[str, bytes]) -> bytes:
    contents = yaml.safe_load(toc)
    entry = {"caption": "-", "chapters": [{"file": path.removesuffix(".md")} for path in decks]}
    contents["parts"] = [*contents.get("parts", []), entry]
    return yaml.safe_dump(contents, allow_unicode=True, sort_keys=False).encode()


def _parts(files: Mapping[str, bytes], topic: str, town: str) -> list[DeckPart]:
    lecture = _notebook(files, f"modules/{topic}/lecture.ipynb")
    titles = _titles(files, topic)
    parts = _lecture_parts(lecture, topic, titles)
    if not any(part.slides for part in parts):
        return []
    tasks = _yaml(files, TASKS.format(topic))
    parts[0].slides.insert(0, _opening(lecture, parts[0], town))
    if case := _notebook(files, f"modules/{topic}/case.ipynb"):
        parts.append(_case_part(case, topic, titles))
    for name, task in tasks.items():
        if task.get("phases"):
            parts += _group_parts(f"{topic}.{name}", task, f"exercises/{topic}")
    parts.append(_ending(files, topic))
    return [_with_notes(part) for part in parts if part.slides or part.minutes]


# --- the lecture -----------------------------------------------------------------------------


def _lecture_parts(notebook: dict[str, Any], topic: str, titles: Titles) -> list[DeckPart]:
    cells = _cells(notebook)
    parts = [DeckPart("start", _title(cells))]
    waiting: list[_Cell] = []
    for cell in cells:
        if cell.is_announced:
            waiting.append(cell)
            continue
        if cell.is_section:
            parts.append(_section(cell))
        for announced in waiting:
            parts[-1].slides += _slides_of(announced, parts[-1], f"modules/{topic}", titles)
        waiting = []
        if "notes" in cell.tags:
            parts[-1].notes = _moved(cell.source, f"modules/{topic}")
        if cell.is_slide or cell.id == SUMMARY:
            parts[-1].slides += _slides_of(cell, parts[-1], f"modules/{topic}", titles)
    return parts


def _section(cell: _Cell) -> DeckPart:
    head = _HEADING.match(cell.source)
    minutes = _MINUTES.search(cell.source)
    assert head
    return DeckPart(
        cell.id,
        head[1].strip(),
        int(minutes[1]) if minutes else 0,
        optional="optional" in cell.tags,
    )


def _slides_of(cell: _Cell, part: DeckPart, folder: str, titles: Titles) -> Iterator[Slide]:
    """The slide that a cell makes; without a heading of its own it goes under that of its part."""
    if cell.kind == "code":
        for kind, shown in _shown_by(cell.source):
            body = f":::{{shown}} {shown}\n:::"
            yield Slide(cell.id, part.id, titles.get(shown, part.title), body, kind)
        return
    head = _HEADING.match(cell.source)
    title = head[1].strip() if head else part.title
    body = _MINUTES.sub("", cell.source[head.end() if head else 0 :], count=1)
    kind = "picture" if "![" in body else "text"
    yield Slide(cell.id, part.id, _moved(title, folder), _moved(body.strip(), folder), kind)


def _titles(files: Mapping[str, bytes], topic: str) -> Titles:
    """What questions, charts and tools are called: the beginning of a prompt, or a title."""
    prompts = _yaml(files, QUESTIONS.format(topic))
    titles = {f"quiz {topic}.{name}": _short(one["prompt"]) for name, one in prompts.items()}
    for kind, path in (("chart", CHARTS), ("tool", TOOLS)):
        entries = _yaml(files, path)
        titles |= {f"{kind} {name}": one["title"] for name, one in entries.items()}
    return titles


def _short(prompt: str) -> str:
    """The first words of a question, in a length that fits a list."""
    words = _plain(prompt.split("\n")[0]).split()
    text = ""
    while words and len(text) + len(words[0]) < LONGEST_TITLE:
        text = f"{text} {words.pop(0)}".strip()
    return f"{text} …" if words else text


def _shown_by(source: str) -> Iterator[tuple[str, str]]:
    """The widgets that a code cell shows: the kind of slide, and widget with name."""
    for is_set, name in quiz_calls(source):
        yield "question", f"quiz-set {name}" if is_set else f"quiz {name}"
    for name in chart_calls(source):
        yield "chart", f"chart {name}"
    for name in tool_calls(source):
        yield "tool", f"tool {name}"


def _opening(notebook: dict[str, Any], part: DeckPart, town: str) -> Slide:
    """Title, town, minutes, and what people can do afterwards."""
    course = notebook["metadata"].get("course", {})
    outcomes = course.get("objectives") or {}
    lines = "\n".join(f"- {text}" for text in outcomes.values() if text)
    facts = [town, labels()["aboutMinutes"].replace("{n}", str(course.get("minutes", "")))]
    place = " · ".join(filter(None, facts))
    return Slide("opening-slide", part.id, part.title, f"{place}\n\n{lines}", "opening")


# --- the case and the group exercise ---------------------------------------------------------


def _case_part(notebook: dict[str, Any], topic: str, titles: Titles) -> DeckPart:
    cells = _cells(notebook)
    minutes = int(notebook["metadata"].get("course", {}).get("minutes", 0))
    part = DeckPart("case", _title(cells), minutes)
    part.slides.append(Slide("case-title", part.id, part.title, "", "title"))
    section = part
    notes = []
    for cell in cells:
        if cell.is_section:
            section = _section(cell)
        if "notes" in cell.tags:
            notes.append(_moved(cell.source, f"modules/{topic}"))
        if cell.is_slide:
            for slide in _slides_of(cell, section, f"modules/{topic}", titles):
                part.slides.append(replace(slide, id=_case_id(slide.id), part=part.id))
    part.notes = "\n\n".join(notes)
    return part if len(part.slides) > 1 else DeckPart("case", part.title)


def _case_id(cell: str) -> str:
    """Cells of the case may be called as some of the lecture are."""
    return cell if "case" in cell else f"case-{cell}"


def _group_parts(name: str, task: dict[str, Any], folder: str) -> Iterator[DeckPart]:
    """The exercise and its roles, a part for each phase, and the questions for afterwards."""
    key = name.partition(".")[2]
    notes = _moved(task.get("facilitator", ""), folder)
    setup = _setup(notes)
    first = DeckPart(key, task["title"], notes=notes, setup=setup)
    body = _moved(task["intro"], folder)
    first.slides.append(Slide(f"{key}-title", key, task["title"], body, "title", exercise=name))
    first.slides += _role_slides(name, key, len(task.get("roles", ())))
    yield first
    for phase, entry in task["phases"].items():
        part = DeckPart(f"{key}-phase-{phase}", entry["title"], int(entry["minutes"]))
        part.slides.append(_group_slide(part.id, "phase", entry["title"], f"{name} {phase}", key))
        yield part
    if task.get("debrief"):
        part = DeckPart(f"{key}-debrief", labels()["gwDebrief"])
        body = "\n".join(f"1. {_moved(text, folder)}" for text in task["debrief"])
        part.slides.append(Slide(part.id, part.id, part.title, body, "text", exercise=name))
        yield part


def _role_slides(name: str, key: str, count: int) -> Iterator[Slide]:
    """The roles on as few slides as can be read, about as many on each."""
    slides = -(-count // ROLES)
    for n in range(slides):
        first, after = n * count // slides, (n + 1) * count // slides
        shown = f"{name} {first} {after}"
        slide = _group_slide(key, "roles", labels()["gwRolesTitle"], shown, key)
        yield replace(slide, id=f"{key}-roles-{n + 1}")


def _group_slide(part: str, kind: str, title: str, shown: str, key: str) -> Slide:
    name = shown.split(" ")[0]
    body = f":::{{shown}} deck-{kind} {shown}\n:::"
    identity = part if kind == "phase" else f"{key}-{kind}"
    return Slide(identity, part, title, body, kind, exercise=name)


def _setup(facilitator: str) -> str:
    """What is prepared beforehand: the second paragraph, after the purpose."""
    paragraphs = facilitator.split("\n\n")
    return paragraphs[1].strip() if len(paragraphs) > 1 else ""


def _with_notes(part: DeckPart) -> DeckPart:
    """Every part has a slide, and its notes stand in the first."""
    if not part.slides:
        part.slides.append(Slide(part.id, part.id, part.title, "", "title"))
    part.slides[0] = replace(part.slides[0], notes=part.notes)
    return part


def _ending(files: Mapping[str, bytes], topic: str) -> DeckPart:
    """What comes next, alone: the pages of the topic that no slide shows."""
    part = DeckPart("end", labels()["deckAfter"])
    lines = []
    for page in (f"exercises/{topic}/individual", f"modules/{topic}/quiz"):
        if notebook := _notebook(files, f"{page}.ipynb"):
            minutes = notebook["metadata"].get("course", {}).get("minutes", "")
            about = labels()["aboutMinutes"].replace("{n}", str(minutes))
            lines.append(f"- [{_title(_cells(notebook))}](../{page}.ipynb), {about}")
    if lines:
        part.slides.append(Slide("end", part.id, part.title, "\n".join(lines)))
    return part


# --- the page --------------------------------------------------------------------------------


def _page(files: Mapping[str, bytes], topic: str, parts: Sequence[DeckPart]) -> str:
    data = {
        "topic": topic,
        "title": _plain(parts[0].title),
        "lang": language(),
        "minutes": sum(part.minutes for part in parts),
        "parts": [part.data() for part in parts],
        "slides": [_slide_data(slide) for part in parts for slide in part.slides],
    }
    head = f"---\nnosearch: true\ncoursekit_deck: {json.dumps(data, ensure_ascii=False)}\n---\n"
    slides = "\n".join(_slide_text(slide) for part in parts for slide in part.slides)
    return f"{head}\n# {parts[0].title}\n\n{slides}"


def _slide_data(slide: Slide) -> dict[str, str]:
    title = _plain(slide.title)
    return {"id": slide.id, "title": title, "part": slide.part, "exercise": slide.exercise}


def _slide_text(slide: Slide) -> str:
    notes = f"\n::::{{notes}}\n{slide.notes}\n::::\n" if slide.notes else ""
    options = {"part": slide.part, "kind": slide.kind, "title": slide.title}
    lines = "".join(
        f":{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in options.items()
    )
    return f"::::::{{slide}} {slide.id}\n{lines}\n{slide.body}\n{notes}::::::\n"


def _plain(markdown: str) -> str:
    return re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", markdown)


def _moved(text: str, folder: str) -> str:
    """The text with links that start in `slides/` instead of in another folder."""

    def moved(match: re.Match[str]) -> str:
        address = match[2]
        if ":" in address or address.startswith("#"):
            return match[0]
        way = posixpath.relpath(posixpath.normpath(f"{folder}/{address}"), FOLDER)
        return f"{match[1]}{way}{match[3]}"

    return _LINK.sub(moved, text)


def _notebook(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    return json.loads(files[path]) if path in files else {}


def _cells(notebook: dict[str, Any]) -> list[_Cell]:
    return [
        _Cell(
            cell.get("id", ""),
            cell["cell_type"],
            "".join(cell["source"]),
            frozenset(cell["metadata"].get("tags", [])),
        )
        for cell in notebook["cells"]
    ]


def _title(cells: list[_Cell]) -> str:
    return title_of("\n".join(cell.source for cell in cells if cell.kind == "markdown"))


def _yaml(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    return yaml.load(files[path], _Loader) or {} if path in files else {}
