"""The command for the evidence of a built site: words to calls, nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from .cli_options import root_of
from .errors import CourseError
from .say import say


def add_evidence_command(
    commands: argparse._SubParsersAction, add: Callable[..., argparse.ArgumentParser]
) -> None:
    """Make the command known."""
    what = "examine every page of the built site, for accessibility and data-protection officers"
    command = add(commands, _evidence, what, "coursekit evidence --quick --pages 'modules/*/*'")
    command.add_argument("--site", type=Path, help="default: _build/site")
    command.add_argument("--pages", default="**/*", metavar="GLOB", help="only these pages")
    command.add_argument("--quick", action="store_true", help="one width and one scheme of colours")
    command.add_argument("--out", type=Path, help="default: _build/evidence")


def _evidence(options: argparse.Namespace) -> int:
    from .browsing import QUICK, VIEWS, opened
    from .content.config import read_config
    from .content.found import Found
    from .evidence import Evidence, commit_of, gather, versions_of
    from .render_evidence import evidence_html, evidence_json, summary_text

    root = root_of(options)
    site = (options.site or root / "_build" / "site").resolve()
    only = f"{options.pages.removesuffix('.html')}.html"
    if not any(site.glob(only)):
        raise CourseError(f"{site}: no page fits {only}.\n  Run `coursekit build` first.")
    views = QUICK if options.quick else VIEWS
    with opened(site, views) as (look, more):
        results = list(gather(site, only, look, say))
    shown = tuple(f"{width} px {scheme}" for width, scheme in views)
    evidence = Evidence(
        read_config(root, Found())[0],
        date.today(),
        commit_of(root),
        shown,
        versions_of(more),
        results,
    )
    target = options.out or root / "_build" / "evidence"
    target.mkdir(parents=True, exist_ok=True)
    (target / "evidence.json").write_text(evidence_json(evidence), "utf-8")
    (target / "index.html").write_text(evidence_html(evidence), "utf-8")
    print(f"{summary_text(evidence)}\n{target / 'index.html'}")
    return 0 if all(result.is_clean for result in results) else 1
