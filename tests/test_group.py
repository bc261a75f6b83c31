"""Group exercises: what the page gets, with and without JavaScript; the code of others in it."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from coursekit.bundle import module, script, web_text
from coursekit.content.calls import widgets_in
from coursekit.hosts.sphinx_ext import _PLACEHOLDER
from coursekit.model import Cell, Notebook
from coursekit.render_tasks import group_html, task_data, task_of_group, workbook_html

from .conftest import ROOT, the_course

WEB = ROOT / "src" / "coursekit" / "web"


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture(scope="module")
def groups(course):
    found = {name: task for name, task in course.tasks.items() if task.roles}
    assert len(found) >= 3
    return found


def data_of(html: str) -> dict:
    return json.loads(html.partition('class="data">')[2].partition("</script>")[0])


def test_a_group_gets_its_roles_phases_questions_and_material(course, groups):
    for name, task in groups.items():
        data = data_of(group_html(name, task, course.cards))["task"]
        assert [role["id"] for role in data["roles"]] == list(task.roles)
        assert sum(phase["minutes"] for phase in data["phases"]) == task.minutes
        assert len(data["debrief"]) == len(task.debrief) and data["facilitator"]
        material = {card["id"] for card in data["material"]}
        for role in data["roles"]:
            assert set(role["sees"]) <= material
            assert role["plain"] and "*" not in role["plain"] and "<" not in role["plain"]


def test_model_answers_do_not_travel_with_the_roles_nor_roles_with_the_workbook(course, groups):
    for name, task in groups.items():
        assert not {"model", "weak"} & set(data_of(group_html(name, task, course.cards))["task"])
        workbook = task_data(name, task, course.cards, course.wording)["task"]
        assert not {"roles", "facilitator"} & set(workbook)


def test_without_javascript_a_group_reads_all_of_it(course, groups):
    for name, task in groups.items():
        fallback = group_html(name, task, course.cards).partition('class="fallback">')[2]
        words = re.sub(r"<[^>]+>", "", fallback)
        for part in (*task.roles.values(), *task.phases.values()):
            assert part.title in words
        for card in task.material_names:
            assert course.cards[card].title in words
        assert fallback.count("<li>") >= len(task.roles) + len(task.phases) + len(task.debrief)
        assert "<details><summary>For the facilitator" in fallback


def test_group_and_workbook_of_one_exercise_can_share_a_page(course, groups):
    for name, task in groups.items():
        group = _PLACEHOLDER.match(group_html(name, task, course.cards))
        workbook = _PLACEHOLDER.match(workbook_html(name, task, course.cards, course.wording))
        assert group[1] == "group" and group[2] != workbook[2]
        assert task_of_group(group[2]) == name


def test_every_role_card_fits_an_address(groups):
    for task in groups.values():
        for role in task.roles.values():
            card = {"t": task.title, "r": role.title, "x": role.data("")["plain"]}
            size = len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode())
            assert size <= 1500 * 3 // 4, role.title


def test_a_page_knows_what_its_notebook_shows():
    def parts(source, kind="code"):
        cell = Cell("a", kind, source, (), 1)
        return widgets_in(Notebook("a.ipynb", (cell,), 0, {}))

    assert parts('workbook("a.group")\ngroup_work("a.group")') == {"workbook", "group_work"}
    assert parts('solution("a.group")') == {"solution"}
    assert not parts('# group_work("a.group")')
    assert not parts('group_work("a.group")', "markdown")


def test_code_of_others_is_as_published_and_keeps_its_licence():
    rows = re.findall(
        r"^\| `([\w.-]+)` .* `([0-9a-f]{64})` \|$", web_text("vendor/README.md"), re.M
    )
    files = {file.name for file in (WEB / "vendor").iterdir()} - {"README.md"}
    assert {name for name, _ in rows} == files
    for name, wanted in rows:
        assert hashlib.sha256((WEB / "vendor" / name).read_bytes()).hexdigest() == wanted
    for text in (script("host-code.js"), module("group.js")):
        assert "Copyright (c) 2009 Kazuhiko Arase" in text and "MIT license" in text


@pytest.mark.browser
def test_names_of_others_stay_among_themselves(chromium):
    page = chromium.new_page()
    seen = "window.seen = [typeof qrcode, typeof QRUtil, typeof drawCode];"
    page.add_script_tag(content=f"{module('group/qr.js')}\n{seen}", type="module")
    page.wait_for_function("() => window.seen")
    assert page.evaluate("() => window.seen") == ["function", "undefined", "function"]
    page.close()
    page = chromium.new_page()
    page.add_script_tag(content=script("host-code.js"))
    kinds = "() => [typeof coursekitCode, typeof qrcode]"
    assert page.evaluate(kinds) == ["function", "undefined"]
    page.close()


@pytest.mark.parametrize("host", sorted(file.name for file in WEB.glob("host-*.js")))
def test_names_are_used_once_in_the_files_that_are_joined(host):
    """What is joined shares its names: a second one would silence or stop the first."""
    pattern = r"^(?:async )?(?:function|const|let|class) (\w+)"
    names = re.findall(pattern, script(host), re.M)
    assert sorted(names) == sorted(set(names))
