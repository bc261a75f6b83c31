"""`serve`: on this machine only, built again on every change, problems told and survived."""

from __future__ import annotations

import gzip
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from coursekit.policy import headers

from .test_build import LECTURE, QUESTIONS, replace

PAGE = LECTURE.removeprefix("_build/site")


class Served:
    """A running `serve`: its address, its course, and what it has said."""

    def __init__(self, course: Path) -> None:
        self.course = course
        self._said = (course / "said.txt").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coursekit", "serve", "--no-browser"],
            cwd=course,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )  # tests that were started in the background would hand on that Ctrl+C is ignored
        assert self.process.stdout
        first = self.process.stdout.readline()
        assert first.startswith("http://127.0.0.1:"), self.said()
        self.address = first.rpartition("/")[0]

    def stop(self) -> int:
        """End it as Ctrl+C does; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(10)
        self.process.stdout.close()
        self._said.close()
        return code

    def said(self) -> str:
        return (self.course / "said.txt").read_text("utf-8")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert headers().items() <= dict(answer.headers).items()
            return gzip.decompress(answer.read()).decode()

    def wait(self, is_so, seconds: float = 20) -> float:
        """Seconds until something is so."""
        start = time.monotonic()
        while not is_so():
            assert time.monotonic() - start < seconds, self.said()
            time.sleep(0.05)
        return time.monotonic() - start


@pytest.fixture(scope="module")
def served(tmp_path_factory, tiny_site) -> Iterator[Served]:
    course = tmp_path_factory.mktemp("serve") / "tiny"
    shutil.copytree(tiny_site.parents[1], course)
    one = Served(course)
    yield one
    assert one.stop() == 130


def test_pages_come_compressed_with_the_reload_script(served):
    assert '<script src="/.reload.js"></script></body>' in served.get(PAGE)
    assert "EventSource" in served.get("/.reload.js")


def test_what_is_not_there_is_not_found(served):
    with pytest.raises(urllib.error.HTTPError):
        served.get("/nothing.html")
    with pytest.raises(urllib.error.HTTPError):
        served.get("/../../../_config.yml.html")


def test_a_saved_question_is_seen_and_open_pages_are_told(served):
    time.sleep(1)
    waiting = urllib.request.urlopen(served.address + "/.reload", timeout=30)
    replace(served.course / QUESTIONS, "That is a feeling, not a figure.", "A mere feeling.")
    served.wait(lambda: "A mere feeling." in served.get(PAGE))
    assert b"data: built" in waiting.readline()
    waiting.close()


def test_a_problem_is_told_and_the_site_stays(served):
    text = (served.course / QUESTIONS).read_text("utf-8")
    replace(served.course / QUESTIONS, "kind: opinion", "kind: feeling")
    served.wait(lambda: "The site stays as it was." in served.said())
    assert f"{QUESTIONS}:" in served.said()
    assert "A colleague uses an old figure" in served.get(PAGE)
    (served.course / QUESTIONS).write_text(text.replace("old figure", "stale figure"), "utf-8")
    served.wait(lambda: "stale figure" in served.get(PAGE))


def test_files_that_are_no_part_of_the_site_build_nothing(served):
    time.sleep(1)
    before = served.said().count("Changed")
    (served.course / "notes.txt").write_text("mine")
    time.sleep(1.2)
    assert served.said().count("Changed") == before
