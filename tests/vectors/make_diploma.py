"""Writes `diploma.json`, `keys.json` and `revoked.jwt`: what both checks of a diploma have to say.

The keys follow from the words below: they are TEST KEYS, known to everybody, and sign nothing
real. All names are FICTIONAL. Run it after a change of the format:
`python -m tests.vectors.make_diploma`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from coursekit.award import base64url
from coursekit.award.code import SCOPE, Diploma, make_code
from coursekit.award.credential import _payload, make_credential
from coursekit.award.public import REVOKED_TYPE, PublicKey, keys_data, make_revoked
from coursekit.award.signing import ORDER, jws, public_jwk, sign, thumbprint

HERE = Path(__file__).parent
TODAY = "2026-11-27"
TOWN = "https://town.example/course"
ABOUT = {"description": "A course for town halls.", "criteria": "80 per cent of the hours."}
REVOKED, HELD = "2222-3333-4444", "7C3D-9WXY-2F4H"


def key_of(words: str) -> ec.EllipticCurvePrivateKey:
    """A key that follows from words."""
    number = int.from_bytes(hashlib.sha256(f"TEST KEY: {words}".encode()).digest())
    return ec.derive_private_key(number % ORDER, ec.SECP256R1())


NOW, OLD, LOST, STRANGER, SPEC = map(key_of, ("now", "old", "lost", "stranger", "spec"))


def kid_of(key: ec.EllipticCurvePrivateKey) -> str:
    """The id of a key."""
    return thumbprint(public_jwk(key.public_key()))


def listed(
    key: ec.EllipticCurvePrivateKey,
    since: str,
    until: str = "",
    compromised: str = "",
    issuer: str = TOWN,
    name: str = "Testtown City Hall (FICTIONAL)",
) -> PublicKey:
    """A key as the town lists it."""
    jwk = public_jwk(key.public_key())
    return PublicKey(thumbprint(jwk), issuer, name, since, until, compromised, jwk)


KEYS = {
    key.kid: key
    for key in (
        listed(OLD, "2024-01-01", "2025-12-31"),
        listed(LOST, "2025-01-01", "2026-03-01", "2026-03-01"),
        listed(NOW, "2026-01-01"),
        listed(SPEC, "2009-01-01", "", "", "https://example.com/issuers/876543", "Example Corp"),
    )
}
DIPLOMA = Diploma(
    HELD,
    "Ștefania Țurcanu-Öz",
    "Testtown City Hall (FICTIONAL)",
    "Talking about migration",
    "2026-11-20",
    "",
    "supervised",
    40,
    "1-10",
    "ro",
    kid_of(NOW),
)
SPEC_EXAMPLE: dict[str, Any] = {
    "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    "id": "http://example.com/credentials/3527",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {
        "id": "https://example.com/issuers/876543",
        "type": ["Profile"],
        "name": "Example Corp",
    },
    "validFrom": "2010-01-01T00:00:00Z",
    "name": "Teamwork Badge",
    "credentialSubject": {
        "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "https://example.com/achievements/21st-century-skills/teamwork",
            "type": ["Achievement"],
            "criteria": {
                "narrative": "Team members are nominated for this badge by their peers and "
                "recognized upon review by Example Corp management."
            },
            "description": "This badge recognizes the development of the capacity to collaborate "
            "within a group environment.",
            "name": "Teamwork",
        },
    },
}
"""The example "Sample OpenBadgeCredential" of the Open Badges 3.0 specification (1EdTech)."""
SPEC_CLAIMS = {
    "iss": SPEC_EXAMPLE["issuer"]["id"],
    "jti": SPEC_EXAMPLE["id"],
    "sub": SPEC_EXAMPLE["credentialSubject"]["id"],
    "nbf": 1262304000,
}


def raw_code(values: Any, key: ec.EllipticCurvePrivateKey = NOW) -> str:
    """A code of whatever is in it, well signed: only its form can be wrong."""
    text = values if isinstance(values, str) else json.dumps(values, ensure_ascii=False)
    return signed_bytes(text.encode("utf-8", "surrogatepass"), key)


def signed_bytes(data: bytes, key: ec.EllipticCurvePrivateKey = NOW) -> str:
    """The same of bytes."""
    payload = base64url.encode(data)
    return f"1.{payload}.{sign(key, SCOPE + payload)}"


def with_high_s(text: str) -> str:
    """The other signature that the same mathematics allows."""
    head, _, signature = text.rpartition(".")
    data = base64url.decode(signature)
    s = ORDER - int.from_bytes(data[32:])
    return f"{head}.{base64url.encode(data[:32] + s.to_bytes(32))}"


def raw_credential(payload: Any, key: ec.EllipticCurvePrivateKey = SPEC, **header: Any) -> str:
    """A credential of whatever is in it, well signed."""
    whole = {"alg": "ES256", "typ": "JWT", "kid": kid_of(key), **header}
    return jws(key, {name: value for name, value in whole.items() if value is not None}, payload)


def swapped(text: str, place: int) -> str:
    """A text with one sign changed."""
    return text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]


def codes() -> list[tuple[str, str, str]]:
    """Codes: name, input, verdict."""
    good = make_code(DIPLOMA, NOW)
    _, payload, signature = good.split(".")

    def entry(place: int, value: Any) -> str:
        values: list[Any] = list(astuple(DIPLOMA))
        values[place] = value
        return raw_code(values)

    other = base64url.decode(payload).replace(b"supervised", b"attended")
    found = [
        ("whole", good, "valid"),
        ("hours with a half", make_code(replace(DIPLOMA, hours=37.5), NOW), "valid"),
        ("a name of 200 signs", make_code(replace(DIPLOMA, name="Ș" * 200), NOW), "valid"),
        ("letters of many scripts", make_code(replace(DIPLOMA, name="Олена 李 عمر"), NOW), "valid"),
        ("last day", make_code(replace(DIPLOMA, expires=TODAY), NOW), "valid"),
        ("over", make_code(replace(DIPLOMA, expires="2026-11-26"), NOW), "expired"),
        ("revoked", make_code(replace(DIPLOMA, serial=REVOKED), NOW), "revoked"),
        (
            "revoked and over",
            make_code(replace(DIPLOMA, serial=REVOKED, expires="2026-11-26"), NOW),
            "revoked",
        ),
        (
            "an old key in its time",
            make_code(replace(DIPLOMA, awarded="2025-06-01", kid=kid_of(OLD)), OLD),
            "valid",
        ),
        (
            "an old key after its time",
            make_code(replace(DIPLOMA, kid=kid_of(OLD)), OLD),
            "not-in-key-time",
        ),
        (
            "a key before its time",
            make_code(replace(DIPLOMA, awarded="2025-12-31"), NOW),
            "not-in-key-time",
        ),
        (
            "awarded tomorrow",
            make_code(replace(DIPLOMA, awarded="2026-11-28"), NOW),
            "not-in-key-time",
        ),
        (
            "a key in wrong hands",
            make_code(replace(DIPLOMA, awarded="2025-06-01", kid=kid_of(LOST)), LOST),
            "key-compromised",
        ),
        (
            "a key of nobody",
            make_code(replace(DIPLOMA, kid=kid_of(STRANGER)), STRANGER),
            "key-unknown",
        ),
        ("our key named, another used", make_code(DIPLOMA, STRANGER), "signature"),
        ("level changed", f"1.{base64url.encode(other)}.{signature}", "signature"),
        ("one sign of the payload", f"1.{swapped(payload, 4)}.{signature}", "form"),
        ("one sign of the signature", f"1.{payload}.{swapped(signature, 10)}", "signature"),
        ("signature of nothing", f"1.{payload}.{'A' * 86}", "signature"),
        ("the other s", with_high_s(good), "signature"),
        ("signed without its scope", f"1.{payload}.{sign(NOW, payload)}", "signature"),
        ("the end missing", good[:-1], "cut"),
        ("half of it", good[: len(good) // 2], "cut"),
        ("no signature", f"1.{payload}", "cut"),
        ("only the version", "1.", "cut"),
        ("a sign too many", good + "A", "form"),
        ("a dot too many", good + ".", "form"),
        ("a space behind", good + " ", "form"),
        ("padding", f"1.{payload}.{signature}=", "form"),
        ("unused bits set", good[:-1] + chr(ord(good[-1]) + 1), "form"),
        ("another version", f"2{good[1:]}", "form"),
        ("no version", f"{payload}.{signature}", "form"),
        ("nothing", "", "form"),
        ("an address", "https://town.example/", "form"),
        ("a very long one", "1." + "A" * 5000, "form"),
        ("ten entries", raw_code(list(astuple(DIPLOMA))[:10]), "form"),
        ("twelve entries", raw_code([*astuple(DIPLOMA), ""]), "form"),
        ("a mapping", raw_code({"name": "x"}), "form"),
        ("not JSON", raw_code("hello"), "form"),
        ("NaN hours", raw_code(json.dumps(astuple(replace(DIPLOMA, hours=float("nan"))))), "form"),
        ("not UTF-8", signed_bytes(b'["\xff\xfe"]'), "form"),
        ("half a sign", entry(1, "A\ud800"), "form"),
    ]
    wrong = {
        0: ["", "7C3D9WXY2F4H", "AAAA-AAAA-AAAA", "7c3d-9wxy-2f4h", 5],
        1: ["", " A", "Ș" * 201, "A\u202eB", "A\u2066B", "A\nB", "A\u0000", "A\u0085", 1, None],
        2: ["", "x" * 201, "A\u200fB"],
        3: ["", "x" * 201, ["x"]],
        4: ["", "2026-02-30", "2026-1-1", "20.11.2026", "2026-11-20T00:00:00Z", 20261120],
        5: ["never", "2026-13-01", None, 0],
        6: ["self-declared", "Supervised", "", True, "attended "],
        7: [0, -1, 1001, "40", True, None, 1e400],
        8: ["", "all", "1-", "1;2", "1-10,", "100", 1],
        9: ["", "RO", "english", "en_GB", 1],
        10: ["", "short", kid_of(NOW) + "A", 1],
    }
    for place, values in wrong.items():
        for number, value in enumerate(values, 1):
            found.append((f"entry {place + 1} wrong, {number}", entry(place, value), "form"))
    return found


def credentials() -> list[tuple[str, str, str]]:
    """Credentials: name, input, verdict."""
    good = make_credential(DIPLOMA, NOW, TOWN, ABOUT)
    payload = _payload(DIPLOMA, TOWN, ABOUT)
    example = {**SPEC_EXAMPLE, **SPEC_CLAIMS}
    head, body, signature = good.split(".")
    other = base64url.decode(body).replace(b"supervised", b"attended")

    def spec(**changes: Any) -> str:
        whole = {**example, **changes}
        return raw_credential({name: value for name, value in whole.items() if value is not None})

    def subject(**changes: Any) -> dict[str, Any]:
        return {**example["credentialSubject"], **changes}

    def without(key: str, whole: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in whole.items() if name != key}

    def own(diploma: Diploma, key: ec.EllipticCurvePrivateKey) -> str:
        return make_credential(replace(diploma, kid=kid_of(key)), key, TOWN, ABOUT)

    def paper_result(level: str) -> list[dict[str, Any]]:
        one = {"type": ["Result"], "resultDescription": f"{TOWN}#course-level", "value": level}
        return [one]

    return [
        ("whole", good, "valid"),
        ("in a JSON file", json.dumps({"credential": good}), "valid"),
        ("over", own(replace(DIPLOMA, expires="2026-11-26"), NOW), "expired"),
        ("last day", own(replace(DIPLOMA, expires=TODAY), NOW), "valid"),
        ("revoked", own(replace(DIPLOMA, serial=REVOKED), NOW), "revoked"),
        ("an old key in its time", own(replace(DIPLOMA, awarded="2025-06-01"), OLD), "valid"),
        ("an old key after its time", own(DIPLOMA, OLD), "not-in-key-time"),
        ("awarded tomorrow", own(replace(DIPLOMA, awarded="2026-11-28"), NOW), "not-in-key-time"),
        (
            "a key in wrong hands",
            own(replace(DIPLOMA, awarded="2025-06-01"), LOST),
            "key-compromised",
        ),
        ("a key of nobody, brought along", own(DIPLOMA, STRANGER), "key-unknown"),
        (
            "our key named, another used",
            make_credential(DIPLOMA, STRANGER, TOWN, ABOUT),
            "signature",
        ),
        ("level changed", f"{head}.{base64url.encode(other)}.{signature}", "signature"),
        ("the other s", with_high_s(good), "signature"),
        ("the end missing", good[:-1], "cut"),
        ("no signature", f"{head}.{body}", "cut"),
        ("only the header", head, "cut"),
        ("a sign too many", good + "A", "form"),
        ("a dot too many", good + ".", "form"),
        ("unused bits set", good[:-1] + chr(ord(good[-1]) + 1), "form"),
        ("no algorithm", raw_credential(payload, NOW, alg="none"), "form"),
        ("another algorithm", raw_credential(payload, NOW, alg="HS256"), "form"),
        ("a header more", raw_credential(payload, NOW, crit=["b64"]), "form"),
        ("no key named", raw_credential(payload, NOW, kid=None), "form"),
        ("a list of the revoked", make_revoked({}, date(2026, 11, 1), NOW, kid_of(NOW)), "form"),
        ("another town's", make_credential(DIPLOMA, NOW, "https://other.example/", ABOUT), "form"),
        (
            "self-declared, signed",
            raw_credential(
                {
                    **payload,
                    "credentialSubject": {
                        **payload["credentialSubject"],
                        "result": paper_result("self-declared"),
                    },
                },
                NOW,
            ),
            "form",
        ),
        ("the learner's own copy", '{"coursekit":"progress","v":1,"attempts":[]}', "self-declared"),
        ("the learner's own certificate", '{"coursekit":"certificate","v":1}', "self-declared"),
        ("another JSON file", '{"hello": "<b>you</b>"}', "form"),
        ("broken JSON", '{"credential": ', "form"),
        ("spec: the example", spec(), "valid"),
        (
            "spec: the other name of the type",
            spec(type=["VerifiableCredential", "AchievementCredential"]),
            "valid",
        ),
        (
            "spec: no subject id, but a name",
            spec(
                sub=None,
                credentialSubject={
                    **{k: v for k, v in subject().items() if k != "id"},
                    "identifier": [
                        {
                            "type": "IdentityObject",
                            "hashed": False,
                            "identityHash": "Ana",
                            "identityType": "name",
                        }
                    ],
                },
            ),
            "valid",
        ),
        (
            "spec: an endorsement",
            spec(type=["VerifiableCredential", "EndorsementCredential"]),
            "form",
        ),
        ("spec: not verifiable", spec(type=["OpenBadgeCredential"]), "form"),
        ("spec: no type", spec(type=None), "form"),
        (
            "spec: context of version 1",
            spec(
                **{"@context": ["https://www.w3.org/2018/credentials/v1", example["@context"][1]]}
            ),
            "form",
        ),
        ("spec: no context of badges", spec(**{"@context": example["@context"][:1]}), "form"),
        (
            "spec: subject of another type",
            spec(credentialSubject=subject(type=["EndorsementSubject"])),
            "form",
        ),
        (
            "spec: nobody",
            spec(sub=None, credentialSubject=without("id", subject())),
            "form",
        ),
        ("spec: no achievement", spec(credentialSubject=subject(achievement=None)), "form"),
        (
            "spec: achievement without a name",
            spec(
                credentialSubject=subject(
                    achievement=without("name", example["credentialSubject"]["achievement"])
                )
            ),
            "form",
        ),
        (
            "spec: no criteria",
            spec(
                credentialSubject=subject(
                    achievement=without("criteria", example["credentialSubject"]["achievement"])
                )
            ),
            "form",
        ),
        (
            "spec: issuer without a type",
            spec(issuer={"id": example["iss"], "name": "Example Corp"}),
            "form",
        ),
        ("spec: iss of another", spec(iss="https://example.com/issuers/1"), "form"),
        ("spec: iss missing", spec(iss=None), "form"),
        ("spec: jti of another", spec(jti="http://example.com/credentials/1"), "form"),
        ("spec: sub missing", spec(sub=None), "form"),
        ("spec: sub of another", spec(sub="did:example:other"), "form"),
        ("spec: nbf missing", spec(nbf=None), "form"),
        ("spec: nbf of another day", spec(nbf=1262304001), "form"),
        ("spec: nbf as text", spec(nbf="1262304000"), "form"),
        ("spec: validUntil without exp", spec(validUntil="2030-01-01T00:00:00Z"), "form"),
        ("spec: exp without validUntil", spec(exp=1893456000), "form"),
        ("spec: over", spec(validUntil="2020-01-01T00:00:00Z", exp=1577836800), "expired"),
        (
            "spec: vc claim of the older form",
            raw_credential({"vc": SPEC_EXAMPLE, **SPEC_CLAIMS}),
            "form",
        ),
        ("spec: RS256 by name", raw_credential(example, SPEC, alg="RS256"), "form"),
    ]


def vectors() -> list[dict[str, Any]]:
    """All of them; `revoked` stands where the list is another than `revoked.jwt`."""
    kinds = [("code", codes()), ("credential", credentials())]
    found: list[dict[str, Any]] = [
        {"name": name, "kind": kind, "input": text, "today": TODAY, "verdict": verdict}
        for kind, cases in kinds
        for name, text, verdict in cases
    ]
    by_stranger = make_revoked({}, date(2026, 11, 1), STRANGER, kid_of(STRANGER))
    by_lost = make_revoked({}, date(2026, 2, 1), LOST, kid_of(LOST))
    lists = {
        "missing": "",
        "broken": "hello",
        "by a stranger": by_stranger,
        "by a key in wrong hands": by_lost,
        "changed": swapped(revoked_list(), 120),
        "without its day": _list_of({"issued": None}),
        "of a day that is none": _list_of({"issued": "2026-02-30"}),
    }
    for name, text in lists.items():
        entry = {"name": f"list {name}", "kind": "code", "input": make_code(DIPLOMA, NOW)}
        found.append({**entry, "today": TODAY, "revoked": text, "verdict": "unlisted"})
    return found


def _list_of(changes: dict[str, Any]) -> str:
    """A list of nobody, well signed, that says something else than it should."""
    payload = {"version": 1, "issued": "2026-11-01", "revoked": [], **changes}
    return raw_credential(payload, NOW, typ=REVOKED_TYPE)


def revoked_list() -> str:
    """The list with one serial."""
    return make_revoked({REVOKED: "2026-11-21"}, date(2026, 11, 21), NOW, kid_of(NOW))


def files() -> dict[str, str]:
    """The files, by name."""
    note = {"note": "TEST KEYS, known to everybody: nothing signed with them means anything."}
    return {
        "diploma.json": json.dumps(vectors(), ensure_ascii=True, indent=1) + "\n",
        "keys.json": json.dumps({**note, **keys_data(KEYS)}, ensure_ascii=False, indent=1) + "\n",
        "revoked.jwt": revoked_list() + "\n",
    }


if __name__ == "__main__":
    for name, text in files().items():
        (HERE / name).write_text(text, "utf-8")
