"""What folds code away: a `summary` may hold running text alone, and its name is what it says."""

from __future__ import annotations

from html import escape
from typing import Any

from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx


def add_to(app: Sphinx) -> None:
    """Write the node ourselves, once MyST-NB has made it known."""
    app.connect("builder-inited", _override)


def _override(app: Sphinx) -> None:
    app.add_node(HideCodeCellNode, override=True, html=(_visit, _depart))


def _visit(self: Any, node: HideCodeCellNode) -> None:
    self.body.append(f'<details class="admonition hide {" ".join(node["classes"])}">\n<summary>')
    for name, key in (("collapsed", "prompt_show"), ("expanded", "prompt_hide")):
        self.body.append(f'<span class="{name} admonition-title">{escape(node[key])}</span>')
    self.body.append("</summary>\n")


def _depart(self: Any, node: HideCodeCellNode) -> None:
    self.body.append("</details>\n")
