"""Questions as pages, readers without JavaScript and editors get them."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import jsonschema
import pytest
import yaml

from coursekit.bundle import json_for_page
from coursekit.checks import load_sound_course
from coursekit.content.reading import read_model
from coursekit.content.yamlfile import YamlFile
from coursekit.parts import is_name
from coursekit.questions import KINDS, Question
from coursekit.render import question_html
from coursekit.schema import questions_schema, write_schema

from .conftest import ROOT, TINY

QUESTIONS = "modules/reading-numbers/questions.yml"
SIGNS = "5 < 6 & 7"
SIGNS_IN_HTML = "5 &lt; 6 &amp; 7"

PLAIN_TEXTS = {
    "title",
    "unit",
    "units",
    "accept",
    "near.text",
    "gaps.options.text",
    "gaps.near.text",
    "gaps.accept",
    "pairs.right",
    "extra.text",
    "columns.text",
    "parts.text",
    "scale.unit",
    "date",
    "others.text",
}
"""Where the data of a question holds plain text: the page shows it as text, never as HTML."""


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 with types, as editors do: `yes` is a word, dates are texts."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    _EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def _as_editors_read(text: str) -> Any:
    return _with_text_keys(yaml.load(text, _EditorLoader))


def _with_text_keys(data: Any) -> Any:
    """The same data with every key as the name of a property, as JSON Schema sees it."""
    if isinstance(data, dict):
        return {
            (str(key).lower() if isinstance(key, bool) else str(key)): _with_text_keys(value)
            for key, value in data.items()
        }
    return [_with_text_keys(item) for item in data] if isinstance(data, list) else data


def _with_signs(data: Any) -> Any:
    """A question as written, with `<` and `&` at the end of every text that is not a name."""
    if isinstance(data, dict):
        return {key: _with_signs(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_signs(item) for item in data]
    is_text = not is_name(data) and not re.fullmatch(r"-?[0-9.]+", data)
    return f"{data} {SIGNS}" if is_text else data


def _written() -> dict[str, dict[str, Any]]:
    """The tiny course's questions as written, one of each kind, by kind."""
    entries = yaml.load((TINY / QUESTIONS).read_text("utf-8"), yaml.BaseLoader)
    return {data["kind"]: data for data in reversed(entries.values())}


def _read(data: dict[str, Any]) -> Question:
    file = YamlFile("questions.yml")
    question = read_model(file, ("q",), data, KINDS[data["kind"]])
    assert question and not list(question.faults()), file.problems
    return question


def _texts(data: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in nested data, with the keys that lead to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, f"{place}.{key}".strip("."))
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, place)
    elif isinstance(data, str):
        yield place, data


@pytest.mark.parametrize("kind", KINDS)
def test_data_is_json_and_author_texts_are_escaped(kind):
    data = _read(_with_signs(_written()[kind])).data("reading-numbers.q")
    assert json.loads(json.dumps(data)) == data
    marked = [(place, text) for place, text in _texts(data) if "6" in text and "id" not in place]
    assert len(marked) >= 3
    for place, text in marked:
        wanted = SIGNS if place in PLAIN_TEXTS else SIGNS_IN_HTML
        assert wanted in text or place == "parts.text", (place, text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fallback_tells_prompt_options_and_everything_that_is_said(kind):
    written = _with_signs(_written()[kind])
    html = question_html("reading-numbers.q", _read(written), {})
    fallback = html[html.index('<div class="fallback">') :]
    assert SIGNS not in fallback
    seen = _words(fallback)
    wanted = [
        text
        for place, text in _texts(written)
        if re.search(r"(^|\.)(prompt|explanation|hints|left|columns\.\w+)$", place)
        or re.search(r"\bsays\b", place)
        or (re.search(r"(options|reasons|items|extra|others|near)\b.*\.text$", place))
        or (place.startswith("pairs") and place.endswith("right"))
        or place.endswith("accept")
    ]
    assert len(wanted) >= 5
    for text in wanted:
        assert _words(text) in seen, text


def _words(text: str) -> str:
    """What a reader sees of HTML or Markdown; typographic quotation marks count as plain ones."""
    plain = unescape(re.sub(r"</?[a-z][^>]*>", "", text))
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain)
    return re.sub(r"[*“”\"‘’']", "", plain)


