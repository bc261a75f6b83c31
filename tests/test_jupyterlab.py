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

import course
import pytest

from coursekit.bundle import labels
from coursekit.live_deck import write_decks

from .conftest import ROOT, TINY

pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.xdist_group("lab")]

LAB = ROOT / ".venv-lab"
PYTHON = LAB / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LECTURE = "modules/reading-numbers/lecture.ipynb"
EXERCISE = "exercises/reading-numbers/individual.ipynb"
TASK = "reading-numbers.note"
TASKS = """note:
  code: I-1
  revision: 1
  title: "A note about a number"
  minutes: 5
  intro: "Write it."
  steps:
    write:
      title: "Write"
      minutes: 5
      text: "One sentence."
      fields:
        sentence: {kind: long-text, label: "Your sentence"}
        reader: {kind: text, label: "Who reads it?"}
  rubric:
    clear: {text: "It is clear."}
"""
# `_` is what the cell before has shown: the widget.
CELLS = (
    "import os\nfrom coursekit import workbook",
    f'workbook("{TASK}")',
    'print("Kernel", os.getpid(), type(_.answers) is dict, (_.answers or {}).get("fields"))',
)
TEXT = "On 1 December 2021, <b>ș</b>"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """JupyterLab over a copy of the tiny course: its address and the copy."""
    if not PYTHON.exists():
        missing = "JupyterLab is not prepared: run `python3 course.py test` once."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    folder = tmp_path_factory.mktemp("lab") / "tiny"
    shutil.copytree(TINY, folder)
    _write_deck(folder)
    command = course.deck_command(PYTHON, folder / "deck", LECTURE)
    command += ["--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += ["--port=0", "--IdentityProvider.token=x"]
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(folder.parent / "config")}
    for name in ("COURSEKIT_STATIC", "PYTEST_CURRENT_TEST"):
        environment.pop(name, None)
    log = folder.parent / "lab.log"
    with log.open("w") as file:
        server = subprocess.Popen(command, cwd=folder, stdout=file, stderr=file, env=environment)
        try:
            yield _address(server, log), folder
        finally:
            server.terminate()
            server.wait(timeout=30)


def _write_deck(folder: Path) -> None:
    """The same course once more inside, as `course.py present … --jupyter` makes it."""
    shutil.copytree(TINY, folder / "deck")
    path = folder / "deck" / LECTURE
    notebook = json.loads(path.read_text("utf-8"))
    title, setup = notebook["cells"][:2]
    (choice,) = (cell for cell in notebook["cells"] if cell["id"] == "q-choice")
    setup["source"] = "from coursekit import chart, quiz"
    choice["metadata"]["tags"].append("slide")
    notebook["cells"] = [
        title,
        setup,
        choice,
        {**choice, "id": "c", "source": 'chart("districts")'},
    ]
    path.write_text(json.dumps(notebook), "utf-8")
    write_decks(folder / "deck")


def _address(server: subprocess.Popen, log: Path) -> str:
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        if match := re.search(r"http://127\.0\.0\.1:\d+", log.read_text()):
            return match.group()
        time.sleep(0.25)
    raise AssertionError(log.read_text())


