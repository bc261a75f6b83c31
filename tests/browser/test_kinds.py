"""Each kind of question, answered as a person does: blank, wrong, right."""

from __future__ import annotations

import pytest

from coursekit.checks import load_sound_course
from coursekit.questions import KINDS

from ..conftest import TINY
from .answering import answer, form_of, press_button

pytestmark = pytest.mark.browser

LECTURE = "/modules/reading-numbers/lecture.html"
STORED = "() => Object.keys(localStorage).length"
HAS_FOCUS = """form => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  return form.contains(at) && box.width > 0 && box.height > 0;
}"""


@pytest.fixture(scope="module")
def questions():
    return {q.kind: (name, q) for name, q in reversed(load_sound_course(TINY).questions.items())}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("kind", KINDS)
def test_blank_wrong_and_right(visit, tiny_address, questions, words, kind, by_keyboard, width):
    name, question = questions[kind]
    page = visit(width).open(tiny_address + LECTURE + "#" + name)
    form = form_of(page, name)
    feedback = form.get_by_role("status").and_(form.locator("output"))

    def check() -> str:
        press_button(form, words["check"], by_keyboard)
        feedback.locator("p").first.wait_for()
        assert form.evaluate(HAS_FOCUS), "the focus is lost"
        return feedback.inner_text()

    assert words["notYet"] in check()
    if question.graded:
        answer(form, kind, question.wrong_response(), by_keyboard)
        told = check()
        assert words["outcomeRight"] not in told.splitlines()[0]
        press_button(form, words["tryAgain"], by_keyboard)
        assert form.evaluate(HAS_FOCUS), "the focus is lost"
    answer(form, kind, question.right_response(), by_keyboard)
    told = check()
    assert words["outcomeRight" if question.graded else "outcomeDone"] in told
    assert feedback.get_attribute("aria-live") == "polite"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(STORED) == 0, "nothing is stored before the learner agrees"


def test_hints_come_one_by_one_and_the_answer_on_request(visit, tiny_address, questions, words):
    name, question = questions["choice"]
    page = visit().open(tiny_address + LECTURE)
    form = form_of(page, name)
    for number, hint in enumerate(question.hints, 1):
        form.get_by_role("button", name=f"Hint ({number} of 2)").click()
        assert form.get_by_text(hint).is_visible()
    answer(form, "choice", question.wrong_response(), False)
    form.get_by_role("button", name=words["check"], exact=True).click()
    form.get_by_role("button", name=words["showAnswer"]).click()
    assert form.locator(".right-answer").get_by_text("1,000 residents").is_visible()


def test_options_are_shuffled_the_same_way_on_each_visit(visit, tiny_address):
    orders = []
    for _ in range(2):
        page = visit().open(tiny_address + LECTURE)
        form = form_of(page, "reading-numbers.choice")
        form.wait_for()
        boxes = form.locator(".answer input")
        orders.append(boxes.evaluate_all("inputs => inputs.map((input) => input.value)"))
    assert orders[0] == orders[1] and sorted(orders[0]) == ["dated", "many", "round"]


def test_what_a_learner_types_enters_the_page_as_text(visit, tiny_address, words):
    page = visit().open(tiny_address + LECTURE)
    form = form_of(page, "reading-numbers.gaps")
    hostile = '<img src=x onerror="document.title=1">'
    answer(form, "gaps", {"who": hostile}, False)
    form.get_by_role("button", name=words["check"], exact=True).click()
    assert form.get_by_text(hostile).is_visible()
    assert page.locator("img").count() == 0 and page.title() != "1"


def test_a_set_sums_up_when_all_is_answered(visit, tiny_address, words):
    page = visit().open(tiny_address + "/modules/reading-numbers/case.html")
    place = page.locator('[data-widget="quiz-set"]')
    for value, form in zip(("persons", "persons"), place.locator("form").all(), strict=True):
        form.locator(f'input[value="{value}"]').check()
        form.get_by_role("button", name=words["check"], exact=True).click()
    assert place.get_by_text("1 of 2 right.").is_visible()
    assert place.get_by_text(words["setAgain"]).is_visible()
    place.get_by_role("link", name="Which is a share?").click()
    assert page.evaluate("() => document.activeElement.id") == "reading-numbers.set-two"


def test_a_link_leads_to_a_question_inside_a_set(visit, tiny_address):
    page = visit(360).open(
        tiny_address + "/modules/reading-numbers/case.html#reading-numbers.set-two"
    )
    form = page.locator('[id="reading-numbers.set-two"] form')
    form.wait_for()
    page.wait_for_timeout(200)
    box = form.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 800
