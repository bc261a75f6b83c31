"""Reading what strangers hand in: JSON that says one thing, and texts that hide nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

LONGEST = 200
"""Signs of a name, of the town's office and of the course."""

_HIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control signs, marks that turn the direction of a text, and halves of signs."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse(data: bytes) -> Any:
    """JSON in UTF-8; ValueError where it is none. `NaN` and the like are none."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("too deep") from error


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def mapping(value: Any) -> dict[str, Any]:
    """The value, or an empty mapping where it is none."""
    return value if isinstance(value, dict) else {}


def is_plain(value: object, longest: int = LONGEST) -> bool:
    """Whether a value is a text of one line that shows all it holds."""
    if not isinstance(value, str) or not 1 <= len(value) <= longest:
        return False
    return not _HIDDEN.search(value) and value == value.strip()


def hidden_signs(text: str) -> list[str]:
    """The signs of a text that do not show, by number."""
    return sorted({f"U+{ord(sign):04X}" for sign in _HIDDEN.findall(text)})


def is_day(value: object) -> bool:
    """Whether a value is a day such as 2026-11-27 that the calendar has."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
