"""Drawings by hand: no word leaves the paper, in any language in which nothing is missing."""

from __future__ import annotations

import pytest

from coursekit.bundle import SOURCE, speaking
from coursekit.translate.language import Translation, read_translation
from coursekit.translate.svg import translate_svg

from ..conftest import ROOT
from ..test_real_languages import WHOLE

pytestmark = pytest.mark.browser

DRAWINGS = sorted(ROOT.glob("modules/*/images/*.svg"))
OUTSIDE = """() => {
  const paper = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < paper.left - 1 || box.right > paper.right + 1;
  }).map((text) => text.textContent.trim());
}"""


@pytest.mark.parametrize("lang", [SOURCE, *WHOLE])
def test_no_word_leaves_the_paper(lang, chromium):
    translation = Translation(lang) if lang == SOURCE else read_translation(ROOT, lang)
    page, outside = chromium.new_page(), {}
    for path in DRAWINGS:
        name = path.relative_to(ROOT).as_posix()
        with speaking(lang, {}):
            page.set_content(translate_svg(path.read_text("utf-8"), name, translation.words))
        outside[name] = page.evaluate(OUTSIDE)
    page.close()
    assert len(DRAWINGS) > 20 and {name: some for name, some in outside.items() if some} == {}
