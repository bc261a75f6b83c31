"""The course taken offline: saved whole, updated whole or not at all, and removed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from coursekit.hosts.offline import LIST, write_offline

from .answering import answer, form_of, press_button
from .moody_server import MoodyServer, moody_server
from .test_pages import violations

pytestmark = pytest.mark.browser

PATIENCE = 20_000
FOLDER = "town/course"
WELCOME = f"/{FOLDER}/book/welcome.html"
MY_COURSE = f"/{FOLDER}/book/my-course.html"
LECTURE = f"/{FOLDER}/modules/reading-numbers/lecture.html"
OLD, NEW = "A tiny course", "A tiny course, second edition"
CHANGED = ("book/welcome.html", "modules/reading-numbers/lecture.html")
PROGRESS = {"coursekit/1/keep": "yes", "coursekit/1/some-key": "kept as it is"}
STORED = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
})"""
CONTENTS = """async () => (await (await caches.open((await caches.keys())[0])).keys()).length"""
NO_ROOM = """
  const put = Cache.prototype.put;
  let left = %d;
  Cache.prototype.put = function (...all) {
    if (left-- > 0) return put.apply(this, all);
    return Promise.reject(new DOMException("no room", "QuotaExceededError"));
  };
"""


@pytest.fixture
def folder(tiny_site: Path, tmp_path: Path) -> Path:
    """The tiny site in a folder of a server, its pages once more as a second language."""
    site = tmp_path / FOLDER
    shutil.copytree(tiny_site, site)
    (site / "ro").mkdir()
    shutil.copytree(tiny_site / "book", site / "ro" / "book")
    write_offline(site, {"en": "", "ro": "ro/"})
    return site


@pytest.fixture
def server(folder: Path, tmp_path: Path) -> Iterator[MoodyServer]:
    with moody_server(tmp_path) as server:
        yield server


@pytest.fixture
def context(chromium) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def open_offer(context: BrowserContext, server: MoodyServer, path: str = WELCOME) -> Page:
    page = context.new_page()
    page.goto(server.address + path)
    page.locator("#offline:not([hidden])").wait_for()
    return page


def press(page: Page, name: str) -> None:
    page.locator("#offline").get_by_role("button", name=name, exact=True).click()


def said(page: Page, text: str) -> None:
    expect(page.locator("#offline output")).to_have_text(text, timeout=PATIENCE)


def save(page: Page, words: dict[str, str]) -> None:
    press(page, words["offlineSave"])
    said(page, words["offlineDone"])


def cut(context: BrowserContext, server: MoodyServer) -> None:
    server.left = 0
    context.set_offline(True)


def join(context: BrowserContext, server: MoodyServer) -> None:
    server.left = None
    context.set_offline(False)


def second_edition(site: Path) -> None:
    """Put a new version of two pages, and its list, on the server."""
    for path in CHANGED:
        text = (site / path).read_text("utf-8")
        (site / path).unlink()
        (site / path).write_text(text.replace(OLD, NEW), "utf-8")
    write_offline(site, {"en": "", "ro": "ro/"})


def keep_progress(page: Page) -> None:
    page.evaluate("(all) => Object.assign(localStorage, all)", PROGRESS)


def progress(page: Page) -> dict[str, str]:
    return json.loads(page.evaluate("JSON.stringify({ ...localStorage })"))


def test_nothing_is_stored_before_the_learner_asks(context, server):
    for path in (MY_COURSE, WELCOME):
        page = open_offer(context, server, path)
        assert page.evaluate(STORED) == {"caches": [], "workers": []}
    assert not violations(page)


def test_a_saved_course_works_without_a_network(context, server, words):
    page = open_offer(context, server)
    keep_progress(page)
    save(page, words)
    (scope,) = page.evaluate(STORED)["workers"]
    assert scope == f"{server.address}/{FOLDER}/"
    cut(context, server)
    page.goto(server.address + LECTURE)
    form = form_of(page, "reading-numbers.choice")
    answer(form, "choice", ["dated"], by_keyboard=False)
    press_button(form, words["check"], by_keyboard=False)
    expect(form).to_contain_text(words["outcomeRight"])
    page.goto(f"{server.address}/{FOLDER}/search.html?q=figure")
    page.locator("#search-results li").first.wait_for()
    for late in ("host-docx.js", "host-ics.js"):
        is_there = "(name) => fetch(`_static/${name}?v=1`).then((one) => one.ok)"
        assert page.evaluate(is_there, late)
    for left_out in ("slides/reading-numbers.html", "ro/book/glossary.html"):
        page.goto(f"{server.address}/{FOLDER}/{left_out}")
        assert page.locator("h1").inner_text() == words["offlineNotSaved"]
    page.goto(f"{server.address}/{FOLDER}/")
    page.wait_for_url(f"**{WELCOME}")
    assert PROGRESS.items() <= progress(page).items()


