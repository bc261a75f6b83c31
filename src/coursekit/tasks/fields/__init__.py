"""The kinds of field of a workbook: what a learner fills in."""

from __future__ import annotations

from .base import Fault, Field
from .choosing import ConsentField, ItemsField, OptionsField, RatingField
from .composing import CorrectionField, MessageField
from .numbers import NAMES_IN_FORMULA, NumberField
from .tables import CalendarField, Column, GridField, RowsField, TableField
from .texts import DateField, LongTextField, TextField

FIELDS: dict[str, type[Field]] = {
    "text": TextField,
    "long-text": LongTextField,
    "date": DateField,
    "choice": OptionsField,
    "choices": OptionsField,
    "number": NumberField,
    "table": TableField,
    "checklist": ItemsField,
    "order": ItemsField,
    "rating": RatingField,
    "actors": RowsField,
    "budget": RowsField,
    "consent": ConsentField,
    "grid": GridField,
    "calendar": CalendarField,
    "message": MessageField,
    "correction": CorrectionField,
}

__all__ = ["FIELDS", "NAMES_IN_FORMULA", "Column", "Fault", "Field", "NumberField"]
