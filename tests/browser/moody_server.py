"""A server of a folder that can be cut off, and that remembers what it was asked."""

from __future__ import annotations

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class MoodyServer:
    """Serves a folder on this machine; `left` is how many answers it gives yet (None: all)."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.left: int | None = None
        moody = self

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *args: object) -> None:
                super().__init__(*args, directory=str(folder))

            def do_GET(self) -> None:
                if moody.takes(self.path):
                    super().do_GET()
                else:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Requests are no news."""

        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

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

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
