"""The trainer's guide: made from the modules, apart from the learner's path, in two languages."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from coursekit.bundle import speaking
from coursekit.checks.language import check_guide_is_easy_to_read
from coursekit.content.guide import ANSWERS, CHECKLIST, FORM, NOTES, SHEET, guide_calls
from coursekit.content.sections import timed_sections
from coursekit.hosts.order import Order
from coursekit.model import GUIDE, Cell
from coursekit.notes import BEFORE, LATE, REMARK, WRONG, read_note
from coursekit.render import topic_order
from coursekit.render_checklist import checklist_html
from coursekit.render_forms import form_html, sheet_html
from coursekit.render_guide import answers_html, notes_html
from coursekit.translate.language import read_translation
from coursekit.translate.tree import place_of, translate_file

from .conftest import ROOT, the_course

TOPIC = "difficult-moments"
LECTURE = f"modules/{TOPIC}/lecture"


@pytest.fixture(scope="module")
def course():
    return the_course()


def _with_cells(course, page, change):
    """The course with other cells in one notebook."""
    notebook = course.notebooks[page]
    changed = replace(notebook, cells=tuple(change(cell) for cell in notebook.cells))
    return replace(course, notebooks={**course.notebooks, page: changed})


def _in_romanian(course, page):
    """A notebook's cells in Romanian; to be read while Romanian is spoken."""
    translation = read_translation(ROOT, "ro")
    file = f"{page}.ipynb"
    text = translate_file((ROOT / file).read_text("utf-8"), file, translation.words)
    said = {one["id"]: "".join(one["source"]) for one in json.loads(text)["cells"]}
    assert place_of(file) == file
    return _with_cells(course, page, lambda cell: replace(cell, source=said[cell.id]))


# what is written by hand


def test_every_module_has_its_page_with_the_same_parts(course):
    heads = {}
    for topic in topic_order(course):
        text = course.documents[f"{GUIDE}/{topic}"]
        calls = [(directive, name) for directive, name, _ in guide_calls(text)]
        assert (CHECKLIST, topic) in calls and (NOTES, topic) in calls
        asked = [name for directive, name in calls if directive == ANSWERS]
        assert 3 <= len(asked) <= 5 and all(name.startswith(f"{topic}.") for name in asked)
        assert "**Purpose.**" in text and "**The flow.**" in text
        heads[topic] = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(set(map(tuple, heads.values()))) == 1 and len(heads) == 10


def test_every_form_and_sheet_can_be_printed(course):
    calls = [call[:2] for call in guide_calls(course.documents[f"{GUIDE}/forms"])]
    wanted = [(FORM, name) for name in course.forms] + [(SHEET, name) for name in course.sheets]
    assert calls == wanted


def test_a_page_of_the_guide_that_is_hard_to_read_is_told(course):
    hard = "Comprehensive organisational considerations necessitate interdepartmental preparation."
    worse = replace(course, documents={**course.documents, GUIDE: f"# A\n\n{f'{hard} ' * 40}\n"})
    problems = list(check_guide_is_easy_to_read(worse, None))
    assert [problem.path for problem in problems] == [f"{GUIDE}.md"]


# apart from the learner's path


def test_learners_meet_one_link_and_nothing_else(course):
    assert not [page for page in course.path if page.is_guide]
    welcome, order = course.pages[0], Order(course)
    shown = [page.id for _, pages in order.parts(welcome) for page in pages if page.is_guide]
    assert shown == [GUIDE]
    for page in course.path:
        assert not any(other and other.is_guide for other in order.neighbours(page.id))


def test_trainers_find_all_pages_of_the_guide_and_go_on_among_them(course):
    (first, second, *_, last), order = course.guide, Order(course)
    assert order.parts(second)[0] == (first.part, list(course.guide))
    assert order.neighbours(first.id) == (None, second)
    assert order.neighbours(last.id)[1] is None


# made from the modules


