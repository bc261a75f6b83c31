"""Markdown of questions and data files to HTML, with raw HTML refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
_DEAD_LINK = re.compile(r"!?\[[^\]]*\]\([^)]*\)?")
_PAGE_LINK = re.compile(r"^(?![a-z]+:)([^#]+)\.(?:md|ipynb)(#.*)?$")


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "typographer": True, "quotes": "“”‘’"}
    parser = MarkdownIt("commonmark", options).enable(["table", "smartquotes"])
    parser.core.ruler.push("page-links", _point_links_to_pages)
    return parser


def _point_links_to_pages(state) -> None:
    """`../../book/glossary.md#refugee` is a file for authors and `….html#refugee` for readers."""
    for token in _all_tokens(state.tokens):
        if token.type == "link_open":
            token.attrSet("href", page_address(str(token.attrGet("href"))))


def page_address(link: str) -> str:
    """The address in the built site of a link to a source file; other links unchanged."""
    return _PAGE_LINK.sub(r"\1.html\2", link)


def to_html(text: str) -> str:
    """HTML of a text of one or more paragraphs; one lone paragraph comes without `<p>`."""
    html = _parser().render(text).strip()
    if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
        return html[3:-4]
    return html


def to_text(text: str) -> str:
    """The words of a Markdown text, without its marks."""
    words = (
        "\n" if token.type in ("softbreak", "paragraph_close") else token.content
        for token in _all_tokens(_parser().parse(text))
        if token.type in ("text", "code_inline", "softbreak", "paragraph_close")
    )
    return " ".join("".join(words).split())


def links(text: str) -> list[str]:
    """The targets of all links in a Markdown text, as the author wrote them."""
    parser = MarkdownIt("commonmark", {"html": False})
    return [
        str(token.attrGet("href"))
        for token in _all_tokens(parser.parse(text))
        if token.type == "link_open"
    ]


def faults(text: str) -> list[tuple[str, str]]:
    """What is wrong with a Markdown text: pairs of what and what to do."""
    found = []
    plain = _outside_code(text)
    if tag := _TAG.search(plain):
        found.append(
            (f"HTML is not allowed here ('{tag.group()[:30]}').", "Use Markdown: **bold**, *italic*, [link](address).")
        )
    if dead := _DEAD_LINK.search(to_text(plain)):
        found.append(
            (f"the link '{dead.group()[:40]}' is broken.", "Write [words](address), with an address that starts with https:// or leads to a file of the course.")
        )
    return found


def _outside_code(text: str) -> str:
    return re.sub(r"(`+).+?\1", "", text, flags=re.DOTALL)


def _all_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or [])
