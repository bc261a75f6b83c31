"""What a translation has to keep of its text: one small function a rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from ..markdown import PLACEHOLDER
from ..parts import short
from .habits import Habits

Fault = tuple[str, str]

MARK = "FICTIONAL"
_LINK = re.compile(r"\]\(([^)\s]*)")
_FIELD = re.compile(r"(?<!\{)\{[\w ]*\}(?!\})")
_SLOT = re.compile(r"\[\[([\w-]+)")
_CODE = re.compile(r"`[^`]*`")
_NUMBER = re.compile(r"\d(?:[\d.,:\u00a0\u202f ]*\d)?")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_WORDS_OF_A_SENTENCE = 2
_FORMS_OF_TOWN = {"town.of", "town.in"}


def faults(text: str, said: str, habits: Habits, mark: str = MARK) -> Iterator[Fault]:
    """Everything that is wrong with one translation; `mark` is its word for FICTIONAL."""
    yield from _mark(text, said, mark)
    for kind, find, todo in _KEPT:
        yield from _compared(kind, find(text), find(said), todo)
    yield from _emphasis(text, said)
    yield from _shape(text, said)
    for habit in (_quotes, _letters, _untranslated):
        yield from habit(text, said, habits)


def _compared(kind: str, wanted: list[str], found: list[str], todo: str) -> Iterator[Fault]:
    if wanted == found:
        return  # nearly always, and much sooner told than by counting
    lost, added = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    if lost:
        yield f"{kind} lost: {_listed(lost)}.", todo
    if added:
        yield f"{kind} not in the text: {_listed(added)}.", todo


def _listed(names: Counter[str]) -> str:
    return ", ".join(f"'{short(name)}'" for name in names)


def _placeholders(text: str) -> list[str]:
    """Each placeholder; of the town any grammatical form that the language has will do."""
    names = PLACEHOLDER.findall(text)
    return ["town.name" if name in _FORMS_OF_TOWN else name for name in names]


def _numbers(text: str) -> list[str]:
    """The digits of each number, whatever signs stand between them."""
    bare = _LINK.sub("](", PLACEHOLDER.sub(" ", text))
    found = (re.sub(r"[.,:\u00a0\u202f]", "", number) for number in _NUMBER.findall(bare))
    return [digits for number in found for digits in number.split()]


_KEPT: tuple[tuple[str, Callable[[str], list[str]], str], ...] = (
    ("placeholder", _placeholders, "Keep every {{ … }} as it is."),
    ("place for a value", _FIELD.findall, "Keep every {…} as it is."),
    ("address", _LINK.findall, "Translate the words of a link, not its address."),
    ("gap or mark", _SLOT.findall, "Keep the name in every [[…]]."),
    ("code", _CODE.findall, "Keep what stands between ` signs."),
    ("number", _numbers, "Write the same figures, in your language's way."),
)
"""What a translation keeps: its name, how to find it in a text, what to do."""


def _emphasis(text: str, said: str) -> Iterator[Fault]:
    wanted, found = (one.count("**") for one in (text, said))
    if wanted != found:
        yield f"{found} signs ** instead of {wanted}.", "Emphasise the same words."


def _shape(text: str, said: str) -> Iterator[Fault]:
    if said != said.strip():
        yield "space at the start or the end.", "Take it away."
    if "\n" in said and "\n" not in text:
        yield "it has several lines, the text has one.", "Write it in one line."
    if said.count("|") != text.count("|"):
        yield "another number of | signs.", "Keep them: they part the cells of a table."


def _mark(text: str, said: str, mark: str) -> Iterator[Fault]:
    if text.count(MARK) != said.count(mark):
        yield f"the mark {mark} is lost.", f"Where the text says {MARK}, say {mark}."


def _quotes(text: str, said: str, habits: Habits) -> Iterator[Fault]:
    if habits.quotes and '"' in _CODE.sub("", said):
        yield "straight quotation marks.", f"Use {' and '.join(habits.quotes)}."


def _letters(text: str, said: str, habits: Habits) -> Iterator[Fault]:
    for wrong, right in habits.wrong_letters.items():
        if wrong in said:
            yield f"the letter '{wrong}' is the wrong one.", f"Write '{right}'."


def _untranslated(text: str, said: str, habits: Habits) -> Iterator[Fault]:
    is_sentence = " " in text and len(_WORD.findall(text)) >= _WORDS_OF_A_SENTENCE
    if said == text and is_sentence and text not in habits.same:
        todo = "Translate it, or name it under `same` in language.yml."
        yield "it is the same as the text.", todo
