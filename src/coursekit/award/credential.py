"""The same diploma as Open Badges 3.0 credential: a compact JWS whose payload is the credential.

Headers as the specification has them (§8.2): no others are allowed, and the public key comes along
for programs that do not know our list. Our own check never looks at that key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from . import base64url
from .code import LEVELS, SIGNATURE_SIGNS, Cut, Diploma, NoDiploma, is_serial
from .signing import jws, public_jwk
from .strict import is_day, is_plain, mapping, parse

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
LONGEST_CREDENTIAL = 100_000
BADGES = {"OpenBadgeCredential", "AchievementCredential"}
"""The specification has two names for it."""
RESULTS = ("level", "hours", "modules")

_SHAPE = re.compile(r"(ey[A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?(?:\.([A-Za-z0-9_-]*))?")
_OB_CONTEXT = re.compile(
    r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.0\.[0-9]{1,2})?\.json"
)
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def make_credential(
    diploma: Diploma, key: ec.EllipticCurvePrivateKey, issuer: str, about: Mapping[str, str]
) -> str:
    """The credential of a diploma; `issuer` is the address that stands for the town.

    `about` says in words what the course is (`description`) and asks for (`criteria`).
    """
    header = {"alg": "ES256", "typ": "JWT", "kid": diploma.kid}
    header["jwk"] = public_jwk(key.public_key())
    return jws(key, header, _payload(diploma, issuer, about))


def _payload(diploma: Diploma, issuer: str, about: Mapping[str, str]) -> dict[str, Any]:
    own = f"{issuer}#diploma-{diploma.serial}"
    start = f"{diploma.awarded}T00:00:00Z"
    payload: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": own,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": diploma.issuer},
        "validFrom": start,
        "name": diploma.course,
        "credentialSubject": _subject(diploma, issuer, about),
        "iss": issuer,
        "jti": own,
        "nbf": _seconds(start),
    }
    if diploma.expires:
        payload["validUntil"] = f"{diploma.expires}T23:59:59Z"
        payload["exp"] = _seconds(payload["validUntil"])
    return payload


def _subject(diploma: Diploma, issuer: str, about: Mapping[str, str]) -> dict[str, Any]:
    """The person, by name alone, and what was achieved."""
    identity = {"type": "IdentityObject", "hashed": False, "identityHash": diploma.name}
    achievement = f"{issuer}#course"
    return {
        "type": ["AchievementSubject"],
        "identifier": [{**identity, "identityType": "name"}],
        "licenseNumber": diploma.serial,
        "result": [_result(achievement, name, getattr(diploma, name)) for name in RESULTS],
        "achievement": {
            "id": achievement,
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "name": diploma.course,
            "description": about["description"],
            "criteria": {"narrative": about["criteria"]},
            "inLanguage": diploma.lang,
            "resultDescription": [
                {
                    "id": f"{achievement}-{name}",
                    "type": ["ResultDescription"],
                    "name": name,
                    "resultType": "Result",
                }
                for name in RESULTS
            ],
        },
    }


def _result(achievement: str, name: str, value: object) -> dict[str, Any]:
    text = f"{value:g}" if isinstance(value, int | float) else str(value)
    return {
        "type": ["Result"],
        "resultDescription": f"{achievement}-{name}",
        "value": text,
    }


def _seconds(time: str) -> int:
    return int(datetime.fromisoformat(time).astimezone(UTC).timestamp())


def read_jws(text: str, kind: str = "JWT") -> tuple[str, Any, str, bytes]:
    """Key id, payload, signed text and signature of a compact JWS; nothing is believed yet."""
    shape = _SHAPE.fullmatch(text)
    if not shape or len(text) > LONGEST_CREDENTIAL:
        raise NoDiploma("not a compact JWS")
    header, payload, signature = shape.groups()
    if payload is None or signature is None or len(signature) < SIGNATURE_SIGNS:
        raise Cut("the end is missing")
    if len(signature) > SIGNATURE_SIGNS:
        raise NoDiploma("more than a signature")
    try:
        kid = _read_header(parse(base64url.decode(header)), kind)
        found = parse(base64url.decode(payload))
        return kid, found, f"{header}.{payload}", base64url.decode(signature)
    except ValueError as error:
        raise NoDiploma(str(error)) from error


def _read_header(header: Any, kind: str) -> str:
    """The id of the key. A header with more in it than the specification allows is refused."""
    is_known = isinstance(header, dict) and header.keys() <= {"alg", "typ", "kid", "jwk"}
    if not is_known or header.get("alg") != "ES256" or header.get("typ") != kind:
        raise NoDiploma("not a header of ours")
    kid = header.get("kid")
    if not isinstance(kid, str):
        raise NoDiploma("no key is named")
    return kid


def check_form(found: Any) -> None:
    """Raises NoDiploma unless a payload is an achievement credential whose claims agree."""
    if not isinstance(found, dict) or not all(_rules(found)):
        raise NoDiploma("not a credential of Open Badges 3.0")
    if not _agrees(found):
        raise NoDiploma("the claims do not agree with the credential")


def _rules(found: dict[str, Any]) -> list[bool]:
    subject = mapping(found.get("credentialSubject"))
    achievement = mapping(subject.get("achievement"))
    issuer = mapping(found.get("issuer"))
    criteria = mapping(achievement.get("criteria"))
    return [
        _has_contexts(found.get("@context")),
        "VerifiableCredential" in _list(found.get("type")),
        bool(BADGES & set(_list(found.get("type")))),
        "Profile" in _list(issuer.get("type")),
        is_plain(issuer.get("id"), 2000) and is_plain(issuer.get("name", "-")),
        "AchievementSubject" in _list(subject.get("type")),
        "id" in subject or len(names_of(found)) > 0,
        all(is_plain(name) for name in names_of(found)),
        "Achievement" in _list(achievement.get("type")),
        is_plain(achievement.get("id"), 2000) and is_plain(achievement.get("name")),
        isinstance(achievement.get("description"), str),
        isinstance(criteria.get("narrative", criteria.get("id")), str),
        "licenseNumber" not in subject or is_serial(subject["licenseNumber"]),
        result_of(found, "level") in ("", *LEVELS),
    ]


def _agrees(found: dict[str, Any]) -> bool:
    """What the specification asks of the claims that stand twice."""
    subject, issuer = found["credentialSubject"], found["issuer"]
    return (
        found.get("iss") == issuer["id"]
        and is_plain(found.get("id"), 2000)
        and found.get("jti") == found["id"]
        and found.get("sub") == subject.get("id")
        and _is_time(found.get("validFrom"), found.get("nbf"))
        and (
            _is_time(found.get("validUntil"), found.get("exp"))
            if "validUntil" in found or "exp" in found
            else True
        )
    )


def _is_time(time: Any, claim: Any) -> bool:
    if not isinstance(time, str) or not _TIME.fullmatch(time) or not is_day(time[:10]):
        return False
    try:
        seconds = _seconds(time)
    except ValueError:
        return False
    return type(claim) is int and claim == seconds


def _has_contexts(contexts: Any) -> bool:
    first, second, *_ = [*_list(contexts), "", ""]
    return first == CONTEXTS[0] and _OB_CONTEXT.fullmatch(second) is not None


def _list(value: Any) -> list[str]:
    """Texts; one that stands alone is a list of one."""
    values = value if isinstance(value, list) else [value]
    return values if all(isinstance(text, str) for text in values) else []


def names_of(found: dict[str, Any]) -> list[Any]:
    """Names by which the person is known in the credential."""
    identifiers = mapping(found.get("credentialSubject")).get("identifier")
    known = identifiers if isinstance(identifiers, list) else []
    return [
        one.get("identityHash")
        for one in known
        if isinstance(one, dict)
        and one.get("identityType") == "name"
        and one.get("hashed") is False
    ]


def result_of(found: dict[str, Any], name: str) -> str:
    """The value of one result of ours; an empty text where there is none."""
    results = mapping(found.get("credentialSubject")).get("result")
    for one in results if isinstance(results, list) else []:
        if isinstance(one, dict) and str(one.get("resultDescription", "")).endswith(f"-{name}"):
            return str(one.get("value", ""))
    return ""
