"""Files of `web/` are joined: a name that two of them use would stop the whole script."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from coursekit.bundle import joined_files, web_text

WEB = Path(__file__).parents[1] / "src" / "coursekit" / "web"
NAMED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) ([A-Za-z_$][\w$]*)", re.MULTILINE
)
STARTS = sorted(file.name for file in WEB.glob("*.js") if "import " in file.read_text("utf-8"))


@pytest.mark.parametrize("start", STARTS)
def test_names_are_unique_in_what_is_joined(start):
    names = Counter(name for file in joined_files(start) for name in NAMED.findall(web_text(file)))
    assert [name for name, times in names.items() if times > 1] == []
