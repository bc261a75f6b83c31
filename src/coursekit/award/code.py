"""The code on the paper: a diploma as one short text that a QR code of 3 cm can hold.

`1.<payload>.<signature>`: the payload is a JSON list (see `Diploma`), base64url; the signature is
over `coursekit-diploma-1.` and that text.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import astuple, dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from ..short_codes import SIGNS
from . import base64url
from .signing import sign
from .strict import is_day, is_plain, parse

LEVELS = ("attended", "supervised")
"""How far a town saw it: what learners declare themselves is never signed."""
SCOPE = "coursekit-diploma-1."
"""Stands before the signed text, so that no signature for anything else can be taken for one."""
MOST_HOURS = 1000
LONGEST_CODE = 4000
SIGNATURE_SIGNS = 86

_SHAPE = re.compile(r"1\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?")
_SERIAL = re.compile(f"[{SIGNS}]{{4}}-[{SIGNS}]{{4}}-[{SIGNS}]{{4}}")
_MODULES = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,2})?(?:,[0-9]{1,2}(?:-[0-9]{1,2})?)*")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_KID = re.compile(r"[A-Za-z0-9_-]{43}")


class NoDiploma(ValueError):
    """Not a diploma, or one that hides something."""


class Cut(NoDiploma):
    """The beginning of a code or credential: the rest is missing."""


@dataclass(frozen=True)
class Diploma:
    """What a diploma says, in the order in which the code holds it."""

    serial: str
    name: str
    issuer: str
    course: str
    awarded: str
    expires: str
    """A day, or nothing: it holds without end."""
    level: str
    hours: float
    modules: str
    """Numbers, such as `1-10` or `1,2,5`."""
    lang: str
    kid: str
    """The key that signed it."""

    def is_sound(self) -> bool:
        """Whether every entry is what it has to be."""
        return (
            is_serial(self.serial)
            and all(map(is_plain, (self.name, self.issuer, self.course)))
            and is_day(self.awarded)
            and (self.expires == "" or is_day(self.expires))
            and self.level in LEVELS
            and is_hours(self.hours)
            and is_modules(self.modules)
            and _fits(_LANG, self.lang)
            and _fits(_KID, self.kid)
        )


def is_serial(value: object) -> bool:
    """Whether a value is a serial such as 7K3D-9WXA-2F4H, of the signs we use."""
    return _fits(_SERIAL, value)


def is_modules(value: object) -> bool:
    """Whether a value names modules by number."""
    return _fits(_MODULES, value) and len(str(value)) <= 40


def is_hours(value: object) -> bool:
    """Whether a value is a number of hours that somebody can attend."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and 0 < value <= MOST_HOURS


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def make_code(diploma: Diploma, key: ec.EllipticCurvePrivateKey) -> str:
    """The code of a diploma, signed."""
    if not diploma.is_sound():
        raise NoDiploma(f"{diploma.name}: this cannot be signed")
    text = json.dumps(astuple(diploma), ensure_ascii=False, separators=(",", ":"))
    payload = base64url.encode(text.encode())
    return f"1.{payload}.{sign(key, SCOPE + payload)}"


def read_code(code: str) -> tuple[Diploma, str, bytes]:
    """What a code says, the text that is signed, and the signature; nothing is believed yet.

    Raises NoDiploma, or Cut where only the end is missing.
    """
    shape = _SHAPE.fullmatch(code)
    if not shape or len(code) > LONGEST_CODE:
        raise NoDiploma("not a code")
    payload, signature = shape[1], shape[2]
    if signature is None or len(signature) < SIGNATURE_SIGNS:
        raise Cut("the end is missing")
    if len(signature) > SIGNATURE_SIGNS:
        raise NoDiploma("more than a signature")
    try:
        diploma = _read_payload(parse(base64url.decode(payload)))
        return diploma, SCOPE + payload, base64url.decode(signature)
    except ValueError as error:
        raise NoDiploma(str(error)) from error


def _read_payload(values: Any) -> Diploma:
    if not isinstance(values, list) or len(values) != 11:
        raise NoDiploma("not the 11 entries of a diploma")
    diploma = Diploma(*values)
    if not diploma.is_sound():
        raise NoDiploma("an entry is not what it has to be")
    return diploma
