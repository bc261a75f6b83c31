"""Progress: kept only on request, found again tomorrow, moved, erased."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from .answering import form_of

pytestmark = pytest.mark.browser

LECTURE = "/modules/reading-numbers/lecture.html"
MY_COURSE = "/book/my-course.html"
CHOICE = "reading-numbers.choice"


def answer_choice(page, words, value="dated"):
    form = form_of(page, CHOICE)
    form.locator(f'.answer input[value="{value}"]').check()
    form.get_by_role("button", name=words["check"], exact=True).click()
    return form


def keep(form, words):
    form.get_by_role("button", name=words["keep"], exact=True).click()
    form.get_by_text(words["kept"]).wait_for()


def keys(page) -> list[str]:
    return sorted(page.evaluate("() => Object.keys(localStorage)"))


def test_answers_are_kept_over_a_reload_once_the_learner_agrees(visit, tiny_address, words):
    page = visit().open(tiny_address + LECTURE)
    form = answer_choice(page, words)
    assert keys(page) == []
    keep(form, words)
    page_key = "coursekit/1/p/modules/reading-numbers/lecture"
    assert keys(page) == ["coursekit/1/keep", page_key, f"coursekit/1/q/{CHOICE}"]
    page.reload()
    form = form_of(page, CHOICE)
    form.get_by_text("Yes: number and date.").wait_for()
    assert form.locator('input[value="dated"]').is_checked()
    assert form.locator("output").get_attribute("aria-live") == "off", "old news are not announced"


def test_not_now_keeps_nothing(visit, tiny_address, words):
    page = visit().open(tiny_address + LECTURE)
    form = answer_choice(page, words)
    form.get_by_role("button", name=words["keepNot"]).click()
    page.reload()
    assert keys(page) == []
    assert not form_of(page, CHOICE).locator('input[value="dated"]').is_checked()


def test_my_course_shows_what_was_done_and_where_to_go_on(visit, tiny_address, words):
    here = visit()
    page = here.open(tiny_address + LECTURE)
    keep(answer_choice(page, words, "many"), words)
    page.locator('[data-widget="page-done"] button').click()
    page.goto(tiny_address + MY_COURSE)
    text = page.locator("main").inner_text()
    assert "A case" in text, "the next page that is not done"
    assert "1 of 14" in text
    assert "Which sentence about Constanta" in text, "a wrong answer is to be reviewed"


def test_a_new_build_with_a_corrected_typo_keeps_the_answer_but_a_new_revision_asks_again(
    visit, tiny_address, words
):
    page = visit().open(tiny_address + LECTURE)
    keep(answer_choice(page, words), words)
    raise_revision = """([key]) => {
      const attempts = JSON.parse(localStorage.getItem(key));
      attempts[0].revision = 7;
      localStorage.setItem(key, JSON.stringify(attempts));
    }"""
    page.evaluate(raise_revision, [f"coursekit/1/q/{CHOICE}"])
    page.reload()
    form_of(page, CHOICE).get_by_text(words["changedQuestion"]).wait_for()


NEVER_IDLE = """
  window.requestIdleCallback = (step, { timeout } = {}) => timeout && setTimeout(step, timeout);
