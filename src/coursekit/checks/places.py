"""Where in a YAML file something stands, for the rules that find a fault after reading."""

from __future__ import annotations

from pathlib import Path

from ..content.questions import QUESTIONS
from ..content.reading import fault
from ..content.yamlfile import Place, YamlFile, read_yaml
from ..errors import Problem


class Places:
    """Looks up lines; reads each file once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, YamlFile] = {}

    def problem(self, name: str, place: Place, what: str, todo: str) -> Problem:
        return self.file(name).problem(place, what, todo)

    def in_entry(self, name: str, entry: str, place: Place, what: str, todo: str) -> Problem:
        """A problem at a place inside an entry of a file."""
        return fault(self.file(name), (entry,), place, what, todo)

    def in_question(self, full: str, place: Place, what: str, todo: str) -> Problem:
        """A problem in the question with the full id `<topic>.<name>`."""
        topic, _, name = full.partition(".")
        return self.in_entry(QUESTIONS.format(topic), name, place, what, todo)

    def file(self, name: str) -> YamlFile:
        if name not in self._files:
            self._files[name] = read_yaml(self._root / name, name)
        return self._files[name]
