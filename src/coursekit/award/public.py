"""What a town publishes with its site: the keys of now and before, and the list of the revoked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from .code import NoDiploma, is_serial
from .credential import read_jws
from .signing import from_jwk, is_signed, jws, thumbprint
from .strict import is_day, is_plain

VERSION = 1
REVOKED_TYPE = "coursekit-revoked+jwt"


@dataclass(frozen=True)
class PublicKey:
    """A key of a town, and the days for which it speaks."""

    kid: str
    issuer: str
    """The address that stands for the town in credentials."""
    name: str
    since: str
    until: str
    compromised: str
    jwk: Mapping[str, str]

    @property
    def key(self) -> ec.EllipticCurvePublicKey:
        return from_jwk(self.jwk)

    def speaks_on(self, day: str) -> bool:
        """Whether the town signed with it on a day."""
        return self.since <= day and (not self.until or day <= self.until)

    def ends(self, day: date) -> PublicKey:
        """The key, given up for another."""
        return replace(self, until=self.until or day.isoformat())

    def data(self) -> dict[str, Any]:
        """As it is published."""
        named = {name: getattr(self, name) for name in ("kid", "issuer", "name")}
        times = {"from": self.since, "until": self.until, "compromised": self.compromised}
        return {**named, **times, "jwk": dict(self.jwk)}


Keys = Mapping[str, PublicKey]


def read_keys(data: Any) -> dict[str, PublicKey]:
    """Key id → key, of the published list; ValueError where the list is broken."""
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ValueError(f"this is no list of keys of version {VERSION}")
    listed = data.get("keys")
    if not isinstance(listed, list):
        raise ValueError("'keys' is not a list")
    keys = [_read_key(one, number) for number, one in enumerate(listed, 1)]
    return {key.kid: key for key in keys}


def _read_key(data: Any, number: int) -> PublicKey:
    try:
        key = PublicKey(
            data["kid"],
            data["issuer"],
            data["name"],
            data["from"],
            data["until"],
            data["compromised"],
            data["jwk"],
        )
        is_sound = thumbprint(key.jwk) == key.kid and key.key is not None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"key {number} is not whole: {error}") from error
    days = [day for day in (key.until, key.compromised) if day != ""]
    if not is_sound or not all(map(is_day, (key.since, *days))):
        raise ValueError(f"key {number} is not sound: its id or a day is wrong")
    if not is_plain(key.name) or not is_plain(key.issuer, 2000):
        raise ValueError(f"key {number} does not say whose it is")
    return key


def keys_data(keys: Keys) -> dict[str, Any]:
    """The list as it is published."""
    return {"version": VERSION, "keys": [key.data() for key in keys.values()]}


def make_revoked(
    revoked: Mapping[str, str], day: date, key: ec.EllipticCurvePrivateKey, kid: str
) -> str:
    """The signed list of serials that no longer hold, and since when."""
    listed = [{"serial": serial, "date": since} for serial, since in sorted(revoked.items())]
    payload = {"version": VERSION, "issued": day.isoformat(), "revoked": listed}
    return jws(key, {"alg": "ES256", "typ": REVOKED_TYPE, "kid": kid}, payload)


def read_revoked(text: str | None, keys: Keys) -> dict[str, str] | None:
    """Serial → day, of a list that a sound key of ours has signed; None where there is none."""
    try:
        kid, payload, signed, signature = read_jws((text or "").strip(), REVOKED_TYPE)
    except NoDiploma:
        return None
    key = keys.get(kid)
    if not key or key.compromised or not is_signed(key.key, signed, signature):
        return None
    return _entries(payload)


def _entries(payload: Any) -> dict[str, str] | None:
    if not isinstance(payload, dict) or payload.get("version") != VERSION:
        return None
    listed = payload.get("revoked")
    if (
        not is_day(payload.get("issued"))
        or not isinstance(listed, list)
        or not all(map(_is_entry, listed))
    ):
        return None
    return {one["serial"]: one["date"] for one in listed}


def _is_entry(one: Any) -> bool:
    return isinstance(one, dict) and is_serial(one.get("serial")) and is_day(one.get("date"))
