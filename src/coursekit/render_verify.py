"""The page that checks a diploma: what the town has published stands in it, so it asks nobody."""

from __future__ import annotations

from html import escape
from typing import Any

from .bundle import labels
from .content.diplomas import published_keys, published_revocations
from .model import Course
from .render import placeholder

VERIFY_PAGE = "book/verify"


def verify_html(course: Course) -> str:
    """The place of the checker, with the town's keys and its list of what is revoked."""
    return checker_html(published_keys(course), published_revocations(course))


def checker_html(keys: dict[str, Any] | None, revoked: str) -> str:
    """Without JavaScript: how to check a diploma in another way."""
    words = labels()
    command = f"<code>coursekit diploma verify {escape(words['verifyAFile'])}</code>"
    text = escape(words["verifyNeedsScript"]).replace("{command}", command)
    none = "" if keys else f"<p>{escape(words['verifyNoKeys'])}</p>"
    return placeholder("verify", {"keys": keys, "revoked": revoked}, f"<p>{text}</p>{none}")
