"""Which words of the interface a page's scripts can ask for: a page carries those alone.

A script names a label (`labels.check`, `"deckHelp"`), or begins or ends its name with what stands
in the script and takes the rest from data (`sure${level}`, `${key}One`).
"""

from __future__ import annotations

import re
from functools import cache

from .bundle import labels, own_labels, script

_NAME = re.compile(r"[\w-]+")
_BEGINNING = re.compile(r"`([a-z][\w-]+)\$\{")
_END = re.compile(r"\}([A-Z]\w*)`")
_LATER = re.compile(r'"(host-[\w-]+)\.js"')


def labels_for(*scripts: str) -> dict[str, str]:
    """The labels that these scripts need, and those that they fetch later."""
    needed = frozenset().union(*map(_needed, scripts))
    return {name: text for name, text in labels().items() if name in needed}


def _needed(name: str) -> frozenset[str]:
    text = script(f"{name}.js")
    own = needed_in(text, frozenset(own_labels()))
    return own.union(*map(_needed, _later(text)))


@cache
def _later(text: str) -> tuple[str, ...]:
    return tuple(_LATER.findall(text))


@cache
def needed_in(text: str, known: frozenset[str]) -> frozenset[str]:
    """Which of the known labels the text of a script can ask for."""
    said = known.intersection(_NAME.findall(text))
    beginnings, ends = tuple(_BEGINNING.findall(text)), _END.findall(text)
    said |= {name for name in known if name.startswith(beginnings)}
    return said | known.intersection(stem + end for stem in said for end in ends)
