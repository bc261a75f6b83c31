"""Read the forms and sheets that a trainer prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..forms import Form, Sheet, repeat_faults, with_repeated
from .entries import read_entry, read_mapping
from .found import Found
from .reading import fault, fill, read_model
from .yamlfile import YamlFile

FORMS = "data/forms.yml"
SHEETS = "data/sheets.yml"


def read_forms(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Form]:
    """The forms by name, each with all that it asks; none where there is no file."""
    if not (root / FORMS).is_file():
        return {}
    file = read_mapping(root, FORMS, found)

    def read(name: str, data: Any) -> Form | None:
        return read_model(file, (name,), _filled(file, name, data, values), Form)

    entries = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    forms = {name: form for name, form in entries.items() if form}
    for name, form in forms.items():
        if (FORMS, form.repeats) not in found.unread:
            for place, what, todo in repeat_faults(forms, name):
                found.problems.append(fault(file, (name,), place, what, todo))
    return with_repeated(forms)


def read_sheets(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Sheet]:
    """The sheets by name; none where there is no file."""
    if not (root / SHEETS).is_file():
        return {}
    file = read_mapping(root, SHEETS, found)

    def read(name: str, data: Any) -> Sheet | None:
        sheet = read_model(file, (name,), _filled(file, name, data, values), Sheet)
        for place, what, todo in sheet.faults() if sheet else ():
            file.problems.append(fault(file, (name,), place, what, todo))
        return sheet

    entries = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    return {name: sheet for name, sheet in entries.items() if sheet}


def _filled(file: YamlFile, name: str, data: Any, values: Mapping[str, str] | None) -> Any:
    return data if values is None else fill(file, data, values, (name,))
