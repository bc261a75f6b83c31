"""Tools with which one practises: by keyboard, on a phone, on paper, and without JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from coursekit.render_tools import tool_html
from coursekit.tools import KINDS

from ..conftest import site_of
from ..pdf_text import pdf_text
from ..test_broken import copy_of_tiny
from .own_pages import write_pages
from .test_forced_colors import WITHOUT_EDGE
from .test_pages import COLOURS, violations

pytestmark = pytest.mark.browser

TEXT = (Path(__file__).parent / "kinds.yml").read_text("utf-8")
TOOLS = {
    name: KINDS[data["kind"]].model_validate(data)
    for name, data in yaml.load(TEXT, yaml.BaseLoader)["tools"].items()
}
SMALL = """() => [...document.querySelectorAll(".tool :is(button, select, summary, label)")]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.textContent, e.getBoundingClientRect().height])
  .filter(([, height]) => height < 24)"""
FOCUS = """() => {
  const e = document.activeElement;
  const ids = (e.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
  return ids.map((id) => document.getElementById(id).textContent).join(" ");
}"""


@pytest.fixture(scope="module")
def own(tmp_path_factory, serve_site) -> str:
    pages = {name: tool_html(name, tool, {}) for name, tool in TOOLS.items()}
    return serve_site(write_pages(tmp_path_factory.mktemp("practice"), "practice", pages))


@pytest.fixture
def open_tool(visit, own):
    def start(name, **options):
        page = visit(**options).open(f"{own}/{name}.html")
        page.locator(".tool").wait_for()
        return page

    return start


def press(page, text):
    """By keyboard: the focus goes there, then the space bar."""
    button = page.get_by_role("button", name=text, exact=True)
    button.focus()
    page.keyboard.press("Space")


def tick(page, group, level):
    page.get_by_role("group", name=group).get_by_label(level, exact=True).check()


def use(page, name, words):
    """Some steps in each tool, so that most of it can be seen."""
    if name == "talk":
        press(page, TOOLS["talk"].steps["hello"].options["push"].text)
        press(page, TOOLS["talk"].steps["ask"].options["free"].text)
    elif name == "wave":
        press(page, words["wave-answer"])
        press(page, words["waveNext"])
        press(page, words["wave-hide"])
    elif name == "matrix":
        tick(page, "Reach", "high")
        tick(page, "Harm", "middle")
        press(page, words["decideCompare"])
        page.locator("summary").click()
    elif name == "pace":
        press(page, words["gwStart"])
        press(page, words["clockAll"])
    else:
        press(page, words["deckDraw"])
        press(page, words["deckTurn"])


def test_every_kind_for_practice_is_tried_here():
    wanted = {kind for kind, tool in KINDS.items() if tool.widget == "practice"}
    assert {tool.kind for tool in TOOLS.values()} == wanted
    assert [list(tool.faults()) for tool in TOOLS.values()] == [[]] * len(TOOLS)


@pytest.mark.parametrize("name", TOOLS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_it_fits_a_phone(open_tool, words, name, scheme):
    page = open_tool(name, width=360, scheme=scheme, bypass_csp=True)
    assert violations(page, COLOURS) == []
    use(page, name, words)
    assert violations(page) == [] and violations(page, COLOURS) == []
    assert page.evaluate(SMALL) == []
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", TOOLS)
def test_everything_has_an_edge_in_the_colours_of_the_reader(open_tool, words, name):
    page = open_tool(name, forced_colors="active")
    use(page, name, words)
    assert page.evaluate(WITHOUT_EDGE) == []


@pytest.mark.parametrize("name", TOOLS)
def test_nothing_is_stored_and_without_javascript_there_is_an_example(visit, own, words, name):
    here = visit()
    page = here.open(f"{own}/{name}.html")
    page.locator(".tool").wait_for()
    use(page, name, words)
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    plain = visit(java_script_enabled=False).open(f"{own}/{name}.html")
    assert TOOLS[name].without in plain.locator(".fallback").inner_text()


# In a course

SIZE = """
size:
  kind: sample-size
  title: "Size"
  intro: "Try."
  without: "400 people: 5 points."
  caveats: ["Only if chance chose the people."]
  source: census
  people: 150
  before: 44
  after: 36
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory, shared) -> Path:
    """The site of the tiny course with the tools for practice on one page, another on a second."""
    root = copy_of_tiny(tmp_path_factory.mktemp("practised"))
    entries = yaml.load(TEXT, yaml.BaseLoader)["tools"]
    for entry in entries.values():
        entry["source"] = "census"
    (root / "data" / "tools.yml").write_text(yaml.safe_dump(entries) + SIZE, "utf-8")
    for page, names in {"case": [*TOOLS], "lecture": ["size"]}.items():
        notebook = root / "modules" / "reading-numbers" / f"{page}.ipynb"
        data = json.loads(notebook.read_text("utf-8"))
        data["cells"].append(_cell("import-tools", "from coursekit import tool", "remove-cell"))
        data["cells"] += [_cell(f"tool-{n}", f'tool("{n}")', "remove-input") for n in names]
        notebook.write_text(json.dumps(data), "utf-8")
    return site_of(root, shared / "practised")


