"""From the plain data of a YAML file to checked models, with every fault as a Problem."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..errors import Problem
from ..markdown import PLACEHOLDER
from ..parts import LONGEST_NAME, NAME_RULE, is_name, short
from ..values import FACT, FORMS, Values
from .yamlfile import Place, YamlFile

M = TypeVar("M", bound=BaseModel)


def read_model(file: YamlFile, place: Place, data: Any, model: type[M]) -> M | None:
    """The checked model of one entry, or None with its problems added to the file's."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    misspelt = {meant for detail in details if (meant := _meant(model, detail))}
    for detail in details:
        is_misspelt = detail["type"] == "missing" and detail["loc"] in misspelt
        if not is_misspelt and not _is_told(file, (*place, *detail["loc"])):
            file.problems.extend(_problems(file, place, model, detail))
    return None


def _meant(model: type[BaseModel], detail: dict) -> Place:
    """The place of the key that an unknown one is meant to be, or an empty place."""
    if detail["type"] != "extra_forbidden":
        return ()
    *around, key = detail["loc"]
    meant = closest(str(key), _keys_of(_model_at(model, tuple(around))))
    return (*around, meant) if meant else ()


def _is_told(file: YamlFile, place: Place) -> bool:
    """Whether the problem that left something around a place unread explains this one."""
    return any(place[:n] in file.incomplete for n in range(len(place) + 1))


def fault(
    file: YamlFile, entry: Place, place: Place, what: str, todo: str, at: Place = ()
) -> Problem:
    """A problem in an entry: says which entry, where inside it, what is wrong, what to do.

    `at` leads to a more exact line than the place that is named.
    """
    while place and (*entry, *place) not in file.lines:
        place = place[:-1]
    return file.problem((*entry, *(at or place)), f"{where(entry, place)}{what}", todo)


def where(entry: Place, place: Place) -> str:
    """The start of a message: `'share-or-count', options, counts: `."""
    names = [f"'{short(entry[-1])}'"] if entry else []
    names += [f"no. {step + 1}" if isinstance(step, int) else short(step) for step in place]
    return f"{', '.join(names)}: " if names else ""


def check_name(file: YamlFile, name: str) -> None:
    """An entry's own name keeps to the rule."""
    if not is_name(name):
        what = f"the name '{short(name)}' is not allowed."
        file.problems.append(file.problem((name,), what, NAME_RULE))


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is written much like another one, or an empty text."""
    return next(iter(difflib.get_close_matches(word[:LONGEST_NAME], list(known), n=1)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean 'prompt'? ` where a known word is close, else an empty text."""
    meant = closest(word, known)
    return f"Did you mean '{meant}'? " if meant else ""


def fill(file: YamlFile, data: Any, values: Mapping[str, str], place: Place = ()) -> Any:
    """The same data with `{{ town.name }}` filled in; unknown names become problems."""
    if isinstance(data, dict):
        return {key: fill(file, value, values, (*place, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [fill(file, item, values, (*place, n)) for n, item in enumerate(data)]
    if not isinstance(data, str):
        return data
    for name in dict.fromkeys(PLACEHOLDER.findall(data)):
        if name not in values:
            what, todo = unknown_placeholder(name, values)
            file.problems.append(fault(file, place[:1], place[1:], what, todo))
    return PLACEHOLDER.sub(lambda match: values.get(match[1]) or _instead(match), data)


def _instead(unknown: re.Match[str]) -> str:
    """What stands for an unknown name; figures take a number, or the fault is told twice."""
    return "0" if unknown[1].startswith(FACT) else unknown[0]


def unknown_placeholder(name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong with a `{{ name }}` that stands for nothing, and what to do."""
    if isinstance(values, Values) and (told := _unknown_fact(name, values)):
        return told
    known = ", ".join(sorted(values)) or "none"
    todo = f"{did_you_mean(name, values)}Known names: {known}."
    return f"nothing is called '{{{{ {short(name)} }}}}'.", todo


def _unknown_fact(name: str, values: Values) -> tuple[str, str] | None:
    """The same for a name that is meant as a fact's."""
    if f"{FACT}{name}" in values:
        return f"nothing is called '{{{{ {short(name)} }}}}'.", f"Write {{{{ {FACT}{name} }}}}."
    if not name.startswith(FACT):
        return None
    fact, _, form = name.removeprefix(FACT).partition(".")
    if form and f"{FACT}{fact}" in values:
        todo = f"{did_you_mean(form, FORMS)}Known forms: {', '.join(filter(None, FORMS))}."
        return f"the fact '{short(fact)}' has no form '{short(form)}'.", todo
    todo = "Correct the name, or add it to data/facts.yml."
    return f"there is no fact '{short(fact)}'.", did_you_mean(fact, values.facts) + todo


def _problems(
    file: YamlFile, entry: Place, model: type[BaseModel], detail: dict
) -> Iterator[Problem]:
    loc: Place = detail["loc"]
    kind, given = detail["type"], detail.get("input")
    if kind == "missing":
        what, todo = f"'{loc[-1]}' is missing.", f"Add `{loc[-1]}: …`."
        yield fault(file, entry, loc[:-1], what, todo)
    elif kind == "extra_forbidden":
        what = f"'{short(loc[-1])}' is not a key here."
        yield fault(file, entry, loc[:-1], what, _known_keys_of(model, loc, given), at=loc)
    elif loc and loc[-1] == "[key]":
        for what, todo in _told(detail):
            yield fault(file, entry, loc[:-2], what, todo, at=loc[:-1])
    else:
        for what, todo in _told(detail):
            yield fault(file, entry, loc, what, todo)


def _told(detail: dict) -> Iterable[tuple[str, str]]:
    """What is wrong with a value, or with a key, and what to do."""
    context = detail.get("ctx", {})
    if detail["type"] == "refused":
        return context["faults"]
    return [_words(detail["type"], detail["msg"], detail.get("input"), context)]


def _words(kind: str, message: str, given: Any, context: dict) -> tuple[str, str]:
    if kind == "literal_error":
        return f"'{short(given)}' is not known here.", f"Use one of: {context['expected']}."
    if kind == "too_short":
        least = context["min_length"]
        return f"too few entries: {len(given)} of at least {least}.", "Add what is missing."
    if kind == "too_long":
        most = context["max_length"]
        return f"too many entries: {len(given)} of at most {most}.", "Leave some out."
    if kind in ("greater_than_equal", "greater_than"):
        bound = context.get("ge", context.get("gt"))
        least = "at least" if kind.endswith("equal") else "more than"
        return f"'{short(given)}' is too small.", f"Write {least} {bound:g}."
    if kind in ("dict_type", "model_type"):
        return MUST_BE_MAPPING
    if kind == "list_type":
        return "this must be a list.", "Write one `- entry` a line, or [one, two]."
    return f"this is wrong: {message}.", "Correct it."


MUST_BE_MAPPING = (
    "here `name: value` lines must stand.",
    "Indent them below this key, each with a name of its own.",
)


def _known_keys_of(model: type[BaseModel], loc: Place, given: Any) -> str:
    keys = sorted(_keys_of(_model_at(model, loc[:-1])))
    hint = did_you_mean(str(loc[-1]), keys)
    if not hint and given == "":
        hint = "If this is part of a text, put the whole text in quotation marks. "
    return f"{hint}Known keys: {', '.join(keys)}."


def _keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys as an author writes them: some are words of Python."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(model: Any, loc: Place) -> type[BaseModel]:
    """The model that describes the mapping at a place inside another model."""
    for part in loc:
        if isinstance(model, type) and issubclass(model, BaseModel):
            model = _keys_of(model)[str(part)].annotation
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
