"""The report on a town: for the screen, for the mayor's office (HTML), for a spreadsheet (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape

from .bundle import SOURCE
from .numbers import format_date
from .ready import Finding, Report

BOM = "\ufeff"
TITLES = {
    "missing": "Missing",
    "unknown": "Not known yet",
    "stale": "Past the review date",
    "unverified": "Not confirmed",
    "format": "Contacts that cannot be used as written",
    "untranslated": "Not translated",
}
HEADS = ("state", "essential", "part", "entry", "what to do", "who")


def ready_text(report: Report) -> str:
    """For the screen."""
    return "\n".join(_text_lines(report))


def _text_lines(report: Report) -> Iterator[str]:
    yield _headline(report)
    yield _summary(report)
    for state, pairs in report.by_state():
        yield f"\n{TITLES[state]} ({len(pairs)})"
        for item, finding in pairs:
            mark = "! " if finding.blocks else "  "
            yield f"{mark}{item.part}: {item.title}. {_what(finding)}"
    if not report.is_ready:
        yield "\n! marks what the course should not be used without."


def ready_html(report: Report) -> str:
    """A page of its own: nothing is loaded from elsewhere, and it prints well."""
    rows = "".join(_html_rows(report))
    table = (
        '<table><thead><tr><th scope="col">State</th><th scope="col">Part</th>'
        '<th scope="col">Entry</th><th scope="col">What to do</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    title = escape(_headline(report))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(_summary(report))}</p>\n"
        f"{table if rows else ''}\n</main>\n</body>\n</html>\n"
    )


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2529;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c3ced3}"
)


def _html_rows(report: Report) -> Iterator[str]:
    for state, pairs in report.by_state():
        for item, finding in pairs:
            words = f"{TITLES[state]} (essential)" if finding.blocks else TITLES[state]
            cells = (words, item.part, item.title, _what(finding))
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"


def ready_csv(report: Report) -> str:
    """For a spreadsheet; what is complete is in it too."""
    target = io.StringIO()
    table = csv.writer(target, lineterminator="\r\n")
    table.writerow(HEADS)
    for item in report.items:
        if not item.findings:
            table.writerow(("complete", "", item.part, item.title, "", ""))
        for found in item.findings:
            essential = "yes" if found.blocks else ""
            row = (found.state, essential, item.part, item.title, found.what, found.who)
            table.writerow(row)
    return BOM + target.getvalue()


def _headline(report: Report) -> str:
    state = "ready for the course" if report.is_ready else "something essential is missing"
    return f"{report.town}: {state}"


def _summary(report: Report) -> str:
    day = format_date(report.today.isoformat(), SOURCE)
    count = f"{report.complete} of {len(report.items)}"
    return f"{count} entries are complete ({report.percent}%), {day}."


def _what(finding: Finding) -> str:
    return f"{finding.what} Who: {finding.who}." if finding.who else finding.what
