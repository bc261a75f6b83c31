"""An exercise on paper: everything the learner wrote, and no word of the interface."""

from __future__ import annotations

import re
import unicodedata

import pytest

from ..pdf_text import pdf_text
from .test_workbook import FILL, SHORT, TASKS, open_task

pytestmark = pytest.mark.browser

MINE = "Mine: câți oameni, și de când? "
INTERFACE = ("fileWord", "fileMarkdown", "filePrint", "fileBringIn", "wbErase", "wbAddRow")
INTERFACE += ("wbModelAnyway", "wbModelShow", "wbNotKept", "keepQuestion", "pageDone", "files")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))  # as `pdf_text` gives it


def fill_in(page) -> list[str]:
    """Fill in the exercise, every text field with a text of its own; gives these texts."""
    page.evaluate(FILL, MINE)
    texts = page.evaluate(
        """(mine) => [...document.querySelectorAll(".workbook .work .entry :is(input, textarea)")]
          .filter((e) => e.value === mine)
          .map((e, n) => {
            e.value = `${mine}N${n}.`;
            e.dispatchEvent(new Event("input", { bubbles: true }));
            return e.value;
          })""",
        MINE,
    )
    page.wait_for_timeout(600)
    return texts


@pytest.mark.parametrize("name", TASKS)
def test_paper_has_all_that_was_written_and_no_interface(visit, course_address, words, name):
    page = open_task(visit, course_address, name)
    texts = fill_in(page)
    assert texts
    paper = pdf_text(page.pdf())
    missing = [text for text in texts if squeezed(text) not in paper]
    assert not missing, (len(missing), missing[:3])
    for field in TASKS[name].fields.values():
        assert squeezed(field.label) in paper, field.label
    assert [key for key in INTERFACE if squeezed(words[key]) in paper] == []


def test_the_print_button_gives_the_work_alone(visit, course_address, words):
    page = open_task(visit, course_address, SHORT)
    texts = fill_in(page)
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name=words["filePrint"], exact=True).click()
    paper = pdf_text(page.pdf())
    assert all(squeezed(text) in paper for text in texts)
    assert [key for key in INTERFACE if squeezed(words[key]) in paper] == []
    assert squeezed(words["footerPrivacy"]) not in paper, "no page round it"
