"""The index of the search: what it holds of a page, its size, and that it repeats exactly."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest

from coursekit.checks import load_sound_course
from coursekit.hosts.search.sections import read_sections
from coursekit.hosts.search.site import search_files
from coursekit.hosts.search.words import ALGORITHMS, VOWELS, Stemmer, stemmer_script, words_in

from .conftest import ROOT, TINY

PAGE = """
<nav>Contents</nav><main id="content"><p class="place">Part one</p>
<section id="top"><h1>Title<a class="headerlink">#</a></h1><p>First &amp; <em>last</em>.</p>
<div class="widget"><script type="application/json">{"answer": "hidden"}</script>
<div class="fallback"><p>Which one?</p><details><summary>Answers</summary>This.</details>
</div></div>
<section id="more"><h2>More</h2><ul><li>One</li><li>Two</li></ul></section>
<dl><dt id="asylum">asylum</dt><dd>Protection.</dd></dl></section>
<p class="onward">To the slides</p>
</main><footer>Foot</footer>
"""


def test_a_page_is_read_by_section_without_answers_and_frame():
    top, more = read_sections(PAGE)
    assert (top.anchor, top.heading) == ("top", "Title")
    assert top.blocks == ["First & last.", "Which one?"]
    assert (more.anchor, more.heading) == ("more", "More")
    assert more.blocks == ["One", "Two", "asylum", "Protection."]


def test_in_a_glossary_every_term_is_a_section():
    *_, term = read_sections(PAGE, with_terms=True)
    assert (term.anchor, term.heading, term.blocks) == ("asylum", "asylum", ["Protection."])


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", "rumour rumours"),
        ("ro", "migrație migratia migrației migrațiile"),
        ("ro", "școală școli şcolile"),
        ("ro", "cetățean cetateni cetățenilor"),
        ("it", "rifugiato rifugiati rifugiata"),
        ("it", "città citta"),
    ],
)
def test_forms_of_a_word_have_one_stem(lang: str, forms: str):
    stem = Stemmer(lang, {})
    assert len({stem(word) for word in words_in(forms)}) == 1


@pytest.mark.browser
@pytest.mark.parametrize("lang", sorted(ALGORITHMS))
def test_the_browser_finds_the_same_stems(chromium, lang: str):
    texts = ROOT / "book" if lang == "en" else ROOT / "locale" / lang
    every = words_in("\n".join(file.read_text("utf-8") for file in texts.glob("*.[mp]*")))
    words = sorted(every)[:: 1 + len(every) // 2000]
    page = chromium.new_page()
    page.add_script_tag(content=stemmer_script(lang))
    found = page.evaluate("(words) => words.map((w) => coursekitStemmer.stemWord(w))", words)
    page.close()
    plain = Stemmer(lang, {})
    for before, after in VOWELS.get(lang, ()):
        found = [stem.replace(before, after) for stem in found]
    assert len(words) > 500
    assert dict(zip(words, found, strict=True)) == {word: plain(word) for word in words}


def test_a_later_index_is_that_of_a_first_one(tiny_site: Path, tmp_path: Path):
    course = load_sound_course(TINY)
    out = tmp_path / "site"
    shutil.copytree(tiny_site, out)
    before = search_files(course, out, tmp_path / "kept.json")
    assert before == search_files(course, out, tmp_path / "kept.json")
    page = out / "book" / "welcome.html"
    page.write_text(re.sub(r"<p>.*?</p>", "<p>Quixotic.</p>", page.read_text("utf-8")), "utf-8")
    later = search_files(course, out, tmp_path / "kept.json")
    assert "Quixotic" in later["book/welcome.js"]
    assert later["index.js"] != before["index.js"]
    assert later == search_files(course, out, tmp_path / "new.json")
    shutil.copy2(tiny_site / "book" / "welcome.html", page)
    assert before == search_files(course, out, tmp_path / "kept.json")


def test_the_site_holds_the_index_and_nothing_of_sphinx_search(tiny_site: Path, tmp_path: Path):
    static = tiny_site / "_static"
    made = search_files(load_sound_course(TINY), tiny_site, tmp_path / "kept.json")
    for name, text in made.items():
        assert (static / "search" / name).read_text("utf-8") == text
    gone = ("searchtools.js", "language_data.js", "doctools.js", "sphinx_highlight.js")
    assert not [name for name in gone if (static / name).exists()]
    assert not (tiny_site / "searchindex.js").exists()


@pytest.mark.parametrize("prefix", ["", "ro/", "it/"])
def test_the_index_of_a_language_is_small(course_site: Path, prefix: str):
    index = (course_site / prefix / "_static" / "search" / "index.js").read_bytes()
    assert len(gzip.compress(index, 9)) <= 100_000
    data = json.loads(index.decode().partition(" = ")[2].rstrip(";\n"))
    kinds = {kind for _, _, _, kind, _ in data["pages"]}
    assert kinds == {"page", "solution", "guide", "glossary", "sources", "case"}
