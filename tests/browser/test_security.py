"""Nothing foreign, nothing kept unasked, nothing hostile: on each kind of page, after answering."""

from __future__ import annotations

import pytest

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
FROM_FILE = (TINY[2], TINY[8], TINY[9], TINY[10], TINY[11])
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

KEPT = "() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


def use_all(page, words) -> None:
    asking = [words[key] for key in ("keep", "myKeep", "spKeep", "spOpen") if key in words]
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("popup", lambda other: other.close())
    page.wait_for_load_state("networkidle")
    page.evaluate(USE, asking)


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