def _cell(name: str, source: str, tag: str) -> dict:
    code = {"cell_type": "code", "execution_count": None, "outputs": []}
    return {**code, "id": name, "metadata": {"tags": [tag]}, "source": [source]}


def test_a_page_of_a_course_loads_only_the_scripts_of_its_tools(visit, built, serve_site):
    address = serve_site(built)
    page = visit().open(f"{address}/modules/reading-numbers/case.html")
    for name in TOOLS:
        page.locator(f"#{name} .tool").wait_for(state="attached")
    scripts = page.locator("script[src]").evaluate_all("all => all.map(e => e.src)")
    assert any("host-practice" in script for script in scripts)
    assert not any("host-tools" in script for script in scripts)
    page = page.context.new_page()
    page.goto(f"{address}/modules/reading-numbers/lecture.html")
    page.locator("#size .tool").wait_for(state="attached")
    scripts = page.locator("script[src]").evaluate_all("all => all.map(e => e.src)")
    assert any("host-tools" in script for script in scripts)
    assert not any("host-practice" in script for script in scripts)


# A talk


def test_a_talk_goes_from_scene_to_scene_and_a_no_is_a_result(open_tool, words):
    page = open_tool("talk")
    hello, ask = TOOLS["talk"].steps.values()
    checks = page.locator(".checks")
    assert words["wbNotTicked"].format(text="what it is for") in checks.inner_text()
    press(page, hello.options["open"].text)
    heard = page.evaluate(FOCUS)
    assert "Good: she knows why." in heard and "Do I have to?" in heard
    assert words["wbTicked"].format(text="what it is for") in checks.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == ask.options["free"].text
    page.keyboard.press("Enter")
    ending = page.locator(".ending")
    assert "She says no" in page.evaluate(FOCUS) and "A no is a full result." in ending.inner_text()
    assert words["talkAllDone"] in ending.inner_text()
    assert words["talkNotDone"] not in ending.inner_text()
    talked = page.locator("details[open] > ol > li").all_inner_texts()
    assert len(talked) == 2 and "You wanted to see me?" in talked[0]


def test_a_talk_goes_one_step_back_and_starts_again(open_tool, words):
    page = open_tool("talk")
    hello, ask = TOOLS["talk"].steps.values()
    back = page.get_by_role("button", name=words["talkBack"])
    assert back.get_attribute("aria-disabled") == "true"
    press(page, hello.options["push"].text)
    press(page, ask.options["press"].text)
    missed = page.locator(".ending ul").inner_text()
    assert "what it is for" in missed and "a no is fine" in missed
    press(page, words["talkBack"])
    assert "Do I have to?" in page.evaluate(FOCUS)
    press(page, words["toolAgain"])
    assert page.evaluate(FOCUS) == "Ana: “You wanted to see me?”"
    assert page.locator("details").is_hidden()


