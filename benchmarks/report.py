"""Puts what was measured into its place in README.md."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

README = Path(__file__).with_name("README.md")


def write_section(name: str, text: str) -> None:
    """Between `<!-- name -->` and `<!-- end -->`."""
    before, mark, rest = README.read_text("utf-8").partition(f"<!-- {name} -->\n")
    if not mark:
        raise SystemExit(f"benchmarks/README.md has no place for {name}")
    _, end, after = rest.partition("<!-- end -->")
    README.write_text(f"{before}{mark}{measured()}\n\n{text}\n{end}{after}", "utf-8")


def measured() -> str:
    """When, on what, and how much else the machine had to do."""
    load = os.getloadavg()[1]
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    return f"Measured on {time.strftime('%Y-%m-%d')}: {machine}; load {load:.1f}."
