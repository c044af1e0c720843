"""Word by word: which tokens of a line stayed, went, came, or only look or lead otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from articles.document.diff.restyling import restyling
from articles.document.diff.tokens import Token, tokens_of


class Difference(StrEnum):
    """What became of something; of a run of words, CHANGED means the same words in other formatting."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with the same fate; `note` says what is different about changed ones."""

    difference: Difference
    tokens: tuple[Token, ...]
    note: str = ""


# A stretch of two lines: the old tokens, the new ones, and whether they are the same words.
_Stretch = tuple[Sequence[Token], Sequence[Token], bool]


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """The runs of two texts without tags."""
    return compare_tokens(tokens_of(old), tokens_of(new))


def compare_tokens(old: Sequence[Token], new: Sequence[Token]) -> tuple[Run, ...]:
    """The runs of two lines. Without the removed ones they say the new line, without the added ones the old."""
    runs: list[Run] = []
    for before, after, is_same in _readable(_stretches(old, new)):
        if is_same:
            runs += _same(before, after)
        else:
            runs += [Run(Difference.REMOVED, tuple(before))] if before else []
            runs += [Run(Difference.ADDED, tuple(after))] if after else []
    return tuple(runs)


def whole(tokens: Sequence[Token], difference: Difference) -> tuple[Run, ...]:
    """All tokens as one run."""
    return (Run(difference, tuple(tokens)),) if tokens else ()


def _stretches(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Stretch]:
    # difflib's "autojunk" stays on: it bounds the time that a long, repetitive line can take.
    matcher = SequenceMatcher(None, [token.key for token in old], [token.key for token in new])
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield old[i1:i2], new[j1:j2], tag == "equal"


def _readable(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    """A lone small word between two changes joins them: one change to read instead of two and a half."""
    found = list(stretches)
    out: list[_Stretch] = []
    for n, stretch in enumerate(found):
        is_after_change = bool(out) and not out[-1][2]
        follows = found[n + 1 : n + 2]
        if is_after_change and (not stretch[2] or (follows and _is_trifle(stretch, out[-1], follows[0]))):
            out[-1] = _joined(out[-1], stretch)
        else:
            out.append(stretch)
    return out


def _joined(one: _Stretch, two: _Stretch) -> _Stretch:
    return [*one[0], *two[0]], [*one[1], *two[1]], False


def _is_trifle(same: _Stretch, before: _Stretch, after: _Stretch) -> bool:
    tokens = (*same[0], *same[1])
    if len(same[0]) > 2 or any(token.mark or token.formats for token in tokens):
        return False
    length = _length(same[0])
    return all(length <= max(_length(each[0]), _length(each[1])) for each in (before, after))


def _length(tokens: Sequence[Token]) -> int:
    return sum(len(token.word) for token in tokens)


def _same(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    noted = [(restyling(before, after), after) for before, after in zip(old, new, strict=True)]
    return [
        Run(Difference.CHANGED if note else Difference.SAME, tuple(token for _, token in pairs), note)
        for note, pairs in groupby(noted, key=lambda pair: pair[0])
    ]
