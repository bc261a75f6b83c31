"""Where in a YAML file something stands, for the rules that find a fault after reading."""

from __future__ import annotations

from pathlib import Path

from ..content.yamlfile import Place, YamlFile, read_yaml
from ..errors import Problem


class Places:
    """Looks up lines; reads each file once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, YamlFile] = {}

    def problem(self, name: str, place: Place, what: str, todo: str) -> Problem:
        if name not in self._files:
            self._files[name] = read_yaml(self._root / name, name)
        return self._files[name].problem(place, what, todo)

    def in_question(self, full: str, place: Place, what: str, todo: str) -> Problem:
        """A problem in the question with the full id `<topic>.<name>`."""
        topic, _, name = full.partition(".")
        path = f"modules/{topic}/questions.yml"
        where = f"'{name}'" + (f", {'.'.join(place)}:" if place else "")
        return self.problem(path, (name, *place), f"{where} {what}", todo)
