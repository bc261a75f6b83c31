"""Papers: everything of the course is on them, nothing breaks out, and they can be listened to."""

from __future__ import annotations

import io
import random
import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import typst
import zxingcpp
from PIL import Image

from coursekit.checks import load_sound_course
from coursekit.content.course import load_course
from coursekit.errors import CourseError
from coursekit.forms import KINDS as FORM_KINDS
from coursekit.hosts.printing import forms as form_papers
from coursekit.hosts.printing import print_course
from coursekit.hosts.printing.fields import FILLED
from coursekit.hosts.printing.nodes import box, heading, label, node, p, strong, table, ticks
from coursekit.hosts.printing.notes import Notes
from coursekit.hosts.printing.papers import Desk
from coursekit.hosts.printing.questions import ASKED, question_nodes
from coursekit.hosts.printing.typeset import Paper, _layout, typeset
from coursekit.hosts.printing.writer import Writer
from coursekit.localise import localise
from coursekit.markdown import to_text
from coursekit.questions import KINDS
from coursekit.short_codes import LENGTH, printed, read_code, short_code
from coursekit.tasks.fields import FIELDS
from coursekit.translate.language import read_translation

from .conftest import ROOT, TINY, the_course
from .pdf_tags import tags, text_of
from .test_broken import copy_of_tiny

