"""Words as the search compares them: without diacritics, and by their stems.

`web/search/words.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import snowballstemmer
import sphinx

ALGORITHMS = {"en": "porter", "it": "italian", "ro": "romanian"}
"""Language → its stemmer; a language without one is searched by the beginnings of its words."""

VOWELS = {"ro": (("oa", "o"), ("ea", "e"))}
"""What changes inside of a stem: `școală` and `școli`, `cetățean` and `cetățeni`."""

_SECTIONS = 10_000
"""How many texts stay known from one build of `serve` to the next."""

_WORD = re.compile(r"[^\W_]{2,}")
_SCRIPTS = Path(sphinx.__file__).parent / "search" / "minified-js"


def fold(text: str) -> str:
    """Small letters without diacritics."""
    split = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in split if not unicodedata.combining(sign))


@lru_cache(maxsize=_SECTIONS)
def words_in(text: str) -> frozenset[str]:
    """The folded words of a text; single letters and signs are none."""
    return frozenset(_WORD.findall(fold(text)))


class Stemmer:
    """The stems of folded words of one language; each word is looked at once."""

    def __init__(self, lang: str, known: dict[str, str]) -> None:
        name = ALGORITHMS.get(lang)
        self._stem = snowballstemmer.stemmer(name).stemWord if name else str
        self._vowels = VOWELS.get(lang, ())
        self._known = known
        self.used: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        if word not in self.used:
            self.used[word] = self._known.get(word) or self._new(word)
        return self.used[word]

    def _new(self, word: str) -> str:
        stem = self._stem(word)
        for before, after in self._vowels:
            stem = stem.replace(before, after)
        return stem


def stemmer_script(lang: str) -> str:
    """The same algorithm for the browser, as Sphinx brings it; it sets `coursekitStemmer`."""
    name = ALGORITHMS.get(lang)
    if not name:
        return "globalThis.coursekitStemmer = null;\n"
    texts = [(_SCRIPTS / f"{part}-stemmer.js").read_text("utf-8") for part in ("base", name)]
    return "\n".join([*texts, f"globalThis.coursekitStemmer = new {name.capitalize()}Stemmer();\n"])
