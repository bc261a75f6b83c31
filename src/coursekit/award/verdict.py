"""The one question about a diploma: does it hold? The page of the site answers alike.

Order: is it a diploma at all; do we know the key; did it sign this; may the key speak for that day;
is it revoked, over, or could the list of the revoked not be read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..bundle import SOURCE, own_labels
from ..numbers import format_date
from .code import Cut, Diploma, NoDiploma, read_code
from .credential import check_form, names_of, read_jws, result_of
from .public import Keys, PublicKey
from .signing import is_signed

SELF_DECLARED = "self-declared"
OWN_FILES = ("progress", "certificate")
"""What a file of the learner's own calls itself."""


@dataclass(frozen=True)
class Answer:
    """The verdict, and what the diploma says, where somebody stands for it."""

    verdict: str
    says: dict[str, str] = field(default_factory=dict)
    day: str = ""
    """Since when the key is lost, or the diploma revoked or over."""

    @property
    def holds(self) -> bool:
        return self.verdict == "valid"

    @property
    def sentence(self) -> str:
        """What the checking page says of it, in the language of the course."""
        words = own_labels()
        day = format_date(self.day, SOURCE) if self.day else ""
        whole = words[f"verdict-{self.verdict}"].replace("{date}", day)
        return f"{words[f'verdict-{self.verdict}-short']}. {whole}"


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
    if key.compromised:
        return Answer("key-compromised", day=key.compromised)
    return _judge_signed(checked, key, revoked, today)


def _judge_signed(
    checked: Checked, key: PublicKey, revoked: dict[str, str] | None, today: str
) -> Answer:
    if not key.speaks_on(checked.awarded) or checked.awarded > today:
        return Answer("not-in-key-time", checked.says)
    if checked.serial and (day := (revoked or {}).get(checked.serial)):
        return Answer("revoked", checked.says, day)
    if checked.expires and checked.expires < today:
        return Answer("expired", checked.says, checked.expires)
    return Answer("valid" if revoked is not None else "unlisted", checked.says)


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
