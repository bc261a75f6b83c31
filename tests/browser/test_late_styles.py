"""Style sheets that come with scripts: no text waits for them, and no widget is seen without."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from coursekit.serving import WithHeaders, served

pytestmark = pytest.mark.browser

LECTURE = "modules/people-words-duties/lecture.html"
EXERCISE = "exercises/people-words-duties/individual.html"
LATE = 1.5
WATCH = """
window.seen = { shift: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.shift += entry.value)))
  .observe({ type: "layout-shift", buffered: true });
const look = () => {
  const button = document.querySelector(".mount button");
  if (!button) return requestAnimationFrame(look);
  seen.height = parseFloat(getComputedStyle(button).minHeight);
  seen.at = performance.now();
};
look();
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
MOUNTED = ".mount button"


class LateSheets(WithHeaders):
    """A server whose style sheets take their time."""

    def do_GET(self) -> None:
        if ".css" in self.path:
            time.sleep(LATE)
        super().do_GET()


@pytest.mark.parametrize("path", [LECTURE, EXERCISE])
def test_a_late_sheet_holds_up_no_text_and_shows_no_bare_widget(
    visit, course_site: Path, path: str
):
    here = visit(360)
    here.context.add_init_script(WATCH)
    with served(partial(LateSheets, directory=str(course_site))) as address:
        page = here.open(f"{address}/{path}")
        page.locator(MOUNTED).first.wait_for(state="attached")
        assert page.evaluate("seen.at") > LATE * 1000
        assert page.evaluate(PAINTED) < page.evaluate("seen.at") - LATE * 500
        assert page.evaluate("seen.height") >= 44
        assert page.evaluate("seen.shift") < 0.02
