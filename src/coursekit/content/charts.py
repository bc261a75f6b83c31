"""Read the charts of the course."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..charts import KINDS, Chart
from ..parts import short
from .entries import read_entry, read_mapping
from .found import Found
from .reading import MUST_BE_MAPPING, did_you_mean, fault, fill, read_model
from .yamlfile import YamlFile

CHARTS = "data/charts.yml"


def read_charts(root: Path, values: dict[str, str] | None, found: Found) -> dict[str, Chart]:
    """The charts by name, those without a fault; none where there is no file."""
    if not (root / CHARTS).is_file():
        return {}
    file = read_mapping(root, CHARTS, found)

    def read(name: str, data: Any) -> Chart | None:
        return _read_chart(
            file, name, data if values is None else fill(file, data, values, (name,))
        )

    entries = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    return {name: entry for name, entry in entries.items() if entry}


def _read_chart(file: YamlFile, name: str, data: Any) -> Chart | None:
    if not isinstance(data, dict):
        file.problems.append(fault(file, (name,), (), *MUST_BE_MAPPING))
        return None
    kind = data.get("kind")
    if isinstance(kind, str) and kind and kind not in KINDS:
        todo = f"{did_you_mean(kind, KINDS)}Use one of: {', '.join(KINDS)}."
        what = f"the kind '{short(kind)}' is not known."
        file.problems.append(fault(file, (name,), ("kind",), what, todo))
        return None
    return read_model(file, (name,), data, Chart)
