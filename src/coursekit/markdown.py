"""Markdown of questions and data files to HTML, with raw HTML refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .bundle import labels
from .foreign import marked

MANY_TEXTS = 40_000
"""Of how many texts is kept what was found of them: a course in three languages has fewer."""

PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")
"""`{{ town.name }}`: a value of `_config.yml`, or `{{ fact.<id> }}`: one of the register."""

CODE = re.compile(r"(?<!`)(`{1,2}(?!`)|`{3,}(?![`{]))[\s\S]+?(?<!`)\1(?!`)")
"""Code in a line or a fence; the fence of a directive holds text and is none."""

_CODE_OR_PLACEHOLDER = re.compile(f"{CODE.pattern}|{PLACEHOLDER.pattern}")

_ADDRESS_LIKE = r"https?:|[\w./-]+\.(?:md|ipynb)"
_DEAD_LINK = re.compile(rf"!?\[[^\]]*\](?:\([^)]*\)?|\s+\((?:{_ADDRESS_LIKE})[^)]*\)?)")
_PAGE_LINK = re.compile(r"^(?![a-z]+:)([^#]+)\.(?:md|ipynb)(#.*)?$")


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "typographer": True, "quotes": "“”‘’"}
    parser = MarkdownIt("commonmark", options).enable(["table", "smartquotes"])
    parser.core.ruler.push("page-links", _point_links_to_pages)
    parser.add_render_rule("text", lambda _, tokens, at, *__: marked(tokens[at].content))
    parser.add_render_rule("table_open", _open_table)
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return parser


def _open_table(*_: object) -> str:
    """A wide table scrolls in a frame of its own, which the keyboard reaches."""
    name = escape(labels()["table"])
    return f'<div class="wide" tabindex="0" role="group" aria-label="{name}"><table>\n'


@cache
def _reader() -> MarkdownIt:
    """Reads what the author wrote, HTML and all, to judge it."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _point_links_to_pages(state) -> None:
    """`../../book/glossary.md#refugee` is a file for authors and `….html#refugee` for readers."""
    for token in _all_tokens(state.tokens):
        if token.type == "link_open":
            token.attrSet("href", page_address(str(token.attrGet("href"))))


def page_address(link: str) -> str:
    """The address in the built site of a link to a source file; other links unchanged."""
    return _PAGE_LINK.sub(r"\1.html\2", link)


def placeholders(text: str) -> list[str]:
    """The names in all `{{ name }}` of a Markdown text outside its code, each once."""
    names = (match[2] for match in _CODE_OR_PLACEHOLDER.finditer(text))
    return list(dict.fromkeys(name for name in names if name))


def substitute(text: str, values: Mapping[str, str]) -> str:
    """The same text with each known `{{ name }}` outside its code filled in."""

    def filled(match: re.Match[str]) -> str:
        return values.get(match[2], match[0]) if match[2] else match[0]

    return _CODE_OR_PLACEHOLDER.sub(filled, text) if "{{" in text else text


def to_html(text: str) -> str:
    """HTML of a text of one or more paragraphs; one lone paragraph comes without `<p>`."""
    return _html(text, labels()["table"] if "|" in text else "")


@lru_cache(maxsize=MANY_TEXTS)
def _html(text: str, table: str) -> str:
    """The same; the name of tables in the language that is spoken goes into the HTML."""
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


@lru_cache(maxsize=MANY_TEXTS)
def links(text: str) -> tuple[str, ...]:
    """The targets of all links in a Markdown text, as the author wrote them."""
    return tuple(
        str(token.attrGet("href"))
        for token in _all_tokens(_reader().parse(text))
        if token.type == "link_open"
    )


@lru_cache(maxsize=MANY_TEXTS)
def faults(text: str) -> tuple[tuple[str, str], ...]:
    """What is wrong with a Markdown text: pairs of what and what to do."""
    tokens = list(_all_tokens(_reader().parse(text)))
    return (*_html_faults(tokens), *_picture_faults(tokens), *_link_faults(tokens))


def _html_faults(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        if token.type in ("html_inline", "html_block"):
            tag = token.content.strip().split("\n")[0][:30]
            todo = "Use Markdown: **bold**, *italic*, [link](address)."
            yield f"HTML is not allowed here ('{tag}').", todo
            return


def _picture_faults(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        if token.type == "image":
            todo = "Put it into a Markdown cell of the notebook, before the question."
            yield f"a picture cannot stand here ('{str(token.attrGet('src'))[:40]}').", todo


def _link_faults(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Links that stayed text, because their address is none."""
    for token in tokens:
        if token.type == "inline":
            words = "".join(child.content for child in token.children or [] if child.type == "text")
            for dead in _DEAD_LINK.findall(words):
                todo = "Write [words](address): https://… or the path of a file of the course."
                yield f"the link '{dead[:40]}' is broken.", todo


def _all_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or [])
