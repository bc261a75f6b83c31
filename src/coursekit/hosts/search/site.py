"""The search page of a built site, its index, and the text of each page, as script files.

Everything is made of the finished pages when all are there, so a later build has the index of a
first one. What was read of a page is kept beside the doctrees, under the digest of the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ...bundle import language
from ...content.good_practice import INDEX
from ...model import Course, Page
from ...translate.catalogue import write_whole
from ..seal import digest, program
from .index import PageText, make_index
from .sections import Section, read_sections
from .words import Stemmer, stemmer_script

PAGE = "search"
FOLDER = "search"
"""Where the files lie, in `_static/`."""

GLOSSARY = "book/glossary"
NO_TEXT = {"book/codes", "book/my-course", "book/group-results"}
"""Pages that say nothing of their own."""

SOURCES = {"book/references", "book/figures"}
KEPT = "search.json"


def add_to(app: Sphinx) -> None:
    """Put our search in the place of Sphinx's."""
    app.connect("builder-inited", _without_sphinx_search)
    app.connect("html-collect-pages", lambda app: [(PAGE, {}, "search.html")])
    app.connect("build-finished", _write)


def _without_sphinx_search(app: Sphinx) -> None:
    app.builder.search = False  # type: ignore[attr-defined]


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    course: Course = app.coursekit_course  # type: ignore[attr-defined]
    files = search_files(course, Path(app.outdir), Path(app.doctreedir) / KEPT)
    _put(Path(app.outdir) / "_static" / FOLDER, files)


def search_files(course: Course, out: Path, cache: Path) -> dict[str, str]:
    """The files of the search, made of the pages in `out`; what `cache` knows is not read again."""
    known, lang = _Known(cache), language()
    stem = Stemmer(lang, known.stems)
    pages = list(_pages(course, out, known))
    index = make_index(lang, pages, stem)
    known.keep(stem.used)
    texts = {f"{page.id}.js": _text_script(page) for page in pages}
    version = digest(*texts.values())[:8]
    data = _json({"version": version, **index})
    return {
        "index.js": f"globalThis.coursekitIndex = {data};\n",
        "stemmer.js": stemmer_script(lang),
        **texts,
    }


def _pages(course: Course, out: Path, known: _Known) -> Iterator[PageText]:
    for page in course.pages:
        file = out / f"{page.id}.html"
        if page.id not in NO_TEXT and file.is_file():
            sections = known.sections(file.read_text("utf-8"), page.id == GLOSSARY)
            yield PageText(page.id, page.title, page.part, _kind(page), tuple(sections))


def _kind(page: Page) -> str:
    if page.is_solution:
        return "solution"
    if page.is_guide:
        return "guide"
    if page.id in SOURCES:
        return "sources"
    if page.id == GLOSSARY:
        return "glossary"
    return "case" if page.id.startswith(f"{INDEX}/") else "page"


def _text_script(page: PageText) -> str:
    text = _json([[one.anchor, one.heading, one.blocks] for one in page.sections])
    return f"(globalThis.coursekitTexts ??= {{}})[{json.dumps(page.id)}] = {text};\n"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _put(folder: Path, files: dict[str, str]) -> None:
    """Write what is new; what is the same stays untouched, what is too much goes."""
    for name, text in files.items():
        write_whole(folder / name, text.encode())
    for file in folder.rglob("*.js"):
        if file.relative_to(folder).as_posix() not in files:
            file.unlink()


class _Known:
    """What was read before: the sections of a page, the stems of words."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._program = digest(program(), language())
        kept = self._read()
        self.stems: dict[str, str] = kept.get("stems", {})
        self._before: dict[str, Any] = kept.get("pages", {})
        self._now: dict[str, Any] = {}

    def sections(self, page: str, with_terms: bool) -> list[Section]:
        key = digest(page, str(with_terms))[:16]
        found = self._before.get(key)
        if found is None:
            found = [asdict(one) for one in read_sections(page, with_terms)]
        self._now[key] = found
        return [Section(**one) for one in found]

    def keep(self, stems: dict[str, str]) -> None:
        data = {"program": self._program, "pages": self._now, "stems": stems}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(_json(data), "utf-8")

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if kept.get("program") == self._program else {}
