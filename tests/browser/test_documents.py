"""Documents of a learner's work: opened as others do, brought in again, hostile ones refused."""

from __future__ import annotations

import base64
import io
import json
import shutil
import struct
import subprocess
import zipfile
import zlib
from html import escape
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from coursekit.bundle import labels, module

from ..conftest import the_course

pytestmark = pytest.mark.browser

STARTS = {
    "blocksOf": "workbook/blocks.js",
    "toDocx": "workbook/docx.js",
    "toMarkdown": "workbook/markdown.js",
    "restoreAnswers": "workbook/restore.js",
}
CALL = """async ([name, args]) => {
  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const values = args.map((arg) => (arg?.base64 === undefined ? arg : bytesOf(arg.base64)));
  const start = performance.now();
  const result = await window.functions[name](...values);
  window.took = performance.now() - start;
  if (!(result instanceof Uint8Array)) return result;
  const reader = new FileReader();
  const read = new Promise((resolve) => (reader.onload = resolve));
  reader.readAsDataURL(new Blob([result]));
  await read;
  return { base64: reader.result.split(",")[1] };
}"""

TASK = {
    "id": "reading-numbers.individual",
    "code": "I-1",
    "revision": 2,
    "title": "Local profile card",
    "steps": [
        {
            "id": "facts",
            "title": "Facts",
            "cards": [],
            "fields": [
                {"id": "text", "kind": "long-text", "label": "Text"},
                {"id": "people", "kind": "number", "label": "People"},
                {"id": "rows", "kind": "table", "label": "Rows", "columns": []},
                {"id": "grid", "kind": "grid", "label": "Grid", "rows": [], "columns": []},
            ],
        }
    ],
}
LINES = {
    "romanian": "Știați că orașul Constanța are țărm, însă și învățători? ĂÂÎȘȚ ăâîșț",
    "cyrillic": "Добрий день, Констанца",
    "emoji": "👩‍👩‍👧 and 🇷🇴 and 𝒳",
    "markup": '<b>bold</b> & "quotes" ]]> <!-- x --> &amp; <script>alert(1)</script>',
    "two lines": "first line\nsecond line\twith a tab",
    "arabic": "مرحبا 2026 Marenta بكم",
    "hebrew in english": "The word שלום means peace.",
    "spaces": "  two  spaces  ",
    "long": "Ștefan are 3,5 kg de mere. " * 7500,
}
CONTROL = "a\u0000b\u0007c\ud800d\uffffe\u2028f\r\ng\u000bh"
CONTROL_AS_READ = "abcde\nf\ng\nh"
ANSWERS = {
    "v": 1,
    "task": TASK["id"],
    "revision": 2,
    "at": "2026-03-05T10:15:00.250Z",
    "fields": {
        "text": "\n\n".join(LINES.values())
        + "\u0000\u0007\u0085\u2028\ufffe ```coursekit\n{}\n```\n",
        "people": "118,400",
        "rows": [{"who": "Ana | Ion", "n": "1"}, {}, {"who": "<img src=x onerror=alert(1)>"}],
        "grid": {"young": {"radio": "Știri", "web": ""}},
    },
    "rubric": {"statuses": 3, "sources": 0},
}
TABLE = {
    "head": ["Number", "Date", "Source"],
    "rows": [["118,400", "1 January 2026", "INS"], ["3,540 & more", "", "a\nb"]],
}
BLOCKS = [
    {"heading": "Profilul orașului", "level": 0},
    {"meta": "I-1 · FICTIONAL"},
    {"heading": "Facts", "level": 1},
    {"heading": "Residents", "level": 2},
    *({"paragraph": line} for line in LINES.values()),
    {"paragraph": CONTROL},
    {"list": ["one", "two"]},
    {"table": TABLE},
    {"table": {"head": ["only"], "rows": [["x", "too many"], []]}},
    {"heading": "Order", "level": 1},
    {"list": ["first", "second"], "ordered": True},
    {"list": ["first again"], "ordered": True},
]
ABOUT = {"title": "Profilul orașului", "lang": "ro", "answers": ANSWERS}


@pytest.fixture(scope="module")
def call(chromium):
    """A function that calls one of the web functions in Chromium; bytes go in and come out."""
    page = chromium.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for name, start in STARTS.items():
        line = f"(window.functions ??= {{}}).{name} = {name};"
        page.add_script_tag(content=f"{module(start)}\n{line}", type="module")
        page.wait_for_function(f"() => window.functions?.{name}")

    def run(name: str, *args):
        packed = [_pack(arg) if isinstance(arg, bytes) else arg for arg in args]
        result = page.evaluate(CALL, [name, packed])
        if isinstance(result, dict) and "base64" in result:
            return base64.b64decode(result["base64"])
        return result

    run.took = lambda: page.evaluate("() => window.took")
    yield run
    page.close()


