"""What the course says in the language that is spoken, as a diploma needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from ...award.code import Diploma
from ...bundle import labels, language
from ...model import Course
from ...render import topic_order
from .scan import verify_page


@dataclass(frozen=True)
class Words:
    """The words of one language: plain data, so that another process can have them."""

    lang: str
    labels: Mapping[str, str]
    course: str
    issuer: str
    title: str
    modules: tuple[str, ...]
    """All of the course, in order."""
    competences: tuple[str, ...]
    attendance: int

    def side(self, diploma: Diploma, base: str) -> dict[str, object]:
        """One side of a diploma, as the layout reads it."""
        words, level = self.labels, diploma.level
        serial = words["awardMore"].format(serial=diploma.serial, issuer=diploma.issuer)
        level_word = words[f"awardLevel-{level}"]
        return {
            "lang": self.lang,
            "issuer": self.issuer,
            "title": words["awardTitle"],
            "to": words["awardTo"],
            "name": diploma.name,
            "for_": words["awardFor"],
            "course": self.course,
            "facts": self._facts(diploma, level_word),
            "modules-title": words["awardModules"],
            "modules": chosen(diploma.modules, self.modules),
            "competences-title": words["awardCompetences"],
            "competences": list(self.competences),
            "level-title": words["awardLevelTitle"].format(level=level_word),
            "level-means": words[f"awardMeans-{level}"],
            "level-not": words[f"awardNot-{level}"],
            "sign-hall": words["awardSignHall"],
            "sign-trainer": words["awardSignTrainer"],
            "code-alt": words["awardCode"],
            "check-title": words["awardCheckTitle"],
            "check": words["awardCheck"],
            "check-page": verify_page(base),
            "more": serial,
        }

    def _facts(self, diploma: Diploma, level: str) -> list[tuple[str, str]]:
        words = self.labels
        facts = [
            (words["awardHours"], self.number(diploma.hours)),
            (words["awardDate"], self.day(diploma.awarded)),
            (words["awardLevel"], level),
            (words["awardSerial"], diploma.serial),
        ]
        if diploma.expires:
            facts.append((words["awardExpires"], self.day(diploma.expires)))
        return facts

    def day(self, iso: str) -> str:
        """A day as the language writes it."""
        locale = "en_GB" if self.lang == "en" else self.lang
        return format_date(date.fromisoformat(iso), "long", locale=locale)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        text = f"{value:g}"
        return text if self.lang == "en" else text.replace(".", ",")

    def about(self, level: str) -> dict[str, str]:
        """What the credential says of the course."""
        criteria = self.labels[f"awardCriteria-{level}"].format(share=self.attendance)
        return {
            "description": f"{self.course}. {'; '.join(self.competences)}.",
            "criteria": criteria,
        }


def words_of(course: Course, issuer: str) -> Words:
    """The words of a course that was read in a language."""
    assert course.diploma
    parts = [course.module_title(topic) for topic in topic_order(course)]
    return Words(
        lang=language(),
        labels={key: text for key, text in labels().items() if key.startswith("award")},
        course=course.title,
        issuer=issuer,
        title=course.diploma.title,
        modules=tuple(parts),
        competences=tuple(course.diploma.competences),
        attendance=course.diploma.attendance,
    )


def chosen(numbers: str, modules: tuple[str, ...]) -> list[str]:
    """The modules with these numbers, such as `1-3,5`."""
    return [modules[n - 1] for n in numbers_in(numbers) if n <= len(modules)]


def numbers_in(text: str) -> list[int]:
    """1-3,5 → 1, 2, 3, 5."""
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return sorted(found)
