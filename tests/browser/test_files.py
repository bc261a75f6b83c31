"""The bar with which the work leaves the page and comes back, on a page opened from a folder."""

from __future__ import annotations

import json

import pytest
from docx import Document

from coursekit.bundle import json_for_page, labels, script, style
from coursekit.hosts.needs import STYLES, WIDGETS

from .own_pages import ICON
from .test_pages import violations

pytestmark = pytest.mark.browser

TASK = {
    "id": "t.individual",
    "code": "I-1",
    "revision": 1,
    "title": "Local profile card: Constanța",
    "cards": [{"title": "FT-1 Marenta", "fictional": True}],
    "rubric": [{"id": "sources", "text": "Every number has a source", "star": True}],
    "steps": [
        {
            "id": "facts",
            "title": "Collect the figures",
            "cards": [],
            "fields": [
                {"id": "text", "kind": "long-text", "label": "Paragraph"},
                {"id": "people", "kind": "number", "label": "Residents", "unit": "persons"},
                {"id": "empty", "kind": "text", "label": "Left open"},
                {
                    "id": "grid",
                    "kind": "grid",
                    "label": "Messages",
                    "rows": [{"id": "young", "text": "Young people"}],
                    "columns": [{"id": "radio", "text": "Radio"}, {"id": "web", "text": "Web"}],
                },
            ],
        }
    ],
}
MINE = {
    "v": 1,
    "task": TASK["id"],
    "revision": 1,
    "at": "2026-03-05T10:15:00Z",
    "fields": {
        "text": "Știri <b>mine</b>\nnext line",
        "people": "118,400",
        "grid": {"young": {"radio": "mine"}},
    },
    "rubric": {"sources": 2},
}
THEIRS = {
    **MINE,
    "fields": {
        "text": "<img src=x onerror=\"document.title='owned'\">",
        "people": "118.400",
        "empty": "only theirs",
        "grid": {"young": {"radio": "theirs", "web": "theirs too"}},
    },
    "rubric": {"sources": 0},
}
START = """
const book = {
  task: TASK, lang: "en", answers: MINE, replaced: 0,
  read: () => book.answers,
  replace(answers) { book.answers = answers; book.replaced += 1; },
  getDocx: window.getDocx,
};
window.book = book;
document.getElementById("place").append(drawFiles(book, LABELS));
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>The page</title>
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="page.css"></head>
<body><main><h1>The page</h1><h2>Exercise</h2>
<div id="place" class="workbook controls"></div></main>
<script src="load.js?v=7"></script><script src="files.js"></script></body></html>"""


