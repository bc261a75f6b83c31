"""Numbers, units and dates in the words of a language: 263,688 persons or 263.688 de persoane."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator

from .parts import Flag, Name, Part, Text, refuse

if TYPE_CHECKING:
    from babel import Locale

Value = Decimal | tuple[Decimal, Decimal]
"""One number, or the two ends of a range; written with as many decimals as are known."""

_LOCALES = {"en": "en_GB"}
"""Where a language's own habit (31 December 2023) is that of one country."""

_RANGES = {"en": "{} to {}"}
_RANGE = "{}–{}"
_MINUS = "−"


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural forms that languages have; each uses some of them, and all have `other`."""


def _forms(forms: dict[str, str]) -> dict[str, str]:
    if unknown := [name for name in forms if name not in _CATEGORIES]:
        refuse((f"'{unknown[0]}' is no plural form.", f"Use of: {', '.join(_CATEGORIES)}."))
    if "other" not in forms:
        refuse(("the form `other` is missing.", 'Add it, such as other: "{} persons".'))
    if any(text.count("{}") != 1 for text in forms.values()):
        refuse(("a form has no place for the number.", "Write {} where the number stands, once."))
    return forms


Forms = Annotated[dict[Name, Text], AfterValidator(_forms)]


class Unit(Part):
    """The words of a unit by language and plural form; `{}` is where the number stands."""

    en: Forms
    ro: Forms
    plain: Flag = False
    """Whether the number stands without thousands separators, as that of a year does."""

    def form(self, category: str, lang: str) -> str:
        """The words that go with a number of one plural category."""
        forms: dict[str, str] = getattr(self, lang, None) or self.en
        return forms.get(category) or forms["other"]


def ends(value: Value) -> tuple[Decimal, ...]:
    """The number, or both ends of a range."""
    return value if isinstance(value, tuple) else (value,)


def format_value(value: Value, unit: Unit, lang: str) -> str:
    """The value with its unit, in the right plural form: `1 person`, `20 de persoane`."""
    category = _locale(lang).plural_form(abs(ends(value)[-1]))
    return unit.form(category, lang).replace("{}", format_number(value, lang, plain=unit.plain))


def format_number(value: Value, lang: str, *, plain: bool = False) -> str:
    """The number with the separators of the language and as many decimals as are written."""
    return _joined([_number(end, lang, plain) for end in ends(value)], lang)


_OF = {"ro": "de "}
"""What stands between a number of the plural form `other` and a word: 20 de persoane."""


def count_things(number: float, word: str, lang: str) -> str:
    """A number with a word that is not in the list of units: `118,400 persons`, `15 %`."""
    value = Decimal(f"{number:.6f}").normalize()
    text = format_number(Decimal(f"{value:f}"), lang)
    is_word = word[:1].isalpha() and _locale(lang).plural_form(abs(value)) == "other"
    return f"{text}\N{NO-BREAK SPACE}{_OF.get(lang, '') if is_word else ''}{word}"


def plain_number(value: Value) -> str:
    """The number for YAML and formulas: digits and a decimal point."""
    return " ".join(f"{end:f}" for end in ends(value))


_WRITTEN = re.compile(r"([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
"""A number as the course writes it in a text that is nothing else: `14,200`, `58.5`, `65%`."""


def rewritten(text: str, lang: str) -> str:
    """A text that is only a number, as the language writes it; any other text as it is."""
    match = _WRITTEN.fullmatch(text)
    if not match:
        return text
    minus, whole, places, percent = match.groups()
    number = Decimal(whole.replace(",", "") + (places or ""))
    said = (_MINUS if minus else "") + _number(number, lang, plain="," not in whole)
    return _percent(lang).replace("{}", said) if percent else said


def _percent(lang: str) -> str:
    """Where the sign stands: `65%`, `65 %`."""
    pattern: str = _locale(lang).percent_formats[None].pattern
    return re.sub(r"[#,.0]+", "{}", pattern)


def decimals(number: Decimal) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(number.as_tuple().exponent))


def _number(number: Decimal, lang: str, plain: bool) -> str:
    from babel.numbers import format_decimal

    places = decimals(number)
    pattern = ("0" if plain else "#,##0") + ("." + "0" * places if places else "")
    text = format_decimal(number, format=pattern, locale=_locale(lang))
    return text.replace("-", _MINUS)


def format_date(iso: str, lang: str) -> str:
    """A year, month, day or span (`2019/2023`) in words: `31 December 2023`."""
    first, _, last = iso.partition("/")
    if not last:
        return _date(iso, lang)
    is_one_year = "-" in first and "-" in last and first[:4] == last[:4]
    start = _without_year(first, lang) if is_one_year else _date(first, lang)
    return _joined([start, _date(last, lang)], lang)


def _date(iso: str, lang: str) -> str:
    from babel.dates import format_date, format_skeleton

    day, locale = _first_day(iso), _locale(lang)
    if iso.count("-") == 2:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM" if "-" in iso else "y", day, locale=locale)


def _without_year(iso: str, lang: str) -> str:
    """A month or day in a span of which the end names the year: `January`, `15 August`."""
    from babel.dates import format_skeleton

    day, locale = _first_day(iso), _locale(lang)
    if iso.count("-") == 2:
        return format_skeleton("MMMMd", day, locale=locale)
    return locale.months["stand-alone"]["wide"][day.month]


def _first_day(iso: str) -> date:
    return date(*[*map(int, iso.split("-")), 1, 1][:3])


def _joined(parts: list[str], lang: str) -> str:
    return parts[0] if len(parts) == 1 else _RANGES.get(lang, _RANGE).format(*parts)


@cache
def _locale(lang: str) -> Locale:
    from babel import Locale

    return Locale.parse(_LOCALES.get(lang, lang).replace("-", "_"))
