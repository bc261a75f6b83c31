"""One page for one session: before, during, after, taken from the module itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .bundle import labels
from .content.sections import timed_sections
from .markdown import to_html
from .model import Course, Notebook, Page
from .notes import BEFORE, LATE, NOTES, SHORT, is_word_of, minutes_in_class, read_note, sentence
from .render import topic_order
from .render_guide import CASE, LECTURE, notes_of
from .tasks import Task

MOST_PHASES = 8


def checklist_html(course: Course, topic: str) -> Iterator[str]:
    """The checklist of a module; empty boxes to tick with a pen."""
    words = labels()
    yield f'<section class="checklist" id="checklist-{topic}">'
    yield from (f'<p class="place">{escape(part)}</p>' for part in _part(course, topic))
    yield from _objectives(course, topic)
    for label, lines in (
        ("guideBefore", before(course, topic)),
        ("guideDuring", during(course, topic)),
        ("guideAfter", after(course, topic)),
    ):
        yield f"<h3>{escape(words[label])}</h3>"
        if label == "guideDuring":
            yield _flow(course, topic)
        yield f'<ul class="boxes">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
    yield "</section>"


def _part(course: Course, topic: str) -> list[str]:
    """What the module is called in the contents."""
    return [page.part for page in course.pages_of(topic)][:1]


def _objectives(course: Course, topic: str) -> Iterator[str]:
    sentences = course.topics[topic].objectives.values()
    listed = "; ".join(escape(sentence) for sentence in sentences)
    yield f"<p><strong>{escape(labels()['guideObjectives'])}:</strong> {listed}.</p>"


def before(course: Course, topic: str) -> Iterator[str]:
    """What has to be ready, as lines of HTML."""
    words = labels()
    yield escape(words["guideRead"])
    if task := _task(course, topic, "individual"):
        yield _named(words["guideGive"], task)
    yield from map(escape, _material(course, topic))
    for page in (LECTURE, CASE):
        for note in notes_of(course, page.format(topic)):
            yield from (to_html(f"{note.title}: {said}") for _, said in note.of(BEFORE))
    yield escape(_guest(course, topic))
    yield escape(words["guideTried"])
    yield escape(words["guideRoom"])


def during(course: Course, topic: str) -> Iterator[str]:
    yield escape(labels()["guideStart"])
    yield escape(labels()["guideClose"])


def after(course: Course, topic: str) -> Iterator[str]:
    words = labels()
    for label in ("guideForms", "guideMinutes", "guideThanks", "guideSheets", "guideCare"):
        yield escape(words[label])
    order = topic_order(course)
    following = order[order.index(topic) + 1 :] if topic in order else []
    if task := next((t for name in following if (t := _task(course, name, "individual"))), None):
        yield _named(words["guideNext"], task)


def _task(course: Course, topic: str, name: str) -> Task | None:
    return course.tasks.get(f"{topic}.{name}")


def _named(sentence: str, task: Task) -> str:
    return escape(sentence.format(code=task.code, title=task.title, n=task.minutes))


def _groups(course: Course, topic: str) -> list[Task]:
    """The exercises of a topic that are done together, in the reader's order."""
    names = [f"{topic}.{page.id.rpartition('/')[2]}" for page in course.pages_of(topic)]
    tasks = [course.tasks[name] for name in names if name in course.tasks]
    return [task for task in tasks if task.phases]


def _material(course: Course, topic: str) -> Iterator[str]:
    words = labels()
    groups = _groups(course, topic)
    named = [name for task in groups for name in (*task.card_names, *task.material_names)]
    cards = [course.cards[name] for name in dict.fromkeys(named) if name in course.cards]
    for fictional, label in ((True, "guideCards"), (False, "guideCardsPlain")):
        if titles := [card.title for card in cards if card.fictional is fictional]:
            yield words[label].format(cards="; ".join(titles))
    for task in groups:
        if task.roles:
            yield words["guidePrint"].format(code=task.code, n=len(task.roles))


def _guest(course: Course, topic: str) -> str:
    guests = course.local.guests.values()
    roles = [guest.role for guest in guests if topic in (guest.topics or ()) and not guest.unknown]
    if not roles:
        return labels()["guideGuestOpen"]
    return labels()["guideGuest"].format(who="; ".join(roles))


def _flow(course: Course, topic: str) -> str:
    """Parts with their minutes, and what can be left out."""
    words = labels()
    heads = ("guideSection", "minutes", "guideLate")
    head = "".join(f'<th scope="col">{escape(words[name])}</th>' for name in heads)
    rows = list(_rows(course, topic))
    body = "".join(
        f'<tr><th scope="row">{escape(title)}</th><td>{minutes}</td><td>{late}</td></tr>'
        for title, minutes, late in rows
    )
    total = words["guideSum"].format(n=sum(minutes for _, minutes, _ in rows))
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(words["guideDuring"])}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p>{escape(total)}</p>"
    )


def _rows(course: Course, topic: str) -> Iterator[tuple[str, int, str]]:
    """Title, minutes, what to leave out (HTML)."""
    lecture = course.notebooks.get(LECTURE.format(topic))
    if lecture:
        late = _late_by_cell(course, lecture)
        for section in timed_sections(lecture):
            said = [late[cell.id] for cell in section.cells if cell.id in late]
            yield section.title, section.minutes, " ".join(said)
    for page in course.path:
        if page.id == CASE.format(topic):
            yield from _case_rows(course, page)
    for task in _groups(course, topic):
        yield f"{task.code} {task.title}{_phases(task)}", task.minutes, " ".join(_short(task))


def _phases(task: Task) -> str:
    """The phases with their minutes; many of them are the same thing over and over."""
    if len(task.phases) > MOST_PHASES:
        return ""
    return f" ({' · '.join(f'{one.title} {one.minutes}' for one in task.phases.values())})"


def _short(task: Task) -> Iterator[str]:
    """What whoever leads the exercise is told for a late hour (HTML)."""
    for paragraph in (task.facilitator or "").split("\n\n"):
        note = read_note(paragraph)
        if is_word_of(SHORT, paragraph.removeprefix("**")):
            yield from (to_html(text) for _, text in note.parts)


def _case_rows(course: Course, page: Page) -> Iterator[tuple[str, int, str]]:
    case = course.notebooks[page.id]
    yield page.title, minutes_in_class(case.cells, page.minutes), ""
    for section in timed_sections(case):
        if section.title in (course.standard.case_sections if course.standard else ()):
            yield section.title, section.minutes, ""


def _late_by_cell(course: Course, lecture: Notebook) -> dict[str, str]:
    """Cell with notes → what it says for a late hour (HTML)."""
    cells = [cell.id for cell in lecture.cells if NOTES in cell.tags]
    notes = notes_of(course, lecture.page)
    said = {
        cell: " ".join(to_html(sentence(text)) for _, text in note.of(LATE))
        for cell, note in zip(cells, notes, strict=True)
    }
    return {cell: text for cell, text in said.items() if text}