def open_notebook(chromium, address: str, path: str, place: str = "doc/tree"):
    """A notebook in the browser, all its cells run once the kernel is there."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/{place}/{path}?token=x&reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    _wait_for_kernel(page, address, path)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All Cells$")).click()
    return page


def _wait_for_kernel(page, address: str, path: str) -> None:
    """Before it is connected, JupyterLab would ask which kernel to use instead of running cells."""
    for _ in range(240):
        sessions = page.request.get(f"{address}/api/sessions?token=x").json()
        kernels = [one["kernel"] for one in sessions if one["path"] == path]
        if any(one["connections"] and one["execution_state"] == "idle" for one in kernels):
            return
        page.wait_for_timeout(250)
    raise AssertionError(sessions)


def write_exercise(folder: Path) -> Path:
    """Put an exercise into the copy, and give the path of the file of attempts, which is gone."""
    (folder / "exercises/reading-numbers/tasks.yml").write_text(TASKS, "utf-8")
    notebook = json.loads((folder / EXERCISE).read_text("utf-8"))
    form = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    notebook["cells"] = [
        {**form, "id": f"cell-{n}", "source": source} for n, source in enumerate(CELLS)
    ]
    (folder / EXERCISE).write_text(json.dumps(notebook), "utf-8")
    attempts = folder / ".coursekit" / "attempts.jsonl"
    attempts.unlink(missing_ok=True)
    return attempts


def last_line(attempts: Path, wanted) -> dict:
    """The newest line of the file, once it is as wanted."""
    for _ in range(100):
        lines = attempts.read_text("utf-8").splitlines() if attempts.exists() else []
        if lines and wanted(json.loads(lines[-1])):
            return json.loads(lines[-1])
        time.sleep(0.1)
    raise AssertionError(lines[-3:])


def kernel_with(page, text: str) -> str:
    """The process of the kernel that says it has this text, as a plain dictionary."""
    said = re.compile(rf"Kernel (\d+) True {re.escape(str({'sentence': text}))}")
    output = page.locator(".jp-OutputArea-output", has_text=said).last
    output.wait_for(timeout=60_000)
    return said.search(output.inner_text())[1]


def work_line(fields: dict[str, str]) -> str:
    facts = {"v": 1, "task": TASK, "revision": 1, "at": "2026-03-01T10:00:00Z", "rubric": {}}
    return json.dumps({"workbook": TASK, **facts, "fields": fields}) + "\n"


@pytest.mark.parametrize("place", ["doc/tree", "notebooks"], ids=["lab", "notebook-7"])
def test_a_click_reaches_the_kernel(chromium, lab, place):
    address, folder = lab
    attempts = folder / ".coursekit" / "attempts.jsonl"
    attempts.unlink(missing_ok=True)
    page = open_notebook(chromium, address, LECTURE, place)
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


def test_what_is_typed_in_an_exercise_is_in_the_kernel_in_the_file_and_there_after_a_restart(
    chromium, lab
):
    address, folder = lab
    attempts = write_exercise(folder)
    page = open_notebook(chromium, address, EXERCISE)
    field = page.get_by_label("Your sentence")
    field.wait_for(timeout=60_000)
    field.fill(TEXT)
    page.get_by_role("button", name="Keep", exact=True).first.wait_for()
    assert not attempts.exists(), "nothing is kept before the learner agrees"
    page.get_by_role("button", name="Keep", exact=True).first.click()
    line = last_line(attempts, lambda line: line.get("fields") == {"sentence": TEXT})
    assert line["workbook"] == line["task"] == TASK and line["v"] == 1

    page.locator(".jp-CodeCell .jp-InputArea-editor").last.click()
    page.keyboard.press("Control+Enter")
    first = kernel_with(page, TEXT)
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("Restart Kernel and Run All Cells")).click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    for _ in range(120):
        if kernel_with(page, TEXT) != first:
            break
        time.sleep(0.25)
    assert kernel_with(page, TEXT) != first, "it is another kernel"
    assert page.get_by_label("Your sentence").input_value() == TEXT
    assert page.locator(".workbook b").count() == 0, "what is typed is text"
    page.close()


def test_erased_work_is_gone_from_the_file_and_the_rest_stays(chromium, lab):
    address, folder = lab
    attempts = write_exercise(folder)
    attempts.parent.mkdir(exist_ok=True)
    other = json.dumps({"page": "book/welcome", "v": 1, "done": None, "opened": None}) + "\n"
    attempts.write_text(work_line({"sentence": "First"}) + other + work_line({"sentence": TEXT}))
    page = open_notebook(chromium, address, EXERCISE)
    page.get_by_role("button", name="Erase my work", exact=True).click(timeout=60_000)
    page.get_by_role("button", name="Yes, erase my work").click()
    for _ in range(100):
        if attempts.read_text("utf-8") == other:
            break
        time.sleep(0.1)
    assert attempts.read_text("utf-8") == other
    page.close()


def test_my_course_knows_exercises_names_the_file_and_leads_to_the_notebook(chromium, lab):
    address, folder = lab
    attempts = write_exercise(folder)
    attempts.parent.mkdir(exist_ok=True)
    attempts.write_text(work_line({"sentence": TEXT}), "utf-8")
    page = open_notebook(chromium, address, "book/my-course.ipynb")
    course = page.locator(".my-course")
    course.wait_for(timeout=60_000)
    line = course.locator(".pages li", has_text="A note about a number").first
    assert "1 of 2 fields filled in, last change on 1 March 2026" in line.inner_text()
    course.locator("summary", has_text="What is kept on this device").click()
    kept = course.locator("details", has=page.locator(".kept-items")).inner_text()
    assert ".coursekit/attempts.jsonl" in kept
    assert "Your work on the exercise: A note about a number" in kept
    assert "coursekit/1/" not in kept, "names of keys mean nothing here"
    with page.expect_download() as download:
        course.get_by_role("button", name="Save a copy").click()
    copy = json.loads(download.value.path().read_text("utf-8"))
    assert copy["workbooks"][TASK]["fields"] == {"sentence": TEXT}
    line.get_by_role("link").click()
    page.wait_for_url(f"**/{EXERCISE}*")
    page.close()


def test_a_copy_brought_in_fills_what_is_free_and_erasing_takes_the_exercises_too(
    chromium, lab, tmp_path
):
    address, folder = lab
    attempts = write_exercise(folder)
    attempts.parent.mkdir(exist_ok=True)
    attempts.write_text(work_line({"sentence": "Mine"}), "utf-8")
    page = open_notebook(chromium, address, "book/my-course.ipynb")
    course = page.locator(".my-course")
    course.wait_for(timeout=60_000)
    attempts.write_text(work_line({"sentence": "Mine, written on"}), "utf-8")
    theirs = json.loads(work_line({"sentence": "Theirs", "reader": "The press"}))
    del theirs["workbook"]
    file = tmp_path / "copy.json"
    copy = {"coursekit": "progress", "v": 1, "attempts": [], "pages": {}}
    file.write_text(json.dumps({**copy, "workbooks": {TASK: theirs}}), "utf-8")
    course.locator("input[type=file]").set_input_files(file)
    fields = {"sentence": "Mine, written on", "reader": "The press"}
    last_line(attempts, lambda line: line.get("fields") == fields)
    course.get_by_role("button", name="Erase everything", exact=True).click()
    course.get_by_role("button", name="Yes, erase everything").click()
    for _ in range(100):
        if not attempts.exists():
            break
        time.sleep(0.1)
    assert not attempts.exists()
    page.close()


def test_a_deck_starts_a_question_answers_and_a_changed_figure_is_drawn(chromium, lab):
    address, words = lab[0], labels()
    path = f"deck/{LECTURE}"
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/lab/tree/{path}?token=x&reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    _wait_for_kernel(page, address, path)
    page.get_by_role("button", name=words["liveButton"]).click()
    page.locator("body[data-jp-deck-mode=presenting]").wait_for(state="attached", timeout=60_000)
    shown = page.locator(".jp-Notebook-cell.jp-deck-mod-visible")
    assert shown.count() == 1 and shown.get_by_role("heading", level=1).is_visible()

    question = shown.get_by_role("radio", name=re.compile("1,000 residents"))
    _forward_to(page, question)
    question.check()
    shown.get_by_role("button", name=words["check"]).click()
    shown.get_by_text("Yes: number and date.").wait_for()
    page.locator(".jp-deck-mod-direction-forward").click()

    _forward_to(page, shown.locator("figure.chart"))
    before = shown.locator("figure.chart svg").inner_html()
    shown.locator(".jp-Placeholder").first.click()
    line = shown.locator(".cm-line", has_text="'Harbour'")
    line.click()
    page.keyboard.press("End")
    page.keyboard.press("Shift+Home")
    page.keyboard.type("'Harbour': 9999,")
    page.keyboard.press("Control+Enter")
    shown.locator(".takeaway", has_text="9,999").wait_for(timeout=30_000)
    assert shown.locator("figure.chart svg").inner_html() != before
    page.locator(".jp-deck-mod-stop").click()
    page.close()


def _forward_to(page, wanted) -> None:
    """Press the space bar until something is on the slide."""
    for _ in range(20):
        if wanted.is_visible():
            return
        page.keyboard.press("Space")
        page.wait_for_timeout(250)
    raise AssertionError(page.locator(".jp-deck-mod-visible").inner_text())
