"""What tests share: the two courses, their built sites, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "courses" / "tiny"

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_BROWSER = (
    "no Chromium was found: the browser tests did not run. Install Chromium or Chrome, "
    "or set COURSEKIT_BROWSER to its path."
)


def find_browser() -> str | None:
    """Path of a Chromium on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    given = os.environ.get("COURSEKIT_BROWSER")
    found = [given] if given else [shutil.which(name) for name in names]
    return next((path for path in found if path), None)


def pytest_report_header() -> str:
    return f"browser: {find_browser() or NO_BROWSER}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_browser() or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


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


def _build(course: Path, folder: Path) -> Path:
    """Build a copy of a course once, however many test processes ask for it."""
    site = folder / "_build" / "site"
    lock = folder.with_suffix(".lock")
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        _wait_for(folder.with_suffix(".done"))
        return site
    ignored = shutil.ignore_patterns("_build", ".*", "src", "tests", "benchmarks")
    shutil.copytree(course, folder, ignore=ignored)
    done = subprocess.run(
        [sys.executable, "-m", "coursekit", "build"], cwd=folder, capture_output=True, text=True
    )
    folder.with_suffix(".done").write_text(done.stderr if done.returncode else "")
    _wait_for(folder.with_suffix(".done"))
    return site


def _wait_for(file: Path) -> None:
    import time

    for _ in range(1200):
        if file.is_file():
            break
        time.sleep(0.25)
    error = file.read_text()
    assert not error, error


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def tiny_site(shared: Path) -> Path:
    """The built site of the tiny course."""
    return _build(TINY, shared / "tiny")


@pytest.fixture(scope="session")
def course_site(shared: Path) -> Path:
    """The built site of the real course."""
    return _build(ROOT, shared / "course")


@pytest.fixture(scope="session")
def serve_site() -> Iterator:
    """A function that serves a folder on this machine and gives its address."""
    import functools
    import threading
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Requests are no news."""

    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
        )
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
