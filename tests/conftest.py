"""What tests share: the two courses, their built sites, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

import pytest

from coursekit.browsing import FLAGS, find_browser
from coursekit.bundle import SOURCE, speak
from coursekit.checks import load_sound_course
from coursekit.content.language import speak_language_of
from coursekit.model import Course
from coursekit.serving import WithHeaders, served

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "courses" / "tiny"
NOT_COPIED = shutil.ignore_patterns("_build", ".*", "src", "tests", "benchmarks")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A site built inside a test leaves its language spoken: the next test begins anew."""
    speak(SOURCE, {})
    yield
    speak(SOURCE, {})


CHROMIUM_FLAGS = (*FLAGS, "--disable-quic", "--disable-component-update", "--disable-sync")
NO_BROWSER = (
    "no Chromium was found: the browser tests did not run. Install Chromium or Chrome, "
    "or set COURSEKIT_BROWSER to its path."
)


@cache
def _sound_course() -> Course:
    return load_sound_course(ROOT)


def the_course() -> Course:
    """The real course, read and checked once in each test process."""
    course = _sound_course()
    speak_language_of(ROOT)  # as reading it anew would
    return course


def pytest_report_header() -> str:
    return f"browser: {find_browser() or NO_BROWSER}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    if find_browser() or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def _turn(item: pytest.Item) -> int:
    """Long rows come before short tests; last comes what waits for the real course."""
    if item.get_closest_marker("lab"):
        return 0
    if not _needs_course(item):
        return 1
    return 3 if item.get_closest_marker("browser") else 2  # 2: builds a site of its own from it


def _needs_course(item: pytest.Item) -> bool:
    return "course_site" in getattr(item, "fixturenames", ())


def pytest_collection_finish(session: pytest.Session) -> None:
    """The real course is built beside the tests that do without it."""
    if session.config.option.collectonly or not any(map(_needs_course, session.items)):
        return
    factory = session.config._tmp_path_factory
    folder = shared_folder(factory) / "course"
    if claim(folder):
        threading.Thread(target=build, args=(ROOT, folder), daemon=True).start()


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for the whole session."""
    from playwright.sync_api import sync_playwright

    path = find_browser()
    if not path:
        pytest.fail(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def claim(folder: Path) -> bool:
    """True for the one test process that is to build in this folder."""
    try:
        folder.with_suffix(".lock").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def build(course: Path, folder: Path) -> None:
    """Build a copy of a course, and say that it is there or what went wrong."""
    said = ""
    try:
        shutil.copytree(course, folder, ignore=NOT_COPIED)
        words = [sys.executable, "-m", "coursekit", "build"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
        said = done.stderr if done.returncode else ""
    except OSError as error:
        said = str(error)
    finally:
        whole = folder.with_suffix(".said")
        whole.write_text(said)
        whole.rename(folder.with_suffix(".done"))


def site_of(course: Path, folder: Path) -> Path:
    """The site of a course, built once however many test processes ask for it."""
    if claim(folder):
        build(course, folder)
    done = folder.with_suffix(".done")
    for _ in range(2400):
        if done.is_file():
            break
        time.sleep(0.25)
    error = done.read_text()
    assert not error, error
    return folder / "_build" / "site"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    return shared_folder(tmp_path_factory)


@pytest.fixture(scope="session")
def tiny_site(shared: Path) -> Path:
    """The built site of the tiny course."""
    return site_of(TINY, shared / "tiny")


@pytest.fixture(scope="session")
def course_site(shared: Path) -> Path:
    """The built site of the real course."""
    return site_of(ROOT, shared / "course")


@pytest.fixture(scope="session")
def serve_site() -> Iterator:
    """A function that serves a folder on this machine, as a server should; gives its address."""
    with ExitStack() as servers:

        def serve(folder: Path) -> str:
            handler = partial(WithHeaders, directory=str(folder))
            return servers.enter_context(served(handler))

        yield serve
