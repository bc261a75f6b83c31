"""A server of a folder that can be cut off, and that remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from coursekit.serving import Quiet, served


class MoodyServer:
    """What a server was asked; `left` is how many answers it gives yet (None: all)."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.left: int | None = None
        self._lock = threading.Lock()

    def takes(self, path: str) -> bool:
        """Note a request; whether it is answered."""
        with self._lock:
            if self.left == 0:
                return False
            self.left = None if self.left is None else self.left - 1
            self.asked.append(path)
            return True

    def fetched(self) -> list[str]:
        """What was fetched to be saved since last asked for."""
        with self._lock:
            found = [path.partition("?")[0] for path in self.asked if "?fresh=" in path]
            self.asked.clear()
            return found


@contextmanager
def moody_server(folder: Path) -> Iterator[MoodyServer]:
    """Serves a folder on this machine as its mood is."""
    moody = MoodyServer()

    class Handler(Quiet):
        def do_GET(self) -> None:
            if moody.takes(self.path):
                super().do_GET()
            else:
                self.close_connection = True

    with served(partial(Handler, directory=str(folder))) as moody.address:
        yield moody
