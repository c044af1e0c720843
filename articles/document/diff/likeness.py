"""How much a section or takeaway is still the one it was; what a source or a person is known by."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from articles.document.diff.aligning import overlap
from articles.document.nodes import Node, Section, Takeaway
from articles.document.walk import text_of

_HEADING_WEIGHS = 0.4
_OTHER_KIND = 0.8  # a paragraph that became a note may still be the same words
_SHORT = 3  # words so short ("of", "the") say little about what a text is


def of_sections(old: Sequence[Section], new: Sequence[Section]) -> Callable[[Section, Section], float]:
    """A measure from 0 to 1 for any old and new section, with the words of each read once."""
    words = {id(each): (_words(each.heading), _words(text_of(each.body))) for each in (*old, *new)}

    def alike(before: Section, after: Section) -> float:
        (old_heading, old_body), (new_heading, new_body) = words[id(before)], words[id(after)]
        same_kind = 1.0 if before.kind == after.kind else _OTHER_KIND
        heading = overlap(old_heading, new_heading)
        body = overlap(old_body, new_body)
        if not old_heading and not new_heading:
            return same_kind * body
        if not old_body or not new_body:
            return same_kind * heading
        return same_kind * (_HEADING_WEIGHS * heading + (1 - _HEADING_WEIGHS) * body)

    return alike


def of_takeaways(old: Sequence[Takeaway], new: Sequence[Takeaway]) -> Callable[[Takeaway, Takeaway], float]:
    """The same for takeaways."""
    words = {id(each): _words(text_of(each.body)) for each in (*old, *new)}
    return lambda before, after: overlap(words[id(before)], words[id(after)])


def by_identity(*names: str) -> Callable[[Sequence[Node], Sequence[Node]], dict[int, int]]:
    """Pairs items that have the same values in these fields; of several, the first with the first."""

    def pairs(old: Sequence[Node], new: Sequence[Node]) -> dict[int, int]:
        known = {key: i for i, key in enumerate(_keys(old, names))}
        return {j: known[key] for j, key in enumerate(_keys(new, names)) if key in known}

    return pairs


def _keys(items: Sequence[Node], names: Sequence[str]) -> list[Hashable]:
    seen: Counter[Hashable] = Counter()
    keys: list[Hashable] = []
    for item in items:
        identity = tuple(getattr(item, name) for name in names)
        keys.append((identity, seen[identity]))
        seen[identity] += 1
    return keys


def _words(text: str) -> frozenset[str]:
    words = [word.strip(".,;:!?()“”‘’\"'") for word in text.casefold().split()]
    telling = frozenset(word for word in words if len(word) > _SHORT or word.isdigit())
    return telling or frozenset(words)
