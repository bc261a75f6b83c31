"""Building again: only what a change can touch, and the same as if all had been built anew."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

import coursekit.hosts.seal as seal
from coursekit.checks import load_sound_course
from coursekit.content.towns import TOWNS
from coursekit.errors import ContentProblems, CourseError
from coursekit.hosts.book import build_site
from coursekit.hosts.serve import Reader
from coursekit.localise import translatable_files
from coursekit.translate.language import refresh_language

from .test_build import QUESTIONS, run

pytestmark = pytest.mark.filterwarnings("ignore")  # Sphinx runs in this process

LANGS = ("ro", "it")
PO = "locale/ro/reading-numbers.po"
LECTURE = "modules/reading-numbers/lecture.html"
UNCHANGED = "Nothing has changed"


@pytest.fixture(scope="module")
def course(tmp_path_factory, tiny_site) -> Path:
    """The tiny course in three languages, built; its cells have run already."""
    root = tmp_path_factory.mktemp("again") / "tiny"
    shutil.copytree(tiny_site.parents[1], root)
    (root / TOWNS / "elsewhere").mkdir(parents=True)
    texts = load_sound_course(root)
    for lang in LANGS:
        refresh_language(texts, lang, translatable_files(texts))
    assert run(root, "build").returncode == 0
    return root


def say_in_romanian(root: Path, text: str, said: str) -> Path:
    """Translate one text of the questions."""
    file = root / PO
    before, found, after = file.read_text("utf-8").partition(f'msgid "{text}"\nmsgstr ')
    assert found
    file.write_text(f'{before}{found}"{said}"\n{after.partition(chr(10))[2]}', "utf-8")
    return file


def pages(site: Path) -> dict[str, bytes]:
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def built_anew(root: Path, folder: Path) -> dict[str, bytes]:
    """The site as a first build makes it."""
    shutil.copytree(
        root, folder, ignore=shutil.ignore_patterns("html*", "site", ".sealed*", ".doctrees*")
    )
    assert run(folder, "build", "--preview").returncode == 0
    return pages(folder / "_build" / "site")


def test_a_changed_translation_is_seen_soon_and_all_is_as_if_built_anew(course, tmp_path):
    told: list[str] = []
    reader = Reader(course, "")
    build_site(reader.read(None), told.append, preview=True)
    told.clear()
    start = time.process_time()
    text = "That is a feeling, not a figure."
    changed = say_in_romanian(course, text, "Aceasta este o impresie.")
    site = build_site(reader.read([changed]), told.append, preview=True)
    spent = time.process_time() - start
    assert "Aceasta este o impresie." in (site / "ro" / LECTURE).read_text("utf-8")
    assert not any("book/glossary" in line for line in told), "other pages are not read again"
    assert pages(site) == built_anew(course, tmp_path / "anew")
    assert spent < 10, "the whole course, ten times this one, needs under 5 s when quiet"


def test_a_changed_question_is_built_in_every_language_as_if_anew(course, tmp_path):
    reader = Reader(course, "")
    build_site(reader.read(None), lambda line: None, preview=True)
    file = course / QUESTIONS
    text = file.read_text("utf-8")
    file.write_text(text.replace("A colleague uses an old", "A friend uses an old"), "utf-8")
    seen: list[tuple[str, bool, bool]] = []

    def look(lang: str) -> None:
        site = course / "_build" / "site"
        both = ((site / place / LECTURE).read_text("utf-8") for place in ("it", ""))
        seen.append((lang, *("A friend uses an old" in text for text in both)))

    read = reader.read([file])
    site = build_site(read, lambda line: None, preview=True, first="it", show=look)
    assert seen[0] == ("it", True, False), "the language looked at does not wait for the others"
    assert ("en", True, True) in seen[1:]
    assert "A friend uses an old" in (site / "it" / LECTURE).read_text("utf-8")
    assert pages(site) == built_anew(course, tmp_path / "anew")
    file.write_text(text, "utf-8")


def test_a_fault_of_a_translation_is_told_and_its_end_is_noticed(course):
    reader = Reader(course, "")
    reader.read(None)
    text = (course / PO).read_text("utf-8")
    changed = say_in_romanian(course, "6 of 100 is 6 %. [FICTIONAL]", "7 %. [FICTIONAL]")
    with pytest.raises(ContentProblems, match="number lost"):
        reader.read([changed])
    changed.write_text(text, "utf-8")
    assert reader.read([changed])


def test_what_has_not_changed_is_not_built_again(course):
    assert run(course, "build").returncode == 0
    start = time.monotonic()
    done = run(course, "build")
    spent = time.monotonic() - start
    assert done.returncode == 0 and UNCHANGED in done.stderr and "Checking" not in done.stderr
    assert str(course / "_build" / "site" / "index.html") in done.stdout
    assert spent < 6, "nothing but files is read: the bound is for a busy machine"


@pytest.mark.parametrize(
    "name",
    [
        QUESTIONS,
        PO,
        "_config.yml",
        "_toc.yml",
        "data/facts.yml",
        "data/residents_by_year.csv",
        "book/welcome.md",
        "modules/reading-numbers/lecture.ipynb",
        "towns/elsewhere/town.yml",
        "countries/ro/country.yml",
        "locale/uk/book.po",
    ],
)
def test_a_site_is_built_again_when_a_file_of_the_course_changes(course, name):
    before = [*seal.course_digests(course, "")]
    file = course / name
    old = file.read_bytes() if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((old or b"") + b"\n")
    assert [*seal.course_digests(course, "")] != before
    file.unlink() if old is None else file.write_bytes(old)
    assert [*seal.course_digests(course, "")] == before


@pytest.mark.parametrize("name", ["web/labels.yml", "web/quiz.css", "theme/x.html", "render.py"])
def test_and_when_the_program_changes(course, tmp_path, monkeypatch, name):
    shutil.copytree(seal.PACKAGE, tmp_path / "coursekit")
    monkeypatch.setattr(seal, "PACKAGE", tmp_path / "coursekit")
    seal.program.cache_clear()
    before = seal.program(), seal.web_digest(), *seal.course_digests(course, "")
    with (tmp_path / "coursekit" / name).open("a") as file:
        file.write("\n")
    assert seal.program() == before[0], "a running program is what it was when it began"
    seal.program.cache_clear()
    after = seal.program(), seal.web_digest(), *seal.course_digests(course, "")
    assert (after[0] != before[0]) == name.endswith(".py")
    assert (after[1] != before[1]) != name.endswith(".py")
    assert after[2:] != before[2:]
    seal.program.cache_clear()


def test_and_when_the_town_the_language_or_the_preview_is_another(course, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    built: list[int] = []

    def build() -> Path:
        built.append(1)
        return site

    for town, lang, preview in (("", "it", False), ("", "ro", False), ("", "ro", True)):
        assert seal.build_once(course, town, lang, preview, build)[1]
        assert not seal.build_once(course, town, lang, preview, build)[1]
    (site / "stray.html").write_text("")
    assert seal.build_once(course, "", "ro", True, build)[1], "somebody touched the site"
    assert len(built) == 4


def test_a_file_of_a_town_elsewhere_counts(course, tmp_path):
    before = [*seal.course_digests(course, str(tmp_path))]
    (tmp_path / "facts.yml").write_text("")
    assert [*seal.course_digests(course, str(tmp_path))] != before


def test_a_crash_leaves_the_old_site_and_the_next_build_mends_it(course, monkeypatch):
    build_site(load_sound_course(course), lambda line: None)
    old = pages(course / "_build" / "site")
    file = course / QUESTIONS
    text = file.read_text("utf-8")
    file.write_text(text.replace("A colleague uses an old", "A boss uses an old"), "utf-8")

    def crash(line: str) -> None:
        if line.startswith("writing output"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_site(load_sound_course(course), crash)
    assert pages(course / "_build" / "site") == old
    site = build_site(load_sound_course(course), lambda line: None)
    assert "A boss uses an old" in (site / LECTURE).read_text("utf-8")
    file.write_text(text, "utf-8")
    build_site(load_sound_course(course), lambda line: None)
    assert pages(course / "_build" / "site") == old


def test_a_page_that_has_gone_goes_from_the_site(course):
    contents = course / "_toc.yml"
    welcome = course / "book" / "welcome.md"
    (course / "book" / "more.md").write_text("# More\n\nMore words.\n", "utf-8")
    text, kept = contents.read_text("utf-8"), welcome.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.endswith("book/references"))
    contents.write_text(text.replace(line, f"{line}\n{line.replace('references', 'more')}"))
    site = build_site(load_sound_course(course), lambda line: None)
    assert (site / "book" / "more.html").is_file()
    contents.write_text(text, "utf-8")
    (course / "book" / "more.md").unlink()
    assert welcome.read_text("utf-8") == kept
    site = build_site(load_sound_course(course), lambda line: None)
    assert not (site / "book" / "more.html").exists()


def test_files_that_stayed_the_same_are_not_copied_again(course):
    site = build_site(load_sound_course(course), lambda line: None)
    before = (site / LECTURE).stat().st_ino
    site = build_site(load_sound_course(course), lambda line: None)
    assert (site / LECTURE).stat().st_ino == before
    work = course / "_build" / "html" / LECTURE
    assert not os.path.samefile(work, site / LECTURE), "Sphinx writes into its own files"


def test_a_build_that_failed_is_not_taken_for_a_good_one(course):
    file = course / "book" / "welcome.md"
    text = file.read_text("utf-8")
    file.write_text(f"{text}\n```{{nothing}}\n```\n", "utf-8")
    for _ in range(2):
        with pytest.raises(CourseError, match="was not built"):
            build_site(load_sound_course(course), lambda line: None)
    file.write_text(text, "utf-8")
    build_site(load_sound_course(course), lambda line: None)
