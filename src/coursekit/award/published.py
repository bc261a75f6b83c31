"""The two files of a town's folder that go out with the site: its keys, and what it has revoked."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from ..content.diplomas import KEYS, REVOKED
from ..errors import CourseError
from .code import is_serial
from .folder import write_whole
from .public import PublicKey, keys_data, make_revoked, read_keys, read_revoked
from .signing import public_jwk, thumbprint
from .strict import is_day

OWN_LIST = "revoked.json"
"""The list in the trainer's folder, from which the published one is signed anew."""
TO_READ = 0o644


@dataclass
class Published:
    """What a town publishes, beside its `town.yml`."""

    folder: Path

    def keys(self) -> dict[str, PublicKey]:
        """All keys, of now and before; none where the town has not begun."""
        path = self.folder / KEYS
        if not path.is_file():
            return {}
        try:
            return read_keys(json.loads(path.read_text("utf-8")))
        except ValueError as error:
            todo = "Take the file from the last version that was published."
            raise CourseError(f"{path}: {error}.\n  {todo}") from error

    def revoked(self) -> dict[str, str] | None:
        """Serial → day; None where the list cannot be believed."""
        path = self.folder / REVOKED
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        return read_revoked(text, self.keys())

    def current(self) -> PublicKey:
        """The key that signs today."""
        for key in self.keys().values():
            if not key.until and not key.compromised:
                return key
        raise CourseError(
            f"{self.folder / KEYS}: the town has no key that is in use.\n"
            "  Make one: `coursekit diploma key`."
        )

    def add(
        self, key: ec.EllipticCurvePrivateKey, issuer: str, name: str, since: date, today: date
    ) -> PublicKey:
        """List a new key; the one before is used no longer, and what it signed still holds."""
        jwk = public_jwk(key.public_key())
        new = PublicKey(thumbprint(jwk), issuer, name, since.isoformat(), "", "", jwk)
        old = {kid: one.ends(today) for kid, one in self.keys().items()}
        self._write_keys({**old, new.kid: new})
        return new

    def give_up(self, kid: str, today: date) -> None:
        """Say that a key has come into wrong hands: nothing it signed holds any longer."""
        keys = self.keys()
        if kid not in keys:
            known = ", ".join(keys) or "none"
            raise CourseError(f"{kid}: the town lists no such key.\n  It lists: {known}.")
        given_up = replace(keys[kid].ends(today), compromised=today.isoformat())
        self._write_keys({**keys, kid: given_up})

    def _write_keys(self, keys: dict[str, PublicKey]) -> None:
        text = json.dumps(keys_data(keys), ensure_ascii=False, indent=1) + "\n"
        self._write(KEYS, text)

    def sign_list(
        self, revoked: dict[str, str], key: ec.EllipticCurvePrivateKey, day: date
    ) -> Path:
        """Publish the list, signed by the key in use."""
        kid = thumbprint(public_jwk(key.public_key()))
        return self._write(REVOKED, make_revoked(revoked, day, key, kid) + "\n")

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
        path.chmod(TO_READ)
        return path


def own_list(folder: Path) -> dict[str, str]:
    """Serial → day, as the trainer's folder has it."""
    path = folder / OWN_LIST
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
        assert all(is_serial(serial) and is_day(day) for serial, day in found.items())
    except (ValueError, AttributeError, AssertionError) as error:
        todo = "Take it from a copy of the folder: without it, revoked diplomas would hold again."
        raise CourseError(f"{path}: the list is broken.\n  {todo}") from error
    return dict(found)


def write_own_list(folder: Path, revoked: dict[str, str]) -> None:
    """Keep the list in the trainer's folder."""
    write_whole(folder / OWN_LIST, json.dumps(revoked, indent=1, sort_keys=True).encode())
