"""Which values of an entry are texts: those that its model calls so; names and numbers are none."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ..good_practice import GoodPractice, Vocabulary
from ..parts import Markdown, Text
from ..questions import KINDS as QUESTIONS
from ..tasks import FIELDS, Card, Field, Task
from ..tools import KINDS as TOOLS

Path = tuple[str | int, ...]

_TEXTS = {type_.__metadata__[0] for type_ in (Text, Markdown)}
_NO_TEXTS = {"kind", "code", "equals", "workbook", "years", "model"}
"""Keys that hold one text by their type, but a name or a formula by their meaning."""


def model_of(kind: str, data: Any) -> type[BaseModel] | None:
    """The model of an entry of a file of this kind; None where its own `kind` is not known."""
    if kind in ("questions", "tools"):
        kinds: dict[str, type[BaseModel]] = QUESTIONS if kind == "questions" else TOOLS
        return kinds.get(data.get("kind", "")) if isinstance(data, dict) else None
    return {"tasks": Task, "cards": Card, "practices": GoodPractice, "vocabulary": Vocabulary}[kind]


def text_paths(model: type[BaseModel], data: Any) -> Iterator[Path]:
    """The places of all texts in the data of an entry."""
    if not isinstance(data, dict):
        return
    if issubclass(model, Field):
        model = FIELDS.get(data.get("kind", ""), model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key in data and key not in _NO_TEXTS:
            hint = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
            for path in _paths(hint, data[key]):
                yield (key, *path)


def _paths(hint: Any, data: Any) -> Iterator[Path]:
    """Where texts stand in a value of this type."""
    if _is_text(hint):
        yield from _leaves(data)
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield from text_paths(hint, data)
    elif get_origin(hint) in (Union, UnionType, Annotated):
        for inner in get_args(hint)[: 1 if get_origin(hint) is Annotated else None]:
            yield from _paths(inner, data)
    elif get_origin(hint) in (dict, list):
        yield from _inside(get_args(hint)[-1], data)


def _inside(hint: Any, data: Any) -> Iterator[Path]:
    parts = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for key, value in parts:
        for path in _paths(hint, value):
            yield (key, *path)


def _leaves(data: Any) -> Iterator[Path]:
    if isinstance(data, str):
        yield ()
    elif isinstance(data, list):  # one text or several
        yield from ((n,) for n, value in enumerate(data) if isinstance(value, str))


def _is_text(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(one in _TEXTS for one in hint.__metadata__)
