"""A course → its site, in `_build/site/`, by way of its localised trees, one a language."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docutils.utils
from jupyter_book.config import get_final_config
from myst_nb.core.execute.base import ExecutionError
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

from ..bundle import SOURCE
from ..content.contents import TOC
from ..content.course import load_course
from ..content.language import speak_language_of
from ..content.towns import IN_TREE
from ..deck import DECK_TOC
from ..errors import CourseError
from ..localise import build_folder, localise, tree_of
from ..model import Course
from ..policy import header_files
from ..stamp import FILE as STAMP
from ..stamp import read_stamp
from ..town_tree import translation_for
from ..translate.language import known_language, languages
from .offline import APART, write_offline
from .seal import Seal, digest, files_digest, program, web_digest

_COLOUR = re.compile(r"\x1b\[[\d;]*m")

SITE = "site"
HEADERS = "headers"
"""Beside the site: what its server should send, for the servers that towns have."""

# Files of the build itself and of the base theme that no page of ours loads.
LEFT_OUT = shutil.ignore_patterns(
    ".buildinfo*",
    "objects.inv",
    "_sources",
    "genindex.html",
    "*.css.map",
    "sphinx-thebe*",
    "mystnb*.css",
    "basic.css",
    "file.png",
    "minus.png",
    "plus.png",
    "jupyter_execute",
    "coursekit.css",
    "doctools.js",
    "documentation_options.js",
    "language_data.js",
    "searchtools.js",
    "sphinx_highlight.js",
)


@dataclass(frozen=True)
class Edition:
    """The course in one language: where its pages lie in the site, and where they are made."""

    lang: str
    prefix: str
    """The folder of the site, such as `ro/`; empty for the language of the first pages."""

    @property
    def _mark(self) -> str:
        return "" if self.lang == SOURCE else f"-{self.lang}"

    def work(self, build: Path) -> Path:
        return build / f"html{self._mark}"

    def doctrees(self, build: Path) -> Path:
        return build / f".doctrees{self._mark}"

    def seal(self, build: Path) -> Seal:
        """What the pages in the work folder were made of."""
        return Seal(build / f".sealed{self._mark or '-en'}.json", self.work(build))

    def forget(self, build: Path) -> None:
        """Begin anew: the program may make other pages of the same, or a page has gone."""
        for folder in (self.work(build), self.doctrees(build)):
            shutil.rmtree(folder, ignore_errors=True)


def editions(root: Path, only: str = "") -> list[Edition]:
    """The language of the course itself and those it is translated into, or the only one named."""
    if only:
        return [Edition(known_language(root, only), "")]
    return [Edition(SOURCE, ""), *(Edition(lang, f"{lang}/") for lang in languages(root))]


def build_site(
    course: Course,
    say: Callable[[str], None],
    only: str = "",
    preview: bool = False,
    first: str = "",
    show: Callable[[str], None] | None = None,
) -> Path:
    """Build all pages of every language in work folders and put them in place whole.

    `only` names the one language to build; its pages then stand at the root of the site.
    A preview also shows what the town has still to add.
    With `show`, which is told the language, each one is put in place as soon as it is built, the
    language `first` before the others.
    Raises CourseError where Sphinx finds something to mend; the previous site stays then.
    """
    made = editions(course.root, only)
    build = build_folder(course)
    is_there = (build / SITE).is_dir()
    for edition in sorted(made, key=lambda one: one.lang != first):
        if len(made) > 1:
            say(f"Language: {edition.lang}")
        is_new = _build_edition(course, edition, made, say, preview)
        if show and is_new and is_there:
            _swap(build, made, [edition])
            show(edition.lang)
    _write_headers(build / HEADERS)
    return _swap(build, made, made)


def _write_headers(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in header_files().items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _build_edition(
    course: Course,
    edition: Edition,
    made: list[Edition],
    say: Callable[[str], None],
    preview: bool,
) -> bool:
    """Build one language, unless its pages are made of the same already: then False."""
    root, build = course.root, build_folder(course)
    tree = tree_of(course, edition.lang)
    translation = translation_for(course, edition.lang)
    speak_language_of(root)
    localise(course, tree, translation)
    files = sorted((read_stamp(tree) or {}).get("files", ()))
    inputs, seal = _inputs(tree, files, made, preview), edition.seal(build)
    if seal.holds(inputs):
        return False
    if not _can_go_on(seal, files):
        edition.forget(build)
    doubtful = set(seal.note("doubtful") or ())
    seal.break_open()
    local = replace(course.local, folder=IN_TREE)
    localised = replace(course, root=tree, is_localised=True, local=local)
    if translation:
        localised, _ = load_course(tree)
    try:
        _build_tree(root, build, localised, edition, made, say, preview, doubtful)
    except CourseError:
        seal.put("", program=program(), files=files, doubtful=sorted(doubtful))
        raise
    seal.put(inputs, program=program(), files=files)
    return True


def _can_go_on(seal: Seal, files: list[str]) -> bool:
    """Whether what is there is sound, and no page has to go from it: Sphinx only adds."""
    is_same = seal.note("program") == program() and seal.is_whole()
    return is_same and not set(seal.note("files")) - set(files)


def _inputs(tree: Path, files: list[str], made: list[Edition], preview: bool) -> str:
    """Everything that the pages of a tree are made of."""
    settings = [str(preview), *(f"{one.lang}={one.prefix}" for one in made)]
    content = files_digest(tree, (tree / name for name in (STAMP, *files)))
    return digest(program(), web_digest(), content, *settings)


def _build_tree(
    root: Path,
    build: Path,
    course: Course,
    edition: Edition,
    made: list[Edition],
    say: Callable[[str], None],
    preview: bool,
    doubtful: set[str],
) -> None:
    """The pages of a tree, in the work folder; raises CourseError with the names of the course.

    Sphinx tells a fault once: pages that it read or wrote in a build that failed are `doubtful`,
    and read again by the next one.
    """
    tree = course.root
    warnings = io.StringIO()
    try:
        settings = {"coursekit_preview": preview}
        status = _Progress(say)
        failed = _run_sphinx(build, course, edition, made, settings, status, warnings, doubtful)
    except ExecutionError as error:
        raise CourseError(_complaint(root, tree, "", _failed_cell(error))) from error
    except (SphinxError, docutils.utils.SystemMessage) as error:
        raise CourseError(_complaint(root, tree, warnings.getvalue(), str(error))) from error
    if failed:
        raise CourseError(_complaint(root, tree, warnings.getvalue(), ""))


def _run_sphinx(
    build: Path,
    course: Course,
    edition: Edition,
    made: list[Edition],
    settings: dict[str, Any],
    status: io.TextIOBase,
    warnings: io.StringIO,
    doubtful: set[str],
) -> int:
    tree = course.root
    toc = next(tree / name for name in (DECK_TOC, TOC) if (tree / name).is_file())
    overrides = {
        "external_toc_path": toc.as_posix(),
        "latex_individualpages": False,
        "nitpicky": True,
    }
    config, _ = get_final_config(
        user_yaml=tree / "_config.yml", cli_config=overrides, sourcedir=tree
    )
    config |= settings
    config["coursekit_editions"] = {one.lang: one.prefix for one in made}
    speak_language_of(tree)
    translators.clear()  # else Sphinx adds its words in this language to those of the last one
    with patch_docutils(), docutils_namespace():
        app = _Site(
            course,
            frozenset(doubtful),
            srcdir=tree,
            confdir=None,
            outdir=edition.work(build),
            doctreedir=edition.doctrees(build),
            buildername="html",
            confoverrides=config,
            status=status,
            warning=warnings,
            warningiserror=True,
            keep_going=True,
        )
        app.connect("source-read", lambda app, page, source: doubtful.add(page))
        app.connect("doctree-resolved", lambda app, doctree, page: doubtful.add(page))
        app.build()
    return app.statuscode


class _Site(Sphinx):
    """Sphinx with the course that was read for the check: nothing is read a second time."""

    def __init__(self, course: Course, doubtful: frozenset[str], **options: Any) -> None:
        self.coursekit_course = course
        self.coursekit_doubtful = doubtful
        super().__init__(**options)


class _Progress(io.TextIOBase):
    """Passes on the lines of Sphinx that say how far it is."""

    WANTED = ("reading sources... [", "writing output... [", "executing")

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._line = ""

    def write(self, text: str) -> int:
        self._line += text
        *lines, self._line = self._line.replace("\r", "\n").split("\n")
        for line in lines:
            plain = _COLOUR.sub("", line).strip()
            if plain.startswith(self.WANTED):
                self._say(plain)
        return len(text)


def _failed_cell(error: ExecutionError) -> str:
    """Which notebook failed, and the last line of what Python said."""
    said = _COLOUR.sub("", str(error.__cause__ or "")).strip().splitlines()
    reason = said[-1] if said else "no reason given"
    return f"{error}: a cell of the notebook failed: {reason}\n  Open it in JupyterLab and run it."


def _complaint(root: Path, tree: Path, warnings: str, error: str) -> str:
    lines = [line for line in [*_COLOUR.sub("", warnings).splitlines(), error] if line.strip()]
    text = "\n".join(lines)
    for folder in (tree, root):  # the files are meant from which the tree was made
        text = text.replace(f"{folder}{os.sep}", "")
    return f"The site was not built; the previous one stays as it was.\n{text}"


def _swap(build: Path, made: list[Edition], new_ones: list[Edition]) -> Path:
    """Copy the finished pages beside the old site and exchange the two folders.

    What is not among the new ones stays as the old site has it.
    """
    site = build / SITE
    new, old = site.with_name("site.new"), site.with_name("site.old")
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    for edition in made:
        place = site / edition.prefix
        is_new = edition in new_ones
        source = edition.work(build) if is_new else place
        if source.is_dir():
            put = functools.partial(_put, source, place)
            others = [one.prefix.rstrip("/") for one in made if one.prefix and source == site]
            left_out = LEFT_OUT if is_new else _without(source, {*others, *APART})
            shutil.copytree(
                source, new / edition.prefix, ignore=left_out, copy_function=put, dirs_exist_ok=True
            )
    write_offline(new, {edition.lang: edition.prefix for edition in made})
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return site


def _without(top: Path, left_out: set[str]) -> Callable[[str, list[str]], set[str]]:
    """For copying a folder without what has these names at its top."""
    return lambda folder, names: left_out.intersection(names) if Path(folder) == top else set()


def _put(work: Path, before: Path, source: str, target: str) -> None:
    """A file as the site before had it, if it is the same; a site's files are never changed."""
    old = before / Path(source).relative_to(work)
    if _look(old) == _look(Path(source)):
        try:
            os.link(old, target)
        except OSError:  # not every file system can
            shutil.copy2(source, target)
    else:
        shutil.copy2(source, target)


def _look(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
