"""The kinds of question: what their authors write, and what the page gets."""

from .arranging import ClassifyQuestion, MatchingQuestion, OrderingQuestion
from .base import Question
from .choosing import ChoiceQuestion, MultipleQuestion, OpinionQuestion, TrueFalseQuestion
from .entering import NumberQuestion, TextQuestion
from .filling import GapsQuestion
from .guessing import EstimateQuestion
from .marking import MarkQuestion

KINDS: dict[str, type[Question]] = {
    "choice": ChoiceQuestion,
    "multiple": MultipleQuestion,
    "true-false": TrueFalseQuestion,
    "number": NumberQuestion,
    "text": TextQuestion,
    "gaps": GapsQuestion,
    "matching": MatchingQuestion,
    "ordering": OrderingQuestion,
    "classify": ClassifyQuestion,
    "mark": MarkQuestion,
    "estimate": EstimateQuestion,
    "opinion": OpinionQuestion,
}

__all__ = ["KINDS", "Question"]