def test_a_note_is_taken_apart_at_its_labels_and_not_at_stressed_words():
    note = read_note(
        "**Trainer's notes: the till.** *Purpose:* pressure. *Expected wrong answers:* say *no* "
        'first. *Hurtful remark* ("was it *them*?"): "Go on." *Late:* skip it.'
    )
    assert note.title == "The till"
    assert [label for label, _ in note.parts] == [
        *("Purpose:", "Expected wrong answers:", "Hurtful remark", "Late:")
    ]
    assert note.of(LATE) == [("Late:", "skip it.")]
    assert note.of(WRONG)[0][1] == "say *no* first."


def test_expected_answers_follow_the_questions(course):
    name = f"{TOPIC}.the-denial"
    question = course.questions[name]
    html = "".join(answers_html(course, [name]))
    wrong = [option for option in question.options.values() if not option.right]
    assert html.count("<li>") == len(wrong) == len(question.wrong_answers())
    option = wrong[0].model_copy(update={"says": "Quite another answer."})
    key = next(key for key, one in question.options.items() if one is wrong[0])
    other = question.model_copy(update={"options": {**question.options, key: option}})
    topic = replace(course.topics[TOPIC], questions={name: other})
    changed = replace(course, topics={**course.topics, TOPIC: topic})
    assert "Quite another answer." in "".join(answers_html(changed, [name])) and (
        "Quite another answer." not in html
    )


def test_notes_and_checklist_follow_the_lecture(course):
    def change(cell: Cell) -> Cell:
        text = cell.source.replace("*Late:* skip the play.", "*Late:* leave out the second call.")
        return replace(cell, source=text.replace("*About 8 minutes*", "*About 18 minutes*"))

    before = "".join(checklist_html(course, TOPIC))
    after = "".join(checklist_html(_with_cells(course, LECTURE, change), TOPIC))
    assert "Skip the play." in before and "Leave out the second call." in after
    assert "200 minutes" in before and "220 minutes" in after
    task = course.tasks[f"{TOPIC}.individual"]
    assert f"{task.code} “{task.title}” ({task.minutes} minutes)" in before
    assert "the switchboard" in "".join(notes_html(course, TOPIC))


def test_minutes_and_parts_of_notes_are_found_in_romanian_as_in_english(course):
    words = read_translation(ROOT, "ro").interface()
    for topic in topic_order(course):
        page = f"modules/{topic}/lecture"
        english = _found(course.notebooks[page])
        assert sum(minutes for minutes in english["minutes"]) == course.notebooks[page].minutes
        assert english[LATE] >= english["notes"] - 1 and english[WRONG] >= english["notes"] - 2
        romanian = _in_romanian(course, page).notebooks[page]
        with speaking("ro", words):
            assert _found(romanian) == english


def _found(lecture):
    notes = [read_note(cell.source) for cell in lecture.cells if "notes" in cell.tags]
    assert all(note.title for note in notes)
    counts = {kind: sum(bool(n.of(kind)) for n in notes) for kind in (LATE, WRONG, REMARK, BEFORE)}
    minutes = [section.minutes for section in timed_sections(lecture)]
    return {**counts, "notes": len(notes), "minutes": minutes}


# forms


def test_later_forms_ask_the_scales_of_the_first_in_the_same_words(course):
    first = course.forms["before"].scales
    for name in ("after", "three-months"):
        asked = course.forms[name].questions
        assert list(asked)[: len(first)] == list(first)
        assert all(asked[key] == scale for key, scale in first.items())


def test_every_question_and_column_is_on_paper(course):
    for name, form in course.forms.items():
        html = "".join(form_html(name, form))
        assert html.count("<li><p><strong>") == len(form.questions)
    for name, sheet in course.sheets.items():
        html = "".join(sheet_html(name, sheet))
        assert html.count('<th scope="col">') == len(sheet.columns)
        assert html.count("<tr>") == sheet.rows + 1