def _pack(data: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(data).decode()}


@pytest.fixture(scope="module")
def word_file(call) -> bytes:
    return call("toDocx", BLOCKS, ABOUT)


@pytest.fixture(scope="module")
def document(word_file):
    return Document(io.BytesIO(word_file))


def test_headings_keep_their_depth(document):
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith(("Heading", "Title", "Subtitle"))
    ]
    assert found == [
        ("Title", "Profilul orașului"),
        ("Subtitle", "I-1 · FICTIONAL"),
        ("Heading 1", "Facts"),
        ("Heading 2", "Residents"),
        ("Heading 1", "Order"),
    ]


def test_contents_are_what_was_typed(document):
    typed = [
        paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Normal"
    ]
    assert typed == [*LINES.values(), CONTROL_AS_READ]
    assert len(LINES["long"].encode()) > 200_000


def test_lists_are_lists_and_count_from_one_again(document):
    lists = [p for p in document.paragraphs if p.style.name.startswith("List")]
    assert [(p.style.name, p.text) for p in lists] == [
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Number", "first"),
        ("List Number", "second"),
        ("List Number", "first again"),
    ]
    numbers = [p._p.pPr.numPr.numId.val for p in lists[2:]]
    assert numbers[0] == numbers[1] != numbers[2]


def test_tables_have_a_head_that_repeats(document):
    first, second = document.tables
    read = [[cell.text for cell in row.cells] for row in first.rows]
    assert read == [TABLE["head"], *TABLE["rows"]]
    for table in (first, second):
        marked = [
            row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows
        ]
        assert marked == [True] + [False] * (len(table.rows) - 1)
        assert table.style.name == "Table Grid"
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_language_and_title_are_set(document):
    lang = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert lang.get(qn("w:val")) == "ro-RO"
    assert document.core_properties.language == "ro-RO"
    assert document.core_properties.title == "Profilul orașului"
    assert document.core_properties.created.isoformat().startswith("2026-03-05T10:15:00")


def test_right_to_left_text_is_marked(document):
    arabic = next(p for p in document.paragraphs if p.text == LINES["arabic"])
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    hebrew = next(p for p in document.paragraphs if p.text == LINES["hebrew in english"])
    assert hebrew._p.pPr.find(qn("w:bidi")) is None
    marked = [
        run.text for run in hebrew.runs if run._r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
    ]
    assert marked == ["שלום"]


def test_the_parts_are_sound(word_file):
    with zipfile.ZipFile(io.BytesIO(word_file)) as file:
        assert file.testzip() is None, "the checksums fit"
        names = file.namelist()
        parts = {name: etree.fromstring(file.read(name)) for name in names}
    assert names[0] == "[Content_Types].xml"
    for name in (name for name in names if name.endswith(".rels")):
        folder = Path(name).parent.parent
        for link in parts[name]:
            target = (Path("/") / folder / link.get("Target")).resolve().relative_to("/")
            assert target.as_posix() in names and link.get("TargetMode") is None
    typed = {part.get("PartName") for part in parts[names[0]] if part.get("PartName")}
    assert typed <= {f"/{name}" for name in names}


def test_the_same_work_makes_the_same_file(call, word_file):
    assert call("toDocx", BLOCKS, ABOUT) == word_file


def test_english_is_that_of_the_course(call):
    file = call("toDocx", [], {**ABOUT, "lang": "en"})
    assert Document(io.BytesIO(file)).core_properties.language == "en-GB"


