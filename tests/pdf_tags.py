"""What a reader that listens finds in a PDF: its structure tree and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from .pdf_text import letters_of


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree: its kind, its parent's, its text alternative."""

    kind: str
    parent: str
    alt: str


def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """All elements in the order in which they are read."""
    root = pdf.Root.StructTreeRoot
    roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
    return list(_tags(root.K, "", roles))


def _tags(kids: pikepdf.Object, parent: str, roles: dict[str, str]) -> Iterator[Tag]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        kind = roles.get(str(kid.S), str(kid.S)).removeprefix("/")
        yield Tag(kind, parent, str(kid.get("/Alt", "")))
        if "/K" in kid:
            yield from _tags(kid.K, kind, roles)


def text_of(file: Path | bytes) -> str:
    """All that is shown, page by page, without spaces."""
    import io

    with pikepdf.open(io.BytesIO(file) if isinstance(file, bytes) else file) as pdf:
        return "".join("".join(_shown(page)) for page in pdf.pages).replace(" ", "")


def _shown(page: pikepdf.Page) -> Iterator[str]:
    fonts = {
        name: letters_of(font.ToUnicode.read_bytes())
        for name, font in page.resources.get("/Font", {}).items()
        if "/ToUnicode" in font
    }
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts.get(str(operands[0]), {})
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    yield _words(bytes(part), letters)


def _words(glyphs: bytes, letters: dict[int, str]) -> str:
    pairs = range(0, len(glyphs), 2)
    return "".join(letters.get(int.from_bytes(glyphs[at : at + 2]), "") for at in pairs)
