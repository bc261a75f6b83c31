"""Fields for options, lists to tick or to order, ratings, and a consent talk."""

from __future__ import annotations

from typing import Any, Literal

from .base import Field, Texts, listed


class OptionsField(Field):
    """One or several options."""

    kind: Literal["choice", "choices"]
    options: Texts

    def own_data(self) -> dict[str, Any]:
        return {"options": listed(self.options)}

    def blank(self) -> list[str]:
        return list(self.options.values())


class ItemsField(Field):
    """A checklist, or lines to put in order."""

    kind: Literal["checklist", "order"]
    items: Texts

    def own_data(self) -> dict[str, Any]:
        return {"items": listed(self.items)}

    def blank(self) -> list[str]:
        return list(self.items.values())


class RatingField(Field):
    """Criteria, each rated from 0 to 3."""

    kind: Literal["rating"]
    criteria: Texts

    def own_data(self) -> dict[str, Any]:
        return {"criteria": listed(self.criteria)}

    def answer(self, given: dict[str, str]) -> dict[str, int]:
        return {name: int(points) for name, points in given.items()}

    def blank(self) -> list[str]:
        return list(self.criteria.values())


class ConsentField(Field):
    """The four checks of a consent talk, the risk, and what the person said."""

    kind: Literal["consent"]