def squeezed(file: bytes, **changes: bytes | None) -> bytes:
    """The same document compressed, as Word saves it; parts may be changed or left out."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return result.getvalue()


def test_every_file_brings_the_same_answers_back(call, word_file):
    markdown = call("toMarkdown", BLOCKS, ANSWERS).encode("utf-8", "replace")
    plain = json.dumps(ANSWERS).encode()
    files = {
        "Word": word_file,
        "Word, saved again": squeezed(word_file),
        "Markdown": markdown,
        "Markdown from Windows": b"\xef\xbb\xbf" + markdown.replace(b"\n", b"\r\n") + b"\r\nmore",
        "JSON": plain,
    }
    for name, file in files.items():
        found = call("restoreAnswers", file, TASK)
        assert found == {"answers": ANSWERS, "left": 0, "problem": None}, name


def test_markdown_is_text_and_tables(call):
    hostile = (
        "# no heading\n- no list\n1. no number\n<b>x</b> [a](javascript:b) *c* `d` | e ~~f~~ &lt;"
    )
    blocks = [{"heading": "A", "level": 0}, {"paragraph": hostile}, {"table": TABLE}]
    text = call("toMarkdown", blocks, ANSWERS)
    assert text.startswith("# A\n\n\\# no heading\\\n\\- no list\\\n1\\. no number\\\n")
    assert (
        "| Number | Date | Source |\n| --- | --- | --- |\n| 118,400 | 1 January 2026 | INS |"
        in text
    )
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text.split("```")[0])
    assert page.count("<h1>") == 1 and "<b>" not in page and "<a" not in page and "<em>" not in page
    assert "<ul>" not in page and "<ol>" not in page and "&amp;lt;" in page


def zip_with(name: str, content: bytes, **facts: int) -> bytes:
    """A zip of one entry that may lie about itself."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeeze.compress(content) + squeeze.flush()
    flags, size = facts.get("flags", 0), facts.get("size", len(content))
    count, start = facts.get("count", 1), facts.get("start", 0)
    own = struct.pack(
        "<HHHHHIIIHH", 20, flags, 8, 0, 0x21, zlib.crc32(content), len(data), size, len(name), 0
    )
    local = b"PK\3\4" + own + name.encode() + data
    where = struct.pack("<HHHII", 0, 0, 0, 0, start)
    central = (b"PK\1\2" + struct.pack("<H", 20) + own + where + name.encode()) * min(count, 150)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(central), len(local), 0)
    return local + central + b"PK\5\6" + end


ITEM = "customXml/item1.xml"
BOMB = b" " * (300 * 1024 * 1024)
XML = '<answers xmlns="urn:coursekit:answers">{}</answers>'


