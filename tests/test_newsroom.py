"""The twelve comments stand in the page and on paper: they are the same twelve."""

from __future__ import annotations

import yaml

from .conftest import ROOT


def _data(name):
    return yaml.safe_load((ROOT / "data" / f"{name}.yml").read_text("utf-8"))


def test_the_card_holds_every_comment_of_the_tool():
    comments = _data("tools")["newsroom-wave"]["comments"].values()
    card = _data("cards")["newsroom-comments"]["text"]
    assert len(comments) == 12
    for n, comment in enumerate(comments, 1):
        assert f'{n}. **{comment["who"]}:** "{comment["text"]}"' in card


def test_the_card_holds_every_rule_of_the_tool():
    card = _data("cards")["newsroom-rules"]["text"]
    for rule in _data("tools")["newsroom-wave"]["rules"].values():
        name, _, what = rule.rstrip(".").partition(": ")
        assert f"**{name}.**" in card
        assert what[:1].upper() + what[1:] in card
