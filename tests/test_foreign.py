"""Foreign words say their language, and texts hold no marks for it."""

from __future__ import annotations

import pytest

from coursekit.bundle import speaking
from coursekit.foreign import know, lang_of, marked, stretches
from coursekit.markdown import to_html, to_text
from coursekit.render import source_link

from .conftest import ROOT, the_course


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture(autouse=True)
def phrases(course):
    know({"aviz": "ro", "aviz de angajare": "ro", "truth sandwich": "en"})
    yield
    know({})


def test_a_phrase_is_marked_wherever_it_stands_alone():
    assert to_html("An aviz de angajare.") == 'An <span lang="ro">aviz de angajare</span>.'
    assert to_html("**aviz** & `aviz`") == (
        '<strong><span lang="ro">aviz</span></strong> &amp; <code>aviz</code>'
    )
    assert to_html("avizul, preaviz, [my aviz](https://example.org/aviz)") == (
        'avizul, preaviz, <a href="https://example.org/aviz">my <span lang="ro">aviz</span></a>'
    )
    assert marked("<aviz>") == '&lt;<span lang="ro">aviz</span>&gt;'
    assert to_text("An aviz de angajare.") == "An aviz de angajare."


def test_a_phrase_in_the_language_of_the_page_is_none():
    with speaking("ro", {}):
        assert list(stretches("un aviz")) == [("un aviz", "")]
        assert to_html("un truth sandwich") == 'un <span lang="en">truth sandwich</span>'
        assert (lang_of("ro"), lang_of("en")) == ("", ' lang="en"')
    assert to_html("a truth sandwich") == "a truth sandwich"


def test_titles_of_sources_say_their_language(course):
    assert course.sources["og44"].language == "ro"
    link = source_link("og44", course.sources["og44"])
    assert 'references.html#og44" lang="ro">Ordonanța nr. 44/2004' in link
    assert "lang=" not in source_link("kalla", course.sources["kalla"])
    with speaking("ro", {}):
        assert 'lang="en">Reducing' in source_link("kalla", course.sources["kalla"])
        assert "lang=" not in source_link("og44", course.sources["og44"])


def test_every_phrase_of_the_course_stands_in_its_texts(course):
    texts = [path.read_text("utf-8") for path in ROOT.glob("locale/*/*.po")]
    texts = [text.replace('"\n"', "") for text in texts]
    assert len(course.phrases) > 20
    assert [one for one in course.phrases if not any(one in text for text in texts)] == []