# Comments


def test_comments_are_handled_one_by_one_and_logged(open_tool, words):
    page = open_tool("wave")
    assert "1 of 3" in page.locator(".comment").inner_text()
    assert "<b>school</b>" in page.locator("blockquote").inner_text()
    assert "No private data" in page.locator(".tool > div > ol").inner_text()
    press(page, words["wave-thank"])
    heard = page.evaluate(FOCUS)
    assert "Thanks alone leave the question open." in heard and "ask the school" in heard
    assert words["waveFitsOther"].format(ways=words["wave-answer"]) in heard
    press(page, words["waveNext"])
    assert "You are all [insult]." in page.evaluate(FOCUS)
    press(page, words["wave-hide"])
    press(page, words["waveHide"])
    assert page.locator("output.said").inner_text() == words["waveNoRule"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    page.get_by_label("No private data").press("Space")
    press(page, words["waveHide"])
    assert words["waveHideBy"].format(rule="No insults") in page.evaluate(FOCUS)
    press(page, words["waveNext"])
    press(page, words["wave-answer"])
    assert words["waveFits"] in page.evaluate(FOCUS)
    press(page, words["waveLog"])
    assert page.evaluate(FOCUS) == words["waveCounts"].format(answer=1, hide=1, thank=1)
    rows = page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 3 and "No private data" in rows[1] and words["waveSame"] in rows[2]
    press(page, words["toolAgain"])
    assert "1 of 3" in page.locator(".comment").inner_text()


def test_the_log_of_comments_goes_to_paper_alone(open_tool, words):
    page = open_tool("wave")
    for _ in TOOLS["wave"].comments:
        press(page, words["wave-answer"])
        page.locator(".stage .main").press("Enter")
    page.evaluate("() => { window.print = () => {}; }")
    press(page, words["filePrint"])
    paper = pdf_text(page.pdf())
    assert "Answered:3.Hidden:0.Thanked:0." in paper and "Youareall[insult]." in paper
    assert "Realwavesarelonger" not in paper and "Startagain" not in paper


# Decisions


def test_the_first_rule_that_fits_gives_the_advice_in_words(open_tool, words):
    page = open_tool("matrix")
    result = page.locator("output.tool-result")
    assert result.inner_text() == words["decideOpen"]
    page.get_by_role("group", name="Reach").get_by_label("low").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "Stay silent" in result.inner_text() and words["decideElse"] in result.inner_text()
    page.keyboard.press("ArrowDown")
    assert "If Reach is “high” and Harm is “middle” or “high”" in result.inner_text()
    press(page, words["decideCompare"])
    rows = [
        re.split(r"\s*\t\s*", row) for row in page.locator(".beside tbody tr").all_inner_texts()
    ]
    assert rows == [
        ["Reach", "high", "low"],
        ["Harm", "middle", "low"],
        [words["decideAdvice"], "Answer", "Stay silent"],
    ]
    assert "Six readers are few." in page.locator(".beside").inner_text()
    press(page, words["decideNext"])
    assert "largest group" in page.evaluate("() => document.activeElement.textContent")
    assert result.inner_text() == words["decideOpen"]
    press(page, words["decideCompare"])
    assert page.locator(".beside").inner_text() == words["decideOpen"]
    page.get_by_label(words["decideWhat"]).select_option(label=words["decideOwn"])
    assert page.get_by_role("button", name=words["decideCompare"]).count() == 0


def test_the_matrix_has_every_combination_and_goes_to_paper(open_tool, words):
    page = open_tool("matrix")
    page.locator("summary").press("Enter")
    cells = page.locator("details td").all_inner_texts()
    assert cells == ["Stay silent"] * 4 + ["Answer"] * 2
    page.evaluate("() => { window.print = () => {}; }")
    press(page, words["decidePrint"])
    paper = pdf_text(page.pdf())
    assert "Harm:middle" in paper and "Witha" in paper and words["decideWhat"][:4] not in paper


# A clock


def with_still_clock(visit, own):
    page = visit().context.new_page()
    page.clock.install(time=0)
    page.goto(f"{own}/pace.html")
    page.get_by_role("timer").wait_for()
    page.clock.pause_at(60)
    return page


def test_news_come_at_their_minute_and_stay(visit, own, words):
    page = with_still_clock(visit, own)
    log = page.get_by_role("log")
    assert page.get_by_role("timer").inner_text() == "10:00" and log.inner_text() == ""
    assert page.get_by_label(words["gwSound"]).count() == 0
    press(page, words["gwStart"])
    page.clock.run_for(5 * 60_000 + 1000)
    assert "A reporter calls." in log.inner_text() and log.locator("li").count() == 1
    press(page, words["clockMore"])
    assert page.get_by_role("timer").inner_text() == "9:59"
    page.clock.run_for(10 * 60_000)
    assert page.locator(".board output").inner_text() == words["clockUp"]
    assert log.locator("li").count() == 1, "the time added moves no news"
    press(page, words["clockNext"])
    page.clock.run_for(2 * 60_000 + 1000)
    assert log.locator("li").count() == 2
    press(page, words["clockBack"])
    assert page.get_by_role("timer").inner_text() == "10:00"
    assert log.locator("li").count() == 2, "what was known stays"


def test_time_can_stand_still_and_be_hidden(visit, own, words):
    page = with_still_clock(visit, own)
    press(page, words["gwStart"])
    page.clock.run_for(61_000)
    press(page, words["gwPause"])
    page.clock.run_for(61_000)
    assert page.get_by_role("timer").inner_text() == "8:59"
    page.get_by_label(words["clockHide"]).check()
    assert page.get_by_role("timer").count() == 0
    page.get_by_label(words["clockHide"]).uncheck()
    assert page.get_by_role("timer").inner_text() == "8:59"
    press(page, words["clockAll"])
    assert page.get_by_role("log").locator("li").count() == 2
    assert page.get_by_role("button", name=words["clockAll"]).get_attribute("aria-disabled")


@pytest.mark.parametrize("keep", [True, False])
def test_a_reload_finds_the_clock_again_only_with_consent(visit, own, words, keep):
    page = visit().open(f"{own}/pace.html")
    if keep:
        page.evaluate("() => localStorage.setItem('coursekit/1/keep', 'yes')")
        page.reload()
    press(page, words["clockNext"])
    page.reload()
    page.get_by_role("timer").wait_for()
    assert page.get_by_role("timer").inner_text() == ("20:00" if keep else "10:00")
    assert page.get_by_role("log").locator("li").count() == keep


# Cards


def test_every_card_is_drawn_once_then_they_are_shuffled_again(open_tool, words):
    page = open_tool("cards")
    fronts = set()
    press(page, words["deckDraw"])
    for n in range(1, 4):
        front = page.evaluate(FOCUS)
        assert words["deckCount"].format(n=n, m=3) in front
        fronts.add(front.partition("“")[2])
        press(page, words["deckTurn"])
        assert words["deckBack"] in page.evaluate(FOCUS)
        press(page, "Next card" if n < 3 else words["deckEnd"])
    assert len(fronts) == 3
    assert page.evaluate(FOCUS) == words["deckDone"].format(m=3)
    press(page, words["deckAgain"])
    assert page.get_by_role("button", name=words["deckDraw"]).count() == 1


def test_all_cards_go_to_paper_with_their_backs(open_tool, words):
    page = open_tool("cards")
    page.evaluate("() => { window.print = () => {}; }")
    press(page, "Print all as cards")
    paper = pdf_text(page.pdf())
    for part in ("“Howmany?”", "Thenumberanditsdate.", "aneighbour"):
        assert part in paper
    assert "Drawacard" not in paper
