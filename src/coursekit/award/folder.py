"""The trainer's folder: names, secrets and keys, outside every repository, for its owner's eyes."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..errors import CourseError

PRIVATE, OWN_FOLDER = 0o600, 0o700


def open_folder(folder: Path, root: Path) -> Path:
    """The trainer's folder, made if need be; refused where it could be published by mistake."""
    folder = folder.expanduser().resolve()
    home = next((at for at in (folder, *folder.parents) if (at / ".git").exists()), None)
    if home or folder.is_relative_to(root.resolve()):
        todo = "Choose a folder elsewhere with --folder: names and keys must never be published."
        raise CourseError(f"{folder}: this is inside the repository {home or root}.\n  {todo}")
    folder.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read: all of it or, after a crash, nothing."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def read_private(path: Path) -> bytes:
    """A file of the owner's; refused where others can read it."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        todo = f"Run `chmod 600 {path}`, and ask yourself who may have read it."
        raise CourseError(f"{path}: others on this machine can read this file.\n  {todo}")
    return path.read_bytes()


def secret_of(folder: Path) -> bytes:
    """The secret from which serials follow; made at first use."""
    path = folder / "serials.secret"
    if not path.exists():
        write_whole(path, secrets.token_bytes(32))
    return read_private(path)
