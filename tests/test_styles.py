"""Style sheets: joined by folder, and what all widgets share in one place."""

from __future__ import annotations

import re
from importlib.resources import files

from coursekit.bundle import style
from coursekit.hosts import slides, speaker
from coursekit.hosts.needs import (
    OFFER_STYLES,
    SEARCH_STYLE,
    STYLED,
    STYLES,
    WIDGETS,
    sheets_inside,
)
from coursekit.scripts import EXTENSIONS, QUESTIONS

WEB = files("coursekit") / "web"
LONGEST_SHEET = 400


def test_a_folder_stands_for_all_its_sheets():
    sheets = sorted(file for file in (WEB / "workbook").iterdir() if file.suffix == ".css")
    assert len(sheets) > 5
    assert style("workbook/") == style(*(f"workbook/{file.name}" for file in sheets))


def test_every_sheet_reaches_a_page_or_a_notebook():
    own = {sheet for _, sheets in WIDGETS.values() for sheet in sheets}
    names = {*STYLES, *OFFER_STYLES, *slides.STYLES, *speaker.STYLES, *own, SEARCH_STYLE}
    names.add("notebook.css")
    for file in WEB.rglob("*.css"):
        name = file.relative_to(WEB).as_posix()
        assert name in names or name.rpartition("/")[0] + "/" in names, name
        assert len(file.read_text("utf-8").splitlines()) <= LONGEST_SHEET, name


def test_a_page_has_the_styles_of_its_text_and_scripts_bring_the_others():
    assert set(STYLED) == {QUESTIONS, *EXTENSIONS}
    inside = sheets_inside(["chart.css", "tools/"], [QUESTIONS, "host-tools"])
    assert inside == ("page.css", "chart.css")
    assert sheets_inside(["guide.css"], []) == (*STYLES, "guide.css")


def test_a_page_links_the_styles_of_its_scripts(course_site):
    page = (course_site / "modules/people-words-duties/lecture.html").read_text("utf-8")
    head, _, body = page.partition("</head>")
    for name in (QUESTIONS, "host-tools"):
        address = re.search(rf'as="style" href="([^"]*{name}\.css[^"]*)"', head)
        assert address and f'<link rel="stylesheet" href="{address[1]}">' in body
        written = (course_site / f"_static/{name}.css").read_text("utf-8")
        assert written == style(*STYLED[name])
    assert ".controls button" not in head and ".skip:focus" in head


def test_what_is_pressed_and_ticked_looks_alike_everywhere():
    widgets = style("quiz.css", "my-course.css", "page-done.css", "workbook/", "group/", "test/")
    for rule in (
        "quiz button {",
        "my-course button {",
        "workbook button {",
        ".option:has(:checked)",
    ):
        assert rule not in widgets, rule
    assert ".controls button" in style("controls.css")


def test_a_notebook_has_every_colour_that_a_page_has():
    colour = re.compile(r"^(--[\w-]+):", re.MULTILINE)
    assert set(colour.findall(style("page.css"))) <= set(colour.findall(style("notebook.css")))
