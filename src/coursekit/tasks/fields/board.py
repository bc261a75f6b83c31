"""The board of a group: notes written in silence, clusters of them, and a vote with dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from ...parts import NAME_RULE, Name, Part, Whole, is_name, short
from .base import Fault, Field


class Into(Part):
    """The column of a table that takes the names of the clusters that go on."""

    table: Name
    column: Name


class BoardField(Field):
    """What a group needs or wants: notes, clusters, and so many dots for each person."""

    kind: Literal["board"]
    dots: Whole = 5
    top: Whole = 4
    into: Into | None = None

    def faults_among(self, fields: Mapping[str, Field]) -> Iterator[Fault]:
        if not self.into:
            return
        table = fields.get(self.into.table)
        if not table or table.kind != "table":
            tables = ", ".join(name for name, field in fields.items() if field.kind == "table")
            todo = f"Use: {tables}." if tables else "Give the exercise a table field first."
            yield ("into", "table"), f"there is no table field '{self.into.table}'.", todo
            return
        columns = {key: column.kind for key, column in table.columns.items()}
        if columns.get(self.into.column) != "text":
            texts = ", ".join(key for key, kind in columns.items() if kind == "text")
            what = f"'{self.into.table}' has no column '{self.into.column}' for text."
            todo = f"Use: {texts}." if texts else "Give the table a column of the kind `text`."
            yield ("into", "column"), what, todo
        room = len(table.rows) or table.max_rows
        if room < self.top:
            what = f"'{self.into.table}' has room for {room} rows, but {self.top} clusters go on."
            yield ("into", "table"), what, "Give the table more rows, or lower `top`."

    def own_data(self) -> dict[str, Any]:
        into = self.into and {"table": self.into.table, "column": self.into.column}
        return {"dots": self.dots, "top": self.top, "into": into}

    def answer(self, given: Mapping[str, Any]) -> dict[str, Any]:
        ballots = [
            {name: int(dots) for name, dots in ballot.items()}
            for ballot in given.get("ballots", ())
        ]
        notes, clusters = given.get("notes", []), given.get("clusters", [])
        return {"notes": notes, "clusters": clusters, "ballots": ballots}

    def in_lines(self, given: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
        """One line for each cluster, the one with most dots first, then what stays unsorted."""
        board = self.answer(given)
        lines = []
        for cluster in sorted(board["clusters"], key=lambda one: -_dots(board, one["id"])):
            notes = "; ".join(_notes(board, cluster["id"]))
            n = _dots(board, cluster["id"])
            line = words["wbBoardLine"].format(name=cluster["name"], n=n)
            lines.append(f"{line}: {notes}" if notes else line)
        if unsorted := _notes(board, None):
            lines.append(f"{words['wbBoardUnsorted']}: {'; '.join(unsorted)}")
        return lines


def _dots(board: Mapping[str, Any], cluster: str) -> int:
    return sum(ballot.get(cluster, 0) for ballot in board["ballots"])


def _notes(board: Mapping[str, Any], cluster: str | None) -> list[str]:
    return [note["text"] for note in board["notes"] if note.get("cluster") == cluster]


def board_faults(field: BoardField, given: Any) -> Iterator[Fault]:
    """What is wrong with a model answer: unknown clusters, or more dots than a person has."""
    if not isinstance(given, dict):
        todo = "Write {notes: […], clusters: […], ballots: […]}."
        yield (), "the model answer must be `name: value` here.", todo
        return
    yield from _keys((), given, ("notes", "clusters", "ballots"))
    clusters = _listed(given, "clusters")
    ids = _ids_of(clusters)
    for part in ("notes", "clusters", "ballots"):
        if not isinstance(given.get(part, []), list):
            yield (part,), "this must be a list.", "Write one `- {…}` a line."
    for n, cluster in enumerate(clusters):
        yield from _cluster_faults(("clusters", n), cluster, _ids_of(clusters[:n]))
    for n, note in enumerate(_listed(given, "notes")):
        yield from _note_faults(("notes", n), note, ids)
    for n, ballot in enumerate(_listed(given, "ballots")):
        yield from _ballot_faults(("ballots", n), ballot, ids, field.dots)


def _ids_of(clusters: list[Any]) -> list[str]:
    """The ids that are names, each once."""
    ids = [one["id"] for one in clusters if isinstance(one, dict) and is_name(one.get("id"))]
    return list(dict.fromkeys(ids))


def _listed(given: Mapping[str, Any], part: str) -> list[Any]:
    found = given.get(part)
    return found if isinstance(found, list) else []


def _keys(
    place: tuple[Any, ...], given: Mapping[str, Any], known: Iterable[str]
) -> Iterator[Fault]:
    for name in given:
        if name not in known:
            what = f"there is no '{short(name)}' in this field."
            yield (*place, name), what, f"Use: {', '.join(known)}."


def _cluster_faults(place: tuple[Any, ...], cluster: Any, before: list[str]) -> Iterator[Fault]:
    if not isinstance(cluster, dict):
        yield place, "a cluster has an id and a name.", "Write {id: c1, name: …}."
        return
    yield from _keys(place, cluster, ("id", "name"))
    yield from _filled(place, cluster, "name")
    name = cluster.get("id")
    if not is_name(name):
        yield place, f"'{short(name or '')}' is not an id of a cluster.", NAME_RULE
    elif name in before:
        yield (*place, "id"), f"'{name}' stands here twice.", "Keep one of the two."


def _note_faults(place: tuple[Any, ...], note: Any, ids: list[str]) -> Iterator[Fault]:
    if not isinstance(note, dict):
        yield place, "a note has a text.", "Write {text: …, cluster: c1}."
        return
    yield from _keys(place, note, ("text", "cluster"))
    yield from _filled(place, note, "text")
    if "cluster" in note and note["cluster"] not in ids:
        yield _no_cluster((*place, "cluster"), note["cluster"], ids)


def _ballot_faults(
    place: tuple[Any, ...], ballot: Any, ids: list[str], most: int
) -> Iterator[Fault]:
    if not isinstance(ballot, dict):
        yield place, "a ballot says how many dots each cluster gets.", "Write {c1: 3, c2: 2}."
        return
    given = 0
    for name, dots in ballot.items():
        if name not in ids:
            yield _no_cluster((*place, name), name, ids)
        if isinstance(dots, str) and dots.isascii() and dots.isdigit():
            given += int(dots)
        else:
            yield (*place, name), f"'{short(dots)}' is not a number of dots.", "Write 0, 1, 2, …"
    if given > most:
        what = f"this ballot gives {given} dots, and each person has {most}."
        yield place, what, "Take dots away, or raise `dots`."


def _filled(place: tuple[Any, ...], part: Mapping[str, Any], key: str) -> Iterator[Fault]:
    value = part.get(key)
    if not isinstance(value, str) or not value.strip():
        yield place, f"'{key}' is missing.", f"Add `{key}: …`, one text."


def _no_cluster(place: tuple[Any, ...], name: Any, ids: list[str]) -> Fault:
    todo = f"Use: {', '.join(ids)}." if ids else "Add it to `clusters`."
    return place, f"there is no cluster '{short(name)}'.", todo
