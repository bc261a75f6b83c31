"""The evidence for people (a page of its own) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from .bundle import own_labels
from .evidence.model import CHECKS, Evidence, Result
from .numbers import format_date

LIMITS = (
    "Programs find a part of all faults. No person who uses assistive technology has tested the "
    "course.",
    "Each page was examined as it opens, and again after all its questions were answered, its "
    "fields filled and what is folded was opened; slides one by one, with the dialogs of the keys "
    "H and O. Buttons of tools, boards and large exercises were not pressed: the tests of the "
    "course do that for each kind.",
    "HTML is read by rules of our own after the HTML standard, not by the W3C's checker.",
    "Bytes are counted as a server packs them with gzip; requests are those before anything is "
    "pressed.",
)
"""What the results do not say; it stands beside them."""

FOR_ACCESS = ("axe", "width", "spacing", "targets", "focus", "keyboard")
FOR_ACCESS += ("edges", "motion", "feedback", "markup", "files")
FOR_DATA = ("hosts", "kept", "scripts")
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2529;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #c3ced3}"
    "td.n{text-align:right}div{overflow-x:auto}td{overflow-wrap:anywhere}"
)


def write_evidence(evidence: Evidence, target: Path) -> Path:
    """Both files; the page of them is what a person opens."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "evidence.json").write_text(evidence_json(evidence), "utf-8")
    page = target / "index.html"
    page.write_text(evidence_html(evidence), "utf-8")
    return page


def evidence_json(evidence: Evidence) -> str:
    """Everything, page by page."""
    data = {
        **_about(evidence),
        "limits": list(LIMITS),
        "packages": [vars(package) for package in evidence.packages],
        "audit": evidence.audit,
        "pages": {
            result.page: {
                "bytes": result.bytes,
                "requests": result.requests,
                "findings": result.findings,
            }
            for result in evidence.results
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def summary_text(evidence: Evidence) -> str:
    """One line for the screen."""
    about = _about(evidence)["summary"]
    found = {name: n for name, n in about["found"].items() if n}
    told = ", ".join(f"{name} on {n}" for name, n in found.items()) or "nothing"
    return (
        f"{about['pages']} pages, {about['clean']} without a finding. Found: {told}. "
        f"Heaviest: {about['heaviest_bytes'] / 1000:.1f} kB, {about['most_requests']} requests."
    )


def evidence_html(evidence: Evidence) -> str:
    """A page that loads nothing and prints well."""
    title = escape(f"Evidence: {evidence.title}")
    parts = (_head(evidence), _for_access(evidence), _for_data(evidence), _limits())
    parts += (_findings(evidence.results), _weights(evidence.results), _packages(evidence))
    body = "\n".join(line for part in parts for line in part)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _head(evidence: Evidence) -> Iterator[str]:
    versions = ", ".join(f"{name} {number}" for name, number in evidence.versions.items())
    day = format_date(evidence.day.isoformat(), "en")
    yield f"<p>{escape(summary_text(evidence))}</p>"
    yield f"<p>Examined on {day}, commit of the course {escape(evidence.commit or 'unknown')}.</p>"
    yield f"<p>axe looked at: {escape('; '.join(evidence.looks))}.</p>"
    yield f"<p>Versions: {escape(versions)}.</p>"


def _for_access(evidence: Evidence) -> Iterator[str]:
    yield "<h2>For the accessibility officer</h2>"
    yield (
        "<p>The measure is WCAG 2.2, level AA. Every page was opened in the widths and colours "
        "named above, and at 320 pixels (which is what enlargement to four times leaves of 1280), "
        "with wider spacing, with colours of the reader's own and with little movement, and walked "
        "through with the Tab key.</p>"
    )
    yield _checks(evidence, FOR_ACCESS, "What was looked for, for everybody to use the course")


def _for_data(evidence: Evidence) -> Iterator[str]:
    yield "<h2>For the data-protection officer</h2>"
    yield (
        "<p>The course sends nothing to anybody. What a learner agrees to keep stays in the "
        "learner's own browser. Each page was opened as by a new visitor, and used without "
        "agreeing to anything; then everything that a browser can keep was listed: cookies, local "
        "and session storage, data bases, caches.</p>"
    )
    yield _checks(evidence, FOR_DATA, "What was looked for, for nobody to be followed")


def _checks(evidence: Evidence, names: Iterable[str], caption: str) -> str:
    words, found = own_labels(), evidence.pages_by_check()
    rows = [
        (words[f"check-{name}"], CHECKS[name] or "–", str(len(found[name]) or "none"))
        for name in names
    ]
    heads = ("What should be so", "WCAG", "Pages where it is not")
    return _table(caption, heads, rows)


def _limits() -> Iterator[str]:
    yield "<h2>What this does not say</h2>"
    yield f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in LIMITS)}</ul>"


