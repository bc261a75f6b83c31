"""Read the forms and sheets that a trainer prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..forms import Form, Sheet, repeat_faults, with_repeated
from .entries import read_entry, read_filled, read_mapping
from .found import Found
from .reading import fault, fill, read_model

FORMS = "data/forms.yml"
SHEETS = "data/sheets.yml"


def read_forms(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Form]:
    """The forms by name, each with all that it asks; none where there is no file."""
    if not (root / FORMS).is_file():
        return {}
    file = read_mapping(root, FORMS, found)

    def read(name: str, data: Any) -> Form | None:
        filled = data if values is None else fill(file, data, values, (name,))
        return read_model(file, (name,), filled, Form)

    entries = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    forms = {name: form for name, form in entries.items() if form}
    for name, form in forms.items():
        if (FORMS, form.repeats) not in found.unread:
            for place, what, todo in repeat_faults(forms, name):
                found.problems.append(fault(file, (name,), place, what, todo))
    return with_repeated(forms)


def read_sheets(root: Path, values: Mapping[str, str] | None, found: Found) -> dict[str, Sheet]:
    """The sheets by name; none where there is no file."""
    return read_filled(root, SHEETS, Sheet, values, found)
