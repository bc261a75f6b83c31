"""The pages of a course as each page asks for them: itself, its neighbours, its twin, the contents.

Every page asks, so each answer is looked up: going through all pages for each of them would make a
build of many pages slower than their number.
"""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.application import Sphinx

from ..content.good_practice import INDEX
from ..model import Course, Page

_TWINS = {"exercises": "solutions", "solutions": "exercises"}

Parts = list[tuple[str, list[Page]]]
Neighbours = tuple[Page | None, Page | None]


class Order:
    """What a page needs to know of all the others."""

    def __init__(self, course: Course) -> None:
        self._pages = {page.id: page for page in course.pages}
        shown = {*course.path, *course.guide[:1]}
        self._contents = _parts(page for page in course.pages if page in shown)
        self._guide_contents = _parts([*course.guide, *course.path])
        self._neighbours: dict[str, Neighbours] = {}
        # Cases lead on to each other, not through the course.
        for is_case in (False, True):
            self._lead_on([page for page in course.path if _is_case(page) == is_case])
        self._lead_on(course.guide)

    def page(self, name: str) -> Page | None:
        return self._pages.get(name)

    def twin(self, name: str) -> Page | None:
        """The solution of an exercise, the exercise of a solution."""
        folder, _, rest = name.partition("/")
        return self._pages.get(f"{_TWINS[folder]}/{rest}") if folder in _TWINS else None

    def neighbours(self, name: str) -> Neighbours:
        """The pages before and after it, on the way that it belongs to."""
        return self._neighbours.get(name, (None, None))

    def parts(self, this: Page | None) -> Parts:
        """The parts of the course with their pages, in the reader's order; solutions left out.

        Of the trainer's guide there is only the way in; on its own pages it comes first, and whole.
        """
        return self._guide_contents if this and this.is_guide else self._contents

    def _lead_on(self, way: Iterable[Page]) -> None:
        pages = [None, *way, None]
        for before, page, after in zip(pages, pages[1:], pages[2:], strict=False):
            assert page
            self._neighbours[page.id] = before, after


def order_of(app: Sphinx) -> Order:
    """That of the course which is being built."""
    if not hasattr(app, "coursekit_order"):
        app.coursekit_order = Order(app.coursekit_course)  # type: ignore[attr-defined]
    return app.coursekit_order  # type: ignore[attr-defined]


def _parts(pages: Iterable[Page]) -> Parts:
    found: dict[str, list[Page]] = {}
    for page in pages:
        found.setdefault(page.part, []).append(page)
    return list(found.items())


def _is_case(page: Page) -> bool:
    return page.id.startswith(f"{INDEX}/")
