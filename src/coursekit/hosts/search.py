"""Search that finds a word with and without its diacritics: `lectie` and `lecție`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import sphinx
from sphinx.application import Sphinx
from sphinx.search import SearchLanguage, languages

_STEMMERS = Path(sphinx.__file__).parent / "search" / "minified-js"
_FOLDING = """
var PlainStemmer = Stemmer;
Stemmer = function () {
  var inner = new PlainStemmer();
  this.stemWord = function (word) {
    return inner.stemWord(word.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, ""));
  };
};
"""


def fold(word: str) -> str:
    """Small letters without diacritics."""
    split = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def fold_search(app: Sphinx) -> None:
    """Let the language of the pages find words in both forms: in the index and in the query."""
    base = _language(app.config.language or "en")
    if base and not getattr(base, "is_folded", False):
        app.add_search_language(_folded(base))


def forget_lost_words(app: Sphinx) -> None:
    """Let the index of a later build be that of a first one: without words that no page has."""
    load = getattr(app.builder, "load_indexer", None)
    if load is None:
        return  # no pages for browsers

    def load_cleanly(pages: Iterable[str]) -> None:
        load(pages)
        indexer = app.builder.indexer  # type: ignore[attr-defined]
        for words in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, found_on in words.items() if not found_on]:
                del words[word]

    app.builder.load_indexer = load_cleanly  # type: ignore[attr-defined]


def _language(lang: str) -> type[SearchLanguage] | None:
    found = languages.get(lang)
    if isinstance(found, str):
        module, _, name = found.rpartition(".")
        found = getattr(import_module(module), name)
    return found


def _folded(base: type[SearchLanguage]) -> type[SearchLanguage]:
    class Folded(base):
        is_folded = True
        js_stemmer_rawcode = ""
        js_stemmer_code = _script(base) + _FOLDING

        def stem(self, word: str) -> str:
            return super().stem(fold(word))

    return Folded


def _script(base: type[SearchLanguage]) -> str:
    if not base.js_stemmer_rawcode:
        return base.js_stemmer_code
    names = ("base-stemmer.js", base.js_stemmer_rawcode)
    texts = [(_STEMMERS / name).read_text("utf-8") for name in names]
    return "\n".join([*texts, f"Stemmer = {base.language_name}Stemmer;"])
