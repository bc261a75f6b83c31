"""The command for diplomas: words to calls, nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .cli_options import add_town, root_of
from .errors import ContentProblems, CourseError, Problem
from .say import say

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

    from .award.published import Published
    from .award.roster import Participant
    from .hosts.awarding import Made
    from .hosts.awarding.make import Award
    from .model import Course

VARIABLE = "COURSEKIT_DIPLOMAS"
_WHAT = "a roster (CSV or XLSX), or one of: key, revoke, verify, pack"


def add_diploma_command(
    commands: argparse._SubParsersAction, add: Callable[..., argparse.ArgumentParser]
) -> None:
    """Make the command known."""
    what = "make diplomas from a roster; make, change and check what they are signed with"
    command = add(commands, _diploma, what, "coursekit diploma roster.csv --hours 24 --lang ro,en")
    command.add_argument("what", metavar="ROSTER", help=_WHAT)
    command.add_argument("items", nargs="*", metavar="ITEM", help=_ITEMS)
    add_town(command)
    folder = f"where keys, register and diplomas are kept (default: {VARIABLE}, or in your home)"
    command.add_argument("--folder", type=Path, help=folder)
    command.add_argument("--hours", type=float, help="how many hours the class had")
    command.add_argument("--modules", default="", help="such as 1-3,5 (default: all)")
    command.add_argument("--lang", default="en", help="one page for each, such as ro,en")
    command.add_argument("--expires", type=_day, help="last day on which it holds (default: none)")
    command.add_argument("--address", default="", help="where the town serves the course")
    command.add_argument("--today", type=_day, default=date.today(), help=argparse.SUPPRESS)
    again = "a new diploma also for those whose earlier one was revoked"
    command.add_argument("--again", action="store_true", help=again)
    keys = command.add_argument_group("with `key`")
    keys.add_argument("--name", default="", help="who awards (default: the town hall)")
    keys.add_argument("--from", dest="since", type=_day, help="first day of award (default: today)")
    keys.add_argument("--rotate", action="store_true", help="a new key; the old ones stay listed")
    keys.add_argument("--compromised", metavar="KEY", help="a key that others have: nothing holds")


_ITEMS = "with revoke: serials; with verify: files, addresses or codes; with pack: the roster"


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _diploma(options: argparse.Namespace) -> int:
    actions = {"key": _key, "revoke": _revoke, "verify": _verify, "pack": _pack}
    action = actions.get(options.what)
    if not action:
        return _award(options, Path(options.what))
    return action(options)


def _opened(options: argparse.Namespace) -> tuple[Course, Published, Path]:
    """The course, what the town publishes, and the trainer's folder."""
    from .award.folder import open_folder
    from .hosts.awarding.office import published_of

    course = _course(options)
    home = Path.home() / "coursekit-diplomas" / course.local.id
    folder = options.folder or os.environ.get(VARIABLE) or home
    return course, published_of(course), open_folder(Path(folder), course.root)


def _course(options: argparse.Namespace) -> Course:
    from .checks import load_sound_course

    return load_sound_course(root_of(options), options.town)


def _current_key(published: Published, folder: Path) -> ec.EllipticCurvePrivateKey:
    from .award.keyring import ask_passphrase, key_file, open_key

    kid = published.current().kid
    if not key_file(folder, kid).is_file():
        open_key(folder, kid, "")  # says that it is not here before anybody types
    return open_key(folder, kid, ask_passphrase())


def _key(options: argparse.Namespace) -> int:
    from .award.keyring import ask_passphrase, key_file, new_key
    from .award.published import own_list
    from .award.strict import is_plain
    from .hosts.awarding.office import address_of, office_of

    course, published, folder = _opened(options)
    keys = published.keys()
    if options.compromised:
        published.give_up(options.compromised, options.today)
        print(f"{options.compromised}: nothing that this key signed is valid any more.")
        if any(not key.until for key in published.keys().values()):
            key = _current_key(published, folder)
            print(published.sign_list(own_list(folder), key, options.today))
            return 0
    elif keys and not options.rotate and any(not key.until for key in keys.values()):
        todo = "Use it, or make another with --rotate: what the old one signed stays valid."
        raise CourseError(f"{published.folder}: the town has a key already.\n  {todo}")
    issuer, name = address_of(course, options.address), options.name or office_of(course)
    if not is_plain(name) or not is_plain(issuer):
        raise CourseError("The name or the address is too long, or holds signs that do not show.")
    key = new_key(folder, ask_passphrase(is_new=True))
    since = options.since or options.today
    public = published.add(key, issuer, name, since, options.today)
    listed = published.sign_list(own_list(folder), key, options.today)
    print(f"{key_file(folder, public.kid)}\nThe private key, for {name}. Copy the folder {folder}")
    print("to a second place that is locked away, and the passphrase to a third.")
    print(f"{published.folder}\n{listed.name} and keys.json: publish them with the site.")
    return 0


