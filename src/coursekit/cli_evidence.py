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
    how = command.add_mutually_exclusive_group()
    for name, what in (
        ("quick", "axe at one width, in one scheme of colours"),
        ("all-rules", "every rule of axe in every width, scheme and state: twice as long"),
    ):
        how.add_argument(f"--{name}", dest="plan", action="store_const", const=name, help=what)
    command.add_argument("--out", type=Path, help="default: _build/evidence")
    command.add_argument(
        "--jobs", type=int, default=0, help="pages at a time (default: one a processor, 4 at most)"
    )
    command.add_argument(
        "--record", action="store_true", help="let the accessibility statement tell the result"
    )


def _evidence(options: argparse.Namespace) -> int:
    from .content.config import read_config
    from .content.found import Found
    from .evidence.browser import browser_versions, require_browser
    from .evidence.gather import commit_of, gather, jobs_of
    from .evidence.model import Evidence
    from .evidence.packages import installed, read_audit, versions_of
    from .evidence.plans import looks_of
    from .evidence.record import record
    from .render_evidence import summary_text, write_evidence

    root = root_of(options)
    site = (options.site or root / "_build" / "site").resolve()
    only = f"{options.pages.removesuffix('.html')}.html"
    if not any(site.glob(only)):
        raise CourseError(f"{site}: no page fits {only}.\n  Run `coursekit build` first.")
    plan = options.plan or "usual"
    if options.record and (plan == "quick" or options.pages != "**/*"):
        raise CourseError("--record tells of all pages.\n  Leave out --quick and --pages.")
    require_browser()
    evidence = Evidence(
        read_config(root, Found())[0],
        date.today(),
        commit_of(root),
        plan,
        looks_of(plan),
        versions_of(browser_versions()),
        list(gather(site, only, plan, jobs_of(options.jobs), say)),
        installed(),
        read_audit(root),
    )
    target = options.out or root / "_build" / "evidence"
    print(f"{summary_text(evidence)}\n{write_evidence(evidence, target)}")
    if options.record:
        print(record(evidence, root))
    return 0 if all(result.is_clean for result in evidence.results) else 1
