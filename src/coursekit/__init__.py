"""A course for town halls, and the kit to make it your town's own.

Notebooks use the names in `__all__`; all the rest is internal and may change.
"""

from __future__ import annotations

import importlib.metadata
from typing import Any

__all__ = [
    "card",
    "chart",
    "course_test",
    "fact",
    "group_results",
    "group_work",
    "model_answers",
    "my_course",
    "quiz",
    "quiz_set",
    "solution",
    "table",
    "tool",
    "workbook",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import widgets

        return getattr(widgets, name)
    if name == "__version__":
        return importlib.metadata.version("coursekit")
    raise AttributeError(name)
