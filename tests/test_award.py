"""What a diploma is, and that nothing else passes for one."""

from __future__ import annotations

import json
import random

import pytest

from coursekit.award.public import read_keys, read_revoked
from coursekit.award.verdict import judge
from coursekit.bundle import own_labels

from .vectors import make_diploma as made

VECTORS = json.loads((made.HERE / "diploma.json").read_text("utf-8"))
KEYS = read_keys(json.loads((made.HERE / "keys.json").read_text("utf-8")))
LIST = (made.HERE / "revoked.jwt").read_text("utf-8")


def _judge(text: str, revoked: str = LIST, today: str = made.TODAY):
    return judge(text, KEYS, read_revoked(revoked, KEYS), today)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: f"{case['kind']}: {case['name']}")
def test_vectors(case):
    found = _judge(case["input"], case.get("revoked", LIST), case["today"])
    assert found.verdict == case["verdict"]
    assert found.sentence and "{" not in found.sentence


def test_vectors_are_those_of_their_script():
    for name, text in made.files().items():
        assert (made.HERE / name).read_text("utf-8") == text, name


def test_every_verdict_has_a_vector():
    told = {name.removesuffix("-short") for name in own_labels() if name.startswith("verdict-")}
    assert {f"verdict-{case['verdict']}" for case in VECTORS} == told


def test_what_is_not_signed_is_not_shown():
    for case in VECTORS:
        if case["verdict"] in ("form", "cut", "signature", "key-unknown", "self-declared"):
            assert _judge(case["input"]).says == {}, case["name"]


SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n\"'<ă%"


def _mutation(text: str, chance: random.Random) -> str:
    """One of the ways in which a text is changed: a sign, a bit, a piece, two places."""
    place = chance.randrange(len(text))
    other = chance.randrange(place, min(len(text), place + 40))
    ways = [
        text[:place] + chance.choice(SIGNS) + text[place + 1 :],
        text[:place] + chr(ord(text[place]) ^ 1 << chance.randrange(7)) + text[place + 1 :],
        text[:place] + chance.choice(SIGNS) + text[place:],
        text[:place] + text[other + 1 :],
        text[:place] + text[place : other + 1][::-1] + text[other + 1 :],
        text + text[place:],
        text[:place],
    ]
    return chance.choice(ways)


@pytest.mark.parametrize("kind", ["code", "credential"])
def test_no_mutation_is_accepted(kind):
    whole = next(case["input"] for case in VECTORS if case["kind"] == kind)
    assert _judge(whole).holds
    chance = random.Random(10)
    revoked = read_revoked(LIST, KEYS)
    changed = {_mutation(whole, chance) for _ in range(11_000)} - {whole}
    while len(changed) < 10_000:
        changed |= {_mutation(whole, chance) for _ in range(1000)} - {whole}
    held = [text for text in changed if judge(text, KEYS, revoked, made.TODAY).holds]
    assert not held