def test_json_for_a_page_cannot_end_its_script():
    data = {"text": "</script><script>alert(1)</script><!-- \u2028 \u2029 ]]>"}
    text = json_for_page(data)
    assert "<" not in text and "\u2028" not in text and "\u2029" not in text
    assert json.loads(text) == data


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_cannot_end_the_script_that_holds_its_data(kind):
    written = copy.deepcopy(_written()[kind])
    written["prompt"] = "`</script><script>alert(1)</script>` <!-"
    html = question_html("reading-numbers.q", _read(written), {})
    assert html.count("<script") == html.count("</script>") == 1


@pytest.fixture(scope="module")
def validator():
    schema = questions_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("read", [_as_editors_read, lambda text: yaml.load(text, yaml.BaseLoader)])
def test_the_schema_accepts_the_tiny_course(validator, read):
    text = (TINY / QUESTIONS).read_text("utf-8")
    assert not list(validator.iter_errors(read(text)))


@pytest.mark.parametrize("topic", sorted(path.parent for path in ROOT.glob("modules/*/*.yml")))
def test_the_schema_accepts_the_course(validator, topic):
    text = (topic / "questions.yml").read_text("utf-8")
    assert not [error.message for error in validator.iter_errors(_as_editors_read(text))]


REFUSED = [
    ("  shuffle: true", "  shufle: true"),
    ("  kind: choice", "  kind: crossword"),
    ("  kind: choice\n", ""),
    ("choice:\n", "Choice:\n"),
    ("revision: 1", "revision: 0"),
    ("revision: 1", "revision: 1.5"),
    ("revision: 1", "revision: one"),
    ("level: apply", "level: expert"),
    ("difficulty: easy", "difficulty: Easy"),
    ("right: true", "right: yes"),
    ("    dated: {", "    Dated: {"),
    ("source: census", "source: the census"),
    ("source: census", "source: []"),
    ("  source: census\n", ""),
    ('"About a thousand", says', '"About a thousand", say'),
    ("answer: 3.0", "answer: 12:30"),
    ("tolerance: 0.05", "tolerance: -1"),
    ("step: 0.5", "step: 0"),
    ('"What belongs to a figure?"', '""'),
    ("set: check-yourself", "set:"),
    ("accept: [total, base]", "accept: total"),
]


@pytest.mark.parametrize(("old", "new"), REFUSED)
def test_the_schema_refuses_what_the_reader_refuses(validator, old, new):
    text = (TINY / QUESTIONS).read_text("utf-8")
    assert old in text
    errors = list(validator.iter_errors(_as_editors_read(text.replace(old, new, 1))))
    assert len(errors) >= 1


ACCEPTED = [
    ("source: census", "source: [census, course]"),
    ('answer: "true"', "answer: true"),
    ("shuffle: true", 'shuffle: "true"'),
    ("revision: 1", 'revision: "1"'),
    ("answer: 3.0", "answer: 3"),
    ('"1,000 residents on 1 December 2021"', "1000"),
    ("accept: [total, base]", "accept: [2021, true]"),
]


@pytest.mark.parametrize(("old", "new"), ACCEPTED)
def test_the_schema_accepts_what_the_reader_accepts(validator, old, new):
    text = (TINY / QUESTIONS).read_text("utf-8")
    assert old in text
    assert not list(validator.iter_errors(_as_editors_read(text.replace(old, new, 1))))


def test_the_schema_is_written_whole(tmp_path):
    target = tmp_path / "new" / "questions.schema.json"
    write_schema(target)
    assert json.loads(target.read_text("utf-8")) == questions_schema()
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_every_kind_stands_in_the_tiny_course():
    assert set(_written()) == set(KINDS)
    assert {q.kind for q in load_sound_course(TINY).questions.values()} == set(KINDS)
