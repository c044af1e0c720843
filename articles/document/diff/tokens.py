"""A text as tokens: words with their formatting, and citation marks. Tags never stand alone, so none can be torn."""

import re
from collections.abc import Hashable
from dataclasses import dataclass

from articles.document.walk import Mark

# (tag, address of a link): one of the inline tags that stand open around a word, outermost first.
Format = tuple[str, str]

BREAK = "\n"
_WORD = re.compile(r"[^\W_]+(?:[’'.,\-‑–/][^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a stop, a line break or (then `word` is empty) a citation mark; `space` says whether
    white space stands before it."""

    word: str
    space: bool = False
    formats: tuple[Format, ...] = ()
    mark: Mark | None = None

    @property
    def key(self) -> Hashable:
        """What makes two tokens the same words: formatting, locator and quote are compared apart."""
        return self.mark.source if self.mark else (self.space, self.word)


def tokens_of(text: str, formats: tuple[Format, ...] = (), *, space: bool = True) -> list[Token]:
    """The tokens of text without tags; `space` says whether white space stands before it."""
    tokens: list[Token] = []
    at = 0
    for match in _WORD.finditer(text):
        tokens.append(Token(match[0], space or match.start() > at, formats))
        at, space = match.end(), False
    return tokens
