"""Title Case, sentence case, or neither: how the words of a line are capitalised."""

import re
from enum import Enum

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LONGEST = 200

# Words that carry no weight in a title, and after which a line goes on.
SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but nor for of in on at to from by with within without as via per vs versus into over under "
        "than your our its that this these those their is are was were be if when where which while such including "
        "both between",
    )
)


class Case(Enum):
    """How the words of a heading are capitalised."""

    TITLE = "Title Case"
    SENTENCE = "Sentence case"
    UNCLEAR = "one word, or names only"


def case(words: str) -> Case:
    """Tells Title Case from sentence case by the words after the first; short names and letters say nothing."""
    if len(words) > _LONGEST:
        return Case.SENTENCE
    matter = [
        word
        for word in _WORD.findall(words)[1:]
        if len(word) > 1 and word.lower() not in SMALL and not (word.isupper() and len(word) < 6)
    ]
    if not matter:
        return Case.UNCLEAR
    share = sum(word[0].isupper() for word in matter) / len(matter)
    return Case.TITLE if share >= 0.7 else Case.SENTENCE if share <= 0.5 else Case.UNCLEAR


def is_title_case(words: str) -> bool:
    """Whether a line has several words and those that matter have a capital."""
    return case(words) is Case.TITLE
