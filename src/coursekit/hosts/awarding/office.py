"""What a run needs of the course: its words in each language, the address, the town's logo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...award.code import is_modules
from ...award.public import PublicKey
from ...award.published import Published
from ...award.strict import LONGEST
from ...bundle import SOURCE, speaking
from ...content.course import load_course
from ...content.diplomas import FOLDER
from ...content.towns import IN_TREE
from ...errors import CourseError
from ...localise import localise, tree_of
from ...model import Course
from ...render import topic_order
from ...town_tree import translation_for
from ...translate.language import known_language
from ..printing.papers import COURSE_LINK
from .make import Award
from .words import Words, numbers_in, words_of


def published_of(course: Course) -> Published:
    """The files that the town publishes."""
    local = course.local
    if not local.town:
        raise CourseError("There is no town whose diplomas these are.\n  Name one with --town.")
    return Published(course.root / local.folder / FOLDER)


def address_of(course: Course, given: str = "") -> str:
    """Where the town serves the course, with a slash at the end."""
    town = course.local.town
    link = town.links.get(COURSE_LINK) if town else None
    address = given or (link.url if link else "")
    if not address.startswith("https://") or any(sign in address for sign in ' "<>#?'):
        todo = (
            f"Write it into {course.local.folder}/town.yml, below `links:`, as "
            f'`{COURSE_LINK}: {{title: "…", url: "https://…/"}}`, or give it with --address.'
        )
        raise CourseError(f"Nobody has said where the town serves the course.\n  {todo}")
    return f"{address.rstrip('/')}/"


def office_of(course: Course) -> str:
    """Who awards: the town hall as `town.yml` names it, or the town itself."""
    local = course.local
    return str(_hall(course) or local.values(SOURCE).get("town.name", ""))[:LONGEST]


def award_of(
    course: Course, langs: Sequence[str], modules: str, expires: str, address: str
) -> tuple[Award, Course]:
    """What all diplomas of a run share, and the course in their first language."""
    if not course.diploma:
        raise CourseError("data/diploma.yml is missing: the course gives no certificate.")
    public = published_of(course).current()
    read = [_localised(course, lang, public) for lang in langs]
    words, first = [one for one, _ in read], read[0][1]
    return Award(
        words=words,
        base=address + ("" if langs[0] == SOURCE else f"{langs[0]}/"),
        modules=_modules(course, modules),
        expires=expires,
        public=public,
        town=course.local.id,
        course=course.title,
        root=first.root,
        logo=_logo(first),
    ), first


def known_languages(course: Course, text: str) -> list[str]:
    """`ro,en` → the languages, each known."""
    langs = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    return [lang if lang == SOURCE else known_language(course.root, lang) for lang in langs]


def _localised(course: Course, lang: str, public: PublicKey) -> tuple[Words, Course]:
    """The words of a language. Afterwards the language that was spoken is spoken again."""
    tree = tree_of(course, lang)
    localise(course, tree, translation_for(course, lang))
    with speaking(SOURCE, {}):
        found, _ = load_course(tree)
        return words_of(found, _hall(found) or public.name), found


def _hall(course: Course) -> str:
    """The town hall in the language of the course; empty where its contact is not known."""
    hall = course.local.institutions.get("town-hall")
    return str(hall.office or "") if hall else ""


def _modules(course: Course, given: str) -> str:
    count = len(topic_order(course))
    text = given or (f"1-{count}" if count > 1 else "1")
    if not is_modules(text) or not all(1 <= n <= count for n in numbers_in(text)):
        todo = f"Write numbers from 1 to {count}, such as 1-3,5."
        raise CourseError(f"--modules {text}: the course has no such modules.\n  {todo}")
    return text


def _logo(course: Course) -> dict[str, str] | None:
    logo = course.local.town.logo if course.local.town else None
    if not logo or not (course.root / IN_TREE / Path(logo.file).name).is_file():
        return None
    return {"path": f"/{IN_TREE}/{Path(logo.file).name}", "alt": logo.alt}
