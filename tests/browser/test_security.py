"""Nothing foreign, nothing kept unasked, nothing hostile: on each kind of page, after answering."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from coursekit.evidence.probes import KEPT

pytestmark = pytest.mark.browser

TINY = (
    "index.html",
    "search.html?q=figure",
    "modules/reading-numbers/lecture.html",
    "exercises/reading-numbers/individual.html",
    "book/before.html",
    "book/charts.html",
    "book/codes.html",
    "book/good-practice.html",
    "book/group-results.html",
    "book/my-course.html",
    "book/verify.html",
    "slides/reading-numbers.html",
    "slides/speaker.html?deck=reading-numbers",
)
COURSE = (
    "book/for-trainers/schedule.html",
    "book/tools.html",
    "exercises/difficult-moments/group.html",
    "exercises/difficult-moments/individual.html",
    "slides/difficult-moments.html",
)
FROM_FILE = (TINY[2], *TINY[8:])
"""One page of each script that reads storage, addresses or files."""

USE = """async (asking) => {
  window.print = () => {};
  const rest = () => new Promise((done) => setTimeout(done, 5));
  for (const field of document.querySelectorAll("main input:not([type=file]), main textarea")) {
    if (field.type === "radio" || field.type === "checkbox") field.click();
    else if (field.type === "text" || field.localName === "textarea") field.value = "<b>7</b>";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const buttons = document.querySelectorAll("main button, .deck-bar button");
  for (const button of [...buttons].slice(0, 60)) {
    if (asking.includes(button.textContent) || button.closest("form.search")) continue;
    if (button.offsetParent === null) continue;
    button.click();
    await rest();
  }
  return buttons.length;
}"""
"""Fills every field and presses every button, but for those by which one agrees to be kept."""

ARRIVED = (
    "() => document.readyState === 'complete' && !document.querySelector('[http-equiv=refresh]')"
)
"""The first page leads on at once."""

ASKING = ("keep", "myKeep", "spKeep", "offlineSave")
"""The labels of these buttons."""


def use_all(page, words) -> None:
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("popup", lambda other: other.close())
    page.wait_for_function(ARRIVED)
    page.wait_for_timeout(200)
    page.evaluate(USE, [words[key] for key in ASKING])


@pytest.mark.parametrize(
    "where, name",
    [
        *(("tiny_address", name) for name in TINY),
        *(("course_address", name) for name in COURSE),
        *(("tiny_site", name) for name in FROM_FILE),
    ],
)
def test_no_page_breaks_its_policy_or_keeps_anything_unasked(request, visit, words, where, name):
    start = request.getfixturevalue(where)
    here = visit(accept_downloads=True)
    page = here.open(f"{start if isinstance(start, str) else start.as_uri()}/{name}")
    use_all(page, words)
    hands = [key for key in page.evaluate(KEPT) if key and not key.startswith("coursekit-hands/")]
    assert hands == []
    assert here.context.cookies() == []


def test_the_policy_holds_against_a_script_and_a_request_that_got_in(chromium, tiny_site):
    page = chromium.new_page()
    page.goto((tiny_site / TINY[2]).as_uri())
    breaches = page.evaluate("""async () => {
      const found = [];
      addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
      const place = document.querySelector("main");
      place.insertAdjacentHTML("beforeend", `<img src="http://127.0.0.1:9/x">
        <p onclick="owned = 1" id="trap">x</p><p style="color: red">x</p>
        <iframe src="http://127.0.0.1:9/y"></iframe>`);
      document.getElementById("trap").click();
      const script = Object.assign(document.createElement("script"), { text: "window.owned = 1" });
      place.append(script);
      setTimeout("window.owned = 1");
      await fetch("http://127.0.0.1:9/z").catch(() => {});
      await new Promise((done) => setTimeout(done, 200));
      return [...new Set(found)].filter(Boolean).sort();
    }""")
    assert {"script-src", "script-src-attr", "script-src-elem", "style-src-attr"} <= set(breaches)
    assert {"connect-src", "frame-src", "img-src"} <= set(breaches)
    assert page.evaluate("window.owned") is None
    page.close()


MARKUP = '<img src=x onerror="window.owned = 1"><script>window.owned = 1</script>'
HASHES = (
    MARKUP,
    quote(MARKUP),
    "__proto__",
    "constructor=1&__proto__=2",
    "%",
    "/%E0%A4%A",
    "'\"]><",
)
WITH_HASH = (
    *(("tiny_address", name) for name in (TINY[2], "book/codes.html", "book/good-practice.html")),
    ("tiny_address", "book/verify.html"),
    ("tiny_address", "slides/reading-numbers.html"),
    *(("course_address", name) for name in COURSE[:3]),
)


def assert_sound(page) -> None:
    """The page stands, and nothing of what came in is more than text."""
    assert page.evaluate("window.owned") is None and page.evaluate("({}).polluted") is None
    assert page.locator("img[src=x], main script:not([type='application/json'])").count() == 0
    assert page.locator("h1").first.is_visible()


@pytest.mark.parametrize("where, name", WITH_HASH)
def test_an_address_with_anything_behind_its_hash_is_a_page_like_any_other(
    request, visit, where, name
):
    address = f"{request.getfixturevalue(where)}/{name}"
    page = visit().open(f"{address}#{quote('modules=' + MARKUP)}")
    page.wait_for_timeout(200)
    for tail in (*HASHES, *(f"{key}={quote(MARKUP)}" for key in ("card", "problem", "start"))):
        page.evaluate("(tail) => (location.hash = tail)", tail)
    page.wait_for_timeout(100)
    assert_sound(page)


def hostile_copy(task: str, fields: list[str]) -> dict:
    """Saved progress in which the work on one exercise has wrong shapes, markup and odd names."""
    shapes = [MARKUP, [MARKUP], [{"a": MARKUP}], {"a": {"b": MARKUP}}, [[[[1]]]], 7, None, [None]]
    odd = {"constructor": MARKUP, MARKUP: MARKUP}
    at = "2026-03-01T10:00:00Z"
    work = {"v": 1, "task": task, "revision": 1, "at": at, "rubric": {MARKUP: MARKUP}}
    work["fields"] = odd | {
        name: shapes[place % len(shapes)] for place, name in enumerate([*fields, "no-such-field"])
    }
    pages = {MARKUP: {"v": 1, "done": at, "opened": at}}
    return {"coursekit": "progress", "v": 1, "pages": pages, "workbooks": {task: work}}


def test_hostile_work_that_was_brought_in_is_text_and_the_exercise_goes_on(
    visit, course_address, words, tmp_path
):
    page = visit().open(f"{course_address}/{COURSE[3]}")
    workbook = page.locator("section.workbook").first
    workbook.wait_for()
    data = page.locator('[data-widget="workbook"] script.data').first.text_content()
    task = json.loads(data)["task"]
    fields = [field["id"] for step in task["steps"] for field in step["fields"]]
    file = tmp_path / "copy.json"
    file.write_text(json.dumps(hostile_copy(task["id"], fields)), "utf-8")
    page.goto(f"{course_address}/book/my-course.html")
    page.get_by_role("button", name=words["myKeep"], exact=True).click()
    page.locator("input[type=file]").set_input_files(file)
    page.locator("output.said p").first.wait_for()
    assert_sound(page)
    page.goto(f"{course_address}/{COURSE[3]}")
    workbook.wait_for()
    page.wait_for_timeout(200)
    assert_sound(page)
    text = workbook.locator("textarea").first
    text.fill("Still at work.")
    page.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
    kept = page.evaluate("(key) => localStorage.getItem(key)", f"coursekit/1/w/{task['id']}")
    assert "Still at work." in kept
