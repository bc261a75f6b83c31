"""nbval, with one kernel for all notebooks of a localised tree in each test process.

The notebooks of the course itself have a kernel of their own each, as nbval starts it. Those of the
trees in `_build/nbval/` hold the same code over other texts and figures: for them a kernel is
emptied and moved to the folder of the next notebook, which costs a tenth of a new one. Each tree
has its own, so that no language and no town meets another.
"""

from __future__ import annotations

from pathlib import Path

import nbval.plugin
import pytest
from nbval.kernel import RunningKernel

TREES = Path(__file__).parents[1] / "_build" / "nbval"
SECONDS = 60
EMPTY = "%reset -f\nimport os\nos.chdir({folder!r})\ndel os"


class TreeKernel(RunningKernel):
    """A kernel that outlives the notebook it was started for."""

    def begin(self, folder: str) -> None:
        """Forget every name, and stand where the next notebook lies."""
        code = EMPTY.format(folder=folder)
        reply = self.kc.execute(code, store_history=False, reply=True, timeout=SECONDS)
        assert reply["content"]["status"] == "ok", reply["content"]
        self.await_idle(reply["parent_header"]["msg_id"], SECONDS)

    def stop(self) -> None:
        """nbval would end it with the notebook."""

    def end(self) -> None:
        super().stop()


_kernels: dict[tuple[Path, str], TreeKernel] = {}


def kernel_in(kernel_name: str, cwd: str, startup_timeout: float) -> RunningKernel:
    """The kernel for a notebook in this folder."""
    if not Path(cwd).is_relative_to(TREES):
        return RunningKernel(kernel_name, cwd, startup_timeout)
    key = (TREES / Path(cwd).relative_to(TREES).parts[0], kernel_name)
    if key not in _kernels or not _kernels[key].is_alive():
        _kernels[key] = TreeKernel(kernel_name, cwd, startup_timeout)
    _kernels[key].begin(cwd)
    return _kernels[key]


def pytest_configure() -> None:
    nbval.plugin.RunningKernel = kernel_in


def pytest_sessionfinish(session: pytest.Session) -> None:
    for kernel in _kernels.values():
        if kernel.is_alive():
            kernel.end()
