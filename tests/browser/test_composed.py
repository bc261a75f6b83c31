"""Fields for texts made of parts: a message, a correction; counted, checked, kept, in documents."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
import yaml
from docx import Document

from coursekit.bundle import module
from coursekit.model import Wording
from coursekit.render_tasks import solution_html, workbook_html
from coursekit.tasks import Task

from ..conftest import the_course
from .own_pages import write_pages
from .test_forced_colors import WITHOUT_EDGE
from .test_pages import COLOURS, violations
from .test_workbook import keep, stored

pytestmark = pytest.mark.browser

TEXT = (Path(__file__).parent / "kinds.yml").read_text("utf-8")
TASK = Task.model_validate(yaml.load(TEXT, yaml.BaseLoader)["task"])
NAME = "kinds.individual"
WAVE = Wording(avoid=["wave"], say="the number of people", why="A water image.", source=["x"])
MARK = "Ț <b>bold</b>"


@pytest.fixture(scope="module")
def own(tmp_path_factory, serve_site) -> str:
    assert list(TASK.faults()) == []
    html = workbook_html(NAME, TASK, {}, {"wave": WAVE})
    pages = {"work": html, "solution": solution_html(NAME, TASK)}
    return serve_site(write_pages(tmp_path_factory.mktemp("composed"), "workbook", pages))


def open_work(visit, own, **options):
    page = visit(**options).open(f"{own}/work.html")
    page.locator(".workbook .step").first.wait_for()
    return page


def entry(page, name):
    return page.locator(f"[data-field={name}]")


def write(page, field, **parts):
    for label, text in parts.items():
        entry(page, field).get_by_label(label.replace("_", " "), exact=True).fill(text)
    page.wait_for_timeout(600)


def write_message(page):
    texts = TASK.model["post"]
    write(page, "post", **{name.title(): text for name, text in texts.items()})
    return texts


def test_a_message_is_counted_and_shown_as_one(visit, own, words):
    page = open_work(visit, own)
    post = entry(page, "post")
    assert post.locator(".whole").is_hidden()
    texts = write_message(page)
    assert post.locator(".whole output").inner_text() == " ".join(texts.values())
    assert post.locator(".counts").inner_text().startswith("25 of at most 30 words")
    write(page, "post", Story=f"{MARK} " + "a wave of words " * 3)
    assert post.locator(".counts .mend").first.inner_text() == words["wbWordsOver"].format(
        n=35, max=30, over=5
    )
    assert "the number of people" in post.locator("output.terms").inner_text()
    assert MARK in post.locator(".whole output").inner_text() and post.locator("b").count() == 0


def test_the_coach_asks_for_what_a_message_lacks(visit, own, words):
    page = open_work(visit, own)
    coach = page.locator("[data-step=post] .coach")
    write(page, "post", Value="12 shops opened.", Fact="Many opened.")
    said = coach.inner_text()
    for key in ("wbFactNoNumber", "wbValueNumber"):
        assert words[key] in said
    assert words["wbPartsOpen"].format(parts="Story, Action") in said
    write_message(page)
    assert coach.inner_text() == words["wbCoachDone"]


def states(page, field) -> dict[str, bool]:
    lines = entry(page, field).locator(".structure > li")
    return {
        line.inner_text(): "good" in (line.get_attribute("class") or "") for line in lines.all()
    }


def test_the_structure_of_a_correction_is_told_while_one_writes(visit, own, words):
    page = open_work(visit, own)
    assert not states(page, "rent")[words["wbCheck-opens-open"]]
    assert not states(page, "rent")[words["wbCheck-rumour-missing"]]
    write(page, "rent", Fact="All 12 tenants pay rent; nobody may live for free.")
    assert not states(page, "rent")[words["wbCheck-rumour-elsewhere"]]
    assert not states(page, "rent")[words["wbCheck-frame-open"]]
    write(
        page,
        "rent",
        Fact="All 12 tenants pay rent.",
        Warning="A post says “NO RENT”: that is wrong.",
        Trick="It shows another town.",
        Fact_again="12 of 12 tenants pay.",
    )
    assert all(states(page, "rent").values())
    assert entry(page, "rent").get_by_label(words["wbRumour"]).count() == 0
    step = page.locator("[data-step=rumour] .coach")
    assert step.inner_text() == words["wbCoachDone"]
    status = entry(page, "rent").get_by_role("status").filter(has_text="It opens")
    assert status.get_attribute("aria-atomic") == "false"


def test_the_learner_names_a_rumour_that_the_page_does_not_know(visit, own, words):
    page = open_work(visit, own)
    assert not states(page, "own")[words["wbCheck-rumour-unknown"]]
    write(page, "own", Warning="They say the școala is shut. The scoala is SHUT, they say.")
    entry(page, "own").get_by_label(words["wbRumour"]).fill("Școala is shut")
    page.wait_for_timeout(600)
    assert not states(page, "own")[words["wbCheck-rumour-many"].format(n=2)]
    keep(page, words)
    answers = stored(page, NAME)
    assert answers["fields"]["own"]["rumour"] == "Școala is shut"


def test_what_is_written_in_parts_is_there_after_a_reload(visit, own, words):
    page = open_work(visit, own)
    texts = write_message(page)
    keep(page, words)
    assert stored(page, NAME)["fields"] == {"post": texts}
    page.reload()
    page.locator(".workbook .step").first.wait_for()
    assert entry(page, "post").get_by_label("Fact").input_value() == texts["fact"]
    write(page, "post", Value="", Story="", Fact="", Action="")
    page.wait_for_timeout(600)
    assert stored(page, NAME)["fields"] == {}


def test_documents_have_the_parts_by_name_and_the_text_once(visit, own, words, tmp_path):
    page = open_work(visit, own)
    texts = write_message(page)
    write(page, "own", Fact="All 12 pay.", Fact_again="12 pay.")
    entry(page, "own").get_by_label(words["wbRumour"]).fill("no *rent*")
    whole = " ".join(texts.values())
    with page.expect_download() as download:
        page.get_by_role("button", name=words["fileWord"], exact=True).click()
    download.value.save_as(tmp_path / "work.docx")
    lines = [line.text for line in Document(tmp_path / "work.docx").paragraphs]
    for name, text in texts.items():
        assert lines.count(f"{name.title()}: {text}") == 1
    assert lines.count(whole) == 1 and f"{words['wbRumour']}: no *rent*" in lines
    with page.expect_download() as download:
        page.get_by_role("button", name=words["fileMarkdown"], exact=True).click()
    download.value.save_as(tmp_path / "work.md")
    text = (tmp_path / "work.md").read_text("utf-8")
    assert f"\n{whole}\n" in text and f"- Fact: {texts['fact']}\n" in text
    assert "- Fact again: 12 pay.\n" in text and r"no \*rent\*" in text
    assert "(not filled in)" in text, "the correction that is asked for is empty"


def test_a_file_with_one_part_more_brings_it_in(visit, own, words, tmp_path):
    page = open_work(visit, own)
    texts = write_message(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=words["fileMarkdown"], exact=True).click()
    download.value.save_as(tmp_path / "work.md")
    write(page, "post", Story="", Value="Another value.")
    page.locator("input[type=file]").set_input_files(tmp_path / "work.md")
    page.get_by_role("group", name="Your post · Value").wait_for()
    assert entry(page, "post").get_by_label("Story").input_value() == texts["story"]
    page.get_by_label(words["conflict-both"]).check()
    page.get_by_role("button", name=words["conflictUse"]).click()
    value = entry(page, "post").get_by_label("Value", exact=True).input_value()
    assert value == f"Another value.\n\n{texts['value']}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_parts_are_accessible_and_fit_a_phone(visit, own, words, scheme):
    page = open_work(visit, own, width=360, scheme=scheme, bypass_csp=True)
    write_message(page)
    write(page, "rent", Fact="A wave.", Warning="no rent, no rent")
    assert violations(page) == [] and violations(page, COLOURS) == []
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_parts_have_edges_in_the_colours_of_the_reader(visit, own):
    page = open_work(visit, own, forced_colors="active")
    write_message(page)
    assert page.evaluate(WITHOUT_EDGE) == []


def test_the_keyboard_writes_a_message_from_part_to_part(visit, own):
    page = open_work(visit, own)
    entry(page, "post").get_by_label("Value", exact=True).focus()
    for text in ("V.", "S.", "F 1.", "A."):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    assert entry(page, "post").locator(".whole output").inner_text() == "V. S. F 1. A."


def test_without_javascript_and_in_the_solution_parts_have_their_names(visit, own):
    page = visit(java_script_enabled=False).open(f"{own}/work.html")
    text = page.locator(".fallback").inner_text()
    for part in ("Value", "Story", "Fact again", "Trick"):
        assert part in text
    shown = unescape(page.goto(f"{own}/solution.html").text())
    assert "Story: Ana repairs bicycles for her street." in shown


def test_the_coach_has_no_wish_left_for_any_model_answer(chromium, words):
    page = chromium.new_page()
    text = f"{module('workbook/fields.js')}\nwindow.fields = FIELDS;"
    page.add_script_tag(content=text, type="module")
    page.wait_for_function("() => window.fields")
    tasks = {**the_course().tasks, NAME: TASK}
    for name, task in tasks.items():
        for key, answer in task.model.items():
            field = task.fields[key]
            if field.kind in ("message", "correction"):
                call = "([field, ...rest]) => window.fields[field.kind].remarks(field, ...rest)"
                wishes = page.evaluate(call, [field.data(key), answer, words])
                assert wishes == [], (name, key)
    page.close()
