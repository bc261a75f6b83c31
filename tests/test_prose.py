"""How hard a text is, and the words it avoids: the same in Python as in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coursekit.prose import (
    hardest,
    has_phrase,
    lix,
    plain_phrase,
    prose_of,
    sentences,
    without_quotations,
    words,
)

CASES = yaml.safe_load((Path(__file__).parent / "web" / "text-stats.yml").read_text("utf-8"))
CALLS = {
    "words": words,
    "lix": lix,
    "longestSentence": lambda text: max((len(words(one)) for one in sentences(text)), default=0),
}
SHARED = [case for case in CASES if case["call"] in CALLS]


@pytest.mark.parametrize("case", SHARED, ids=[case["name"] for case in SHARED])
def test_python_counts_as_the_page_does(case):
    assert CALLS[case["call"]](*case["args"]) == case["result"]


def test_the_cases_cover_every_count():
    assert {case["call"] for case in SHARED} == set(CALLS)


def test_running_text_has_no_tables_headings_addresses_or_code():
    text = prose_of(
        "# Title\n\nOne [link](../a.md#b) and `code`.\n\n| a | b |\n| - | - |\n| c | d |\n\n"
        "```{important}\n**Check** this.\n```\n\n(label)=\n- An item"
    )
    assert [line for line in text.split("\n") if line] == [
        "One link and .",
        "Check this.",
        "An item",
    ]


def test_the_hardest_sentence_comes_first():
    text = "Short words here. Institutional communication necessitates comprehensibility. We go."
    assert hardest(text, 1) == ["Institutional communication necessitates comprehensibility"]


def found(text: str, phrases: list[str]) -> list[str]:
    return [phrase for phrase in phrases if has_phrase(plain_phrase(text), phrase)]


def test_words_in_quotation_marks_are_spoken_about():
    text = 'They said "a wave" and “a flood”, but our wave is real.'
    assert found(text, ["wave", "flood"]) == ["wave", "flood"]
    assert found(without_quotations(text), ["wave", "flood"]) == ["wave"]


def test_phrases_are_whole_words_and_remarks_need_a_reader():
    assert not found("A microwave for migrants.", ["wave", "migrants (for everybody)"])
    assert found("ILLEGAL\n  Migrants", ["illegal migrant"])
