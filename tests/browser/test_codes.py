"""From paper to the screen: a code leads to its question, typed or in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from coursekit.short_codes import short_code

from .test_pages import violations

pytestmark = pytest.mark.browser

QUESTION = "reading-numbers.number"
CODE = short_code(QUESTION)


def test_a_code_leads_to_its_question_without_a_server(visit, tiny_site, words):
    page = visit(360).open((tiny_site / "book" / "codes.html").as_uri())
    field = page.get_by_role("textbox", name=words["codesField"])
    field.fill("<b>x</b>")
    field.press("Enter")
    told = words["codesUnknown"].replace("{code}", "<B>X</B>")
    assert page.locator(".codes output").inner_text() == told
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    field.fill(f" {CODE[:2].lower()}-{CODE[2:].lower()}")
    page.get_by_role("button", name=words["codesOpen"]).click()
    page.wait_for_url(f"**/modules/**#{QUESTION}")
    expect(page.locator(f'[id="{QUESTION}"] input').first).to_be_in_viewport()


def test_a_scanned_code_leads_on_at_once(visit, tiny_site):
    page = visit().open(f"{(tiny_site / 'book' / 'codes.html').as_uri()}#{CODE}")
    page.wait_for_url(f"**/modules/**#{QUESTION}")


def test_without_javascript_all_codes_are_links(visit, tiny_site):
    page = visit(java_script_enabled=False).open((tiny_site / "book" / "codes.html").as_uri())
    assert not page.locator(".codes form").is_visible()
    page.locator(f'[id="{CODE}"] a').click()
    page.wait_for_url(f"**/modules/**#{QUESTION}")
