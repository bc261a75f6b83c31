"""The field for a number, which a formula may check."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, Literal

from ...markdown import to_html
from ...parts import Markdown, NotNegative, Part, Text
from .base import Fault, Field

NAMES_IN_FORMULA = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?")
_FORMULA = re.compile(r"^[a-z0-9.\-+*/() ]+$")

_ARITHMETIC = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.operator, ast.USub)


def is_arithmetic(formula: str) -> bool:
    """Whether a formula is made of numbers, names, + - * / and brackets, and is whole."""
    if not _FORMULA.match(formula) or "//" in formula or "**" in formula:
        return False
    try:
        tree = ast.parse(NAMES_IN_FORMULA.sub("1", formula).strip(), mode="eval")
    except SyntaxError:
        return False
    return all(isinstance(node, _ARITHMETIC) for node in ast.walk(tree))


class Says(Part):
    right: Markdown
    wrong: Markdown


class FormulaCheck(Part):
    """What a number has to equal: arithmetic over numbers, other fields and values of cards."""

    equals: Text
    tolerance: NotNegative = 0.0
    says: Says


class NumberField(Field):
    """A number, with its unit."""

    kind: Literal["number"]
    unit: Text | None = None
    check: FormulaCheck | None = None

    def faults(self) -> Iterator[Fault]:
        if self.check and not is_arithmetic(self.check.equals):
            todo = "Use numbers, names of fields, values of cards, + - * / and brackets."
            yield ("check", "equals"), f"'{self.check.equals}' cannot be computed.", todo

    def own_data(self) -> dict[str, Any]:
        check = self.check and {
            "equals": self.check.equals,
            "tolerance": self.check.tolerance,
            "says": {
                "right": to_html(self.check.says.right),
                "wrong": to_html(self.check.says.wrong),
            },
        }
        return {"unit": self.unit or "", "check": check}
