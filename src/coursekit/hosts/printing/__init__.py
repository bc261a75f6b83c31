"""A course → papers: workbook, trainer's book, cards, posters and sheets as tagged PDF."""

from .papers import print_course

__all__ = ["print_course"]
