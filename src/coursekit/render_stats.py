"""The numbers of the course, as text for a terminal and as a table for the trainers' page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from .bundle import labels
from .course_stats import LEVELS, CourseStats, PageStats


def stats_text(stats: CourseStats) -> str:
    """What `coursekit stats` prints: sums, then a line a page."""
    width = max((len(page.page.id) for page in stats.pages), default=0)
    lines = [f"{name}: {value}" for name, value in _sums(stats)]
    lines += ["", f"{'page':{width}}  {'minutes':>7}  {'words':>6}  {'LIX':>4}  {'questions':>9}"]
    lines += [_line(page, width) for page in stats.pages]
    return "\n".join(lines)


def _line(stats: PageStats, width: int) -> str:
    page, index = stats.page, "" if stats.lix is None else stats.lix
    counts = f"{page.minutes:>7}  {stats.words:>6}  {index:>4}  {len(page.questions):>9}"
    return f"{page.id:{width}}  {counts}"


def stats_html(stats: CourseStats) -> Iterator[str]:
    """The sums as a list, and the pages as a table that can be opened."""
    words = labels()
    items = (f"<li>{escape(name)}: {escape(value)}</li>" for name, value in _sums(stats))
    yield f"<ul>{''.join(items)}</ul>"
    yield f"<details><summary>{escape(words['statsPages'])}</summary>"
    label = escape(f"{words['table']}: {words['statsPages']}")
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{label}"><table><thead><tr>'
    for key in ("statsPage", "statsMinutes", "statsWords", "statsLix", "statsQuestions"):
        yield f'<th scope="col">{escape(words[key])}</th>'
    yield "</tr></thead><tbody>"
    yield from map(_row, stats.pages)
    yield "</tbody></table></div></details>"


def _row(stats: PageStats) -> str:
    page = stats.page
    numbers = (page.minutes, stats.words, "" if stats.lix is None else stats.lix)
    cells = "".join(f"<td>{number}</td>" for number in (*numbers, len(page.questions)))
    name = escape(f"{page.part}: {page.title}")
    return f'<tr><th scope="row"><a href="../{page.id}.html">{name}</a></th>{cells}</tr>'


def _sums(stats: CourseStats) -> list[tuple[str, str]]:
    words = labels()
    index = [page.lix for page in stats.pages if page.lix is not None]
    values = {
        "statsModules": str(stats.modules),
        "statsMinutes": words["planTotal"].format(
            n=f"{stats.minutes:,}", m=f"{stats.group_minutes:,}"
        ),
        "statsWords": words["statsWordsOf"].format(n=f"{stats.words:,}", m=f"{stats.task_words:,}"),
        "statsQuestions": f"{stats.questions} ({_listed(stats.kinds)})",
        "statsLevels": f"{_levels(stats)} ({words['statsApply'].format(n=stats.apply_share)})",
        "statsExercises": str(stats.exercises),
        "statsPictures": words["statsPicturesOf"].format(n=stats.charts, m=stats.diagrams),
        "statsPractices": str(stats.practices),
        "statsFacts": words["statsFactsOf"].format(n=stats.facts, m=stats.sources),
        "statsLix": f"{min(index, default=0)}–{max(index, default=0)}",
    }
    return [(words[key], value) for key, value in values.items()]


def _levels(stats: CourseStats) -> str:
    return ", ".join(f"{labels()[f'level-{level}']} {stats.levels[level]}" for level in LEVELS)


def _listed(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
