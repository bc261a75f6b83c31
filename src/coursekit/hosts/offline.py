"""What a browser needs to keep the site for use without a network: the worker, the list of files.

`offline.json` names every file of the site with its digest and its size, in the parts from which a
learner chooses: each language, and the slides of each language. Its version changes when, and only
when, one of the files does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from babel import Locale

from ..bundle import labels, language, script
from ..model import Course
from ..policy import page_meta
from . import slides

LIST = "offline.json"
WORKER = "sw.js"
NOT_SAVED = "not-saved.html"
MANIFEST = "manifest.webmanifest"
HOST = "host-offline"

SERVED = (".html", ".js", ".css", ".svg", ".png", ".jpg", ".webp", ".ico", ".csv", ".json")
"""Endings of what pages load; settings of a server that lie beside them are not for learners."""
APART = {LIST, WORKER}
"""What tells of the saved files is not one of them."""
OF_SLIDES = {"reveal.js", f"{slides.HOST}.js", "host-speaker.js"}
"""Scripts that only slides load."""
DIGITS = 32
"""Of a SHA-256 in hexadecimal: enough to tell files apart and damage from health."""
PAPER = "#ffffff"
ACCENT = "#0b5a7a"


def write_offline(site: Path, homes: dict[str, str]) -> None:
    """Add the worker and the list to a finished site; `homes`: language → its folder (`ro/`)."""
    (site / WORKER).write_text(script("offline/sw.js"), "utf-8", newline="\n")
    text = json.dumps(list_of(site, homes), ensure_ascii=False, separators=(",", ":"))
    (site / LIST).write_text(text + "\n", "utf-8", newline="\n")


def list_of(site: Path, homes: dict[str, str]) -> dict[str, Any]:
    """The list of files, in parts."""
    files: dict[str, list[list[Any]]] = {}
    for path in served(site):
        content = (site / path).read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:DIGITS]
        files.setdefault(part_of(path, homes), []).append([path, digest, len(content)])
    parts = [
        {"id": name, "lang": lang, "name": language_name(lang), "home": home}
        | {"slides": name != lang, "files": files[name]}
        for lang, home in homes.items()
        for name in (lang, f"{lang}-slides")
        if name in files
    ]
    version = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:DIGITS]
    return {"v": 1, "version": version, "parts": parts}


def served(site: Path) -> Iterator[str]:
    """The paths of all files that pages load, in order."""
    for file in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
        path = file.relative_to(site)
        is_hidden = any(part.startswith(".") for part in path.parts)
        if file.suffix in SERVED and not is_hidden and path.as_posix() not in APART:
            yield path.as_posix()


def part_of(path: str, homes: dict[str, str]) -> str:
    """Which part a file belongs to: `ro`, or `ro-slides`."""
    inside = [lang for lang, home in homes.items() if path.startswith(home)]
    lang = max(inside, key=lambda lang: len(homes[lang]))
    rest = PurePosixPath(path.removeprefix(homes[lang]))
    is_slides = rest.parts[0] == slides.FOLDER or rest.name in OF_SLIDES
    return f"{lang}-slides" if is_slides else lang


def offer(up: str) -> dict[str, Any]:
    """What the offer to save the course needs to know on a page; `up` leads to the site's root."""
    words = {key: text for key, text in labels().items() if key.startswith("offline")}
    return {"up": up or "./", "lang": language(), "labels": words}


def manifest(course: Course, home: str) -> str:
    """What makes a language of the site an app that can be installed."""
    town = course.local.town
    accent = town.colours.light if town and town.colours else ACCENT
    up = "../" * home.count("/") or "./"
    icons = [{"src": "_static/icon.svg", "sizes": "any", "type": "image/svg+xml"}]
    for size in (192, 512):
        png = {"src": f"_static/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        icons.append(png)
    data = {
        "name": course.title,
        "short_name": course.title.partition(":")[0],
        "lang": language(),
        "start_url": f"{course.pages[0].id}.html",
        "scope": up,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": accent,
        "icons": icons,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def not_saved_page(course: Course) -> str:
    """What the worker shows, without a network, in place of a page that was not saved."""
    words = labels()
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f"{page_meta()}\n<title>{escape(words['offlineNotSaved'])}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" type="image/svg+xml" href="_static/icon.svg">\n</head>\n'
        f"<body><main><h1>{escape(words['offlineNotSaved'])}</h1>"
        f"<p>{escape(words['offlineNotSavedWhy'])}</p></main></body>\n</html>\n"
    )


def language_name(lang: str) -> str:
    """The name of a language as its speakers write it: `română`."""
    return Locale.parse(lang.replace("-", "_")).get_display_name() or lang
