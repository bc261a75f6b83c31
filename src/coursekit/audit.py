"""What can be seen in the files of a built site without a browser: every page, every link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGEST_PICTURE = 200_000
"""Bytes: on a slow line a larger picture takes longer than the whole page."""

_LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "embed": "src",
    "object": "data",
}
"""Elements that fetch something when the page opens; `link` is one by its `rel`."""

_LOADING = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "prefetch"}
_DATA = {"application/json", "application/ld+json"}
_HEADING = re.compile(r"h[1-6]")
_IN_STYLE = re.compile(r"url\(\s*['\"]?((?:https?:)?//[^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass
class Page:
    """A page as written: what it loads, where it leads, and what is wrong with it alone."""

    faults: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    """What it would fetch from another host."""


def read_page(html: str) -> Page:
    """What stands in the HTML of one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


def audit_site(site: Path, only: str = "**/*.html") -> dict[str, list[str]]:
    """Page → its faults, of every page of a folder that `only` matches; pages without any too."""
    pages = {
        path.relative_to(site).as_posix(): read_page(path.read_text("utf-8"))
        for path in sorted(site.glob("**/*.html"))
    }
    wanted = {path.relative_to(site).as_posix() for path in site.glob(only)}
    return {
        name: [*page.faults, *_dead_links(site, name, page, pages), *_heavy(site, name, page)]
        for name, page in pages.items()
        if name in wanted
    }


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._page = Page()
        self._level = 0
        self._firsts = 0
        self._is_drawn = False  # a redirect, or a page that a script draws as a whole
        self._has_lang = self._has_title = self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note_names(tag, given)
        self._note_scripts(tag, given)
        self._note_loads(tag, given)
        if _HEADING.fullmatch(tag):
            self._note_heading(int(tag[1]))
        if tag == "img" and "alt" not in given:
            self._say(f"a picture without alt: {given.get('src', '')}")
        if tag in ("a", "area") and "href" in given:
            self._page.links.append(given["href"])
        is_redirect = tag == "meta" and given.get("http-equiv", "").lower() == "refresh"
        self._is_drawn |= is_redirect or "speaker-page" in given.get("class", "").split()
        self._in_style = tag == "style"

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        for url, other in _IN_STYLE.findall(data) if self._in_style else ():
            self._fetch(url or other)

    def _say(self, fault: str) -> None:
        self._page.faults.append(fault)

    def _note_names(self, tag: str, given: dict[str, str]) -> None:
        self._has_lang |= tag == "html" and bool(given.get("lang"))
        self._has_title |= tag == "title"
        if name := given.get("id"):
            if name in self._page.ids:
                self._say(f"the id '{name}' stands twice")
            self._page.ids.add(name)

    def _note_scripts(self, tag: str, given: dict[str, str]) -> None:
        if tag == "script" and "src" not in given and given.get("type") not in _DATA:
            self._say("an inline script")
        for name, value in given.items():
            if name.startswith("on"):
                self._say(f"an inline handler: {name} of <{tag}>")
            if name in ("href", "src", "action") and value.strip().lower().startswith(
                "javascript:"
            ):
                self._say(f"a script as an address: {name} of <{tag}>")

    def _note_loads(self, tag: str, given: dict[str, str]) -> None:
        if tag == "link" and _LOADING & set(given.get("rel", "").split()):
            self._fetch(given.get("href", ""))
        elif tag in _LOADED and (address := given.get(_LOADED[tag])):
            self._fetch(address)
        for part in given.get("srcset", "").split(","):
            if part.strip():
                self._fetch(part.split()[0])

    def _fetch(self, address: str) -> None:
        if urlsplit(address).netloc:
            self._page.foreign.append(address)
            self._say(f"a request to another host: {address}")
        elif not address.startswith("data:"):
            self._page.loads.append(address)

    def _note_heading(self, level: int) -> None:
        self._firsts += level == 1
        if level > self._level + 1:
            self._say(f"a heading of level {level} after one of level {self._level}")
        self._level = level

    def finish(self) -> Page:
        if not self._has_lang:
            self._say("no language: <html> has no lang")
        if not self._has_title:
            self._say("no <title>")
        if self._firsts != 1 and not self._is_drawn:
            self._say(f"{self._firsts} headings of level 1")
        return self._page


def _dead_links(site: Path, name: str, page: Page, pages: dict[str, Page]) -> Iterator[str]:
    for address in dict.fromkeys(page.links):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = _file(site, name, parts.path) if parts.path else name
        if not (site / target).is_file():
            yield f"a dead link: {address}"
        elif parts.fragment and target in pages and not _has(pages[target], parts.fragment):
            yield f"a link to a place that is not there: {address}"
    for file in _files(site, name, page.loads):
        if not (site / file).is_file():
            yield f"a file that is not there: {file}"


def _has(page: Page, fragment: str) -> bool:
    """Whether a place is there; the data after `=` or `/` are read by a script."""
    return unquote(fragment) in page.ids or "=" in fragment or "/" in fragment


def _heavy(site: Path, name: str, page: Page) -> Iterator[str]:
    for file in _files(site, name, page.loads):
        path = site / file
        is_picture = path.suffix in (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
        if is_picture and path.is_file() and path.stat().st_size > LARGEST_PICTURE:
            size = path.stat().st_size // 1000
            yield f"a picture of {size} kB ({LARGEST_PICTURE // 1000} at most): {file}"


def _files(site: Path, name: str, addresses: list[str]) -> list[str]:
    paths = (urlsplit(address).path for address in dict.fromkeys(addresses))
    return [_file(site, name, path) for path in paths if path]


def _file(site: Path, name: str, path: str) -> str:
    """The file that a server shows for a path, seen from a page."""
    whole = ((site / name).parent / unquote(path)).resolve()
    root = site.resolve()
    if not whole.is_relative_to(root):
        return path
    is_folder = path.endswith("/") or whole.is_dir()
    return (whole / "index.html" if is_folder else whole).relative_to(root).as_posix()
