"""What differs between two Documents: for reviewers' eyes, and for the rule of what a signature covers."""

from articles.document.diff.blocks import Block
from articles.document.diff.comparison import Comparison, Part, compare
from articles.document.diff.details import Detail
from articles.document.diff.fields import SOURCE_FIELDS, changed_fields, only_sources_changed
from articles.document.diff.tokens import Token
from articles.document.diff.words import Difference, Run

__all__ = [
    "SOURCE_FIELDS",
    "Block",
    "Comparison",
    "Detail",
    "Difference",
    "Part",
    "Run",
    "Token",
    "changed_fields",
    "compare",
    "only_sources_changed",
]
