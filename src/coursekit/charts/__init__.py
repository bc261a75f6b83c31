"""Charts: what an entry of `data/charts.yml` says, its figures, and how each kind is drawn."""

from .chart import Chart
from .grid import Grid, Series, make_grid
from .kinds import KINDS

__all__ = ["KINDS", "Chart", "Grid", "Series", "make_grid"]