MODULE = "difficult-moments"
SHOWN = ("title", "code", "k", "items", "heads", "rows", "front", "back")
"""The keys of a node whose texts stand on paper."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    """The papers of the tiny course."""
    folder = copy_of_tiny(tmp_path_factory.mktemp("print"))
    said: list[str] = []
    written = print_course(load_sound_course(folder), said.append)
    assert all(file.is_file() for file in written) and said == ["Printing: en"]
    return folder / "_build" / "print" / "en"


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture(scope="module")
def romanian(course, tmp_path_factory) -> Desk:
    """The desk at which the papers of the real course in Romanian are put together."""
    tree = tmp_path_factory.mktemp("ro") / "tree"
    localise(course, tree, read_translation(ROOT, "ro"))
    translated, problems = load_course(tree)
    assert problems == []
    return Desk(translated, tree)


@pytest.fixture(scope="module")
def papers(romanian) -> dict[str, Paper]:
    return {Path(paper.file).stem: paper for paper in romanian.papers([MODULE])}


@pytest.fixture(scope="module")
def pdfs(papers) -> dict[str, bytes]:
    return {name: typeset(paper) for name, paper in papers.items()}


def opened(data: bytes | Path) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data) if isinstance(data, bytes) else data)


def assert_can_be_listened_to(pdf: pikepdf.Pdf, lang: str) -> None:
    """What PDF/UA asks of a document and can be read back from it."""
    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == lang
    assert pdf.Root.ViewerPreferences.DisplayDocTitle and "/Outlines" in pdf.Root
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1" and about["dc:title"]
        assert about["pdfaid:part"] == "2" and about["pdfaid:conformance"] == "A"
    found = tags(pdf)
    levels = [int(tag.kind[1]) for tag in found if re.fullmatch(r"H[1-6]", tag.kind)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert all(tag.alt for tag in found if tag.kind == "Figure")
    heads = [tag for tag in found if tag.kind == "TH"]
    assert bool(heads) == any(tag.kind == "Table" for tag in found)
    assert all(page.get("/Tabs") == "/S" for page in pdf.pages if "/Annots" in page)


def words_of(nodes: object) -> str:
    """All texts of nodes, without the spaces between them."""
    if isinstance(nodes, str):
        return re.sub(r"\s", "", nodes)
    if isinstance(nodes, dict):
        return "".join(words_of(nodes[key]) for key in SHOWN if key in nodes)
    return "".join(map(words_of, nodes)) if isinstance(nodes, list) else ""


def test_the_papers_of_a_small_course(tiny):
    names = {file.relative_to(tiny).as_posix() for file in tiny.rglob("*.pdf")}
    assert {"workbook.pdf", "trainers-book.pdf", "reading-numbers/workbook.pdf"} <= names
    assert not list(tiny.rglob("*.new"))
    for name in names:
        with opened(tiny / name) as pdf:
            assert_can_be_listened_to(pdf, "en")


def test_every_kind_has_its_room_on_paper():
    assert set(ASKED) == set(KINDS)
    assert set(FILLED) == set(FIELDS)
    assert set(form_papers._FORMS) == set(FORM_KINDS)


def test_papers_of_a_real_module_in_romanian(pdfs):
    assert set(pdfs) == {"workbook", "trainers-book", "checklist", "cards", "posters"}
    for data in pdfs.values():
        with opened(data) as pdf:
            assert_can_be_listened_to(pdf, "ro")
            size = pdf.pages[0].MediaBox
            assert (round(float(size[2])), round(float(size[3]))) == (595, 842)
    with opened(pdfs["checklist"]) as checklist:
        assert len(checklist.pages) == 1
    shown = text_of(pdfs["workbook"])
    assert "ș" in shown and "ț" in shown and "ş" not in shown


def test_learners_read_all_questions_and_no_answer(romanian, papers):
    workbook, book = words_of(papers["workbook"].nodes), words_of(papers["trainers-book"].nodes)
    for name, question in romanian.course.topics[MODULE].questions.items():
        if name not in printed(romanian.course):
            continue
        code = short_code(name)
        assert code in workbook and code in book, name
        explained = re.sub(r"\s", "", to_text(question.explanation))
        assert explained not in workbook and explained in book, name


def test_notes_solutions_and_cards_are_where_they_belong(romanian, papers):
    course = romanian.course
    group = course.tasks[f"{MODULE}.group"]
    workbook, book = words_of(papers["workbook"].nodes), words_of(papers["trainers-book"].nodes)
    notes = [
        cell.source
        for cell in course.notebooks[f"modules/{MODULE}/lecture"].cells
        if "notes" in cell.tags
    ]
    assert notes
    for text in (*notes, group.facilitator, *(weak.text for weak in group.weak)):
        told = re.sub(r"\s", "", to_text(text))
        assert told not in workbook and told in book
    pack = words_of(papers["cards"].nodes)
    for role in group.roles.values():
        assert re.sub(r"\s", "", role.title) in pack
        assert re.sub(r"\s", "", to_text(role.text)) in pack
    for card in group.material_names:
        assert re.sub(r"\s", "", course.cards[card].title) in pack


def test_a_code_to_scan_leads_to_the_page_of_codes(course):
    """Only where the town says where it serves the course: no address is made up."""
    name = "people-words-duties.share-of-all-residents"
    asked = Writer(course, Notes(course), printed(course))
    assert asked.scan(name) is None and Desk(course, ROOT)._address() == ""
    asked.base = "https://course.town.example/"
    data = paper_of(heading(1, "A"), *question_nodes(asked, name)).data()
    png = typst.compile(_layout(), sys_inputs={"paper": data}, format="png", ppi=150)
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    assert found.text == f"https://course.town.example/book/codes.html#{short_code(name)}"


def test_notes_are_framed_and_directives_for_the_screen_leave_nothing(course):
    writer = Writer(course, Notes(course), {})
    (framed,) = writer.cell("```{important}\nAsk first.\n```")
    assert framed["t"] == "box" and words_of(framed) == "ImportantAskfirst."
    assert writer.cell("Before.\n\n```{schedule}\n```\n") == [p("Before.")]


NASTY = ["#", "$", "\\", '"', "'", "*", "_", "`", "@", "<x>", "</b>", "[", "]", "{", "}", "(", ")"]
NASTY += ["//", "/*", "*/", "--", "---", "~", "= ", "- ", "+ ", "/ ", "1. ", "#panic()", "#let"]
NASTY += ["#import", "sys.inputs", "\\u{41}", "%", "&amp;", ";", ":", "https://x.example", "ș", "„"]


def paper_of(*nodes) -> Paper:
    return Paper("x.pdf", "A title # $", list(nodes), "Course", "en", "head #", "foot $", ROOT)


@pytest.mark.parametrize("seed", range(3))
def test_a_text_is_never_read_as_markup(seed):
    chance = random.Random(seed)
    texts = ["".join(chance.choices(NASTY, k=chance.randint(3, 9))) for _ in range(40)]
    made = [heading(1, texts[0])]
    for one, other in pairwise(texts):
        made += [p(one, strong(other), node("code", one)), label(one), ticks([[one]])]
        made += [box("card", p(one), title=other), table([[one], [other]], [[[one], [other]]])]
    shown = text_of(typeset(paper_of(*made)))
    for text in texts:
        assert re.sub(r"\s", "", text) in shown, text


def test_a_letter_that_no_font_has_is_named_with_its_paper():
    with pytest.raises(CourseError, match=r"x\.pdf: it was not printed.*"):
        typeset(paper_of(heading(1, "A"), p("\U0010fffd")))


def test_an_unknown_topic_is_told_before_anything_is_printed():
    with pytest.raises(CourseError, match="There is no topic 'nowhere'"):
        print_course(load_sound_course(TINY), print, "en", ["nowhere"])


def test_codes_are_unique_lasting_and_easy_to_type(course):
    entries = printed(course)
    codes = {entry.code for entry in entries.values()}
    assert len(codes) == len(entries) > 300
    assert all(len(code) == LENGTH and not set(code) & set("AEIOU01") for code in codes)
    # Printed books are out there: a code that changes leads nowhere.
    assert short_code("people-words-duties.share-of-all-residents") == "MNC7Q"
    assert read_code(" k7-m2 q\n") == "K7M2Q"
    for entry in entries.values():
        page = next(page for page in course.pages if page.id == entry.page)
        assert entry.name in (*page.questions, *page.tasks)
