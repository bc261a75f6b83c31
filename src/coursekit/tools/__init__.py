"""Small tools in the page, where the learner's own input is the lesson: one class a kind."""

from __future__ import annotations

from .base import Fault, Tool
from .deciding import Decide
from .figures import DrawLine, SampleSize, TownNumbers, WhoPays
from .pacing import Clock, Deck
from .talking import CommentWave, Conversation

KINDS: dict[str, type[Tool]] = {
    "draw-line": DrawLine,
    "town-numbers": TownNumbers,
    "sample-size": SampleSize,
    "who-pays": WhoPays,
    "conversation": Conversation,
    "comment-wave": CommentWave,
    "decide": Decide,
    "clock": Clock,
    "deck": Deck,
}

__all__ = ["KINDS", "Fault", "Tool", "TownNumbers"]
