"""The page that checks a diploma gives the verdicts that Python gives, and believes no other."""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest

from coursekit.bundle import module
from coursekit.render_verify import checker_html

from .own_pages import write_pages
from .test_pages import violations

pytestmark = pytest.mark.browser

VECTORS = Path(__file__).parents[1] / "vectors"
CASES = json.loads((VECTORS / "diploma.json").read_text("utf-8"))
KEYS = json.loads((VECTORS / "keys.json").read_text("utf-8"))
REVOKED = (VECTORS / "revoked.jwt").read_text("utf-8")
INPUT = {(case["kind"], case["name"]): case["input"] for case in CASES}
CODE, CREDENTIAL = INPUT["code", "whole"], INPUT["credential", "whole"]
NAME = "Ștefania Țurcanu-Öz"
DAY = "2026-11-27"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    html = {
        "verify": checker_html(KEYS, REVOKED),
        "none": checker_html(None, ""),
    }
    return write_pages(tmp_path_factory.mktemp("verify"), "check-diploma", html)


@pytest.fixture
def visit_on_day(visit):
    """A visit on the day of the vectors: whatever the clock says, nothing was awarded tomorrow."""

    def start(*args, **options):
        here = visit(*args, **options)
        here.context.clock.set_fixed_time(f"{DAY}T12:00:00")
        return here

    return start


@pytest.fixture
def page(visit_on_day, pages):
    return visit_on_day(320).open((pages / "verify.html").as_uri())


@pytest.fixture(scope="module")
def functions(chromium, pages):
    """A page from a file, with the functions of the checker."""
    page = chromium.new_page()
    (pages / "blank.html").write_text("<!doctype html><title>Blank</title>", "utf-8")
    page.goto((pages / "blank.html").as_uri())
    text = f"{module('verify.js')}\nwindow.checker = {{ judge, findInWords, bytesOf }};"
    page.add_script_tag(content=text, type="module")
    page.wait_for_function("() => window.checker")
    yield page
    page.close()


JUDGE = """async ([cases, keys, revoked]) => {
  const { judge, findInWords } = window.checker;
  const verdictOf = async ({ input, today, revoked: own }) => {
    const found = findInWords(input);
    if (found.problem) return "form";
    const [one] = found;
    if (one.kind === "self-declared") return one.kind;
    return (await judge(one.kind, one.input, { keys, revoked: own ?? revoked, today })).verdict;
  };
  const verdicts = [];
  for (const one of cases) verdicts.push(await verdictOf(one));
  return verdicts;
}"""


def test_every_vector_has_the_verdict_that_python_gives(functions):
    verdicts = functions.evaluate(JUDGE, [CASES, KEYS, REVOKED])
    wrong = [
        (case["name"], case["verdict"], verdict)
        for case, verdict in zip(CASES, verdicts, strict=True)
        if verdict != case["verdict"]
    ]
    assert wrong == []


MUTATE = """async ([inputs, keys, revoked, today, times]) => {
  const { judge, findInWords } = window.checker;
  let seed = 20261127;
  const random = (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= %";
  const sign = () => signs[random(signs.length)];
  const kinds = [
    (text, at) => text.slice(0, at) + sign() + text.slice(at + 1),
    (text, at) => text.slice(0, at) + text.slice(at + 1 + random(4)),
    (text, at) => text.slice(0, at) + sign() + text.slice(at),
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2),
    (text, at) => text.slice(0, at) + text.slice(random(text.length)),
  ];
  const [accepted, verdicts] = [[], {}];
  let tried = 0;
  while (tried < times) {
    const input = inputs[tried % inputs.length];
    const changed = kinds[random(kinds.length)](input, random(input.length));
    if (changed === input) continue;
    tried += 1;
    const [one] = findInWords(changed);
    const { verdict } = await judge(one.kind, one.input, { keys, revoked, today });
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (!["form", "cut", "signature", "key-unknown"].includes(verdict)) accepted.push(changed);
  }
  return { accepted, verdicts };
}"""


def test_of_ten_thousand_changed_diplomas_none_is_accepted(functions):
    known = [KEYS, REVOKED, DAY]
    found = functions.evaluate(MUTATE, [[CODE, CREDENTIAL], *known, 10_000])
    assert found["accepted"] == []
    assert sum(found["verdicts"].values()) == 10_000
    assert set(found["verdicts"]) == {"form", "cut", "signature", "key-unknown"}


def result(page):
    return page.locator(".result")


def verdict_text(words, verdict: str) -> str:
    return words[f"verdict-{verdict}"].partition("{")[0]


def test_a_scanned_code_is_checked_at_once_and_said(visit_on_day, pages, words):
    here = visit_on_day(320, scheme="dark")
    here.context.set_offline(True)
    page = here.open(f"{(pages / 'verify.html').as_uri()}#{CODE}")
    result(page).wait_for()
    text = result(page).inner_text()
    assert words["verdict-valid-short"] in text and NAME in text and "1–10" in text
    assert words["level-supervised"] in text and words["verifyLimits"] in text
    said = page.locator("output.said").inner_text()
    assert verdict_text(words, "valid") in said and NAME in said
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("(code) => (location.hash = code)", INPUT["code", "revoked"])
    page.get_by_role("heading", name=words["verdict-revoked-short"]).wait_for()
    page.emulate_media(media="print")
    assert not page.get_by_role("textbox").is_visible() and result(page).is_visible()


