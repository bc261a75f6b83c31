"""What a command tells while it works."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Tell how far the work is, on the error stream: results go to the standard one."""
    print(text, file=sys.stderr, flush=True)
