"""What the commands share: their options, and where the course is."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_town(command: argparse.ArgumentParser) -> None:
    """The option that every command shares which reads the course for a town."""
    what = "a name in towns/, or a folder with a town.yml (default: the town of _config.yml)"
    command.add_argument("--town", default="", help=what)


def add_lang(
    command: argparse.ArgumentParser,
    what: str = "the only language to make, such as ro (default: all there are)",
) -> None:
    """The option of the commands that can make one language alone."""
    command.add_argument("--lang", default="", help=what)


def add_server(command: argparse.ArgumentParser) -> None:
    """The options of the commands that serve the site."""
    command.add_argument("--port", type=int, default=0, help="0 takes a free one (default)")
    command.add_argument("--no-browser", action="store_true", help="print the address only")


def root_of(options: argparse.Namespace) -> Path:
    """The course in or above the folder that was named."""
    from .content.course import find_root

    return find_root(options.course)
