"""The packages that are installed where the site was built: names, versions, licences."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distributions, version
from pathlib import Path

PROGRAMS = ("coursekit", "sphinx", "jupyter-book", "playwright", "axe-playwright-python")
"""The programs whose versions are told first, as far as they are installed."""

AUDIT = Path("data/package-audit.json")
"""What the last search for known faults said, with its day."""

UNKNOWN = "not stated"


@dataclass(frozen=True, order=True)
class Package:
    """An installed package, as its own description says."""

    name: str
    version: str
    licence: str


def installed() -> tuple[Package, ...]:
    """Every package of this environment, each once, by name."""
    found = {}
    for one in distributions():
        name = one.metadata["Name"]
        if name and name.lower() not in found:
            found[name.lower()] = Package(name, one.version, _licence(one))
    return tuple(found[name] for name in sorted(found))


def _licence(one: Distribution) -> str:
    """Its expression; else what its classifiers say; else a short text of its own."""
    fields = one.metadata
    if said := fields.get("License-Expression"):
        return said
    kinds = [line for line in fields.get_all("Classifier") or () if line.startswith("License ::")]
    names = [line.rpartition(" :: ")[2] for line in kinds]
    own = (fields.get("License") or "").strip()
    short = own if own and "\n" not in own and len(own) < 60 else ""
    return ", ".join(names) or short or UNKNOWN


def versions_of(more: dict[str, str], names: Iterable[str] = PROGRAMS) -> dict[str, str]:
    """Program → version."""
    found = {"python": platform.python_version(), **more}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return dict(sorted(found.items()))


def read_audit(root: Path) -> dict | None:
    """What is known of faults in the packages, each lock file with whether it is still the same."""
    file = root / AUDIT
    if not file.is_file():
        return None
    audit = json.loads(file.read_text("utf-8"))
    for name, one in audit["files"].items():
        one["current"] = one["sha256"] == _sum_of(root / name)
    return audit


def recorded_audit(root: Path, day: str, tool: str, reports: dict[str, Path]) -> dict:
    """The reports of `pip-audit` (lock file → its JSON) in the form that is kept."""
    return {
        "date": day,
        "tool": tool,
        "files": {
            name: {"sha256": _sum_of(root / name), **_counted(json.loads(file.read_text("utf-8")))}
            for name, file in reports.items()
        },
    }


def _counted(report: dict) -> dict:
    rows = report["dependencies"]
    return {
        "packages": len(rows),
        "unanswered": sum("skip_reason" in one for one in rows),
        "faults": [
            {
                "package": one["name"],
                "version": one["version"],
                "id": fault["id"],
                "fixed_in": fault["fix_versions"],
            }
            for one in rows
            for fault in one.get("vulns", ())
        ],
    }


def _sum_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
