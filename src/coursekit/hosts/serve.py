"""Build, serve on this machine only, rebuild what changed, and let open pages reload."""

from __future__ import annotations

import functools
import gc
import gzip
import threading
import time
import webbrowser
from collections import Counter
from collections.abc import Callable, Collection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .. import bundle
from ..checks import load_sound_course, recheck_translations
from ..content.course import load_course
from ..errors import CourseError
from ..localise import build_folder
from ..model import Course
from ..policy import headers
from ..translate.language import LOCALE
from .book import SITE, build_site
from .seal import SOURCES, is_part, program

Say = Callable[[str], None]

_WATCHED = (*SOURCES, "src")
_TEXTS = (".html", ".js", ".css", ".svg", ".json")
_RELOAD = b"""const { lang } = document.documentElement;
new EventSource(`/.reload?${lang}`).onmessage = () => location.reload();"""
_PAUSE = 0.4


class Builds:
    """Counts what was built of each language; pages wait for the next one of theirs."""

    def __init__(self) -> None:
        self._numbers: Counter[str] = Counter()
        self._done = threading.Condition()
        self.looked_at = ""
        """The language of the page that was asked for last."""

    def finished(self, lang: str) -> None:
        with self._done:
            self._numbers[lang] += 1
            self._done.notify_all()

    def wait(self, lang: str, seconds: float) -> bool:
        """True when pages in a language, or in any where none is named, came within the time."""
        with self._done:
            number = self._number(lang)
            return self._done.wait_for(lambda: self._number(lang) != number, seconds)

    def _number(self, lang: str) -> int:
        return self._numbers[lang] if lang else self._numbers.total()


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, compressed, never kept by the browser, with the reload script."""

    builds: Builds

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == "/.reload.js":
            self._send(_RELOAD, "text/javascript")
        elif path == "/.reload":
            self._wait_for_build(query)
        elif path.endswith("/offline.json"):
            self._send(b"null", "application/json")  # with the reload script, no page is as listed
        elif path.endswith(_TEXTS):
            self._send_text(Path(self.translate_path(self.path)))
        else:
            super().do_GET()

    def _send_text(self, file: Path) -> None:
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        if file.suffix == ".html":
            body = body.replace(b"</body>", b'<script src="/.reload.js"></script></body>')
        self._send(body, self.guess_type(str(file)))

    def _send(self, body: bytes, kind: str) -> None:
        body = gzip.compress(body, 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _wait_for_build(self, lang: str) -> None:
        self.builds.looked_at = lang
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.builds.wait(lang, 15):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"data: built\n\n")
        except OSError:
            pass  # the page was closed

    def end_headers(self) -> None:
        """What a server of the course should say, so that what it forbids is seen here first."""
        for name, value in headers().items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""


class Reader:
    """Reads the course anew after a change, as far as the change can touch it."""

    def __init__(self, root: Path, town: str) -> None:
        self._root = root
        self._town = town
        self._sound: Course | None = None

    def read(self, changed: Collection[Path] | None) -> Course:
        """The course without problems; `changed` are all files that changed since the last time."""
        before, self._sound = self._sound, None
        is_translation = changed and all(
            path.is_relative_to(self._root / LOCALE) for path in changed
        )
        if before and is_translation:
            self._sound = recheck_translations(before)
        else:
            self._sound = load_sound_course(self._root, self._town)
        return self._sound


def serve(
    root: Path,
    port: int,
    open_browser: bool,
    say: Say,
    town: str = "",
    lang: str = "",
    page: str = "index",
) -> int:
    """Serve the course until Ctrl+C; a course with problems is served as it was before.

    `page` is the one to open.
    """
    builds = Builds()
    program()  # as it is now: later changes of the code are not in what this process builds
    course = load_course(root, town)[0]
    seen = _snapshot(root, course.local.folder)
    reader = Reader(root, town)

    def build(changed: Collection[Path] | None = None) -> None:
        first, show = builds.looked_at, builds.finished
        build_site(reader.read(changed), say, lang, preview=True, first=first, show=show)

    _try_build(build, say)
    handler = functools.partial(
        type("BoundHandler", (Handler,), {"builds": builds}),
        directory=str(build_folder(course) / SITE),
    )
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    address = f"http://127.0.0.1:{server.server_port}/{page}.html"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{address}\nPress Ctrl+C to stop.", flush=True)
    if open_browser:
        webbrowser.open(address)
    _watch(root, course.local.folder, seen, build, say)
    return 0


def _watch(
    root: Path,
    folder: str,
    seen: dict[Path, int],
    build: Callable[[Collection[Path]], None],
    say: Say,
) -> None:
    while True:
        time.sleep(_PAUSE)
        now = _snapshot(root, folder)
        if now != seen:
            changed = sorted(
                path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)
            )
            say("Changed: " + ", ".join(_short(root, path) for path in changed[:5]))
            seen = now
            bundle.forget()
            _try_build(functools.partial(build, changed), say)


def _short(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _try_build(build: Callable[[], None], say: Say) -> None:
    start = time.monotonic()
    try:
        build()
    except CourseError as error:
        say(f"{error}\nThe site stays as it was. Mend this and save: it is built again at once.")
    else:
        say(f"Built in {time.monotonic() - start:.1f} s.")
    finally:
        _tidy_up()


def _tidy_up() -> None:
    """Look for garbage now that nobody waits, and in the next build only among what is new then."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _snapshot(root: Path, town: str) -> dict[Path, int]:
    """Every file that the site is made of, with the time of its last change."""
    found: dict[Path, int] = {}
    waiting = [root / name for name in (*_WATCHED, *([town] if town else []))]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_dir():
                waiting += [inner for inner in path.iterdir() if is_part(inner)]
            else:
                found[path] = path.stat().st_mtime_ns
        except FileNotFoundError:
            continue  # an editor saves by exchanging files: the next look finds the new one
    return found
