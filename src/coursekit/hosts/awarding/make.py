"""Make diplomas: each in a folder of its own, which is there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from ...award.code import Diploma, make_code
from ...award.credential import make_credential
from ...award.folder import OWN_FOLDER, secret_of, write_whole
from ...award.picture import bake
from ...award.public import PublicKey
from ...award.register import serial_of
from ...award.roster import Participant
from ...errors import CourseError
from ..printing.typeset import FAMILIES, compiled
from .scan import scan_of
from .words import Words

FOLDER = "diplomas"
RECORD = "record.json"
PDF, BADGE, CREDENTIAL = "diploma.pdf", "badge.png", "credential.jwt"
WORKERS = 2
FEWEST_TO_SHARE = 8
"""With fewer, starting other processes takes longer than the work."""


@dataclass(frozen=True)
class Award:
    """What all diplomas of a run have in common."""

    words: Sequence[Words]
    """One side for each language."""
    base: str
    """Where the site is served, with a slash at the end."""
    modules: str
    expires: str
    public: PublicKey
    town: str
    course: str
    """What tells this course from others, whatever its title is in a language."""
    root: Path
    logo: dict[str, str] | None = None
    revoked: Mapping[str, str] = field(default_factory=dict)
    """Serial → day."""
    again: bool = False
    """Whether people whose diploma was revoked get another."""


@dataclass
class Made:
    """What a run did."""

    new: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    changed: list[tuple[Participant, str]] = field(default_factory=list)
    """People whose diploma is there and says something else than the roster."""
    revoked: list[tuple[Participant, str]] = field(default_factory=list)
    """People whose diploma was revoked, and who were given no other."""


@dataclass(frozen=True)
class _Job:
    """One diploma, all but its drawing: signed before other processes are asked."""

    folder: Path
    diploma: Diploma
    code: str
    credential: str
    award: Award


def award(
    folder: Path,
    people: Iterable[Participant],
    award: Award,
    key: ec.EllipticCurvePrivateKey,
    say: Callable[[str], None] = lambda _: None,
) -> Made:
    """Make the diplomas that are not there yet."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
    _sweep(target)
    made, jobs = Made(), []
    secret = secret_of(folder)
    for person in people:
        diploma = diploma_of(person, award, secret)
        old = read_record(target / diploma.serial)
        if old is None and not award.again and (first := _revoked(person, award, secret)):
            made.revoked.append((person, first))
        elif old is None:
            jobs.append(_job(target, diploma, award, key))
            made.new.append(diploma.serial)
        elif _differs(old, diploma):
            made.changed.append((person, diploma.serial))
        else:
            made.there.append(diploma.serial)
    for n, _ in enumerate(_worked(jobs), 1):
        if n % 100 == 0:
            say(f"{n} of {len(jobs)}")
    return made


def diploma_of(person: Participant, award: Award, secret: bytes) -> Diploma:
    """What is to stand on somebody's diploma; a serial that was revoked is never used again."""
    first = award.words[0]
    return Diploma(
        serial=next(one for one in _serials(person, award, secret) if one not in award.revoked),
        name=person.identity[0],
        issuer=award.public.name,
        course=first.course,
        awarded=person.awarded,
        expires=award.expires,
        level=person.level,
        hours=person.hours,
        modules=award.modules,
        lang=first.lang,
        kid=award.public.kid,
    )


def _serials(person: Participant, award: Award, secret: bytes) -> Iterator[str]:
    """The serial of somebody, and those that follow when it is revoked."""
    return (serial_of(secret, award.course, award.town, person, n) for n in count())


def _revoked(person: Participant, award: Award, secret: bytes) -> str:
    """The serial of somebody that was revoked; an empty text where none was."""
    first = next(_serials(person, award, secret))
    return first if first in award.revoked else ""


def _differs(old: Diploma, new: Diploma) -> bool:
    """Whether a diploma says something else of the person; keys and titles change with time."""
    names = ("name", "awarded", "level", "hours", "modules")
    return any(getattr(old, name) != getattr(new, name) for name in names)


def _job(target: Path, diploma: Diploma, award: Award, key: ec.EllipticCurvePrivateKey) -> _Job:
    about = award.words[0].about(diploma.level)
    credential = make_credential(diploma, key, award.public.issuer, about)
    return _Job(target / diploma.serial, diploma, make_code(diploma, key), credential, award)


