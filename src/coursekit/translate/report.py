"""How far a translation is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from .catalogue import Counts


def progress_text(counts: Mapping[str, Counts]) -> str:
    """A line for each file of translations, and the sum."""
    total = sum(counts.values(), Counts())
    width = max(map(len, [*counts, "all"]))
    lines = [_line(name, one, width) for name, one in counts.items()]
    return "\n".join([*lines, _line("all", total, width)])


def _line(name: str, counts: Counts, width: int) -> str:
    share = 100 * counts.done // max(counts.total, 1)
    return (
        f"{name:{width}}  {share:>3}%  {counts.done} done, "
        f"{counts.outdated} outdated, {counts.missing} missing"
    )
