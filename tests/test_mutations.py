"""Whatever happens to a file, `check` ends soon and tells problems instead of failing."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from coursekit.checks import check_course
from coursekit.errors import Problem

from .test_broken import LONGEST_SECONDS, QUESTIONS, copy_of_tiny

ROUNDS = 150
FILES = (QUESTIONS, "modules/reading-numbers/lecture.ipynb")
STRANGE = (
    b"\t",
    b"\0",
    b"\xff",
    b"[",
    b"{",
    b'"',
    b"'",
    b"&",
    b"*",
    b"!",
    b"|",
    b"#",
    b": ",
    b"- ",
)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.sample(range(len(raw)), 2))
    return raw[:start] + raw[min(end, start + 200) :]


def _cut_off(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _double(raw: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.sample(range(len(raw)), 2))
    return raw[:end] + raw[start:end] + raw[end:]


def _swap_bytes(raw: bytes, chance: random.Random) -> bytes:
    one, two = sorted(chance.sample(range(len(raw)), 2))
    result = bytearray(raw)
    result[one], result[two] = raw[two], raw[one]
    return bytes(result)


def _swap_lines(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    one, two = chance.sample(range(len(lines)), 2)
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _drop_line(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _add_strange(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + chance.choice(STRANGE) + raw[at:]


MUTATIONS = (_cut, _cut_off, _double, _swap_bytes, _swap_lines, _drop_line, _add_strange)


@pytest.mark.parametrize("name", FILES)
def test_no_mutation_of_a_file_makes_check_fail_or_hang(name, tmp_path):
    root: Path = copy_of_tiny(tmp_path)
    whole = (root / name).read_bytes()
    for seed in range(ROUNDS):
        chance = random.Random(f"{name} {seed}")
        mutation = chance.choice(MUTATIONS)
        (root / name).write_bytes(mutation(whole, chance))
        start = time.process_time()
        _, problems = check_course(root)
        assert time.process_time() - start < LONGEST_SECONDS, (seed, mutation.__name__)
        for problem in problems:
            assert isinstance(problem, Problem) and problem.line > 0 and problem.todo, seed
            str(problem).encode("utf-8", "backslashreplace")
