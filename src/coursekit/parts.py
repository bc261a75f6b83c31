"""The types of texts, numbers and names in the course's YAML files."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from .markdown import faults

LONGEST_NAME = 80
LONGEST_QUOTE = 60
NAME_RULE = (
    f"Use small letters, digits and hyphens, such as `which-office` ({LONGEST_NAME} at most)."
)
DATE_RULE = "Write 2023, 2023-12, 2023-12-31, or a span such as 2019/2023."

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_COLUMN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
_ISO_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"
_FACT = r"^\{\{ fact\.[a-z0-9-]+\.plain \}\}$"
_WHOLE = r"^[0-9]{1,9}$"
_ADDRESS = r"^https?://[^\s/]\S*$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
_VISIBLE = r"\S"
_LARGEST = 1e15


MARKS = frozenset("<>{}`\\\n")
"""What could become HTML or code where a name is put into the text of a page."""


def refuse(*found: tuple[str, str]) -> NoReturn:
    """Refuse a value, inside a validator: pairs of what is wrong and what to do."""
    raise PydanticCustomError("refused", "refused", {"faults": found})


def short(value: Any) -> str:
    """A value as it can be quoted in a message."""
    if isinstance(value, dict):
        return "name: value"
    text = ", ".join(map(short, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def is_name(value: Any) -> bool:
    """Whether a value may be the name of something."""
    return isinstance(value, str) and len(value) <= LONGEST_NAME and _matches(_NAME, value)


def is_column(value: Any) -> bool:
    """Whether a value may be the name of a table or of a column."""
    return isinstance(value, str) and len(value) <= LONGEST_NAME and _matches(_COLUMN, value)


def is_number(value: Any) -> bool:
    """Whether a value is written as a number."""
    return _matches(_NUMBER, str(value)) and abs(float(value)) < _LARGEST


def is_language(value: Any) -> bool:
    """Whether a value is the code of a language, such as `ro` or `pt-BR`."""
    from babel import Locale, UnknownLocaleError

    if not isinstance(value, str) or not _matches(_LANGUAGE, value):
        return False
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def is_iso_date(value: Any) -> bool:
    """Whether a value is a year, a month, a day, or a span of two of them."""
    ends = value.split("/") if isinstance(value, str) else []
    return 1 <= len(ends) <= 2 and all(map(_is_iso_day, ends)) and ends == sorted(ends)


def _is_iso_day(text: str) -> bool:
    if not _matches(_ISO_DATE, text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _matches(pattern: str, text: str) -> bool:
    return not text.endswith("\n") and re.match(pattern, text) is not None


def _name(value: Any) -> str:
    if not is_name(value):
        refuse((f"the name '{short(value)}' is not allowed.", NAME_RULE))
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        refuse(("this must be one text.", "Write one text in quotation marks."))
    if not value.strip():
        refuse(("the text is empty.", "Write the text, or leave the key out if it is not needed."))
    if _CONTROL.search(value):
        refuse(("the text holds an invisible control character.", "Type the text anew."))
    return value.strip()


def _plain(value: Any) -> str:
    text = _text(value)
    if found := sorted(set(text) & MARKS):
        what = f"the name holds {' '.join(found)}: pages put it into sentences as it is."
        refuse((what, "Write the name in letters, without signs of HTML or code."))
    return text


def _markdown(value: Any) -> str:
    text = _text(value)
    if found := faults(text):
        refuse(*found)
    return text


def _address(value: Any) -> str:
    text = _text(value)
    if not _matches(_ADDRESS, text):
        refuse((f"'{short(text)}' is not a web address.", "Start it with https:// or http://."))
    return text


def _language(value: Any) -> str:
    if not is_language(value):
        todo = "Use a code such as ro, it, de or pt-BR."
        refuse((f"'{short(value)}' is not the code of a language.", todo))
    return value


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        refuse((f"'{short(value)}' is neither true nor false.", "Write true or false."))
    return value == "true"


def _number(value: Any) -> float:
    if not is_number(value):
        todo = "Write digits with a decimal point, such as 2.99."
        refuse((f"'{short(value)}' is not a number.", todo))
    return float(value)


def _iso_date(value: Any) -> str:
    if not is_iso_date(value):
        refuse((f"'{short(value)}' is not a date.", DATE_RULE))
    return value


def _whole(value: Any) -> int:
    if not _matches(_WHOLE, str(value)) or int(value) < 1:
        refuse((f"'{short(value)}' is not a whole number from 1.", "Write 1, or the next number."))
    return int(value)


def _one_or_more(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# The schemas say what an editor sees: it reads `right: true` and `revision: 1` with their types.
_SCALAR = ["string", "number", "boolean"]
NAME_SCHEMA = {"type": _SCALAR, "pattern": _NAME, "maxLength": LONGEST_NAME}
_NUMBER_SCHEMA = {"type": ["number", "string"], "pattern": rf"{_NUMBER}|{_FACT}"}
_NOT_NEGATIVE_SCHEMA = _NUMBER_SCHEMA | {"minimum": 0}
_POSITIVE_SCHEMA = _NUMBER_SCHEMA | {"exclusiveMinimum": 0}
_FLAG_SCHEMA = {"enum": [True, False, "true", "false"]}
_WHOLE_SCHEMA = {"type": ["integer", "string"], "minimum": 1, "pattern": _WHOLE}
_TEXT_SCHEMA = {"type": _SCALAR, "pattern": _VISIBLE}
_ADDRESS_SCHEMA = {"type": "string", "pattern": _ADDRESS}
_LANGUAGE_SCHEMA = {"type": "string", "pattern": _LANGUAGE}
_NAMES_SCHEMA = {"anyOf": [NAME_SCHEMA, {"type": "array", "items": NAME_SCHEMA, "minItems": 1}]}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
Plain = Annotated[str, BeforeValidator(_plain), WithJsonSchema(_TEXT_SCHEMA)]
Markdown = Annotated[str, BeforeValidator(_markdown), WithJsonSchema(_TEXT_SCHEMA)]
Address = Annotated[str, BeforeValidator(_address), WithJsonSchema(_ADDRESS_SCHEMA)]
LanguageCode = Annotated[str, BeforeValidator(_language), WithJsonSchema(_LANGUAGE_SCHEMA)]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema(_FLAG_SCHEMA)]
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
NotNegative = Annotated[Number, Field(ge=0), WithJsonSchema(_NOT_NEGATIVE_SCHEMA)]
Positive = Annotated[Number, Field(gt=0), WithJsonSchema(_POSITIVE_SCHEMA)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema(_WHOLE_SCHEMA)]
IsoDate = Annotated[str, BeforeValidator(_iso_date), WithJsonSchema({"type": _SCALAR})]
Name = Annotated[str, BeforeValidator(_name), WithJsonSchema(NAME_SCHEMA)]

Names = Annotated[
    list[Name], BeforeValidator(_one_or_more), Field(min_length=1), WithJsonSchema(_NAMES_SCHEMA)
]
"""One name, or a list of names."""


class Part(BaseModel):
    """A piece of a YAML file: known keys only, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