def _open_end(start: str, last: str) -> str:
    """A web file as a classic script that goes on with some lines of the test."""
    return script(start).rstrip().removesuffix("})();") + last + "\n})();\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    (folder / "icon.svg").write_text(ICON, "utf-8")
    data = {"TASK": TASK, "MINE": MINE, "LABELS": labels()}
    names = "".join(f"const {name} = {json_for_page(value)};\n" for name, value in data.items())
    call = 'scriptLoader(document.currentScript, "host-docx.js", "coursekitDocx")'
    load = f"window.getDocx = {call};"
    texts = {
        "index.html": PAGE,
        "page.css": style(*STYLES, *WIDGETS["workbook"][1]),
        "load.js": _open_end("load.js", load),
        "files.js": _open_end("workbook/files.js", names + START),
        "host-docx.js": script("host-docx.js"),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def page(visit, folder):
    return visit(360).open((folder / "index.html").as_uri())


def saved(page, label: str):
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return download.value


def bring_in(page, tmp_path, content: bytes, name: str = "colleague.json"):
    file = tmp_path / name
    file.write_bytes(content)
    page.locator("input[type=file]").set_input_files(file)
    page.locator("output.said > p").first.wait_for()


def answers(page) -> dict:
    return page.evaluate("() => book.answers")


def test_the_word_document_holds_the_work_and_its_writer_is_fetched_for_it(page, words):
    assert page.evaluate("() => typeof coursekitDocx") == "undefined"
    file = saved(page, words["fileWord"])
    assert file.suggested_filename.startswith("i-1-local-profile-card-constanta-20")
    assert file.suggested_filename in page.get_by_role("status").inner_text()
    document = Document(str(file.path()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == TASK["title"] and texts[1] == "I-1 · 5 March 2026"
    assert texts[2] == words["docFictional"].replace("{cards}", "FT-1 Marenta")
    for text in ("Collect the figures", "Știri <b>mine</b>", "next line", "118,400 persons"):
        assert text in texts
    assert texts[texts.index("Left open") + 1] == words["docEmpty"]
    grid, rubric = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    )
    assert grid[1] == ["Young people", "mine", ""]
    assert rubric[1][0] == "Every number has a source ★" and rubric[1][1].startswith("2")


def test_a_writer_that_cannot_be_fetched_is_told_and_tried_again(page, words):
    page.evaluate("""() => {
      const right = book.getDocx;
      book.getDocx = async () => {
        book.getDocx = right;
        throw new Error("offline");
      };
    }""")
    page.get_by_role("button", name=words["fileWord"]).click()
    page.get_by_text(words["fileNoWord"]).wait_for()
    assert saved(page, words["fileWord"]).suggested_filename.endswith(".docx")


@pytest.mark.parametrize("label", ["fileWord", "fileMarkdown"])
def test_a_saved_file_restores_an_empty_workbook(page, words, label, tmp_path):
    file = saved(page, words[label])
    page.evaluate("() => { book.answers = { ...book.answers, fields: {}, rubric: {} }; }")
    bring_in(page, tmp_path, file.path().read_bytes(), file.suggested_filename)
    page.get_by_text(words["fileCame"].split("{")[0]).wait_for()
    found = answers(page)
    assert (found["fields"], found["rubric"]) == (MINE["fields"], MINE["rubric"])


@pytest.mark.parametrize("over", ["afterprint", "focus", "pointerdown"])
def test_print_shows_the_work_and_no_interface(page, words, over):
    page.evaluate("() => { window.print = () => (window.printed = document.title); }")
    page.get_by_role("button", name=words["filePrint"]).click()
    assert page.evaluate("() => window.printed") == TASK["title"]
    page.emulate_media(media="print")
    text = page.evaluate("() => document.body.innerText")
    assert "Știri <b>mine</b>" in text and "Every number has a source ★" in text
    assert words["fileWord"] not in text and "The page" not in text
    assert page.locator(".print-view :is(button, input, textarea)").count() == 0
    heads = page.locator(".print-view").locator("h1, h2, h3").all_inner_texts()
    assert heads[:3] == [TASK["title"], "Collect the figures", "Paragraph"]
    page.emulate_media(media="screen")
    page.evaluate("() => window.dispatchEvent(new Event('" + over + "'))")
    assert page.title() == "The page" and not page.locator(".print-view").is_visible()


def test_what_only_the_file_has_comes_in_and_the_rest_is_asked(page, words, tmp_path):
    bring_in(page, tmp_path, json.dumps(THEIRS).encode())
    said = page.locator("output.said").inner_text()
    assert words["fileCame"].replace("{name}", "colleague.json").replace("{n}", "2") in said
    assert words["fileConflicts"].replace("{n}", "4") in said
    now = answers(page)
    assert now["fields"]["empty"] == "only theirs" and now["fields"]["people"] == "118,400"
    assert now["fields"]["grid"]["young"] == {"radio": "mine", "web": "theirs too"}
    names = ["Paragraph", "Residents", "Messages · Young people · Radio", words["docSelfCheck"]]
    for name in names:
        group = page.get_by_role("group", name=name).first
        assert group.get_by_role("radio", name=words["conflict-mine"]).is_checked()
    numbers = page.get_by_role("group", name="Residents").first
    assert numbers.get_by_role("radio").count() == 2, "two numbers cannot stand together"
    assert page.locator(".conflict img").count() == 0 and page.title() == "The page"
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_choices_are_made_with_the_keyboard(page, words, tmp_path):
    bring_in(page, tmp_path, json.dumps(THEIRS).encode())
    page.evaluate("() => { book.answers.fields.text += ', typed since'; }")
    page.get_by_role("group", name="Paragraph").first.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate(
            "() => document.activeElement.closest('fieldset')?.textContent.includes('Residents')"
        ):
            break
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name=words["conflictUse"]).focus()
    page.keyboard.press("Enter")
    told = (
        words["conflictDone"].replace("{mine}", "2").replace("{theirs}", "1").replace("{both}", "1")
    )
    assert page.locator("output.said").inner_text() == told
    assert page.evaluate("() => document.activeElement.matches('output.said')")
    now = answers(page)
    assert (
        now["fields"]["text"]
        == f"{MINE['fields']['text']}, typed since\n\n{THEIRS['fields']['text']}"
    )
    assert now["fields"]["people"] == "118.400" and now["rubric"] == {"sources": 2}
    assert page.locator(".conflict").count() == 0


def test_the_same_file_again_brings_nothing_new(page, words, tmp_path):
    bring_in(page, tmp_path, json.dumps(MINE).encode())
    told = words["fileNothingNew"].replace("{name}", "colleague.json")
    assert page.locator("output.said").inner_text() == told
    assert page.evaluate("() => book.replaced") == 0


def test_a_refused_file_changes_nothing_and_says_why(page, words, tmp_path):
    bring_in(page, tmp_path, json.dumps({**THEIRS, "task": "t.other"}).encode())
    assert page.locator("output.said").inner_text() == words["fileForeign"]
    assert answers(page) == MINE
    bring_in(page, tmp_path, b"x" * (11 << 20), "large.docx")
    page.get_by_text(words["fileTooBig"]).wait_for()


def test_the_bar_has_no_barriers(visit, folder, serve_site, tmp_path):
    page = visit().open(f"{serve_site(folder)}/index.html")
    bring_in(page, tmp_path, json.dumps(THEIRS).encode())
    assert violations(page) == []
