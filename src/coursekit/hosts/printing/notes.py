"""What links become on paper: numbers of sources, and terms to look up at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...bundle import labels
from ...markdown import to_text
from ...model import Course
from .nodes import Node, heading, node, p, small, strong

_SOURCE = re.compile(r"references\.html#(.+)$")
_FIGURE = re.compile(r"figures\.html#(.+)$")
_TERM = re.compile(r"glossary\.html#(.+)$")


class Notes:
    """The sources and terms of one paper, in the order in which it names them."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._sources: dict[str, str] = {}
        self._terms: set[str] = set()

    def link(self, href: str, words: list[Node]) -> list[Node]:
        """The words of a link with the number of its source; an address outside stands behind."""
        if match := _SOURCE.search(href):
            return [*words, *self.refs([match[1]])]
        if match := _FIGURE.search(href):
            fact = self._course.facts.get(match[1])
            return [*words, *self.refs(fact.source if fact else ())]
        if match := _TERM.search(href):
            self._terms.add(match[1])
            return words
        if href.startswith(("https://", "http://")) and words != [href]:
            return [*words, " (", node("url", href, href=href), ")"]
        return words

    def refs(self, names: Iterable[str], raised: bool = True) -> list[Node]:
        """The numbers of sources, one behind the other: raised in a text, plain in a list."""
        found: list[Node] = []
        for name in names:
            if name in self._course.sources:
                number = self._sources.setdefault(name, str(len(self._sources) + 1))
                if found:
                    found.append(node("sup", ",\u2009") if raised else ", ")
                found.append(node("ref", n=number, raised=raised))
        return found

    def source_line(self, names: Iterable[str]) -> list[Node]:
        """`Sources: 3, 7`, or nothing where none of them is known."""
        numbers = self.refs(names, raised=False)
        return [p(small(labels()["paperSources"], ": ", *numbers))] if numbers else []

    def ending(self) -> list[Node]:
        """The terms with their meaning, and the list of sources."""
        words = labels()
        terms = self._glossary()
        glossary = [heading(2, words["paperTerms"]), *terms] if terms else []
        return glossary + self.sources()

    def sources(self) -> list[Node]:
        """The list of sources, or nothing where none was named."""
        listed = [self._source(name, number) for name, number in self._sources.items()]
        return [heading(2, labels()["paperSources"]), *listed] if listed else []

    def _glossary(self) -> list[Node]:
        return [
            p(strong(term.term), ": ", to_text(term.definition))
            for name, term in self._course.glossary.items()
            if name in self._terms
        ]

    def _source(self, name: str, number: str) -> Node:
        source = self._course.sources[name]
        told = f"{source.title}. {source.publisher}, {source.date}. "
        return node("source", told, node("url", source.url, href=source.url), n=number)
