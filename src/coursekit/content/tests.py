"""Read the tests of the course."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..course_tests import CourseTest, DrawnTest, FormsTest
from .entries import read_entry, read_mapping
from .found import Found
from .reading import MUST_BE_MAPPING, fault, fill, read_model
from .yamlfile import YamlFile

TESTS = "data/tests.yml"


def read_tests(root: Path, values: dict[str, str] | None, found: Found) -> dict[str, CourseTest]:
    """The tests by name, those without a fault; none where there is no file."""
    if not (root / TESTS).is_file():
        return {}
    file = read_mapping(root, TESTS, found)

    def read(name: str, data: Any) -> CourseTest | None:
        filled = data if values is None else fill(file, data, values, (name,))
        return _read_test(file, name, filled)

    tests = {name: read_entry(file, name, data, read, found) for name, data in file.data.items()}
    return {name: test for name, test in tests.items() if test}


def _read_test(file: YamlFile, name: str, data: Any) -> CourseTest | None:
    if not isinstance(data, dict):
        file.problems.append(fault(file, (name,), (), *MUST_BE_MAPPING))
        return None
    is_drawn = bool({"draw", "from", "pass"} & data.keys())
    test = read_model(file, (name,), data, DrawnTest if is_drawn else FormsTest)
    if test:
        for place, what, todo in test.faults():
            file.problems.append(fault(file, (name,), place, what, todo))
    return test
