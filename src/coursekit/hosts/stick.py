"""A built site → one zip file for a USB stick, the same for the same site."""

from __future__ import annotations

import json
import zipfile
from html import escape
from pathlib import Path

from ..bundle import SOURCE, own_labels
from ..translate.language import read_interface
from .offline import LIST

ZIP = "course.zip"
FOLDER = "course"
FIRST = "READ-ME-FIRST.html"
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: when it was built is no part of what it is."""
UNIX, FOR_ALL_TO_READ = 3, 0o644 << 16


def write_zip(root: Path, site: Path) -> Path:
    """Zip a site, with a file beside it that says what to open; gives the zip's path."""
    target = site.parent / ZIP
    new = target.with_suffix(".new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as stick:
        _add(stick, FIRST, read_me(root, _homes(site)).encode())
        for path in _paths(site):
            _add(stick, f"{FOLDER}/{path}", (site / path).read_bytes())
    new.replace(target)
    return target


def read_me(root: Path, homes: dict[str, tuple[str, str]]) -> str:
    """What to open, in each language; `homes`: language → its name and its folder."""
    parts = [_part(root, lang, name, home) for lang, (name, home) in homes.items()]
    title = escape(_words(root, next(iter(homes)))["stickTitle"])
    return (
        '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>{}</title>\n</head>\n'
        "<body>\n<main>\n<h1>{}</h1>\n{}\n</main>\n</body>\n</html>\n"
    ).format(next(iter(homes)), title, title, "\n".join(parts))


def _part(root: Path, lang: str, name: str, home: str) -> str:
    words = {key: escape(text) for key, text in _words(root, lang).items()}
    file = f"{FOLDER}/{home}index.html"
    how = words["stickHow"].replace("{file}", f"<code>{file}</code>")
    link = f'<a href="{file}">{words["stickOpen"]}</a>'
    return (
        f'<section lang="{lang}">\n<h2>{escape(name)}</h2>\n<p>{link}</p>\n'
        f"<p>{how}</p>\n<p>{words['stickKeep']}</p>\n</section>"
    )


def _words(root: Path, lang: str) -> dict[str, str]:
    own = own_labels()
    return own if lang == SOURCE else {**own, **read_interface(root, lang)}


def _homes(site: Path) -> dict[str, tuple[str, str]]:
    """The languages of a site, as its list of files names them."""
    parts = json.loads((site / LIST).read_text("utf-8"))["parts"]
    return {part["lang"]: (part["name"], part["home"]) for part in parts if not part["slides"]}


def _paths(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def _add(stick: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, NO_TIME)
    info.create_system, info.external_attr = UNIX, FOR_ALL_TO_READ
    info.compress_type = zipfile.ZIP_DEFLATED
    stick.writestr(info, content, compresslevel=9)
