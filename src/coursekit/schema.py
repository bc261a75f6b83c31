"""The JSON Schema of `questions.yml`, for editors that check while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .parts import NAME_SCHEMA
from .questions import KINDS


def questions_schema() -> dict[str, Any]:
    """A mapping from question names to one of the kinds (JSON Schema 2020-12)."""
    definitions: dict[str, Any] = {}
    for kind, model in KINDS.items():
        schema = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        definitions[kind] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questions of one topic",
        "type": "object",
        "propertyNames": NAME_SCHEMA,
        "additionalProperties": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": list(KINDS)}},
            "allOf": [_when(kind) for kind in KINDS],
        },
        "$defs": _strict(definitions),
    }


def _when(kind: str) -> dict[str, Any]:
    """The rule of one kind: told alone, while `oneOf` would tell the faults of every kind."""
    is_kind = {"required": ["kind"], "properties": {"kind": {"const": kind}}}
    return {"if": is_kind, "then": {"$ref": f"#/$defs/{kind}"}}


def _strict(schema: Any) -> Any:
    """The same schema with names checked and without empty values: the reader refuses both."""
    if isinstance(schema, list):
        return [_strict(item) for item in schema if item != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    result = {key: _strict(value) for key, value in schema.items()}
    if "patternProperties" in result:
        result["additionalProperties"] = False
        result["propertyNames"] = NAME_SCHEMA
    if result.get("default", "") is None:
        del result["default"]
    return result


def write_schema(target: Path) -> None:
    """Write the schema whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".new")
    temporary.write_text(json.dumps(questions_schema(), indent=1) + "\n", "utf-8")
    temporary.replace(target)