def _worked(jobs: list[_Job]) -> Iterable[None]:
    if len(jobs) < FEWEST_TO_SHARE:
        return map(_make, jobs)
    return _shared(jobs)


def _shared(jobs: list[_Job]) -> Iterable[None]:
    workers = min(WORKERS, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_make, jobs, chunksize=10)


def _make(job: _Job) -> None:
    """Write a diploma beside its place, then move it there whole."""
    new = job.folder.with_name(f".{job.folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=OWN_FOLDER)
    data = [_page(job.diploma, job.code, job.award.words, job.award.base)]
    write_whole(new / PDF, typeset_diplomas(data, job.award, job.diploma.serial))
    write_whole(new / BADGE, bake(_badge(job), job.credential))
    write_whole(new / CREDENTIAL, job.credential.encode())
    record = {"diploma": asdict(job.diploma), "code": job.code}
    write_whole(new / RECORD, json.dumps(record, ensure_ascii=False, indent=1).encode())
    new.rename(job.folder)


def _page(diploma: Diploma, code: str, words: Sequence[Words], base: str) -> dict[str, Any]:
    sides = [one.side(diploma, base) for one in words]
    return {"sides": sides, "code": scan_of(base, code)}


def typeset_diplomas(pages: list[dict[str, Any]], award: Award, file: str) -> bytes:
    """One PDF of some diplomas."""
    first = award.words[0]
    title = first.labels["awardTitle" if len(pages) == 1 else "awardPackCertificates"]
    own = f"{title}: {pages[0]['sides'][0]['name']}" if len(pages) == 1 else title
    data = {"title": own, "author": first.issuer, "lang": first.lang, "logo": award.logo}
    text = json.dumps({**data, "fonts": FAMILIES, "diplomas": pages}, ensure_ascii=False)
    return compiled(_layout("diploma.typ"), text, award.root, file)


def pages_of(folder: Path, serials: Iterable[str], award: Award) -> list[dict[str, Any]]:
    """The pages of diplomas that are there already."""
    found = []
    for serial in serials:
        record = json.loads((folder / FOLDER / serial / RECORD).read_text("utf-8"))
        found.append(_page(Diploma(**record["diploma"]), record["code"], award.words, award.base))
    return found


def _badge(job: _Job) -> bytes:
    words, diploma = job.award.words[0], job.diploma
    hours = f"{words.labels['awardHours']}: {words.number(diploma.hours)}"
    level = words.labels[f"awardLevel-{diploma.level}"]
    return _drawn_badge(words.lang, diploma.issuer, diploma.course, level, hours)


@cache
def _drawn_badge(lang: str, issuer: str, course: str, level: str, hours: str) -> bytes:
    """The picture is the same for all who have the same: drawn once."""
    data = {"lang": lang, "issuer": issuer, "course": course, "level": level, "hours": hours}
    text = json.dumps({**data, "fonts": FAMILIES}, ensure_ascii=False)
    return compiled(_layout("badge.typ"), text, Path(__file__).parent, BADGE, picture=True)


@cache
def _layout(name: str) -> bytes:
    return (files("coursekit") / "hosts" / "awarding" / name).read_bytes()


def read_record(folder: Path) -> Diploma | None:
    """What a diploma that is there says; None where there is none."""
    path = folder / RECORD
    if not folder.is_dir():
        return None
    try:
        return Diploma(**json.loads(path.read_text("utf-8"))["diploma"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        todo = "Somebody has changed this folder. Delete it to have the diploma made anew."
        raise CourseError(f"{path}: this is not what we wrote.\n  {todo}") from error


def records(folder: Path) -> list[Diploma]:
    """All diplomas there are, by day, name and serial."""
    homes = (path for path in (folder / FOLDER).glob("????-????-????") if path.is_dir())
    found = [diploma for home in homes if (diploma := read_record(home))]
    return sorted(found, key=lambda one: (one.awarded, one.name, one.serial))


def _sweep(target: Path) -> None:
    """Take away what an interrupted run left half-way."""
    for left in target.glob(".*.new"):
        shutil.rmtree(left, ignore_errors=True)
