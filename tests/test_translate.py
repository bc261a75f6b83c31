"""Texts go out to PO files and come back in: nothing is lost, and nothing else changes."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import yaml

from coursekit.bundle import labels, language
from coursekit.checks import check_course, load_sound_course
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.localise import localise, translatable_files
from coursekit.tasks.task import MARK
from coursekit.translate import markdown
from coursekit.translate.catalogue import Entry, File, Source, count, read_file, refresh
from coursekit.translate.catalogue import write_file as write_po_file
from coursekit.translate.habits import Habits
from coursekit.translate.language import Translation, course_texts, languages, read_translation
from coursekit.translate.rules import faults
from coursekit.translate.tree import interface_texts, texts_of, translate_file

from .conftest import ROOT, TINY, the_course
from .test_broken import copy_of_tiny

RULES = yaml.safe_load((Path(__file__).parent / "cases-of-translation.yml").read_text("utf-8"))
ROMANIAN = Habits(quotes=["„", "”"], wrong_letters={"ş": "ș", "ţ": "ț"}, same=["flyer and poster"])


class Decorated(Translation):
    """A language in which every text stands between two signs."""

    def words(self, place: str, text: str) -> str:
        return f"⟦{text}⟧"

    def interface(self) -> dict[str, str]:
        names = {one.place.partition("/")[2]: one.text for one in interface_texts()}
        return {name: self.words(name, text) for name, text in names.items() if name != MARK}


OLD = 'An earlier text that is so long that it goes over the end of a line, and "more".'


def same(place: str, text: str) -> str:
    return text


@pytest.fixture(scope="module")
def course():
    return the_course()


def test_putting_the_same_texts_back_gives_the_same_bytes(course):
    for path in translatable_files(course):
        if path.suffix in (".ipynb", ".md", ".svg"):
            source = (course.root / path).read_text("utf-8")
            assert translate_file(source, path.as_posix(), same) == source, path


def test_putting_the_same_texts_back_gives_the_same_data(course):
    for path in translatable_files(course):
        if path.suffix == ".yml":
            source = (course.root / path).read_text("utf-8")
            text = translate_file(source, path.as_posix(), same)
            if text is not None:
                assert yaml.load(text, yaml.BaseLoader) == yaml.load(source, yaml.BaseLoader), path


PIECES = (
    *("# A head", "Some words.", "Two\nlines of it.", "- one\n- two", "1. first\n2. second"),
    *("| a | b |\n| --- | ---: |\n| word | 12 |", "> said\n> twice", "```\ncode | x\n```"),
    *("```{important}\n**Ask** your office.\n\n- and write\n```", "(target)=", "---", "42", ""),
    *("![alt words](images/a.svg)", "a `code` and {{ fact.x-y.value }} end", "term\n: its meaning"),
    *("| `a|b` | {{ a | b }} |", "  indented words", ":::{note}\nnote words\n:::", "*a*  \nb"),
)


@pytest.mark.parametrize("seed", range(300))
def test_markdown_of_any_make_comes_apart_and_together_again(seed):
    """Generated texts: the pieces joined are the text, and every text to translate has words."""
    chance = random.Random(seed)
    chosen = [chance.choice(PIECES) for _ in range(chance.randint(1, 9))]
    text = chance.choice(["\n\n", "\n"]).join(chosen) + chance.choice(["", "\n", "\n\n"])
    assert "".join(piece for piece, _ in markdown.split(text)) == text
    found = markdown.texts(text)
    assert all(markdown.has_words(one) and one == one.strip() for one in found)
    marked = markdown.translate(text, lambda one: f"⟦{one}⟧")
    assert marked.replace("⟦", "").replace("⟧", "") == text
    assert markdown.texts(marked) == [f"⟦{one}⟧" for one in found]


def test_code_and_directives_that_hold_no_prose_are_left_alone():
    text = "```python\nprint('words here')\n```\n\n```{course-plan}\nwords\n```\n"
    assert markdown.texts(text) == []
    assert markdown.texts("```{important}\nA rule.\n```\n") == ["A rule."]


def test_cells_of_a_table_are_texts_of_their_own():
    text = "| Who | What |\n| --- | --- |\n| a clerk | {{ fact.x.value }} |\n"
    assert markdown.texts(text) == ["Who", "What", "a clerk"]


def test_a_decorated_tree_is_the_same_course_with_every_text_decorated(course, tmp_path):
    localise(course, tmp_path / "tree", Decorated("ro"))
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and language() == "ro"
    assert list(tree.questions) == list(course.questions)
    assert [page.id for page in tree.pages] == [page.id for page in course.pages]
    assert all(question.prompt.startswith("⟦") for question in tree.questions.values())
    assert all(task.title.startswith("⟦") for task in tree.tasks.values())
    assert all(page.part.startswith("⟦") for page in tree.pages if page.part)
    assert [name for name, text in labels().items() if not text.startswith("⟦")] == [MARK]
    load_course(TINY)
    assert language() == "en" and labels()["source"] == "Source"


def test_names_stay_when_texts_change(course, tmp_path):
    """Ids of options, cells and answers are what progress is kept by."""
    localise(course, tmp_path / "tree", Decorated("ro"))
    tree, _ = load_course(tmp_path / "tree")
    for name, task in course.tasks.items():
        assert list(tree.tasks[name].fields) == list(task.fields)
        assert list(tree.tasks[name].rubric) == list(task.rubric)
    for path, notebook in course.notebooks.items():
        assert [cell.id for cell in tree.notebooks[path].cells] == [c.id for c in notebook.cells]


def test_a_text_that_changed_is_outdated_and_not_lost():
    first = Source("page#a", "The desk is open on Monday from nine.")
    old = File({(first.place, first.text): Entry("Ghișeul e deschis luni de la nouă.")})
    new = Source("page#a", "The desk is open on Monday from eight.")
    found, left = refresh(old, [new])
    entry = found[new.place, new.text][1]
    assert entry.outdated and entry.text == "Ghișeul e deschis luni de la nouă."
    assert entry.previous == first.text and not left.gone
    assert count(found).outdated == 1


def test_a_text_that_went_away_is_kept_and_comes_back():
    old = File({("page#a", "Gone."): Entry("Dus.")})
    found, left = refresh(old, [Source("page#b", "Something else altogether, quite long.")])
    assert left.gone["page#a", "Gone."].text == "Dus."
    again, _ = refresh(File(gone=left.gone), [Source("page#a", "Gone.")])
    assert again["page#a", "Gone."][1] == Entry("Dus.")
    assert [entry.text for _, entry in found.values()] == [""]


def test_the_same_text_elsewhere_is_offered_whole():
    old = File({("page#a", "Keep this"): Entry("De ținut minte")})
    sources = [Source("page#a", "Keep this"), Source("other#a", "Keep this")]
    found, _ = refresh(old, sources)
    assert found["other#a", "Keep this"][1] == Entry("De ținut minte")


def test_a_file_of_translations_is_read_as_it_was_written(tmp_path):
    source = Source("page#a", 'With "quotes", a\nsecond line and ț.', ("for the counter",))
    found = {(source.place, source.text): (source, Entry("Cu „ghilimele”.\nȘi ț.", True, OLD))}
    left = File(gone={("page#z", "Gone."): Entry("Dus.")})
    path = tmp_path / "ro" / "book.po"
    assert write_po_file(path, "ro", found, left)
    assert not write_po_file(path, "ro", found, left), "nothing has changed"
    read = read_file(path)
    assert read.entries == {(source.place, source.text): Entry("Cu „ghilimele”.\nȘi ț.", True, OLD)}
    assert read.gone == {("page#z", "Gone."): Entry("Dus.")}


@pytest.mark.parametrize("case", RULES, ids=[case["name"] for case in RULES])
def test_a_translation_keeps_what_it_must(case):
    found = [what for what, _ in faults(case["text"], case["said"], ROMANIAN, "FICTIV")]
    assert found == case.get("faults", [])


def test_check_tells_file_and_line_of_a_faulty_translation(tmp_path):
    root = copy_of_tiny(tmp_path)
    assert main(["texts", "ro", "--course", str(root)]) == 0
    path = root / "locale" / "ro" / "reading-numbers.po"
    text = path.read_text("utf-8")
    at = text.index("{{ town.name }}")
    line = text.count("\n", 0, at) + 1
    start = text.index('msgstr ""', at)
    path.write_text(text[:start] + 'msgstr "Fără nume."' + text[start + 9 :], "utf-8")
    problems = [one for one in check_course(root)[1] if "town.name" in one.what]
    assert [one.path for one in problems] == ["locale/ro/reading-numbers.po"]
    assert abs(problems[0].line - line) <= 3


def test_texts_are_made_once_and_then_left_alone(tmp_path, capsys):
    root = copy_of_tiny(tmp_path)
    assert main(["texts", "ro", "--course", str(root)]) == 0
    assert languages(root) == ["ro"]
    before = {path: path.read_bytes() for path in (root / "locale").rglob("*.po")}
    assert main(["texts", "ro", "--course", str(root)]) == 0
    assert "0 files changed" in capsys.readouterr().out
    assert before == {path: path.read_bytes() for path in (root / "locale").rglob("*.po")}


def test_what_is_not_translated_yet_stays_in_the_language_of_the_course(tmp_path):
    root = copy_of_tiny(tmp_path)
    localise(load_sound_course(root), tmp_path / "tree", Translation("it"))
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.questions == load_sound_course(root).questions


def test_every_text_has_one_file_of_translations(course):
    groups = course_texts(course, translatable_files(course))
    places = [(one.place, one.text) for group in groups.values() for one in group]
    topics = set(course.topics)
    assert topics <= set(groups) and {"interface", "book", "course", "facts"} <= set(groups)
    assert len({place for place, _ in places}) > 1000


def test_exercises_are_translated_where_they_are_written(course):
    assert not list(texts_of(course.root, "exercises/thinking-clearly/individual.ipynb"))
    solution = (course.root / "solutions/thinking-clearly/individual.ipynb").read_text("utf-8")
    exercise = (course.root / "exercises/thinking-clearly/individual.ipynb").read_text("utf-8")
    seen = []
    translate_file(
        exercise, "exercises/thinking-clearly/individual.ipynb", lambda p, t: seen.append(p) or t
    )
    assert seen and all(place.startswith("solutions/") for place in seen)
    ids = {cell["id"] for cell in json.loads(solution)["cells"]}
    assert {place.partition("#")[2] for place in seen} <= ids


def test_the_translations_of_the_course_are_read_with_their_interface():
    for lang in languages(ROOT):
        translation = read_translation(ROOT, lang)
        assert translation.known and translation.lang == lang
