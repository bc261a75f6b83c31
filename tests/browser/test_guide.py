"""The trainer's guide on paper: a session's checklist is one page."""

from __future__ import annotations

import pytest

from coursekit.model import GUIDE
from coursekit.render import topic_order

from ..conftest import the_course

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 680, 1009
"""A4 without margins of 15 mm, at 96 points an inch."""

MEETINGS = {"plan-and-priorities": 2}
"""Topics that are taught in more than one meeting: a page for each."""


@pytest.mark.parametrize("lang", ["", "ro/"])
def test_a_checklist_is_one_page_for_a_meeting(visit, course_address, lang):
    page = visit(WIDTH).open(f"{course_address}/{lang}{GUIDE}.html")
    page.emulate_media(media="print")
    for topic in topic_order(the_course()):
        page.goto(f"{course_address}/{lang}{GUIDE}/{topic}.html")
        sheet = page.locator(".checklist").locator("..")
        assert sheet.evaluate("sheet => getComputedStyle(sheet).breakBefore") == "page"
        assert sheet.bounding_box()["height"] <= HEIGHT * MEETINGS.get(topic, 1), topic
