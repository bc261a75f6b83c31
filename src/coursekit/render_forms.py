"""Forms and sheets as they stand on a page and on paper: to be filled in with a pen."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .bundle import labels
from .forms import ChoiceQuestion, Form, FormQuestion, ScaleQuestion, Sheet, TextQuestion
from .markdown import to_html

SLENDER, BROAD = 8, 20
"""Per cent of the page: below the one, from the other on, a column is set apart on the screen."""


def form_html(name: str, form: Form) -> Iterator[str]:
    """A form with its questions in order."""
    yield f'<section class="form" id="form-{name}"><h2>{escape(form.title)}</h2>'
    yield f'<p class="source">{escape(labels()["formHand"])}: {escape(form.when)}</p>'
    yield f"<p>{to_html(form.intro)}</p><ol>"
    for question in form.questions.values():
        yield f"<li><p><strong>{escape(question.text)}</strong></p>{_field(question)}</li>"
    yield f"</ol><p>{to_html(form.closing)}</p></section>"


def _field(question: FormQuestion) -> str:
    words = labels()
    match question:
        case ScaleQuestion():
            told = words["formScale"].format(low=question.low, high=question.high, n=question.steps)
            numbers = "".join(f"<span>{n}</span>" for n in range(1, question.steps + 1))
            return f'<p class="scale">{escape(told)} {numbers}</p>'
        case ChoiceQuestion():
            told = words["formSeveral" if question.several else "formOne"]
            options = "".join(f"<li>{escape(text)}</li>" for text in question.options.values())
            return f'<p>{escape(told)}</p><ul class="boxes">{options}</ul>'
        case TextQuestion():
            told = words["formLines"].format(n=question.lines)
            return f'<div class="lines" role="img" aria-label="{escape(told)}">' + (
                "<span></span>" * question.lines + "</div>"
            )


def sheet_html(name: str, sheet: Sheet) -> Iterator[str]:
    """A sheet with its empty rows."""
    yield f'<section class="sheet" id="sheet-{name}"><h2>{escape(sheet.title)}</h2>'
    yield f"<p>{to_html(sheet.intro)}</p>"
    head = "".join(f"<li>{escape(text)}: </li>" for text in sheet.head.values())
    yield f'<ul class="head">{head}</ul>' if head else ""
    yield from _table(sheet)
    yield f"<p>{to_html(sheet.closing)}</p></section>"


def _table(sheet: Sheet) -> Iterator[str]:
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(sheet.title)}">'
    yield '<table class="empty"><colgroup>'
    yield "".join(f"<col{_breadth(column.width)}>" for column in sheet.columns.values())
    heads = "".join(f'<th scope="col">{escape(c.title)}</th>' for c in sheet.columns.values())
    yield f"</colgroup><thead><tr>{heads}</tr></thead><tbody>"
    cells = "<td></td>" * (len(sheet.columns) - 1)
    for number in range(1, sheet.rows + 1):
        yield f"<tr><td>{number}</td>{cells}</tr>"
    yield "</tbody></table></div>"


def _breadth(width: int) -> str:
    """A class by the share of the page: HTML has no widths, our policy no styles in elements."""
    name = "slender" if width < SLENDER else "broad" if width >= BROAD else ""
    return f' class="{name}"' if name else ""
