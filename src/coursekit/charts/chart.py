"""One entry of `data/charts.yml`, written by somebody who draws no charts."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from ..parts import Names, Part, Text, Whole


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


Texts = Annotated[
    list[Text], BeforeValidator(_listed), Field(min_length=1), WithJsonSchema({"type": "array"})
]
"""One text, or a list of texts."""


class Chart(Part):
    """A picture of one table: which rows and columns, and what the reader should see in it."""

    kind: Text
    table: Text
    rows: Text
    """The column with the names of the rows (or the years of a line)."""
    values: Texts
    """The columns with the numbers."""
    series: Text | None = None
    """A column whose names part the numbers of the one value column."""
    where: dict[str, Texts] = Field(default_factory=dict)
    without: dict[str, Texts] = Field(default_factory=dict)
    since: dict[str, Text] = Field(default_factory=dict)
    names: dict[str, Text] = Field(default_factory=dict)
    """Short names for value columns, series or rows; series come in this order."""
    sort: Text | None = None
    """A value column or series, `-` in front for the largest first; else the order of the table."""
    top: Whole | None = None
    highlight: Texts = Field(default_factory=list)
    title: Text
    measure: Text = ""
    """What the numbers are, where the unit alone does not tell."""
    takeaway: Text
    alt: Text
    caution: Text = ""
    date: Text = ""
    source: Names = Field(default_factory=list)

    @property
    def columns(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every column that the entry names, with its place in the entry."""
        found: list[tuple[tuple[str | int, ...], str]] = [(("rows",), self.rows)]
        found += [(("values", n), name) for n, name in enumerate(self.values)]
        found += [(("series",), self.series)] if self.series else []
        for key in ("where", "without", "since"):
            found += [((key, name), name) for name in getattr(self, key)]
        return found
