"""Scripts: many files become one text, so what they name must not meet."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from coursekit.bundle import _in_order, web_text
from coursekit.hosts.page import SCRIPTS

NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_two_files_of_a_script_use_a_name_twice(name):
    files = [file for file in _in_order(f"{name}.js") if not file.startswith("vendor/")]
    names = Counter(one for file in files for one in NAMED.findall(web_text(file)))
    assert [one for one, count in names.items() if count > 1] == []
