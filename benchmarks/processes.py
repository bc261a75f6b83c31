"""Run `coursekit` on a course and tell the time it took and the most memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Used:
    """Seconds one waits, seconds of the processor (with what it started), most bytes together."""

    waited: float
    processor: float
    peak: int


def start(course: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "coursekit", *words],
        cwd=course,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def run(course: Path, *words: str) -> Used:
    """Run it to its end; raises SystemExit where it fails."""
    before, begun = _children(), time.monotonic()
    process = start(course, *words)
    memory = Memory(process)
    process.communicate()
    waited, processor = time.monotonic() - begun, _children() - before
    memory.stop()
    if process.returncode:
        raise SystemExit(f"coursekit {' '.join(words)} failed in {course}")
    return Used(waited, processor, memory.peak)


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


class Memory:
    """The most memory that a process and its children held together, in bytes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.peak = 0
        self._process = process
        self._thread = threading.Thread(target=self._sample)
        self._thread.start()

    def stop(self) -> None:
        self._thread.join()

    def _sample(self) -> None:
        while self._process.poll() is None:
            try:
                root = psutil.Process(self._process.pid)
                family = [root, *root.children(recursive=True)]
                self.peak = max(self.peak, sum(p.memory_info().rss for p in family))
            except psutil.Error:
                pass
            time.sleep(0.1)
