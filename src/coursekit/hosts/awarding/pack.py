"""What a ceremony needs on paper: all diplomas in one file, lists to sign, letters to guests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...award.folder import secret_of, write_whole
from ...award.roster import Participant
from ...errors import CourseError
from ...markdown import to_text
from ...model import Course
from ..printing.nodes import BREAK, Node, blank, heading, lines, node, p, table
from ..printing.typeset import Paper, typeset
from .make import FOLDER, RECORD, Award, diploma_of, pages_of, typeset_diplomas
from .words import Words

PACK = "ceremony"
ROW = 9.0
"""The height of a row to sign in, in mm."""


def write_pack(
    folder: Path, people: Sequence[Participant], award: Award, course: Course
) -> tuple[list[Path], list[Participant]]:
    """Write the papers of a ceremony; also those who are not in them: they have no diploma yet."""
    secret = secret_of(folder)
    serials = {one: diploma_of(one, award, secret).serial for one in people}
    there = {one: at for one, at in serials.items() if (folder / FOLDER / at / RECORD).is_file()}
    if not there:
        raise CourseError(
            "None of the diplomas is there.\n  Make them: `coursekit diploma ROSTER`."
        )
    pages = pages_of(folder, there.values(), award)
    made = {"diplomas.pdf": typeset_diplomas(pages, award, "diplomas.pdf")}
    for paper in _papers(list(there), award, course):
        made[paper.file] = typeset(paper)
    for name, data in made.items():
        write_whole(folder / PACK / name, data)
    return [folder / PACK / name for name in made], [one for one in people if one not in there]


def _papers(people: Sequence[Participant], award: Award, course: Course) -> Iterator[Paper]:
    words = award.words[0]
    said = words.labels
    yield _paper("attendance", said["awardPackAttendance"], _attendance(people, words), award)
    yield _paper("photo-consent", said["awardPackPhoto"], _consent(people, words), award)
    if letters := list(_letters(course, words)):
        yield _paper("letters", said["awardPackLetters"], letters, award)


def _paper(name: str, title: str, nodes: list[Node], award: Award) -> Paper:
    words = award.words[0]
    return Paper(
        file=f"{name}.pdf",
        title=title,
        nodes=nodes,
        course=words.course,
        lang=words.lang,
        head=words.issuer,
        foot=words.course,
        root=award.root,
        more={"size": 11},
    )


def _attendance(people: Sequence[Participant], words: Words) -> list[Node]:
    said = words.labels
    heads: list[list[Node]] = [["#"], [said["awardName"]], [said["awardSignature"]]]
    rows: list[list[list[Node]]] = [
        [[str(n)], [person.name], []] for n, person in enumerate(people, 1)
    ]
    return [
        heading(1, said["awardPackAttendance"]),
        p(said["awardPackAttendanceAbout"]),
        table(heads, rows, widths=[1, 8, 8], height=ROW),
    ]


def _consent(people: Sequence[Participant], words: Words) -> list[Node]:
    said = words.labels
    names = ("awardName", "awardYes", "awardNo", "awardSignature")
    heads: list[list[Node]] = [[said[name]] for name in names]
    tick = node("tick", mark="square")
    rows: list[list[list[Node]]] = [[[one.name], [tick], [tick], []] for one in people]
    asked = ("awardPackPhotoWhere", "awardPackPhotoUntil", "awardPackPhotoAsk")
    return [
        heading(1, said["awardPackPhoto"]),
        p(said["awardPackPhotoAbout"]),
        *(p(f"{said[name]} ", blank(0)) for name in asked),
        table(heads, rows, widths=[8, 1.4, 1.4, 8], height=ROW),
    ]


def _letters(course: Course, words: Words) -> Iterator[Node]:
    """One letter for each guest of `guests.yml`: a role, for no name of a guest is kept."""
    said, local = words.labels, course.local
    for n, guest in enumerate(local.guests.values()):
        office = local.institutions.get(guest.where or "")
        who = (office.office if office else "") or guest.role
        yield from [BREAK] if n else []
        yield heading(1, said["awardPackLetter"].format(who=who))
        yield p(words.issuer)
        yield p(f"{said['awardLetterDate']} ", blank(60))
        yield p(said["awardLetterDear"])
        yield p(said["awardLetterThanks"].format(course=words.course))
        if guest.asks:
            yield p(f"{said['awardLetterAsked']} {to_text(guest.asks)}")
        yield p(said["awardLetterLearned"])
        yield lines(4)
        yield p(said["awardLetterNext"])
        yield p(said["awardLetterEnd"])
        yield lines(2)
