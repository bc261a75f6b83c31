"""Answer a question as a person does: with the mouse, or with the keyboard alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

MOST_KEYS = 120


def form_of(page: Page, question: str) -> Locator:
    """The form of a question on the page."""
    return page.locator(f'[data-widget][data-question="{question}"] form')


def answer(form: Locator, kind: str, response: Any, by_keyboard: bool) -> None:
    """Enter a response of the stored form into a question of this kind."""
    hands = Keyboard(form) if by_keyboard else Mouse(form)
    ENTER[kind](hands, response)


def press_button(form: Locator, name: str, by_keyboard: bool) -> None:
    (Keyboard(form) if by_keyboard else Mouse(form)).press(name)


class Mouse:
    """Clicks, and types where something has to be typed."""

    def __init__(self, form: Locator) -> None:
        self.form = form

    def press(self, name: str) -> None:
        self.form.get_by_role("button", name=name, exact=True).click()

    def choose(self, selector: str) -> None:
        self.form.locator(selector).check()

    def toggle(self, selector: str) -> None:
        self.form.locator(selector).click()

    def select(self, selector: str, value: str) -> None:
        self.form.locator(selector).select_option(value)

    def type(self, selector: str, text: str) -> None:
        self.form.locator(selector).fill(text)

    word = toggle


class Keyboard:
    """Tab, arrows, space and Enter: nothing else."""

    def __init__(self, form: Locator) -> None:
        self.form = form
        self.page = form.page

    def _start(self) -> None:
        self.form.locator("legend").first.evaluate("e => { e.tabIndex = -1; e.focus(); }")

    def _is_on(self, selector: str) -> bool:
        return self.form.locator(selector).first.evaluate("e => e === document.activeElement")

    def _tab_to(self, selector: str) -> None:
        self._start()
        self._until("Tab", lambda: self._is_on(selector), selector)

    def _until(self, key: str, reached, what: str) -> None:
        for _ in range(MOST_KEYS):
            if reached():
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"the keyboard does not reach {what}")

    def press(self, name: str) -> None:
        button = self.form.get_by_role("button", name=name, exact=True)
        self._start()
        self._until("Tab", lambda: button.evaluate("e => e === document.activeElement"), name)
        self.page.keyboard.press("Enter")

    def choose(self, selector: str) -> None:
        wanted = self.form.locator(selector)
        name = wanted.get_attribute("name")
        group = f'input[name="{name}"]'
        self._start()
        in_group = f"() => document.activeElement?.name === '{name}'"
        self._until("Tab", lambda: self.page.evaluate(in_group), group)
        self._until("ArrowDown", lambda: self._is_on(selector), selector)
        if not wanted.is_checked():
            self.page.keyboard.press("Space")

    def toggle(self, selector: str) -> None:
        self._tab_to(selector)
        self.page.keyboard.press("Space")

    def word(self, selector: str) -> None:
        self._start()
        in_words = "() => document.activeElement?.classList.contains('word')"
        self._until("Tab", lambda: self.page.evaluate(in_words), "the words")
        self.page.keyboard.press("Home")
        self._until("ArrowRight", lambda: self._is_on(selector), selector)
        self.page.keyboard.press("Space")

    def select(self, selector: str, value: str) -> None:
        self._tab_to(selector)
        self.page.keyboard.press("Home")
        field = self.form.locator(selector)
        self._until("ArrowDown", lambda: field.input_value() == value, value)

    def type(self, selector: str, text: str) -> None:
        self._tab_to(selector)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)


Hands = Mouse | Keyboard


def _choice(hands: Hands, response: list[str]) -> None:
    hands.choose(f'.answer input[value="{response[0]}"]')


def _multiple(hands: Hands, response: list[str]) -> None:
    for box in hands.form.locator(".answer input[type=checkbox]").all():
        value = box.get_attribute("value")
        if box.is_checked() != (value in response):
            hands.toggle(f'.answer input[value="{value}"]')


def _true_false(hands: Hands, response: dict[str, str]) -> None:
    hands.choose(f'.answer input[value="{response["verdict"]}"]')
    hands.choose(f'.answer input[value="{response["reason"]}"]')


def _typed(hands: Hands, response: str) -> None:
    hands.type(".answer input:not([type=range])", response)


def _gaps(hands: Hands, response: dict[str, str]) -> None:
    for gap, value in response.items():
        selector = f'[data-gap="{gap}"]'
        is_select = hands.form.locator(selector).evaluate("e => e.tagName === 'SELECT'")
        (hands.select if is_select else hands.type)(selector, value)


def _matching(hands: Hands, response: dict[str, str]) -> None:
    for pair, value in response.items():
        hands.select(f'[data-pair="{pair}"]', value)


def _ordering(hands: Hands, response: list[str]) -> None:
    """Move each item up to its place; where the order stands already, move one there and back."""
    moved = False
    for place, item in enumerate(response):
        while _order(hands.form).index(item) > place:
            hands.toggle(f'[data-item="{item}"] button:first-of-type')
            moved = True
    if not moved:
        hands.toggle(f'[data-item="{response[1]}"] button:first-of-type')
        hands.toggle(f'[data-item="{response[0]}"] button:first-of-type')


def _order(form: Locator) -> list[str]:
    return form.locator(".ordering > li").evaluate_all("rows => rows.map(r => r.dataset.item)")


def _classify(hands: Hands, response: dict[str, str]) -> None:
    for item, column in response.items():
        hands.choose(f'[data-item="{item}"] input[value="{column}"]')


def _mark(hands: Hands, response: list[str]) -> None:
    for word in hands.form.locator("button.word").all():
        value = word.get_attribute("value")
        if (word.get_attribute("aria-pressed") == "true") != (value in response):
            hands.word(f'button.word[value="{value}"]')


ENTER = {
    "choice": _choice,
    "opinion": _choice,
    "multiple": _multiple,
    "true-false": _true_false,
    "number": _typed,
    "text": _typed,
    "estimate": _typed,
    "gaps": _gaps,
    "matching": _matching,
    "ordering": _ordering,
    "classify": _classify,
    "mark": _mark,
}
