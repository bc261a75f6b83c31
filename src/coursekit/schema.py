"""The JSON Schema of `questions.yml`, for editors that check while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .questions import KINDS


def questions_schema() -> dict[str, Any]:
    """A mapping from question names to one of the kinds (JSON Schema 2020-12)."""
    definitions: dict[str, Any] = {}
    branches = []
    for kind, model in KINDS.items():
        schema = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        definitions[kind] = schema
        branches.append({"$ref": f"#/$defs/{kind}"})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questions of one topic",
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "additionalProperties": {"oneOf": branches},
        "$defs": definitions,
    }


def write_schema(target: Path) -> None:
    """Write the schema whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".new")
    temporary.write_text(json.dumps(questions_schema(), indent=1) + "\n", "utf-8")
    temporary.replace(target)
