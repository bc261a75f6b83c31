"""The one question about a diploma: does it hold? The page of the site answers alike.

Order: is it a diploma at all; do we know the key; did it sign this; may the key speak for that day;
is it revoked, over, or could the list of the revoked not be read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from .code import Cut, Diploma, NoDiploma, read_code
from .credential import check_form, names_of, read_jws, result_of
from .public import Keys, PublicKey
from .signing import is_signed

VERDICTS = {
    "valid": "The diploma holds.",
    "expired": "The diploma was valid, and is over.",
    "revoked": "The town has taken this diploma back.",
    "key-unknown": "It is signed with a key that this town does not list.",
    "key-compromised": "The key has come into wrong hands: nothing signed with it can be believed.",
    "not-in-key-time": "The day of award is not one on which the town used this key.",
    "signature": "The signature does not fit: something was changed, or it is forged.",
    "cut": "The end is missing: scan or copy all of it.",
    "form": "This is not a diploma of this course.",
    "unlisted": "Signature and key fit, but whether it was revoked could not be checked.",
    "self-declared": "A learner wrote this file: nobody has signed it.",
}
SELF_DECLARED = "self-declared"
OWN_FILES = ("progress", "certificate")
"""What a file of the learner's own calls itself."""


@dataclass(frozen=True)
class Answer:
    """The verdict, and what the diploma says; nothing of it is shown unless it is signed."""

    verdict: str
    says: dict[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        return self.verdict == "valid"


@dataclass(frozen=True)
class Checked:
    """What a verdict needs of either form."""

    kid: str
    issuer: str | None
    """The address of the town; the code has none."""
    signed: str
    signature: bytes
    serial: str
    awarded: str
    expires: str
    says: dict[str, str]


def judge(text: str, keys: Keys, revoked: dict[str, str] | None, today: str) -> Answer:
    """Judge a code or a credential: the text, or the JSON file that holds it."""
    try:
        checked = _read(text)
    except Cut:
        return Answer("cut")
    except NoDiploma as problem:
        return Answer(SELF_DECLARED if str(problem) == SELF_DECLARED else "form")
    key = keys.get(checked.kid)
    if not key:
        return Answer("key-unknown")
    if not is_signed(key.key, checked.signed, checked.signature):
        return Answer("signature")
    if checked.issuer not in (None, key.issuer):
        return Answer("form")
    return Answer(_judge_signed(checked, key, revoked, today), checked.says)


def _judge_signed(
    checked: Checked, key: PublicKey, revoked: dict[str, str] | None, today: str
) -> str:
    if key.compromised:
        return "key-compromised"
    if not key.speaks_on(checked.awarded) or checked.awarded > today:
        return "not-in-key-time"
    if checked.serial and checked.serial in (revoked or {}):
        return "revoked"
    if checked.expires and checked.expires < today:
        return "expired"
    return "valid" if revoked is not None else "unlisted"


def _read(text: str) -> Checked:
    if text == SELF_DECLARED:
        raise NoDiploma(SELF_DECLARED)
    if text.startswith("{"):
        text = _inside(text)
    return _read_credential(text) if text.startswith("ey") else _read_paper(text)


def _inside(text: str) -> str:
    """The credential in a JSON file."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoDiploma("no JSON") from error
    if data.get("coursekit") in OWN_FILES:
        raise NoDiploma(SELF_DECLARED)
    inner = data.get("credential")
    if not isinstance(inner, str) or not inner.startswith("ey"):
        raise NoDiploma("no credential in it")
    return inner


def _read_paper(text: str) -> Checked:
    diploma, signed, signature = read_code(text)
    says = {name: f"{value:g}" if name == "hours" else value for name, value in _items(diploma)}
    return Checked(
        diploma.kid,
        None,
        signed,
        signature,
        diploma.serial,
        diploma.awarded,
        diploma.expires,
        says,
    )


def _items(diploma: Diploma) -> list[tuple[str, Any]]:
    return list(vars(diploma).items())


def _read_credential(text: str) -> Checked:
    kid, found, signed, signature = read_jws(text)
    check_form(found)
    subject = found["credentialSubject"]
    serial = subject.get("licenseNumber", "")
    awarded, expires = found["validFrom"][:10], found.get("validUntil", "")[:10]
    says = {
        "serial": serial,
        "name": (names_of(found) or [""])[0],
        "issuer": found["issuer"].get("name", ""),
        "course": subject["achievement"]["name"],
        "awarded": awarded,
        "expires": expires,
        **{name: result_of(found, name) for name in ("level", "hours", "modules")},
        "kid": kid,
    }
    return Checked(kid, found["issuer"]["id"], signed, signature, serial, awarded, expires, says)
