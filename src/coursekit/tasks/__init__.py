"""Exercises done in the page: their steps, fields and material."""

from .base import Field
from .fields import FIELDS
from .rubric import Criterion
from .task import Card, Role, Task

__all__ = ["FIELDS", "Card", "Criterion", "Field", "Role", "Task"]