def _findings(results: list[Result]) -> Iterator[str]:
    yield "<h2>Findings</h2>"
    words = own_labels()
    rows = [
        (result.page, words[f"check-{check}"], text)
        for result in results
        for check, texts in result.findings.items()
        for text in texts
    ]
    if not rows:
        yield "<p>None.</p>"
    else:
        yield _table("Every finding", ("Page", "What should be so", "What was found"), rows)


def _weights(results: list[Result]) -> Iterator[str]:
    yield "<h2>Weight of each page</h2>"
    rows = [(one.page, f"{one.bytes / 1000:.1f}", str(one.requests)) for one in results]
    yield _table("All pages that were examined", ("Page", "kB", "Requests"), rows)


def _packages(evidence: Evidence) -> Iterator[str]:
    yield "<h2>Packages</h2>"
    yield (
        "<p>Used to build the site; a learner's browser gets none of them but the scripts that "
        "SECURITY.md names.</p>"
    )
    yield f"<p>{escape(audit_text(evidence.audit))}</p>"
    rows = [(one.name, one.version, one.licence) for one in evidence.packages]
    yield _table("Installed packages", ("Package", "Version", "Licence"), rows)


def audit_text(audit: dict[str, Any] | None) -> str:
    """What is known of faults in the packages, in one or two sentences."""
    if not audit:
        return "Known faults of these packages: nobody has asked yet."
    files = audit["files"].values()
    rows, skipped = (sum(one[key] for one in files) for key in ("packages", "unanswered"))
    faults = [
        f"{one['package']} {one['version']}: {one['id']}" for x in files for one in x["faults"]
    ]
    old = [name for name, one in audit["files"].items() if not one.get("current", True)]
    text = (
        f"Known faults, asked with {audit['tool']} on {format_date(audit['date'], 'en')}: "
        f"{rows} packages in {len(files)} lock files, {skipped} without an answer; "
        f"faults: {'; '.join(faults) or 'none among those with an answer'}."
    )
    if rows and skipped == rows:
        text = (
            f"Known faults: {audit['tool']} was asked on {format_date(audit['date'], 'en')} and "
            f"had an answer for none of the {rows} packages. Nothing is known."
        )
    return text + (f" Changed since then: {', '.join(old)}." if old else "")


def _table(caption: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in a region that scrolls and can be reached by keyboard."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return (
        f'<div tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>\n"
        f"{''.join(map(_row, rows))}</tbody></table></div>"
    )


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = map(escape, cells)
    others = "".join(f"<td>{text}</td>" for text in rest)
    return f'<tr><th scope="row">{first}</th>{others}</tr>\n'


def _about(evidence: Evidence) -> dict[str, Any]:
    results = evidence.results
    return {
        "title": evidence.title,
        "date": evidence.day.isoformat(),
        "commit": evidence.commit,
        "plan": evidence.plan,
        "looks": list(evidence.looks),
        "versions": evidence.versions,
        "checks": {name: own_labels()[f"check-{name}"] for name in CHECKS},
        "summary": {
            "pages": len(results),
            "clean": sum(result.is_clean for result in results),
            "found": {name: len(pages) for name, pages in evidence.pages_by_check().items()},
            "heaviest_bytes": max((result.bytes for result in results), default=0),
            "most_requests": max((result.requests for result in results), default=0),
        },
    }
