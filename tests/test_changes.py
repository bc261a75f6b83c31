"""A new version of the course: what changed, and what a town has to look at again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from coursekit.changes import compare, read_version
from coursekit.cli import main
from coursekit.render_changes import changes_text

from .test_broken import QUESTIONS, apply
from .test_towns import FACT, root  # noqa: F401


@pytest.fixture
def versions(root, tmp_path) -> tuple[Path, Path, Path]:  # noqa: F811
    """A version, its copy to change, and a town with a folder of its own."""
    new = Path(shutil.copytree(root, tmp_path / "new"))
    town = Path(shutil.copytree(root / "towns" / "x", tmp_path / "y"))
    text = (town / "town.yml").read_text("utf-8").replace("id: x", "id: y")
    (town / "town.yml").write_text(text, "utf-8")
    return root, new, town


def changes(old: Path, new: Path, town: str = ""):
    return compare(read_version(old, town), read_version(new, town))


def test_the_same_version_has_no_changes(versions, capsys):
    old, new, town = versions
    assert main(["changes", str(old), str(new), "--town", str(town)]) == 0
    assert "Nothing that a learner would notice has changed." in capsys.readouterr().out
    assert main(["changes", str(old), str(old)]) == 1


def test_a_question_whose_right_answer_changed_is_listed_first(versions, capsys):
    old, new, _ = versions
    apply(
        new, {"in": QUESTIONS, "replace": "That is a feeling, not a figure.", "with": "A feeling."}
    )
    apply(new, {"in": QUESTIONS, "replace": "answer: 3.0", "with": "answer: 4.0"})
    apply(new, {"in": "book/welcome.md", "replace": "For tests.", "with": "For the tests."})
    found = changes(old, new)
    assert [(one.kind, one.id) for one in found.questions] == [
        ("answer", "reading-numbers.number"),
        ("changed", "reading-numbers.choice"),
    ]
    assert [(one.kind, one.id, one.what) for one in found.pages] == [
        ("changed", "book/welcome", "Passages: 1 new, 1 gone.")
    ]
    assert main(["changes", str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Questions whose right answer or revision changed (1)\n  ANSWER: ")
    assert "The right answer is another one." in told


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [
        ("choice", "revision", "2"),
        ("number", "tolerance", "0.5"),
        ("text", "accept", ["something else"]),
        ("true-false", "answer", "false"),
        ("ordering", "items", None),
        ("classify", "items", None),
    ],
)
def test_every_way_to_change_what_is_right_is_seen(versions, question, key, value):
    old, new, _ = versions
    data = yaml.load((new / QUESTIONS).read_text("utf-8"), yaml.BaseLoader)
    one = data[question]
    if question == "ordering":
        value = dict(reversed(one["items"].items()))
    elif question == "classify":
        columns = list(one["columns"])
        other = dict(zip(columns, [*columns[1:], columns[0]], strict=True))
        value = {
            name: {**item, "column": other[item["column"]]} for name, item in one["items"].items()
        }
    one[key] = value
    (new / QUESTIONS).write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    found = changes(old, new).questions
    assert [(one.kind, one.id) for one in found] == [("answer", f"reading-numbers.{question}")]


def test_new_and_lost_questions_pages_and_facts_are_named(versions):
    old, new, _ = versions
    fact = FACT.format(name="pupils-2026", value=7)
    apply(new, {"append": "data/facts.yml", "text": fact})
    apply(new, {"write": "book/extra.md", "text": "# Extra\n"})
    place = "      - file: book/my-course\n"
    both = f"{place}      - file: book/extra\n"
    apply(new, {"in": "_toc.yml", "replace": place, "with": both})
    found, back = changes(old, new), changes(new, old)
    assert [(one.kind, one.id) for one in found.facts] == [("new", "pupils-2026")]
    assert [(one.kind, one.id) for one in back.facts] == [("gone", "pupils-2026")]
    assert ("new", "book/extra") in [(one.kind, one.id) for one in found.pages]
    assert ("gone", "book/extra") in [(one.kind, one.id) for one in back.pages]


def test_the_town_hears_which_of_its_own_figures_to_look_at(versions, capsys):
    old, new, town = versions
    own = FACT.format(name="residents-2021", value=1000) + "  overrides: true\n"
    same = FACT.format(name="own-residents", value=1000) + "  same_as: foreigners-2021\n"
    same = same.replace("value: 1000", "value: 30")
    sums = FACT.format(name="own-sum", value=60) + '  computed: "foreigners-2021 * 2"\n'
    (town / "facts.yml").write_text(own + same + sums, "utf-8")
    with (town / "town.yml").open("a", encoding="utf-8") as file:
        file.write("figures: [foreigners-2021]\n")
    text = (new / "data/facts.yml").read_text("utf-8")
    text = text.replace("value: 1000", "value: 1200").replace("value: 30\n", "value: 36\n")
    (new / "data/facts.yml").write_text(text, "utf-8")
    found = changes(old, new, str(town))
    assert [(one.id, one.what) for one in found.checks] == [
        ("residents-2021", "It takes the place of a figure of the course that has changed."),
        ("own-residents", "It must agree with 'foreigners-2021', which has changed."),
        ("own-sum", "It is computed from what has changed: foreigners-2021."),
        ("foreigners-2021", "The page of the town shows it."),
    ]
    told = changes_text(found)
    assert "value 1000 to 1200" in told and "What the town has to check again (4)" in told


def test_a_figure_that_the_new_version_has_too_is_a_contradiction_to_mend(versions):
    old, new, town = versions
    fact = FACT.format(name="pupils-2026", value=7)
    (town / "facts.yml").write_text(fact, "utf-8")
    apply(new, {"append": "data/facts.yml", "text": fact})
    checks = changes(old, new, str(town)).checks
    assert [one.title for one in checks] == ["'pupils-2026' stands in data/facts.yml already."]
    assert "overrides: true" in checks[0].what


def test_a_changed_card_is_named(versions):
    old, new, _ = versions
    card = 'ft-1: {title: "A card", text: "One line."}\n'
    apply(old, {"write": "data/cards.yml", "text": card})
    apply(new, {"write": "data/cards.yml", "text": card.replace("One", "Another")})
    assert [(one.kind, one.id, one.what) for one in changes(old, new).pages] == [
        ("changed", "ft-1", "Passages: 1 changed.")
    ]
