"""The proposals of sessions as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from .timings import FEWEST, Proposal

_HEAD = ("part", "now", "sessions", "median", "middle half", "proposed")


def timings_text(proposals: Sequence[Proposal]) -> str:
    """One table a topic, and what its signs mean."""
    topics = dict.fromkeys(one.topic for one in proposals)
    tables = [_table(topic, [p for p in proposals if p.topic == topic]) for topic in topics]
    note = (
        f"Minutes. A proposal needs {FEWEST} sessions. In brackets: not a section of the lecture; "
        "its minutes stand in the case or in exercises/<topic>/tasks.yml."
    )
    return "\n\n".join([*tables, note])


def _table(topic: str, proposals: Sequence[Proposal]) -> str:
    rows = [_HEAD, *map(_row, proposals)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEAD))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(widths[n]) for n, cell in enumerate(row) if n)]
        )
        for row in rows
    ]
    return "\n".join([topic, *(line.rstrip() for line in lines)])


def _row(one: Proposal) -> tuple[str, ...]:
    low, high = one.middle
    middle = f"{low:.1f}–{high:.1f}"
    title = one.title if one.is_section else f"({one.title})"
    return (title, str(one.now), str(len(one.took)), f"{one.median:.1f}", middle, _proposed(one))


def _proposed(one: Proposal) -> str:
    if len(one.took) < FEWEST:
        return "–"
    return str(one.proposed) if one.proposed != one.now else "as now"
