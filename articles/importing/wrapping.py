"""Lines that an editor broke at a margin, put together again; what a line's end and start say."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from articles.importing.casing import SMALL, is_title_case
from articles.importing.lines import Line

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]»*_]{0,4}$")
_FULL_STOP = re.compile(r"[.!?…][\"'”’)\]»*_]{0,4}$")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]»]{0,3}(?:\s|$)")
_TAIL, _LONGEST_BRACKET = 400, 62
_LONGEST_PARAGRAPH = 20_000
_CLAUSE_END = re.compile(r"(?:[,;]|\b(?:or|and))$")


def without_marks(words: str) -> str:
    """The words without the citations and short brackets at their end."""
    if not words.endswith("]"):
        return words
    tail = words[-_TAIL:]
    while tail.endswith("]"):
        start = tail.rfind("[")
        if start < 0 or len(tail) - start > _LONGEST_BRACKET:
            break
        tail = tail[:start].rstrip()
        if tail.endswith(("];", "],")):
            tail = tail[:-1]
    return words[:-_TAIL] + tail


def is_finished(words: str) -> bool:
    """Whether a line ends where a sentence or a lead-in may end."""
    return bool(_ENDS.search(without_marks(words)[-12:]) or _ENDS.search(words[-12:]))


def is_sentence(words: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_FULL_STOP.search(without_marks(words)[-12:]) or _FULL_STOP.search(words[-12:]))


def is_lead(words: str) -> bool:
    """Whether a line leads in to what follows: it ends with a colon, citations aside."""
    return without_marks(words).rstrip("*_").endswith(":") or words.rstrip("*_").endswith(":")


def sentences(words: str) -> int:
    """Roughly how many sentences a text has, at least one."""
    return max(1, len(_SENTENCE.findall(without_marks(words))))


def opens_lower(words: str) -> bool:
    """Whether a line starts in the middle of a sentence."""
    return words[:1].islower()


def join(first: str, second: str) -> str:
    """Two lines as one; a word cut at a hyphen keeps it."""
    return f"{first} {second}".strip()


def margin(lines: Sequence[Line]) -> int:
    """The width at which the file breaks its lines; 0 when it does not break them."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not a.is_code and not b.is_code]
    broken = [len(a.text) for a, b in pairs if _is_broken(a, b)]
    return int(median(broken)) if len(broken) > 5 and len(broken) > 0.1 * len(pairs) else 0


def unwrapped(lines: Sequence[Line], *, width: int) -> list[Line]:
    """The lines of one group with those joined that a margin of this width broke."""
    made: list[Line] = []
    is_prose = width > 0 and any(_is_broken(a, b) for a, b in pairwise(lines))
    for n, line in enumerate(lines):
        is_led = any(is_lead(each.text) for each in made[-1:]) or (len(made) > 1 and is_lead(made[0].text))
        if is_led and _are_clauses(lines[n:]):
            return [*made, *lines[n:]]
        if is_led or not made:
            goes_on = bool(made) and _continues(made[-1].words, line.words)
        else:
            is_full = is_prose and _fills(lines[n - 1], line.words, width)
            goes_on = _goes_on(made[-1].words, line.words, is_full=is_full, is_wrapped=width > 0)
        if goes_on and not line.is_code:
            made[-1] = Line(join(made[-1].text, line.words), made[-1].gap, made[-1].scope)
        else:
            made.append(line)
    return made


def _are_clauses(lines: Sequence[Line]) -> bool:
    """Whether all lines are clauses of one sentence, each but the last with a comma or “or” at its end."""
    return 1 < len(lines) < 30 and all(
        opens_lower(line.words) and (line is lines[-1] or is_clause(line.words)) for line in lines
    )


def is_clause(words: str) -> bool:
    """Whether a line is a clause that another one follows: it ends with a comma, a semicolon, “or” or “and”."""
    return bool(_CLAUSE_END.search(words[-12:]))


def _is_broken(line: Line, following: Line) -> bool:
    """Whether a sentence plainly goes over the end of a line."""
    return opens_lower(following.words) and not is_finished(line.words)


def _fills(line: Line, following: str, width: int) -> bool:
    """Whether the next word would not have fitted on a line, which is still no whole paragraph."""
    return width < len(line.text) + 1 + len(following.split(None, 1)[0]) < 3 * width


def _goes_on(words: str, following: str, *, is_full: bool, is_wrapped: bool) -> bool:
    """Whether a line is the rest of the text before it, in a file that breaks its lines or not."""
    if is_finished(words):
        return _continues(words, following) or (is_full and not is_lead(words) and len(words) <= _LONGEST_PARAGRAPH)
    unlike_title = not (is_title_case(words) and len(words.split()) > 2)
    return _continues(words, following) or (is_wrapped and unlike_title and len(words) <= _LONGEST_PARAGRAPH)


def _continues(words: str, following: str) -> bool:
    """Whether the words themselves ask for more: a small letter follows, a bracket is open, a small word is last."""
    if len(words) > _LONGEST_PARAGRAPH:
        return False
    if is_finished(words):
        return words.endswith(";") and opens_lower(following)
    tail = without_marks(words)
    last = re.sub(r"\W", "", tail.rsplit(None, 1)[-1]).lower() if tail else ""
    asks = tail.endswith(",") or (last in SMALL and not is_title_case(words)) or words.count("(") > words.count(")")
    return opens_lower(following) or asks
