"""A strict reader of calendar files: it refuses what RFC 5545 does not allow."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)", re.DOTALL)
_NEEDED = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "TRANSP"}
_ONCE_IN_ALARM = ["ACTION", "TRIGGER", "DESCRIPTION"]


def read_ics(raw: bytes) -> list[dict[str, str]]:
    """The entries of a file: `uid`, `day`, `title`, `text`, `sequence`, `stamp`; `from`, `to`.

    The last two are empty for whole days.
    """
    lines = _unfolded(raw)
    head = [
        ("BEGIN", "", "VCALENDAR"),
        ("VERSION", "", "2.0"),
        ("PRODID", "", "-//coursekit//coursekit//EN"),
        ("CALSCALE", "", "GREGORIAN"),
    ]
    assert lines[:4] == head and lines[-1] == ("END", "", "VCALENDAR")
    events: list[list[tuple[str, str, str]]] = []
    for line in lines[4:-1]:
        if line == ("BEGIN", "", "VEVENT"):
            events.append([])
        elif line != ("END", "", "VEVENT"):
            events[-1].append(line)
    assert len(events) == lines.count(("END", "", "VEVENT"))
    return [_event(event) for event in events]


def _unfolded(raw: bytes) -> list[tuple[str, str, str]]:
    assert raw.endswith(b"\r\n") and raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    physical = raw[:-2].split(b"\r\n")
    for line in physical:
        assert 0 < len(line) <= 75, line
        line.decode("utf-8")  # a letter that is cut in two cannot be read
    found = []
    for line in raw[:-2].decode("utf-8").replace("\r\n ", "").split("\r\n"):
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), line
        match = _LINE.fullmatch(line)
        assert match, line
        found.append(match.groups())
    return found


def _event(lines: list[tuple[str, str, str]]) -> dict[str, str]:
    begin, end = lines.index(("BEGIN", "", "VALARM")), lines.index(("END", "", "VALARM"))
    alarm = [name for name, _, _ in lines[begin + 1 : end]]
    assert alarm == _ONCE_IN_ALARM
    own = lines[:begin] + lines[end + 1 :]
    found = {name: (parameters, value) for name, parameters, value in own}
    assert len(found) == len(own), "nothing stands twice"
    assert _NEEDED <= set(found) <= _NEEDED | {"DESCRIPTION"}
    assert re.fullmatch(r"\d{8}T\d{6}Z", found["DTSTAMP"][1])
    assert 0 <= int(found["SEQUENCE"][1]) < 2**31
    start, stop = (_time(*found[name]) for name in ("DTSTART", "DTEND"))
    is_day = not isinstance(start, datetime)
    assert stop == start + timedelta(days=1) if is_day else start < stop
    assert found["TRANSP"][1] == ("TRANSPARENT" if is_day else "OPAQUE")
    return {
        "uid": _text(found["UID"][1]),
        "day": start.isoformat()[:10],
        "from": "" if is_day else f"{start:%H:%M}",
        "to": "" if is_day else f"{stop:%H:%M}",
        "title": _text(found["SUMMARY"][1]),
        "text": _text(found.get("DESCRIPTION", ("", ""))[1]),
        "sequence": found["SEQUENCE"][1],
        "stamp": found["DTSTAMP"][1],
    }


def _time(parameters: str, value: str) -> date:
    """A whole day, or a time that is the same on every clock."""
    if parameters == ";VALUE=DATE":
        return date.fromisoformat(f"{value[:4]}-{value[4:6]}-{value[6:]}")
    assert not parameters and re.fullmatch(r"\d{8}T\d{6}", value)
    return datetime.strptime(value, "%Y%m%dT%H%M%S")


def _text(value: str) -> str:
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,n])*", value), value
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)
