"""The same notebook with a live kernel: it runs, the widget shows, a click reaches the kernel."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT, TINY

pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.xdist_group("lab")]

LAB = ROOT / ".venv-lab"
PYTHON = LAB / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LECTURE = "modules/reading-numbers/lecture.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """JupyterLab over a copy of the tiny course: its address and the copy."""
    if not PYTHON.exists():
        missing = "JupyterLab is not prepared: run `python3 course.py test` once."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    folder = tmp_path_factory.mktemp("lab") / "tiny"
    shutil.copytree(TINY, folder)
    command = [PYTHON, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += ["--port=0", "--IdentityProvider.token=x"]
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(folder.parent / "config")}
    environment.pop("COURSEKIT_STATIC", None)
    log = folder.parent / "lab.log"
    with log.open("w") as file:
        server = subprocess.Popen(command, cwd=folder, stdout=file, stderr=file, env=environment)
        try:
            yield _address(server, log), folder
        finally:
            server.terminate()
            server.wait(timeout=30)


def _address(server: subprocess.Popen, log: Path) -> str:
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        if match := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return match.group()
        time.sleep(0.25)
    raise AssertionError(log.read_text())


@pytest.mark.parametrize("place", ["doc/tree", "notebooks"], ids=["lab", "notebook-7"])
def test_a_click_reaches_the_kernel(chromium, lab, place):
    address, folder = lab
    attempts = folder / ".coursekit" / "attempts.jsonl"
    attempts.unlink(missing_ok=True)
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/{place}/{LECTURE}?token=x&reset")
    page.locator("p", has_text="A tiny lecture with one").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All Cells$")).click()
    question = page.get_by_role("group", name=re.compile("Which sentence about")).first
    question.wait_for(timeout=60_000)
    question.get_by_role("radio", name=re.compile("1,000 residents")).check()
    form = page.locator("form").filter(has_text="Which sentence about")
    form.get_by_role("button", name="Check").click()
    form.get_by_text("Yes: number and date.").wait_for()
    assert not attempts.exists(), "nothing is kept before the learner agrees"
    form.get_by_role("button", name="Keep", exact=True).click()
    for _ in range(100):
        if attempts.exists() and attempts.read_text().strip():
            break
        time.sleep(0.1)
    attempt = json.loads(attempts.read_text().splitlines()[0])
    assert attempt["question"] == "reading-numbers.choice"
    assert attempt["response"] == ["dated"] and attempt["score"] == 1
    page.close()
