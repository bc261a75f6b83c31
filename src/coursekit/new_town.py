"""Make the folder of another town: a few answers become a skeleton in which the course builds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from .content.found import Found
from .content.reading import read_model
from .content.towns import COUNTRIES, COUNTRY_FILE, TOWN_FILE, TOWNS, read_standard
from .content.yamlfile import read_yaml
from .errors import ContentProblems, CourseError
from .parts import NAME_RULE, Address, Name, Names, Part, Text, is_name
from .towns.local import Wanted

_SKELETON = files("coursekit") / "towns" / "skeleton"

QUESTIONS = {
    "id": "Short name of the town, for the folder (small letters and hyphens)",
    "name": "Name of the town in English texts",
    "country": "Code of the country, such as ro or it",
    "owner": "Office that keeps the entries right, such as City Hall, communication office",
    "county": "County or province (may stay empty)",
    "languages": "Codes of the languages spoken, such as ro, uk (may stay empty)",
    "page": "Page of the town hall, https://… (may stay empty)",
}
_NEEDED = ("id", "name", "country", "owner")


class Answers(Part):
    """What is asked for; everything else is filled in later."""

    id: Name
    name: Text
    country: Name
    owner: Text
    county: Text = ""
    languages: Names | None = None
    page: Address | None = None
    country_name: Text = ""


def ask(root: Path, answer: Callable[[str], str]) -> Answers:
    """Ask one question after the other; what is needed is asked again until it is there."""
    given: dict[str, object] = {}
    for key, question in QUESTIONS.items():
        text = _ask(answer, question, key)
        if text:
            given[key] = [code.strip() for code in text.split(",")] if key == "languages" else text
    if not _is_known(root, str(given["country"])):
        given["country_name"] = answer("Name of the country in English: ").strip()
    return Answers.model_validate({key: value for key, value in given.items() if value})


def _ask(answer: Callable[[str], str], question: str, key: str) -> str:
    while True:
        text = answer(f"{question}: ").strip()
        is_right = is_name(text) if key in ("id", "country") else bool(text)
        if key == "page":
            is_right = text.startswith("https://")
        if is_right or (not text and key not in _NEEDED):
            return text
        print(NAME_RULE if key in ("id", "country") else "Please answer this one.")


def read_answers(path: Path) -> Answers:
    """The answers of a file; raises with everything that is wrong in it."""
    file = read_yaml(path, str(path))
    answers = read_model(file, (), file.data or {}, Answers) if not file.problems else None
    if answers is None:
        raise ContentProblems(file.problems)
    return answers


def write_town(root: Path, answers: Answers, folder: Path | None = None) -> Path:
    """Write the skeleton; nothing that is there already is touched."""
    target = folder or root / TOWNS / answers.id
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        todo = "Name a new or empty folder; nothing was written."
        raise CourseError(f"{target}: something is here already.\n  {todo}")
    names = [TOWN_FILE, "facts.yml", "guests.yml"]
    if not _is_known(root, answers.country):
        names.append(COUNTRY_FILE)
    values = _values(root, answers)
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        text = (_SKELETON / name).read_text("utf-8")
        for key, value in values.items():
            text = text.replace(f"<<{key}>>", value)
        (target / name).write_text(text, "utf-8", newline="\n")
    return target


def _is_known(root: Path, country: str) -> bool:
    return (root / COUNTRIES / country / COUNTRY_FILE).is_file()


def _values(root: Path, answers: Answers) -> dict[str, str]:
    """What stands for the marks of the skeleton."""
    standard = read_standard(root, Found())
    today = date.today()
    languages = ", ".join(answers.languages or ())
    page = _town_hall(answers, today) if answers.page else []
    offices = {k: v for k, v in standard.institutions.items() if not page or k != "town-hall"}
    return {
        "id": answers.id,
        "name": answers.name,
        "quoted name": _quoted(answers.name),
        "owner": answers.owner,
        "quoted owner": _quoted(answers.owner),
        "country": answers.country,
        "quoted country name": _quoted(answers.country_name or answers.country.upper()),
        "county": f"county: {_quoted(answers.county)}" if answers.county else '# county: "…"',
        "languages": f"languages: [{languages}]" if languages else "# languages: [ro, uk]",
        "institutions": "\n".join([*page, *_unknown(offices, "role", answers.owner)]),
        "services": "\n".join(_unknown(standard.services, "title", answers.owner)),
        "national": "\n".join(_unknown(standard.national, "role", answers.owner)),
        "read": f"{today:%Y-%m}",
        "review": f"{today.year + 1}-{today:%m}",
    }


def _town_hall(answers: Answers, today: date) -> list[str]:
    return [
        "  town-hall:",
        '    role: "The town hall: where everybody can ask"',
        f"    office: {_quoted(f'Town hall of {answers.name}')}",
        f"    page: {_quoted(str(answers.page))}",
        f"    owner: {_quoted(answers.owner)}",
        f'    read: "{today:%Y-%m}"',
        f'    review: "{today.year + 1}-{today:%m}"',
    ]


def _unknown(wanted: Mapping[str, Wanted], key: str, owner: str) -> Iterator[str]:
    """Entries that say what is asked for and who could tell."""
    for name, asked in wanted.items():
        yield f"  {name}:"
        yield f"    {key}: {_quoted(asked.role)}"
        yield f"    unknown: {_quoted(owner)}"
    if not wanted:
        yield "  {}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
