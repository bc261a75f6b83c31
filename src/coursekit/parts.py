"""The types of texts, numbers and names in the course's YAML files."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from .markdown import faults


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text", "must be a text.|Write one text in quotation marks.")
    if not value.strip():
        raise PydanticCustomError("text", "is empty.|Write the text, or leave the key out.")
    return value.strip()


def _markdown(value: Any) -> str:
    text = _text(value)
    for what, todo in faults(text):
        raise PydanticCustomError("text", "{what}|{todo}", {"what": what, "todo": todo})
    return text


def _flag(value: Any) -> bool:
    if value not in ("true", "false", True, False):
        raise PydanticCustomError("flag", "must be true or false.|Write true or false.")
    return value in ("true", True)


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not abs(number) < 1e15:
        raise PydanticCustomError(
            "number", "must be a number.|Write digits with a decimal point, such as 2.99."
        )
    return number


def one_or_more(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


Text = Annotated[str, BeforeValidator(_text)]
Markdown = Annotated[str, BeforeValidator(_markdown)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Number = Annotated[float, BeforeValidator(_number)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]

Names = Annotated[list[Name], BeforeValidator(one_or_more)]
"""One name, or a list of names."""


class Part(BaseModel):
    """A piece of a YAML file: known keys only, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