def _award(options: argparse.Namespace, path: Path) -> int:
    from .award.published import own_list
    from .hosts.awarding import Made, award
    from .hosts.awarding.archive import write_archive
    from .hosts.awarding.missing import lacking

    if options.hours is None or options.hours <= 0:
        raise CourseError("How many hours did the class have?\n  Say it: --hours 24.")
    people = _people(path, options)
    course, published, folder = _opened(options)
    made_for, _ = _common(course, options, own_list(folder))
    _dates_fit(path, people, made_for)
    lacks = lacking(course, people, options.hours)
    for lack in lacks:
        print(f"Not yet, {path.name}, {lack}", file=sys.stderr)
    without = {lack.person.line for lack in lacks}
    ready = [person for person in people if person.line not in without]
    key = _current_key(published, folder) if ready else None
    made = award(folder, ready, made_for, key, say) if key else Made()
    left = [*_to_look_at(path, made)]
    for problem in left:
        print(problem, file=sys.stderr)
    files = write_archive(folder, made_for.words[0], own_list(folder))
    print(*files, sep="\n")
    print(
        f"{len(people)} people: {len(made.new)} diplomas made, {len(made.there)} were there, "
        f"{len(lacks)} not yet, {len(left)} to be looked at."
    )
    return 1 if lacks or left else 0


def _to_look_at(path: Path, made: Made) -> Iterator[Problem]:
    """Rows about which somebody has to decide."""
    for person, serial in made.changed:
        what = f"{person.name} has a diploma that says something else."
        todo = f"Put the roster right; or revoke {serial}, and run again with --again."
        yield Problem(str(path), person.line, what, todo)
    for person, serial in made.revoked:
        what = f"the diploma of {person.name}, {serial}, is revoked."
        todo = "Take the row out; or run again with --again to give this person a new one."
        yield Problem(str(path), person.line, what, todo)


def _people(path: Path, options: argparse.Namespace) -> list[Participant]:
    from .award.roster import read_roster

    roster = read_roster(path, options.today)
    for note in roster.notes:
        say(f"Note: {note}")
    return roster.participants


def _common(
    course: Course, options: argparse.Namespace, revoked: dict[str, str]
) -> tuple[Award, Course]:
    from .hosts.awarding.office import address_of, award_of, known_languages

    langs = known_languages(course, options.lang)
    if not langs:
        raise CourseError("--lang: no language is named.\n  Name one or two, such as ro,en.")
    expires = options.expires.isoformat() if options.expires else ""
    address = address_of(course, options.address)
    made_for, first = award_of(course, langs, options.modules, expires, address)
    return replace(made_for, revoked=revoked, again=options.again), first


def _dates_fit(path: Path, people: list[Participant], made_for: Award) -> None:
    """An award before the first day of the key, or after its own last day, would never hold."""
    since, expires = made_for.public.since, made_for.expires
    todo = "Write the day of the ceremony, or make the key with `--from` an earlier day."
    what = f"the town's key is in use from {since} on: this award is earlier."
    over = f"it is awarded after {expires}, the last day on which it would hold."
    found = [(one, what, todo) for one in people if one.awarded < since]
    if expires:
        later = [one for one in people if one.awarded > expires]
        found += [(one, over, "Give a later day with --expires, or none.") for one in later]
    if found:
        raise ContentProblems(Problem(str(path), one.line, *said) for one, *said in found)


def _revoke(options: argparse.Namespace) -> int:
    from .award.published import own_list, write_own_list
    from .hosts.awarding.archive import write_archive
    from .hosts.awarding.make import records

    course, published, folder = _opened(options)
    known = {one.serial for one in records(folder)}
    unknown = [serial for serial in options.items if serial not in known]
    if unknown or not options.items:
        what = f"{', '.join(unknown)}: not in the register" if unknown else "No serial is named"
        raise CourseError(f"{what}.\n  Look it up in {folder / 'register.csv'}.")
    key = _current_key(published, folder)
    day = options.today.isoformat()
    revoked = {**dict.fromkeys(options.items, day), **own_list(folder)}
    write_own_list(folder, revoked)
    print(published.sign_list(revoked, key, options.today))
    made_for, _ = _common(course, options, revoked)
    write_archive(folder, made_for.words[0], revoked)
    print(f"{len(revoked)} serials are revoked. It counts once the site is built and published.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from .award.files import texts_of
    from .award.verdict import judge
    from .bundle import own_labels
    from .hosts.awarding.office import published_of

    if not options.items:
        raise CourseError("Nothing to check.\n  Name files, or paste the address of the code.")
    published = published_of(_course(options))
    keys, revoked = published.keys(), published.revoked()
    worst = 0
    given = [(item[:60], text) for item in options.items for text in texts_of(item)]
    for item, text in given:
        answer = judge(text, keys, revoked, options.today.isoformat())
        print(f"{item}: {answer.verdict}. {answer.sentence}")
        for name, value in answer.says.items():
            if value:
                print(f"  {name}: {value}")
        if level := answer.says.get("level"):
            print(f"  {own_labels()[f'awardMeans-{level}']}\n  {own_labels()[f'awardNot-{level}']}")
        worst = max(worst, int(not answer.holds))
    return worst


def _pack(options: argparse.Namespace) -> int:
    from .award.published import own_list
    from .hosts.awarding import write_pack

    if len(options.items) != 1:
        raise CourseError("Whose ceremony?\n  Name the roster: `coursekit diploma pack ROSTER`.")
    roster = Path(options.items[0])
    people = _people(roster, options)
    course, _, folder = _opened(options)
    made_for, localised = _common(course, options, own_list(folder))
    files, without = write_pack(folder, people, made_for, localised)
    for person in without:
        what = f"{person.name} has no diploma and is in none of the papers."
        print(Problem(str(roster), person.line, what, "Make it first."), file=sys.stderr)
    print(*files, sep="\n")
    print(f"{len(files)} files to print (PDF, A4).")
    return 0
