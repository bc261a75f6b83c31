"""Which papers there are, and what is on each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...bundle import SOURCE, labels, language, speaking
from ...content.course import load_course
from ...errors import CourseError
from ...localise import build_folder, localise, tree_of
from ...model import Course
from ...render import topic_order
from ...short_codes import Printed, printed
from ...town_tree import translation_for
from ...translate.language import known_language, languages
from .chapters import chapter
from .forms import form_nodes, sheet_nodes
from .guide import checklist_nodes, guide_chapter
from .nodes import BREAK, Node, node, p, small, with_consecutive_levels
from .notes import Notes
from .packs import card_pack, posters
from .typeset import Paper, typeset
from .writer import Writer

FOLDER = "print"
COURSE_LINK = "course"
"""The link of `town.yml` that says where the town serves the course."""
SIZE = 12
"""The size of text in points; large print begins at 18."""
DENSE, DENSEST = 0.85, 0.76
"""The shares of it that forms and lists, and checklists take: these are to be one page."""


def print_course(
    course: Course,
    say: Callable[[str], None],
    only: str = "",
    topics: Iterable[str] = (),
    size: float = SIZE,
) -> list[Path]:
    """Write the papers of every language, or of the only one named; gives their files.

    `topics` are those whose papers are wanted; without any come all, and those of the whole course.
    """
    wanted = _known_topics(course, list(topics))
    chosen = [known_language(course.root, only)] if only else [SOURCE, *languages(course.root)]
    written: list[Path] = []
    for lang in chosen:
        say(f"Printing: {lang}")
        written += _print_language(course, lang, wanted, size)
    return written


def _known_topics(course: Course, topics: list[str]) -> list[str]:
    known = topic_order(course)
    for topic in topics:
        if topic not in known:
            raise CourseError(f"There is no topic '{topic}'.\n  Use one of: {', '.join(known)}.")
    return topics


def _print_language(course: Course, lang: str, topics: list[str], size: float) -> list[Path]:
    tree = tree_of(course, lang)
    localise(course, tree, translation_for(course, lang))
    build = build_folder(course)
    with speaking(SOURCE, {}):  # reading the tree speaks its language; afterwards all is as before
        localised, _ = load_course(tree)
        desk = Desk(localised, build, size)
        papers = list(desk.papers(topics))
    return _write(papers, build / FOLDER / lang, clean=not topics)


def _write(papers: list[Paper], folder: Path, clean: bool) -> list[Path]:
    """Write the papers; those of an earlier course that are no more are taken away."""
    if clean:
        shutil.rmtree(folder, ignore_errors=True)

    def write(paper: Paper) -> Path:
        file = folder / paper.file
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".new")
        unfinished.write_bytes(typeset(paper))
        unfinished.replace(file)
        return file

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(write, papers))


@dataclass(frozen=True)
class Desk:
    """Where the papers of one course, town and language are put together."""

    course: Course
    build: Path
    size: float = SIZE

    def papers(self, topics: list[str]) -> Iterator[Paper]:
        """The papers of some topics, or all there are."""
        for topic in topics or topic_order(self.course):
            yield self._book(f"{topic}/workbook", [topic], is_trainer=False)
            yield self._book(f"{topic}/trainers-book", [topic], is_trainer=True)
            if checklist := checklist_nodes(self._writer(), topic):
                title = f"{labels()['paperChecklist']}: {self.course.module_title(topic)}"
                yield self._paper(f"{topic}/checklist", title, checklist, **self._dense(DENSEST))
            yield from self._pack(f"{topic}/cards", "paperCards", card_pack, [topic])
            yield from self._pack(f"{topic}/posters", "paperPosters", posters, [topic])
        if not topics:
            yield from self._whole()

    def _whole(self) -> Iterator[Paper]:
        order = topic_order(self.course)
        yield self._book("workbook", order, is_trainer=False)
        yield self._book("trainers-book", order, is_trainer=True)
        yield from self._pack("cards", "paperCards", card_pack, order)
        yield from self._pack("posters", "paperPosters", posters, order)
        for name, form in self.course.forms.items():
            nodes = form_nodes(self._writer(), form)
            yield self._paper(f"forms/{name}", form.title, nodes, **self._dense(DENSE))
        for name, sheet in self.course.sheets.items():
            nodes = sheet_nodes(self._writer(), sheet)
            yield self._paper(f"sheets/{name}", sheet.title, nodes, **self._dense(DENSE))

    def _book(self, file: str, topics: list[str], is_trainer: bool) -> Paper:
        writer = self._writer(is_trainer)
        chapters: list[Node] = []
        for topic in topics:
            chapters += [BREAK, *chapter(writer, self.course.pages_of(topic))]
        if is_trainer and len(topics) > 1:
            chapters += guide_chapter(writer)
        title = labels()["paperTrainersBook" if is_trainer else "paperWorkbook"]
        below = self.course.title if len(topics) > 1 else self.course.module_title(topics[0])
        cover = node(
            "cover", *self._about(writer, topics), title=title, above=self._town(), below=below
        )
        depth = 2 if len(topics) > 1 else 3
        contents = node("contents", title=labels()["contents"], depth=depth)
        ending = writer.notes.ending()
        nodes = [cover, BREAK, contents, *chapters, *([BREAK, *ending] if ending else [])]
        return self._paper(file, f"{title}: {below}", nodes, name=title, cover=True, parts=True)

    def _about(self, writer: Writer, topics: list[str]) -> list[Node]:
        """What the reader has to know before the first page."""
        words = labels()
        keys = ["paperAboutTrainer" if writer.is_trainer else "paperAbout", "paperAboutCodes"]
        pages = [page.id for topic in topics for page in self.course.pages_of(topic)]
        shares = [self.course.shares.get(page, 1.0) for page in pages]
        found = [part for key in keys for part in writer.text(words[key])]
        if min(shares) < 1:
            share = f"{100 * sum(shares) / len(shares):.0f}"
            found.append(p(words["paperPartly"].format(n=share)))
        return [*found, p(small(words["footerLicence"]))]

    def _pack(
        self,
        file: str,
        title: str,
        made: Callable[[Writer, str], list[Node]],
        topics: list[str],
    ) -> Iterator[Paper]:
        """Cards or posters of the topics that have any."""
        writer = self._writer()
        found = [nodes for topic in topics if (nodes := made(writer, topic))]
        if found:
            nodes = [part for nodes in found for part in (BREAK, *nodes)]
            nodes += [BREAK, *sources] if (sources := writer.notes.sources()) else []
            part = f": {self.course.module_title(topics[0])}" if len(topics) == 1 else ""
            yield self._paper(file, f"{labels()[title]}{part}", nodes)

    def _writer(self, is_trainer: bool = False) -> Writer:
        notes = Notes(self.course)
        return Writer(self.course, notes, self._codes, is_trainer, self.build, self._address())

    @cached_property
    def _codes(self) -> dict[str, Printed]:
        return printed(self.course)

    def _address(self) -> str:
        """Where the town serves the course in this language; empty where it does not say."""
        town = self.course.local.town
        link = town.links.get(COURSE_LINK) if town else None
        if not link:
            return ""
        return f"{link.url.rstrip('/')}/" + ("" if language() == SOURCE else f"{language()}/")

    def _paper(self, file: str, title: str, nodes: list[Node], **more: object) -> Paper:
        name = str(more.pop("name", title))
        return Paper(
            file=f"{file}.pdf",
            title=title,
            nodes=with_consecutive_levels(nodes),
            course=self.course.title,
            lang=language(),
            head=" · ".join(filter(None, [self._town(), name])),
            foot=self.course.title,
            root=self.course.root,
            more={"size": self.size, **more},
        )

    def _dense(self, share: float) -> dict[str, object]:
        """How a paper is set that is to be one page."""
        return {"size": self.size * share, "dense": True}

    def _town(self) -> str:
        town = self.course.local.town
        return town.forms(language()).name if town else ""
