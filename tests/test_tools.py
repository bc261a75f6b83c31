"""Tools of the page: explained to authors, shown with and without JavaScript, on light pages."""

from __future__ import annotations

import json
import re

import pytest

from coursekit.bundle import compressed_size
from coursekit.hosts.needs import WIDGETS
from coursekit.hosts.page import _wanted
from coursekit.render_tools import tool_html
from coursekit.scripts import script_of
from coursekit.tools import KINDS

from .conftest import ROOT, the_course

HEAVIEST_SCRIPT = 12_000
"""Bytes as a server sends them, beside the questions' script."""


@pytest.fixture(scope="module")
def course():
    return the_course()


def test_every_kind_of_tool_is_explained_with_its_keys():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Tools")[2]
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*?) \|", guide, re.MULTILINE))
    common = {"kind", "title", "intro", "without", "caveats", "source"}
    for kind, model in KINDS.items():
        for key in set(model.model_fields) - common:
            assert f"`{key}" in rows[kind], (kind, key)


def test_every_tool_can_be_shown_with_and_without_javascript(course):
    for name, tool in course.tools.items():
        html = tool_html(name, tool, course.sources)
        assert f'data-widget="{tool.widget}"' in html
        data = html.partition('class="data">')[2].partition("</script>")[0]
        assert json.loads(data)["tool"]["kind"] == tool.kind
        assert tool.caveats[0][:20].split("&")[0] in html.partition('class="fallback">')[2]


def test_a_page_loads_only_the_scripts_of_the_tools_it_shows(course):
    page = next(page for page in course.pages if page.id == "book/tools")
    shown = {course.tools[name].widget for name in course.tools}
    scripts = {script for script, _ in _wanted(course, page)}
    assert "host-tools" in scripts
    assert ("host-practice" in scripts) <= ("practice" in shown)
    assert not scripts & {WIDGETS["workbook"][0], WIDGETS["group_work"][0]}


@pytest.mark.parametrize("name", ["host-tools", "host-practice"])
def test_the_script_of_the_tools_stays_light(name):
    assert compressed_size(script_of(name)) <= HEAVIEST_SCRIPT
