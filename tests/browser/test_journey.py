"""A learner's way through the first module in Romanian, with the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from coursekit.content.course import load_course
from coursekit.model import Course

from .answering import answer, form_of, press_button
from .test_pages import wait_for_widgets

pytestmark = pytest.mark.browser

TOPIC = "people-words-duties"
PARTS = (f"modules/{TOPIC}/lecture", f"modules/{TOPIC}/case", f"modules/{TOPIC}/quiz")
NEXT = "a[rel=next]"
MOST_TABS = 400
CHECK, KEEP, DONE = "Verificați", "Da, păstrați-le", "Marcați pagina ca parcursă"


def test_the_first_module_from_welcome_to_the_certificate(
    visit, course_site, course_address, tmp_path
):
    page = visit(1280, accept_downloads=True).open(f"{course_address}/ro/book/welcome.html")
    walk(page, load_course(course_site.parent / "course-ro")[0], tmp_path)


def walk(page: Page, course: Course, folder: Path) -> None:
    """The journey itself."""
    follow(page, page.locator(f'nav a[href$="{PARTS[0]}.html"]').first)
    answer_all(page, course, PARTS[0])
    follow(page, page.locator(NEXT))
    answer_all(page, course, PARTS[1])
    follow(page, page.locator(NEXT))
    write_the_exercise(page, folder)
    follow(page, page.locator(NEXT))
    follow(page, page.locator(NEXT))
    answer_all(page, course, PARTS[2])
    follow(page, page.locator('header a[href$="my-course.html"]'))
    wait_for_widgets(page)
    shown = page.locator("main").inner_text()
    assert "a explica ce hotărăște autoritatea locală" in shown
    assert "Certificat de absolvire" in shown and "Teste scurte trecute" in shown
    answered = sum(len(one.questions) for one in course.pages if one.id in PARTS)
    assert f"Întrebări cu răspuns: {answered} din {answered}" in shown


def answer_all(page: Page, course: Course, name: str) -> None:
    """Every question of a page is answered rightly; the first answer asks for consent."""
    wait_for_widgets(page)
    questions = next(one for one in course.pages if one.id == name).questions
    assert questions
    for full in questions:
        question, form = course.questions[full], form_of(page, full)
        if not form.count():  # one of a set
            form = page.locator(f'form[data-question="{full}"], [id="{full}"] form').first
        answer(form, question.kind, question.right_response(), by_keyboard=True)
        press_button(form, CHECK, by_keyboard=True)
        keep = page.get_by_role("button", name=KEEP, exact=True)
        if keep.count():
            press(page, keep.first)
    press(page, page.get_by_role("button", name=DONE, exact=True))


def write_the_exercise(page: Page, folder: Path) -> None:
    from docx import Document

    page.locator(".workbook .step").first.wait_for()
    reach(page, page.locator(".workbook textarea").first)
    page.keyboard.type("Fiecare copil își găsește un loc.")
    reach(page, page.get_by_role("button", name=re.compile("Word")))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(folder / "lucrare.docx")
    document = Document(folder / "lucrare.docx")
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(one.text for one in document.paragraphs), *cells])
    assert "Fiecare copil își găsește un loc." in text
    assert document.core_properties.language == "ro-RO"
    assert "FT-1 · Marenta în cifre [FICTIV]" in text
    assert "Save" not in text and "FICTIONAL" not in text


def follow(page: Page, link: Locator) -> None:
    address = link.evaluate("(a) => a.href")
    press(page, link)
    page.wait_for_url(address)


def press(page: Page, target: Locator) -> None:
    reach(page, target)
    page.keyboard.press("Enter")


def reach(page: Page, target: Locator) -> None:
    """Tab to it, and on from the start where the end of the page comes first."""
    target.wait_for()
    for _ in range(MOST_TABS):
        if target.evaluate("(e) => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {target}")
