"""A page that fails the test on a script error, a breach of its policy, a foreign request."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coursekit.browsing import Visit
from coursekit.bundle import labels


@pytest.fixture
def visit(chromium) -> Iterator:
    """A function that starts a visit: `visit(width=360, scheme="dark")`."""
    visits: list[Visit] = []

    def start(width: int = 1280, scheme: str = "light", **options) -> Visit:
        viewport = {"width": width, "height": 800}
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, **options)
        visits.append(Visit(context))
        return visits[-1]

    yield start
    for one in visits:
        one.context.close()
    faults = [fault for one in visits for fault in one.faults]
    assert not faults, faults


@pytest.fixture(scope="session")
def words() -> dict[str, str]:
    """The words of the interface."""
    return labels()


@pytest.fixture(scope="session")
def tiny_address(tiny_site, serve_site) -> str:
    """Address of the tiny course over HTTP."""
    return serve_site(tiny_site)


@pytest.fixture(scope="session")
def course_address(course_site, serve_site) -> str:
    """Address of the real course over HTTP."""
    return serve_site(course_site)
