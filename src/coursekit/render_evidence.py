"""The evidence for people (a page of its own) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from .evidence import Evidence, Result
from .numbers import format_date

LIMITS = (
    "Programs find a part of all faults. No person who uses assistive technology has tested the "
    "course.",
    "Pages were opened and left as they were: nothing was answered, no dialog was opened. The "
    "tests of the course do that for one page of each kind.",
    "Bytes are counted as a server packs them with gzip; requests are those before anything is "
    "pressed.",
)
"""What the results do not say; it stands beside them."""

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2529;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #c3ced3}"
    "td.n{text-align:right}div{overflow-x:auto}"
)
_HEADS = ("Page", "kB", "Requests", "Other hosts", "axe", "Scripts", "Links, ids, headings")


def evidence_json(evidence: Evidence) -> str:
    """Everything, page by page."""
    data = {
        **_about(evidence),
        "limits": list(LIMITS),
        "pages": {result.page: _numbers(result) for result in evidence.results},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def summary_text(evidence: Evidence) -> str:
    """One line for the screen."""
    about = _about(evidence)["summary"]
    return (
        f"{about['pages']} pages, {about['clean']} without a finding. Other hosts: "
        f"{about['foreign']}. axe: {about['axe']}. Links, ids, headings: {about['faults']}. "
        f"Heaviest: {about['heaviest_bytes'] / 1000:.1f} kB, {about['most_requests']} requests."
    )


def evidence_html(evidence: Evidence) -> str:
    """A page that loads nothing and prints well."""
    about = _about(evidence)
    title = f"Evidence: {evidence.title}"
    versions = ", ".join(f"{name} {number}" for name, number in evidence.versions.items())
    lines = (
        summary_text(evidence),
        f"Examined on {format_date(evidence.day.isoformat(), 'en')}, commit of the course "
        f"{about['commit'] or 'unknown'}. Views: {', '.join(evidence.views)}.",
        f"Versions: {versions}.",
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{''.join(f'<p>{escape(line)}</p>' for line in lines)}\n"
        f"<h2>What this does not say</h2>\n<ul>{''.join(f'<li>{x}</li>' for x in LIMITS)}</ul>\n"
        f'<h2>Pages</h2>\n<div tabindex="0" role="region" aria-label="Pages"><table><thead><tr>'
        f"{heads}</tr></thead><tbody>\n{''.join(map(_row, evidence.results))}</tbody></table></div>"
        "\n</main>\n</body>\n</html>\n"
    )


def _row(result: Result) -> str:
    sight = result.sight
    cells = "".join(
        f"<td>{'<br>'.join(map(escape, found)) or 'none'}</td>"
        for found in (sight.foreign, sight.axe, sight.scripts, result.faults)
    )
    return (
        f'<tr><th scope="row">{escape(result.page)}</th><td class="n">{result.bytes / 1000:.1f}'
        f'</td><td class="n">{len(sight.files)}</td>{cells}</tr>\n'
    )


def _about(evidence: Evidence) -> dict[str, Any]:
    results = evidence.results
    return {
        "title": evidence.title,
        "date": evidence.day.isoformat(),
        "commit": evidence.commit,
        "views": list(evidence.views),
        "versions": evidence.versions,
        "summary": {
            "pages": len(results),
            "clean": sum(result.is_clean for result in results),
            **{key: sum(_counts(results, key)) for key in ("foreign", "axe", "scripts")},
            "faults": sum(len(result.faults) for result in results),
            "heaviest_bytes": max((result.bytes for result in results), default=0),
            "most_requests": max((len(result.sight.files) for result in results), default=0),
        },
    }


def _counts(results: list[Result], key: str) -> Iterator[int]:
    return (len(getattr(result.sight, key)) for result in results)


def _numbers(result: Result) -> dict[str, Any]:
    sight = result.sight
    return {
        "bytes": result.bytes,
        "requests": len(sight.files),
        "foreign": list(sight.foreign),
        "axe": list(sight.axe),
        "scripts": list(sight.scripts),
        "faults": list(result.faults),
    }
