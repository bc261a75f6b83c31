"""Pages of others that hold a question or a slider, built by default, in an environment apart.

The environment is made under the folder for temporary files, for one run. Without a network it
cannot be made, and pages that load scripts from other hosts cannot be answered: both is said.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PACKAGES = ("jupyter-book>=1.0.4,<2", "jupyterquiz", "ipywidgets")
QUIZ = """from jupyterquiz import display_quiz
display_quiz([{"question": "Which?", "type": "multiple_choice", "answers": [
    {"answer": "This", "correct": True}, {"answer": "That", "correct": False}]}])"""
SLIDER = """import ipywidgets
ipywidgets.IntSlider(description="How much?")"""

PEERS = {
    "jupyterquiz": (QUIZ, ".MCButton", 2460),
    "ipywidgets": (SLIDER, ".widget-slider", 12_600),
}
"""Name → its cell; what can be pressed when it can be answered; what was measured before, in ms."""

BEFORE = "measured with all hosts in reach"


def build_peers(folder: Path) -> Path | None:
    """The built pages, one a peer; None where the environment cannot be made."""
    python = folder / "env" / "bin" / "python"
    if not _is_done(sys.executable, "-m", "venv", str(folder / "env")):
        return None
    if not _is_done(str(python), "-m", "pip", "install", "-q", *PACKAGES):
        return None
    book = folder / "book"
    book.mkdir()
    for name, (code, _, _) in PEERS.items():
        (book / f"{name}.ipynb").write_text(json.dumps(_notebook(name, code)))
    first, *others = PEERS
    chapters = "".join(f"\n  - file: {name}" for name in others)
    (book / "_toc.yml").write_text(f"format: jb-book\nroot: {first}\nchapters:{chapters}\n")
    (book / "_config.yml").write_text("title: Peers\n")
    command = (str(python.with_name("jupyter-book")), "build", str(book))
    return book / "_build" / "html" if _is_done(*command) else None


def _is_done(*words: str) -> bool:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        print(f"peers: {words[-1]}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return done.returncode == 0


def _notebook(name: str, code: str) -> dict:
    title = {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {name}\n\nText."}
    cell = {
        "cell_type": "code",
        "id": "cell",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": code,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {"cells": [title, cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
