"""The register, and a page of all diplomas for the office's archive; both stay on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from ...award.code import Diploma
from ...award.folder import write_whole
from ...award.register import write_register
from .make import BADGE, FOLDER, PDF, records
from .words import Words

PAGE = "index.html"
_STYLE = """body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8a9499;vertical-align:top}
code{white-space:nowrap}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_archive(folder: Path, words: Words, revoked: Mapping[str, str]) -> list[Path]:
    """Write both from the diplomas there are: what is deleted is in neither."""
    found = records(folder)
    rows = [_row(one, revoked) for one in found]
    page = folder / PAGE
    write_whole(page, _page(found, words, revoked).encode())
    return [write_register(folder, rows), page]


def _row(one: Diploma, revoked: Mapping[str, str]) -> dict[str, str]:
    return {
        "serial": one.serial,
        "name": one.name,
        "date": one.awarded,
        "level": one.level,
        "hours": f"{one.hours:g}",
        "modules": one.modules,
        "course": one.course,
        "kid": one.kid,
        "revoked": revoked.get(one.serial, ""),
    }


def _page(found: list[Diploma], words: Words, revoked: Mapping[str, str]) -> str:
    said = {name: escape(text) for name, text in words.labels.items()}
    names = ("Name", "Date", "Level", "Hours", "Serial", "Files")
    heads = "".join(f'<th scope="col">{said[f"award{name}"]}</th>' for name in names)
    rows = "\n".join(_line(one, words, revoked) for one in found)
    return (
        f'<!doctype html>\n<html lang="{escape(words.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{said['awardArchive']}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{said['awardArchive']}: {escape(words.course)}</h1>\n"
        f"<p>{said['awardArchiveAbout']}</p>\n<table>\n"
        f"<caption>{len(found)}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n"
        "</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _line(one: Diploma, words: Words, revoked: Mapping[str, str]) -> str:
    said, home = words.labels, f"{FOLDER}/{one.serial}"
    files = {PDF: said["awardFilePdf"], BADGE: said["awardFileBadge"]}
    links = ", ".join(f'<a href="{home}/{file}">{escape(text)}</a>' for file, text in files.items())
    state = ""
    if one.serial in revoked:
        state = f" ({said['awardRevoked'].format(date=words.day(revoked[one.serial]))})"
    cells = [
        words.day(one.awarded),
        said[f"awardLevel-{one.level}"],
        words.number(one.hours),
        f"{one.serial}{state}",
    ]
    rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(one.name)}</th>{rest}<td>{links}</td></tr>'
