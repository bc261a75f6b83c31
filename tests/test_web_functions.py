"""The pure functions of progress and workbooks, run as they are in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from coursekit.bundle import module

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent / "web"
WEB = Path(__file__).parents[1] / "src" / "coursekit" / "web"
PARTS = ("fields", "kinds", "vendor")
"""Folders of parts that are drawn: they hold no functions to call by themselves."""
CALL = """([name, args]) => {
  const result = window.functions[name](...args);
  return result === undefined ? null : JSON.parse(JSON.stringify(result));
}"""


def _cases(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))


def _file_of(name: str) -> str:
    """The web file with the functions of a file of cases, wherever in `web/` it stands."""
    (file,) = (file for file in WEB.rglob(f"{name}.js") if file.parent.name not in PARTS)
    return file.relative_to(WEB).as_posix()


@pytest.mark.parametrize("name", sorted(file.stem for file in CASES.glob("*.yml")))
def test_every_call_gives_its_result(chromium, name):
    cases = _cases(name)
    page = chromium.new_page()
    calls = ", ".join(sorted({case["call"] for case in cases}))
    text = f"{module(_file_of(name))}\nwindow.functions = {{ {calls} }};"
    page.add_script_tag(content=text, type="module")
    page.wait_for_function("() => window.functions")
    for case in cases:
        result = page.evaluate(CALL, [case["call"], case["args"]])
        assert result == case["result"], f"{name}: {case['name']}"
    page.close()
