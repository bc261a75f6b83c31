"""The town's private keys: in a folder of the trainer's, outside every repository, encrypted."""

from __future__ import annotations

import os
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from ..errors import CourseError
from .folder import read_private, write_whole
from .signing import public_jwk, thumbprint

VARIABLE = "COURSEKIT_PASSPHRASE"
SHORTEST = 12
"""Signs of a passphrase: whoever finds the file can try as often as they like."""


def key_file(folder: Path, kid: str) -> Path:
    """Where the private key of this id is kept."""
    return folder / "keys" / f"{kid}.pem"


def new_key(folder: Path, passphrase: str) -> ec.EllipticCurvePrivateKey:
    """Make a key and keep it, encrypted."""
    if len(passphrase) < SHORTEST:
        todo = "Four or five words that nobody would guess do well."
        raise CourseError(f"The passphrase is shorter than {SHORTEST} signs.\n  {todo}")
    key = ec.generate_private_key(ec.SECP256R1())
    locked = BestAvailableEncryption(passphrase.encode())
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
    write_whole(key_file(folder, thumbprint(public_jwk(key.public_key()))), data)
    return key


def open_key(folder: Path, kid: str, passphrase: str) -> ec.EllipticCurvePrivateKey:
    """The private key of this id."""
    path = key_file(folder, kid)
    if not path.is_file():
        todo = "Name the folder where it is with --folder. Is it lost? The guide says what to do."
        raise CourseError(f"{path}: the town's key is not here.\n  {todo}")
    try:
        key = load_pem_private_key(read_private(path), passphrase.encode())
    except (ValueError, TypeError) as error:
        raise CourseError(f"{path}: the passphrase does not open this key.") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise CourseError(f"{path}: this is not a key of the kind we use (P-256).")
    if thumbprint(public_jwk(key.public_key())) != kid:
        raise CourseError(f"{path}: this is not the key that its name says.")
    return key


def ask_passphrase(is_new: bool = False, ask: Callable[[str], str] = getpass) -> str:
    """The passphrase: of the environment, or typed unseen; a new one is typed twice."""
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    passphrase = ask("Passphrase of the town's key: ")
    if is_new and ask("Once more: ") != passphrase:
        raise CourseError("The two passphrases are not the same. Nothing was made.")
    return passphrase
