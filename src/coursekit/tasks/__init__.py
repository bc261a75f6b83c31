"""Exercises done in the page: their steps, fields and material."""

from .fields import FIELDS, Field
from .rubric import Criterion
from .task import Card, Role, Task

__all__ = ["FIELDS", "Card", "Criterion", "Field", "Role", "Task"]
