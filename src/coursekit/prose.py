"""Running text: how hard it is to read, and the words in it that the course avoids.

What a word, a sentence and a long word are is the same as in `web/workbook/text-stats.js`;
`tests/web/text-stats.yml` asks both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from markdown_it import MarkdownIt

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f])+(?:(?:[’'‑-]|(?<=\d)[.,](?=\d))(?:[^\W_]|[\u0300-\u036f])+)*"
)
_SENTENCE_END = re.compile(r"""[.!?…]+(?=[\s"'”’»)\]]|$)|\n+""")
_LONG = 7
_REMARK = re.compile(r"\([^)]*\)")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|„[^”“\n]*[”“]|«[^»\n]*»|‘[^’\n]*’")
_FENCE = re.compile(r"^(```+|:::+|~~~+)[^\n]*$", re.MULTILINE)
_TARGET = re.compile(r"^\([\w-]+\)=\s*$", re.MULTILINE)


def words(text: str) -> list[str]:
    """The words of a text, figures among them."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences that hold a word; a line break ends one too."""
    return [part.strip() for part in _SENTENCE_END.split(text) if words(part)]


def lix(text: str) -> int | None:
    """Björnsson's readability index: words per sentence and long words in a hundred."""
    parts = sentences(text)
    found = [word for part in parts for word in words(part)]
    if not found:
        return None
    long = sum(len(word) >= _LONG and re.search(_LETTER, word) is not None for word in found)
    return int(len(found) / len(parts) + 100 * long / len(found) + 0.5)


def hardest(text: str, count: int = 3) -> list[str]:
    """The sentences that are hardest to read, the hardest first."""
    return sorted(sentences(text), key=lambda part: -(lix(part) or 0))[:count]


@lru_cache(maxsize=4000)
def prose_of(markdown: str) -> str:
    """The running text of Markdown: without tables, headings, code, link addresses and fences."""
    text = _TARGET.sub("", _FENCE.sub("", markdown))
    lines: list[str] = []
    parser = MarkdownIt("commonmark").enable("table")
    is_kept = True
    for token in parser.parse(text):
        if token.type in ("table_open", "heading_open"):
            is_kept = False
        elif token.type in ("table_close", "heading_close"):
            is_kept = True
        elif token.type == "inline" and is_kept:
            lines.append(_plain(token.children or []))
    return "\n".join(lines)


def _plain(tokens: list) -> str:
    kinds = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        kinds.get(token.type, token.content if token.type == "text" else "") for token in tokens
    )


def without_quotations(text: str) -> str:
    """The text without what stands in quotation marks: words that are spoken about."""
    return _QUOTED.sub(" … ", text)


def plain_phrase(text: str) -> str:
    """Lower case, without diacritics and double spaces, one form of apostrophe and hyphen."""
    split = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in split if not unicodedata.combining(sign))
    bare = re.sub(r"[’ʼ`´]", "'", bare.lower())
    return " ".join(re.sub(r"[‐-―−]", "-", bare).split())


def has_phrase(plain: str, phrase: str) -> bool:
    """Whether a text, made plain, holds a phrase as whole words, or with a plural s.

    A phrase with a remark in brackets ("migrants (for everybody)") needs a reader who judges: it
    is never found.
    """
    wanted = _wanted(phrase)
    if not wanted or wanted not in plain:
        return False
    return re.search(rf"(?<!\w){re.escape(wanted)}(?:e?s)?(?!\w)", plain) is not None


@cache
def _wanted(phrase: str) -> str:
    is_conditional = _REMARK.search(phrase) is not None
    return "" if is_conditional else re.sub(r"^\W+|\W+$", "", plain_phrase(phrase))
