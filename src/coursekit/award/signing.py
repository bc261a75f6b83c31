"""ES256 in one form alone: of the two values of s that would do, only the low one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256

from . import base64url

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order n of P-256: (r, s) and (r, n - s) are both signatures, and only one may be ours."""
LENGTH = 64
_RFC_6979 = ec.ECDSA(SHA256(), deterministic_signing=True)
"""Without chance: a re-run gives the same files, and a poor source of chance betrays no key."""


def sign(key: ec.EllipticCurvePrivateKey, text: str) -> str:
    """The signature of an ASCII text: r and s, base64url."""
    r, s = decode_dss_signature(key.sign(text.encode("ascii"), _RFC_6979))
    s = min(s, ORDER - s)
    return base64url.encode(r.to_bytes(LENGTH // 2) + s.to_bytes(LENGTH // 2))


def is_signed(key: ec.EllipticCurvePublicKey, text: str, signature: bytes) -> bool:
    """Whether a text has this signature, in the one form that `sign` gives."""
    if len(signature) != LENGTH:
        return False
    r = int.from_bytes(signature[: LENGTH // 2])
    s = int.from_bytes(signature[LENGTH // 2 :])
    if s > ORDER // 2:
        return False
    try:
        key.verify(encode_dss_signature(r, s), text.encode("ascii"), ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def public_jwk(key: ec.EllipticCurvePublicKey) -> dict[str, str]:
    """The public key as JSON Web Key."""
    numbers = key.public_numbers()
    x, y = (base64url.encode(number.to_bytes(32)) for number in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def from_jwk(jwk: Mapping[str, Any]) -> ec.EllipticCurvePublicKey:
    """The public key of a JSON Web Key; ValueError where it is none."""
    if set(jwk) != {"kty", "crv", "x", "y"} or (jwk["kty"], jwk["crv"]) != ("EC", "P-256"):
        raise ValueError("not a public key of P-256")
    x, y = (int.from_bytes(base64url.decode(str(jwk[name]))) for name in "xy")
    return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()


def thumbprint(jwk: Mapping[str, str]) -> str:
    """The id of a key (RFC 7638): it follows from the key, so nobody can give it to another."""
    needed = {name: jwk[name] for name in ("crv", "kty", "x", "y")}
    text = json.dumps(needed, separators=(",", ":"), sort_keys=True)
    return base64url.encode(hashlib.sha256(text.encode()).digest())


def jws(key: ec.EllipticCurvePrivateKey, header: Mapping[str, Any], payload: Any) -> str:
    """A compact JWS (RFC 7515)."""
    parts = [
        base64url.encode(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())
        for part in (header, payload)
    ]
    text = ".".join(parts)
    return f"{text}.{sign(key, text)}"
