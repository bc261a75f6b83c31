"""A small map of Europe: places on the round earth to points on paper, and points kept apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]

WIDTH, HEIGHT = 680, 505
WEST, EAST, SOUTH, NORTH = -10.0, 34.0, 34.5, 60.5
"""What the map has room for, in degrees: Lisbon, Cyprus, Stockholm."""

_CENTRE = (math.radians(11), math.radians(48))
_MARGIN = 12


def is_on_map(lon: float, lat: float) -> bool:
    """Whether a place lies on the paper."""
    x, y = to_paper(lon, lat)
    return _MARGIN <= x <= WIDTH - _MARGIN and _MARGIN <= y <= HEIGHT - _MARGIN


def to_paper(lon: float, lat: float) -> Point:
    """Where a place lies on the paper, in units from the upper left corner."""
    x, y = _equal_area(lon, lat)
    left, _ = _equal_area(WEST, 38.5)
    right, _ = _equal_area(EAST, SOUTH)
    _, top = _equal_area(11, NORTH)
    scale = (WIDTH - 2 * _MARGIN) / (right - left)
    return (x - left) * scale + _MARGIN, (top - y) * scale + _MARGIN


def _equal_area(lon: float, lat: float) -> Point:
    """Lambert's azimuthal projection: areas are true, as on the official maps of Europe."""
    centre_lon, centre_lat = _CENTRE
    far, high = math.radians(lon) - centre_lon, math.radians(lat)
    sin, cos = math.sin(high), math.cos(high)
    inner = math.sin(centre_lat) * sin + math.cos(centre_lat) * cos * math.cos(far)
    k = math.sqrt(2 / (1 + inner))
    return (
        k * cos * math.sin(far),
        k * (math.cos(centre_lat) * sin - math.sin(centre_lat) * cos * math.cos(far)),
    )


def outline(rings: Iterable[Sequence[Point]]) -> str:
    """The path of a country; each step is relative, which keeps the text short."""
    return "".join(filter(None, map(_ring, rings)))


def _ring(ring: Sequence[Point]) -> str:
    places = [tuple(round(value) for value in to_paper(*place)) for place in ring]
    points = [place for n, place in enumerate(places) if n == 0 or place != places[n - 1]]
    if len(points) < 3:
        return ""
    start, *others = points
    steps = zip(points, others, strict=False)
    moves = " ".join(f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in steps)
    return f"M{start[0]},{start[1]}l{moves}z"


def spread(homes: Sequence[Point], distance: float, rounds: int = 400) -> list[Point]:
    """Each point near its home and at least so far from every other one."""
    spots = [_nudged(home, n) for n, home in enumerate(homes)]
    for _ in range(rounds):
        spots = [_towards(spot, home, 0.02) for spot, home in zip(spots, homes, strict=True)]
        if not _push_apart(spots, distance):
            break
    while _push_apart(spots, distance):
        pass
    return [(round(x, 1), round(y, 1)) for x, y in spots]


def _nudged(home: Point, n: int) -> Point:
    """A hair's breadth aside, so that two points in one place know where to go."""
    return home[0] + math.cos(n * 2.4) / 100, home[1] + math.sin(n * 2.4) / 100


def _towards(spot: Point, home: Point, share: float) -> Point:
    return spot[0] + (home[0] - spot[0]) * share, spot[1] + (home[1] - spot[1]) * share


def _push_apart(spots: list[Point], distance: float) -> bool:
    """Part every pair that is too close; whether there was one."""
    found = False
    for a in range(len(spots)):
        for b in range(a):
            (x, y), (u, v) = spots[a], spots[b]
            apart = math.hypot(x - u, y - v)
            if apart < distance - 0.05:
                half = (distance - apart) / 2 / max(apart, 1e-9)
                spots[a] = (x + (x - u) * half, y + (y - v) * half)
                spots[b] = (u - (x - u) * half, v - (y - v) * half)
                found = True
    return found
