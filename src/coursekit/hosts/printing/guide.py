"""The trainer's guide on paper: the page of a module, its checklist, and the general pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...content.guide import ANSWERS, CHECKLIST, NOTES
from ...model import Course, Page
from ...render_checklist import checklist_html
from ...render_guide import answers_html, notes_html
from .nodes import BREAK, Node, heading
from .writer import Writer

FOLDER = "book/for-trainers"
FORMS = f"{FOLDER}/forms"
"""The page of forms and sheets: these are papers of their own."""


def _answers(course: Course, argument: str, content: str) -> Iterator[str]:
    return answers_html(course, [line.strip() for line in content.splitlines() if line.strip()])


DIRECTIVES: dict[str, Callable[[Course, str, str], Iterator[str]]] = {
    CHECKLIST: lambda course, topic, _: checklist_html(course, topic),
    ANSWERS: _answers,
    NOTES: lambda course, topic, _: notes_html(course, topic),
}
"""The directives of the guide's pages and the HTML that they stand for."""


def module_guide(writer: Writer, topic: str) -> list[Node]:
    """The guide's page of a module, in the trainer's book alone."""
    return guide_page(writer, f"{FOLDER}/{topic}") if writer.is_trainer else []


def guide_page(writer: Writer, page: str) -> list[Node]:
    """One page of the guide; nothing where the course has none."""
    text = writer.course.documents.get(page)
    if text is None:
        return []
    writer.page = page
    return writer.cell(text, DIRECTIVES)


def general_pages(course: Course) -> list[Page]:
    """The pages of the guide that belong to no single module."""
    modules = {f"{FOLDER}/{topic}" for topic in course.topics}
    guide = [page for page in course.pages if page.id.startswith(f"{FOLDER}/")]
    return [page for page in guide if page.id not in modules and page.id != FORMS]


def guide_chapter(writer: Writer) -> list[Node]:
    """The general pages, as the last chapter of the whole trainer's book."""
    pages = general_pages(writer.course)
    if not pages:
        return []
    found: list[Node] = [BREAK, heading(1, pages[0].part)]
    for n, page in enumerate(pages):
        found += [*([BREAK] if n else []), *guide_page(writer, page.id)]
    return found


def checklist_nodes(writer: Writer, topic: str) -> list[Node]:
    """The checklist of a session, on a paper of its own."""
    text = writer.course.documents.get(f"{FOLDER}/{topic}", "")
    if f"{{{CHECKLIST}}}" not in text:
        return []
    words = writer.words["paperChecklist"]
    html = "".join(checklist_html(writer.course, topic))
    return [heading(1, words), *writer.blocks(html)]
