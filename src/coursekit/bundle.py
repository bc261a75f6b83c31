"""Join the web files into one text: a host gets each widget as a whole.

JupyterLab imports a widget from a blob, where relative imports fail, and Chromium loads no
module files from `file:`; so what a file imports is put in front of it, each file once.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

import yaml

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default .*;\n?", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*?[^*]*(?:\*(?!/)[^*]*)*\*/)\s*$\n?", re.MULTILINE)

_VENDOR = "vendor/"
"""Files of others: joined unchanged, with names of their own and the licence in their head."""

_WEB = files("coursekit") / "web"

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads YAML and takes every value for a text, as quickly as this machine can."""

SOURCE = "en"
"""The language in which the course is written."""

_SPOKEN: ContextVar[tuple[str, Mapping[str, str]]] = ContextVar("spoken", default=(SOURCE, {}))


def web_text(name: str) -> str:
    """The text of one file in `web/`."""
    return (_WEB / name).read_text("utf-8")


@cache
def module(start: str) -> str:
    """One ES module with everything `start` imports."""
    names = joined_files(start)
    return "\n".join([*map(_inner, names[:-1]), _body(names[-1])])


@cache
def script(start: str, before: str = "", after: str = "", without: tuple[str, ...] = ()) -> str:
    """The same as a classic script, closed in itself; comment lines are left out.

    `without` names files that are somewhere else; `before` and `after` are lines of the script.
    """
    text = "\n".join(_lean(name) for name in joined_files(start) if name not in without)
    return f'(() => {{\n"use strict";\n{before}{text}{after}}})();\n'


@cache
def style(*names: str) -> str:
    """Style sheets joined, without comments and needless space; `folder/` means all in it."""
    text = "\n".join(web_text(sheet) for name in names for sheet in _sheets(name))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"


@cache
def own_labels() -> dict[str, str]:
    """The words of the interface in the language in which the course is written."""
    return yaml.load(web_text("labels.yml"), LOADER)


def labels() -> dict[str, str]:
    """The words of the interface in the language of the tree that is read."""
    return {**own_labels(), **_SPOKEN.get()[1]}


def language() -> str:
    """The code of that language."""
    return _SPOKEN.get()[0]


def speak(lang: str, words: Mapping[str, str]) -> None:
    """From now on labels are in this language; what `words` lacks stays as it was written.

    A tree says once which language it is in. Everything that makes HTML of it asks here, so that
    no function has to hand the language on.
    """
    _SPOKEN.set((lang, words))


@contextmanager
def speaking(lang: str, words: Mapping[str, str]) -> Iterator[None]:
    """The same for a while."""
    token = _SPOKEN.set((lang, words))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def forget() -> None:
    """Read the web files anew at the next call: one of them may have changed."""
    kept = (module, script, style, own_labels, joined_files, exported_in, imported_by)
    for made in kept:
        made.cache_clear()


def json_for_page(data: object) -> str:
    """JSON that can stand inside a `<script type="application/json">`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def compressed_size(text: str) -> int:
    """Bytes of a text as a server sends it (gzip)."""
    return len(gzip.compress(text.encode(), 9))


def _sheets(name: str) -> list[str]:
    if not name.endswith("/"):
        return [name]
    return sorted(name + file.name for file in (_WEB / name).iterdir() if file.suffix == ".css")


@cache
def exported_in(*names: str) -> frozenset[str]:
    """What files give to others."""
    return frozenset(found for name in names for found in _EXPORTED.findall(web_text(name)))


@cache
def imported_by(*names: str) -> frozenset[str]:
    """What files take from others."""
    lists = (taken for name in names for taken, _ in _IMPORT.findall(web_text(name)))
    return frozenset(re.findall(r"\w+", " ".join(lists)))


@cache
def joined_files(start: str) -> tuple[str, ...]:
    """Names of all files that a file needs, each after what it imports."""
    found: list[str] = []

    def visit(name: str) -> None:
        for imported in _imports(name):
            if imported not in found:
                visit(imported)
        if name not in found:
            found.append(name)

    visit(start)
    return tuple(found)


def _imports(name: str) -> list[str]:
    folder = name.rpartition("/")[0]
    return [_resolve(folder, path) for _, path in _IMPORT.findall(web_text(name))]


def _resolve(folder: str, path: str) -> str:
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _body(name: str) -> str:
    return _IMPORT.sub("", web_text(name))


def _inner(name: str) -> str:
    """A file as part of a text in which only the last one exports."""
    text = _EXPORT.sub("", _DEFAULT.sub("", _body(name)))
    return _closed(name, text) if name.startswith(_VENDOR) else text


def _lean(name: str) -> str:
    return _inner(name) if name.startswith(_VENDOR) else _COMMENT.sub("", _inner(name))


def _closed(name: str, text: str) -> str:
    """A file of others in a function, so that only what it exports is known outside."""
    names = f"{{ {', '.join(_EXPORTED.findall(web_text(name)))} }}"
    return f"const {names} = (() => {{\n{text}\nreturn {names};\n}})();\n"