"""
"""A browser so busy that an idle moment never comes: only who named a patience is heard."""


def test_every_widget_comes_on_a_computer_that_is_never_idle(visit, tiny_address):
    here = visit()
    here.context.add_init_script(NEVER_IDLE)
    page = here.open(tiny_address + LECTURE)
    expect(page.locator(".widget[data-widget] > .fallback")).to_have_count(0, timeout=15_000)
    assert page.locator('[data-widget="page-done"] button').count() == 1


def export(page, words) -> dict:
    with page.expect_download() as download:
        page.get_by_role("button", name=words["myExport"]).click()
    return json.loads(download.value.path().read_text("utf-8"))


def test_export_moves_to_another_device_and_merges(visit, tiny_address, words, tmp_path):
    page = visit().open(tiny_address + LECTURE)
    keep(answer_choice(page, words), words)
    page.goto(tiny_address + MY_COURSE)
    copy = export(page, words)
    assert [attempt["question"] for attempt in copy["attempts"]] == [CHOICE]
    file = tmp_path / "copy.json"
    file.write_text(json.dumps(copy), "utf-8")

    other = visit(360).open(tiny_address + LECTURE)
    form = form_of(other, "reading-numbers.set-one")
    keep(answer_choice(other, words, "many"), words)
    other.goto(tiny_address + MY_COURSE)
    other.locator("input[type=file]").set_input_files(file)
    other.get_by_role("status").filter(has_text="1").first.wait_for()
    stored = json.loads(other.evaluate(f"() => localStorage.getItem('coursekit/1/q/{CHOICE}')"))
    assert sorted(attempt["response"][0] for attempt in stored) == ["dated", "many"]
    assert form.count() == 0


def test_erasing_asks_first_and_leaves_nothing(visit, tiny_address, words):
    page = visit().open(tiny_address + LECTURE)
    keep(answer_choice(page, words), words)
    page.evaluate("() => localStorage.setItem('another-site', 'stays')")
    page.goto(tiny_address + MY_COURSE)
    page.get_by_role("button", name=words["myErase"], exact=True).click()
    assert f"coursekit/1/q/{CHOICE}" in keys(page), "nothing is erased before the second yes"
    page.get_by_role("button", name=words["myEraseYes"]).click()
    page.get_by_text(words["myErased"]).wait_for()
    assert keys(page) == ["another-site"]
    in_page = "() => document.activeElement !== document.body"
    assert page.evaluate(in_page), "the focus is lost"


HOSTILE = {
    "not json": "<script>document.title = 'owned'</script>",
    "another file": '{"hello": "world"}',
    "markup in ids": json.dumps(
        {
            "coursekit": "progress",
            "v": 1,
            "at": "2026-01-01T00:00:00Z",
            "attempts": [
                {
                    "v": 1,
                    "question": "<img src=x onerror=\"document.title='owned'\">",
                    "revision": 1,
                    "response": ["<b>"],
                    "score": 1,
                    "sure": 3,
                    "hints": 0,
                    "at": "2026-01-01T00:00:00Z",
                }
            ],
            "pages": {"__proto__": {"v": 1, "done": "2026-01-01T00:00:00Z", "opened": None}},
            "unreadable": {},
        }
    ),
    "newer": '{"coursekit": "progress", "v": 99, "attempts": [], "pages": {}}',
    "deep": "[" * 50_000 + "]" * 50_000,
    "wrong shapes": '{"coursekit": "progress", "v": 1, "attempts": {"0": 1}, "pages": [[]]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_breaks_nothing(visit, tiny_address, tmp_path, name):
    file = tmp_path / "progress.json"
    file.write_text(HOSTILE[name], "utf-8")
    page = visit().open(tiny_address + MY_COURSE)
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_timeout(300)
    assert page.title() != "owned" and page.evaluate("({}).done === undefined")
    assert page.locator("main img").count() == 0
    assert page.get_by_role("heading", name="My course").is_visible()


BROKEN = {
    "corrupt": "{{{",
    "foreign": '"a text of another program"',
    "newer": '[{"v": 9, "question": "reading-numbers.choice", "shape": "unknown"}]',
    "not a list": '{"response": ["dated"]}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_left_alone_and_exported(visit, tiny_address, words, name):
    here = visit()
    page = here.open(tiny_address + LECTURE)
    keep(answer_choice(page, words), words)
    write = "([key, text]) => localStorage.setItem(key, text)"
    key = "coursekit/1/q/reading-numbers.number"
    page.evaluate(write, [key, BROKEN[name]])
    page.reload()
    form_of(page, CHOICE).get_by_text("Yes: number and date.").wait_for()
    page.goto(tiny_address + MY_COURSE)
    copy = export(page, words)
    kept = page.evaluate(f"() => localStorage.getItem('{key}')")
    assert kept == BROKEN[name]
    assert (
        BROKEN[name] in json.dumps(copy["unreadable"])
        or BROKEN[name] in copy["unreadable"].values()
    )


def test_full_storage_does_not_break_the_page(visit, tiny_address, words):
    page = visit().open(tiny_address + LECTURE)
    fill = """() => {
      let size = 1 << 20;
      for (let n = 0; size > 0; n += 1) {
        try { localStorage.setItem(`other/${n}`, "x".repeat(size)); } catch { size >>= 1; }
      }
    }"""
    page.evaluate(fill)
    form = answer_choice(page, words)
    form.get_by_role("button", name=words["keep"], exact=True).click()
    assert form.get_by_text("Yes: number and date.").is_visible()


def test_blocked_storage_does_not_break_the_page(visit, tiny_address, words):
    here = visit()
    here.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});"
    )
    page = here.open(tiny_address + LECTURE)
    form = answer_choice(page, words)
    assert form.get_by_text("Yes: number and date.").is_visible()
    page.goto(tiny_address + MY_COURSE)
    assert page.get_by_text(words["storageBlocked"]).is_visible()
