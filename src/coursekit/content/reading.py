"""From the plain data of a YAML file to checked models, with every fault as a Problem."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Iterator
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ..errors import Problem
from .yamlfile import Place, YamlFile

M = TypeVar("M", bound=BaseModel)

_PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


def read_model(file: YamlFile, place: Place, data: Any, model: type[M]) -> M | None:
    """The checked model of one entry, or None with its problems added to the file's."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            file.problems.append(_problem(file, place, model, detail))
    return None


def fault(file: YamlFile, entry: Place, place: Place, what: str, todo: str) -> Problem:
    """A problem in an entry: says which entry, where inside it, what is wrong, what to do."""
    where = f"'{entry[-1]}'" + (f", {'.'.join(place)}:" if place else "")
    return file.problem(entry + place, f"{where} {what}", todo)


def fill(file: YamlFile, data: Any, values: dict[str, str], place: Place = ()) -> Any:
    """The same data with `{{ town.name }}` filled in; unknown names become problems."""
    if isinstance(data, dict):
        return {key: fill(file, value, values, (*place, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [fill(file, item, values, (*place, str(n))) for n, item in enumerate(data)]
    if not isinstance(data, str):
        return data
    for name in _PLACEHOLDER.findall(data):
        if name not in values:
            todo = f"Known names: {', '.join(sorted(values)) or 'none'}."
            file.problems.append(file.problem(place, f"nothing is called '{{{{ {name} }}}}'.", todo))
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), data)


def _problem(file: YamlFile, entry: Place, model: type[BaseModel], detail: dict) -> Problem:
    loc = tuple(str(part) for part in detail["loc"])
    kind, given, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    key = loc[-1] if loc else ""
    if kind == "missing":
        return fault(file, entry, loc[:-1], f"'{key}' is missing.", f"Add `{key}: …`.")
    if kind == "extra_forbidden":
        return fault(file, entry, loc[:-1], f"'{key}' is not a key here.", _known_keys(model, loc))
    if key == "[key]":
        return fault(file, entry, loc[:-1], f"the name '{loc[-2]}' is not allowed.", _NAMES)
    what, todo = _words(kind, detail["msg"], given, context)
    return fault(file, entry, loc, what, todo)


_NAMES = "Use small letters, digits and hyphens, such as `which-office` (80 at most)."


def _words(kind: str, message: str, given: Any, context: dict) -> tuple[str, str]:
    if "|" in message:
        what, todo = message.removeprefix("Value error, ").split("|", 1)
        return what, todo
    if kind == "literal_error":
        return f"'{_short(given)}' is not known here.", f"Use one of: {context['expected']}."
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return f"the name '{_short(given)}' is not allowed.", _NAMES
    if kind == "too_short":
        return f"needs at least {context['min_length']} entries.", "Add what is missing."
    if kind in ("int_parsing", "int_type", "int_from_float"):
        return f"'{_short(given)}' is not a whole number.", "Write a whole number, such as 1."
    if kind in ("greater_than_equal", "greater_than"):
        bound = context.get("ge", context.get("gt"))
        least = "at least" if kind.endswith("equal") else "more than"
        return f"'{_short(given)}' is too small.", f"Write {least} {bound:g}."
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "must hold `name: value` lines.", "Indent them below this key."
    if kind == "list_type":
        return "must be a list.", "Write one `- entry` a line, or [one, two]."
    if kind == "string_type":
        return "must be a text.", "Write one text in quotation marks."
    return f"is wrong: {message}.", "Correct it."


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 40 else text[:37] + "…"


def _known_keys(model: type[BaseModel], loc: tuple[str, ...]) -> str:
    inner = _model_at(model, loc[:-1])
    keys = sorted(inner.model_fields)
    close = difflib.get_close_matches(loc[-1], keys, n=1)
    hint = f"Did you mean '{close[0]}'? " if close else ""
    return f"{hint}Known keys: {', '.join(keys)}."


def _model_at(model: Any, loc: tuple[str, ...]) -> type[BaseModel]:
    """The model that describes the mapping at a place inside another model."""
    for part in loc:
        if isinstance(model, type) and issubclass(model, BaseModel):
            model = model.model_fields[part].annotation
        else:
            model = get_args(model)[-1]
        model = next(_plain_types(model))
    return model


def _plain_types(annotation: Any) -> Iterator[Any]:
    """The types inside `X | None` and `Annotated[X, …]`."""
    if get_origin(annotation) in (Union, types.UnionType):
        for argument in get_args(annotation):
            if argument is not type(None):
                yield from _plain_types(argument)
    elif hasattr(annotation, "__metadata__"):
        yield from _plain_types(annotation.__origin__)
    else:
        yield annotation