def test_languages_and_slides_are_saved_as_chosen(context, server, words):
    page = open_offer(context, server, MY_COURSE)
    for box in page.locator("#offline input").all():
        box.check()
    save(page, words)
    cut(context, server)
    page.goto(f"{server.address}/{FOLDER}/ro/book/glossary.html")
    assert page.locator("h1").inner_text() != words["offlineNotSaved"]
    page.goto(f"{server.address}/{FOLDER}/slides/reading-numbers.html")
    assert page.locator(".reveal").count()


def test_interrupted_saving_goes_on_where_it_was(context, server, folder, words):
    page = open_offer(context, server)
    server.left = 12
    press(page, words["offlineSave"])
    said(page, words["offlineNoNetwork"])
    before = server.fetched()
    join(context, server)
    page = open_offer(context, server)
    assert words["offlinePartly"] in page.locator("#offline").inner_text()
    press(page, words["offlineContinue"])
    said(page, words["offlineDone"])
    after = server.fetched()
    assert len(before) > 5 and len(after) > 20 and not set(before) & set(after)


def test_a_new_version_comes_whole_or_not_at_all(context, server, folder, words):
    page = open_offer(context, server)
    keep_progress(page)
    save(page, words)
    number = page.evaluate(CONTENTS)
    second_edition(folder)
    server.fetched()
    page = open_offer(context, server, MY_COURSE)
    assert words["offlineNewer"].split(".")[0] in page.locator("#offline").inner_text()
    server.left = 1
    press(page, words["offlineUpdate"])
    said(page, words["offlineNoNetwork"])
    for path in (WELCOME, LECTURE):
        page.goto(server.address + path)
        assert page.title().endswith(OLD), "the old version is whole"
    join(context, server)
    page = open_offer(context, server)
    press(page, words["offlineContinue"])
    said(page, words["offlineDone"])
    cut(context, server)
    for path in (WELCOME, LECTURE):
        page.goto(server.address + path)
        assert page.title().endswith(NEW)
    assert len(server.fetched()) == len(CHANGED), "what has not changed is not fetched again"
    assert page.evaluate(CONTENTS) == number, "what is no longer needed is gone"
    assert PROGRESS.items() <= progress(page).items()


def test_a_file_that_is_not_what_the_list_says_is_not_saved(context, server, folder, words):
    page = open_offer(context, server)
    (folder / "search.html").unlink()
    (folder / "search.html").write_text("<p>Please log in</p>", "utf-8")
    write_offline(folder, {"en": ""})
    romanian = page.locator("#offline input[value=ro]")
    assert romanian.count() == 1
    press(page, words["offlineSave"])
    said(page, words["offlineChanged"])
    assert words["offlinePartly"] in page.locator("#offline").inner_text()
    assert romanian.count() == 0, "what can be chosen is what the new list has"


def test_without_room_nothing_is_left_behind(context, server, words):
    context.add_init_script(NO_ROOM % 9)
    page = open_offer(context, server)
    keep_progress(page)
    press(page, words["offlineSave"])
    said(page, words["offlineFull"])
    assert page.evaluate(STORED) == {"caches": [], "workers": []}
    assert progress(page) == PROGRESS


def test_without_room_for_a_new_version_the_old_one_stays(context, server, folder, words):
    page = open_offer(context, server)
    save(page, words)
    number = page.evaluate(CONTENTS)
    second_edition(folder)
    page = open_offer(context, server)
    page.evaluate(f"() => {{{NO_ROOM % 2}}}")
    press(page, words["offlineUpdate"])
    said(page, words["offlineFull"])
    assert page.evaluate(CONTENTS) == number
    cut(context, server)
    for path in (WELCOME, LECTURE):
        page.goto(server.address + path)
        assert page.title().endswith(OLD)


def test_a_saved_course_can_be_removed(context, server, words):
    page = open_offer(context, server)
    keep_progress(page)
    save(page, words)
    press(page, words["offlineRemove"])
    said(page, words["offlineRemoved"])
    assert page.evaluate("document.activeElement.tagName") == "OUTPUT"
    assert page.evaluate(STORED) == {"caches": [], "workers": []}
    assert progress(page) == PROGRESS
    page.reload()
    page.locator("#offline").get_by_role("button", name=words["offlineSave"]).wait_for()


def test_a_folder_offers_nothing(context, tiny_site):
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto((tiny_site / "book" / "welcome.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert page.locator("#offline").is_hidden() and not faults


def test_the_list_is_written_by_the_build_and_names_every_page(tiny_site):
    parts = json.loads((tiny_site / LIST).read_text("utf-8"))["parts"]
    named = {path for part in parts for path, _, _ in part["files"]}
    there = {path.relative_to(tiny_site).as_posix() for path in tiny_site.rglob("*.html")}
    assert there <= named and "sw.js" not in named
    assert {path for path in named if "slides/" in path} <= {
        path for part in parts if part["slides"] for path, _, _ in part["files"]
    }
