"""A roster → diplomas: a tagged PDF, a badge, an archive page and a register for each course."""

from .make import Made, award
from .pack import write_pack

__all__ = ["Made", "award", "write_pack"]