def as_item(answers: object) -> bytes:
    return zip_with(ITEM, XML.format(escape(json.dumps(answers))).encode())


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + XML.format("&b;")
HOSTILE = {
    "bomb": (lambda word: zip_with(ITEM, BOMB), "fileGrows"),
    "bomb that lies about its size": (lambda word: zip_with(ITEM, BOMB, size=100), "fileGrows"),
    "one bomb named often": (lambda word: zip_with(ITEM, BOMB[: 15 << 20], count=150), "fileGrows"),
    "too many entries": (lambda word: zip_with(ITEM, b"", count=60_000), "fileTooMany"),
    "another folder": (lambda word: zip_with("../customXml/item1.xml", b"x"), "fileNotOurs"),
    "a root": (lambda word: zip_with("/customXml/item1.xml", b"x"), "fileNotOurs"),
    "encrypted entry": (lambda word: zip_with(ITEM, b"x", flags=1), "filePassword"),
    "Word file with a password": (
        lambda word: b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\0" * 600,
        "filePassword",
    ),
    "cut off": (lambda word: word[:-200], "fileBroken"),
    "start cut off": (lambda word: word[:2] + word[300:], "fileBroken"),
    "entry outside the file": (lambda word: zip_with(ITEM, b"x", start=0xFFFFFFF0), "fileBroken"),
    "only two letters": (lambda word: b"PK", "fileBroken"),
    "too big": (lambda word: b"{" + b" " * (10 << 20), "fileTooBig"),
    "deep": (lambda word: b'{"a":' + b"[" * 900_000, "fileBroken"),
    "deep and closed": (
        lambda word: b'{"a":' + b"[" * 400_000 + b"]" * 400_000 + b"}",
        "fileNotOurs",
    ),
    "no answers": (lambda word: squeezed(word, **{ITEM: None}), "fileNotOurs"),
    "entities": (lambda word: zip_with(ITEM, LAUGHS.encode()), "fileNotOurs"),
    "broken XML": (lambda word: zip_with(ITEM, XML[:-3].encode()), "fileBroken"),
    "broken JSON": (lambda word: b'{"v": 1,', "fileBroken"),
    "empty": (lambda word: b"", "fileNotOurs"),
    "a picture": (lambda word: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "fileNotOurs"),
    "another task": (lambda word: as_item({**ANSWERS, "task": "<img src=x>"}), "fileForeign"),
    "a newer version": (lambda word: as_item({**ANSWERS, "v": 2}), "fileNewer"),
    "a list": (lambda word: as_item([1]), "fileNotOurs"),
    "fields are a list": (lambda word: as_item({**ANSWERS, "fields": [1]}), "fileNotOurs"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_with_its_reason(call, word_file, words, name):
    make, problem = HOSTILE[name]
    file = make(word_file)
    found = call("restoreAnswers", file, TASK)
    assert found == {"answers": None, "left": 0, "problem": problem}
    assert problem in words
    assert call.took() < 10_000, "milliseconds, on a slow machine"


def test_of_a_strange_file_only_sound_answers_are_taken(call):
    strange = {
        "text": ["not", "a", "text"],
        "people": 118400,
        "rows": [[[[[[[1]]]]]]],
        "__proto__": {"polluted": "yes"},
        "unknown": {"__proto__": {"polluted": "yes"}},
        "later": "a field of a later revision",
        "grid": {"young": {"radio": "<img src=x onerror=alert(1)>"}},
    }
    file = {
        **ANSWERS,
        "fields": strange,
        "rubric": {"a": 3, "b": 4, "c": "2", "__proto__": 1},
        "at": "x",
    }
    found = call("restoreAnswers", json.dumps(file).encode(), TASK)
    assert found["left"] == 5
    assert sorted(found["answers"]["fields"]) == ["grid", "later"]
    assert found["answers"]["rubric"] == {"a": 3}
    assert found["answers"]["at"] is None


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A function that has LibreOffice convert a document and gives the path of the result."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip(
            "LibreOffice is not on this machine: nobody but python-docx opened the document"
        )
    folder = tmp_path_factory.mktemp("office")

    def convert(file: bytes, ending: str) -> Path:
        source = folder / "work.docx"
        source.write_bytes(file)
        out = folder / ending
        profile = f"-env:UserInstallation=file://{folder}/profile"
        line = [program, profile, "--headless", "--convert-to", ending, "--outdir", out, source]
        subprocess.run(line, check=True, capture_output=True, timeout=180)
        return out / f"work.{ending}"

    return convert


SHORT = [block for block in BLOCKS if block.get("paragraph") != LINES["long"]]


def test_libreoffice_shows_all_of_it(call, office):
    file = office(call("toDocx", SHORT, ABOUT), "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True
    ).stdout
    for part in ("Profilul orașului", "Știați", "învățători", "<b>bold</b> &", "3,540 & more"):
        assert part in text, part


def test_answers_are_still_there_after_libreoffice_saved_the_document(call, office):
    file = office(call("toDocx", SHORT, ABOUT), "docx").read_bytes()
    assert call("restoreAnswers", file, TASK)["answers"] == ANSWERS


@pytest.fixture(scope="module")
def capstone() -> dict:
    course = the_course()
    name = "plan-and-priorities.group"
    return course.tasks[name].data(name, course.cards)


def test_ratings_their_points_and_their_total_are_in_every_document(call, capstone):
    answers = {"fields": {}, "rubric": {line["id"]: 2 for line in capstone["rubric"]}, "at": ""}
    blocks = call("blocksOf", capstone, answers, labels())
    file = Document(io.BytesIO(call("toDocx", blocks, {**ABOUT, "answers": answers})))
    rows = [[cell.text for cell in row.cells] for row in file.tables[-1].rows]
    assert rows[0] == ["Criterion", "Rating", "Points"]
    assert rows[1] == ["Facts are dated and right ★", "2: meets the standard", "4 of 6 points"]
    assert file.paragraphs[-1].text == "40 of 60 points: passed."
    assert "\n40 of 60 points: passed.\n" in call("toMarkdown", blocks, answers)


def test_a_document_of_unrated_work_gives_no_verdict(call, capstone):
    blocks = call("blocksOf", capstone, {"fields": {}, "rubric": {}, "at": ""}, labels())
    assert "table" in blocks[-1], "the ratings are the last piece"
    assert blocks[-1]["table"]["rows"][0][1:] == ["", "(6 points)"]


def test_days_stand_in_words_and_what_nobody_asks_for_is_left_out(call, capstone):
    fields = {"week-one": "2026-02-02", "facts": [{"fact": "Residents", "date": "2026-01-01"}]}
    blocks = call("blocksOf", capstone, {"fields": fields, "rubric": {}, "at": ""}, labels())
    headings = [block.get("heading") for block in blocks]
    assert blocks[headings.index("Week 1 begins on") + 1] == {"paragraph": "2 February 2026"}
    assert blocks[headings.index("Facts") + 1]["table"]["rows"] == [
        ["Residents", "", "1 January 2026", ""]
    ]
    assert "After week 12" not in headings, "optional and empty"
    assert "Title of the plan" in headings