@pytest.mark.parametrize(
    "typed, verdict",
    [
        (f"https://town.example/book/verify.html#{CODE[:60]}\n {CODE[60:]} ", "valid"),
        (CREDENTIAL, "valid"),
        (CODE[:100], "cut"),
        ("<script>window.owned = 1</script>", "form"),
        (INPUT["code", "a key in wrong hands"], "key-compromised"),
        (INPUT["code", "level changed"], "signature"),
    ],
)
def test_what_is_typed_gets_its_sentence(page, words, typed, verdict):
    field = page.get_by_label(words["verifyField"])
    field.fill(typed)
    field.press("Enter")
    page.get_by_role("heading", name=words[f"verdict-{verdict}-short"]).wait_for()
    assert verdict_text(words, verdict) in result(page).inner_text()
    assert (page.locator("dl").count() == 1) == (verdict == "valid"), "only what is signed is shown"
    assert page.evaluate("window.owned") is None


def pdf_of(address: str, times: int = 1) -> bytes:
    """A PDF with a link, its objects packed in streams."""
    pdf = pikepdf.new()
    for _ in range(times):
        page = pdf.add_blank_page()
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
        link.Rect = [0, 0, 9, 9]
        page.obj.Annots = pdf.make_indirect([pdf.make_indirect(link)])
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert address.encode() not in out.getvalue()
    return out.getvalue()


def png_of(*texts: bytes) -> bytes:
    """A picture of one white dot, with texts as Open Badges bakes them in."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    baked = b"".join(chunk(b"iTXt", b"openbadgecredential\0" + text) for text in texts)
    dot = chunk(b"IDAT", zlib.compress(b"\0\xff"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + baked + dot + chunk(b"IEND", b"")


PLAIN = b"\0\0\0\0" + CREDENTIAL.encode()
PACKED = b"\x01\0\0\0" + zlib.compress(CREDENTIAL.encode())
BOMB = (
    b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n"
    + zlib.compress(bytes(80_000_000), 9)
    + b"\nendstream endobj"
)
ADDRESS = "https://town.example/book/verify.html#"
FILES = [
    ("a PDF", pdf_of(ADDRESS + CODE), "verdict-valid-short"),
    ("a printed certificate", pdf_of(f"{ADDRESS}self-declared"), "verdict-self-declared-short"),
    ("another PDF", pdf_of("https://town.example/"), "verifyNothing"),
    ("a PDF that unpacks to too much", BOMB, "verifyTooBig"),
    ("a picture", png_of(PLAIN), "verdict-valid-short"),
    ("a picture with a packed text", png_of(PACKED), "verdict-valid-short"),
    ("two in one picture", png_of(PLAIN, PLAIN), "verifyNothing"),
    ("a credential", CREDENTIAL.encode(), "verdict-valid-short"),
    ("JSON", json.dumps({"credential": CREDENTIAL}).encode(), "verdict-valid-short"),
    ("results", b'{"coursekit": "progress", "name": "<b>x</b>"}', "verdict-self-declared-short"),
    ("something else", b"PK\x03\x04\x00\xff", "verdict-form-short"),
]


def test_what_is_chosen_gets_its_sentence(page, words):
    for name, content, label in FILES:
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        page.get_by_label(words["verifyFile"]).set_input_files(file)
        shown = page.locator(".verify").get_by_text(words[label]).filter(visible=True)
        shown.first.wait_for(timeout=10_000)
    assert page.locator(".verify b").count() == 0


DROP = """([content, name]) => {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(content)], name));
  document.querySelector("h1").dispatchEvent(
    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_a_file_with_several_diplomas_may_be_dropped_anywhere(page, words):
    pdf = pikepdf.open(io.BytesIO(pdf_of(ADDRESS + CODE)))
    pdf.pages.extend(pikepdf.open(io.BytesIO(pdf_of(ADDRESS + INPUT["code", "revoked"]))).pages)
    out = io.BytesIO()
    pdf.save(out)
    page.evaluate(DROP, [list(out.getvalue()), "pack.pdf"])
    page.get_by_role("heading", name=words["verdict-revoked-short"]).wait_for()
    assert page.get_by_role("heading", name=words["verdict-valid-short"]).is_visible()
    said = page.locator("output.said").inner_text()
    assert "2" in said and words["verdict-revoked-short"] in said


def test_a_town_without_keys_says_so_and_believes_nobody(visit, pages, words):
    page = visit().open(f"{(pages / 'none.html').as_uri()}#{CODE}")
    assert page.get_by_text(words["verifyNoKeys"]).is_visible()
    page.get_by_role("heading", name=words["verdict-key-unknown-short"]).wait_for()
    plain = visit(java_script_enabled=False).open((pages / "verify.html").as_uri())
    assert plain.get_by_text("coursekit diploma verify").is_visible()


def test_over_plain_http_from_another_machine_the_page_says_why_it_cannot_check(
    visit, pages, words
):
    here = visit()
    here.context.add_init_script("delete Crypto.prototype.subtle")
    page = here.open(f"{(pages / 'verify.html').as_uri()}#{CODE}")
    assert page.get_by_text(words["verifyNotHere"]).is_visible()
    assert page.locator(".result").count() == 0 and page.get_by_role("textbox").count() == 0


def test_the_built_page_holds_the_checker(visit, tiny_site, words):
    page = visit(320).open(f"{(tiny_site / 'book' / 'verify.html').as_uri()}#{CODE}")
    assert page.get_by_text(words["verifyNoKeys"]).is_visible()
    page.get_by_role("heading", name=words["verdict-key-unknown-short"]).wait_for()
