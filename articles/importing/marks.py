"""Citation brackets such as [2] [3], [2,3] and [14–18]: told from other brackets and bound to sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importing.listing import Entry, SourceList

_NUMBERS = r"\[\^?\s{0,3}[0-9]{1,4}(?:\s{0,3}[,;–—-]\s{0,3}[0-9]{1,4}){0,60}\s{0,3}\]"
GROUP = re.compile(rf"{_NUMBERS}(?:\s{{0,3}}{_NUMBERS})*")
BRACKET = re.compile(_NUMBERS)
_PART = re.compile(r"([0-9]{1,4})(?:\s*[–—-]\s*([0-9]{1,4}))?")

# What may come before a bracket that holds numbers but cites nothing: an interval, a sum, an atom's name.
_MEASURE = re.compile(r"(?:\b(?:CI|range|IQR|interval|between|table|figure|fig\.)|[=±<>≤≥×])[\s,:]{0,2}\Z", re.I)
_ISOTOPE = re.compile(r"[A-Z][a-z]?(?![A-Za-z])")
_LONGEST_RANGE = 100
_HIGHEST = 999


@dataclass(slots=True)
class Citations:
    """Binds numbers to sources: within a scope to that scope's list, else to a placeholder made for it.

    `known` maps (scope, number) to the source id; `entries` are the listed ones; `missing` those cited in the
    text that no list has. With one list a source's id is its number in the file.
    """

    known: dict[tuple[int, int], int] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    missing: dict[int, tuple[int, int]] = field(default_factory=dict)
    blank: set[tuple[int, int]] = field(default_factory=set)
    highest: dict[int, int] = field(default_factory=dict)
    last: int = 0

    @classmethod
    def of(cls, lists: Sequence[SourceList]) -> "Citations":
        """The citations that the lists of a file make possible."""
        made = cls()
        many = len({each.scope for each in lists}) > 1
        for each in lists:
            for entry in each.entries:
                made.highest[each.scope] = max(made.highest.get(each.scope, 0), entry.number)
                key = (each.scope, entry.number)
                if not entry.text:
                    made.blank.add(key)
                elif key not in made.known:
                    made.known[key] = len(made.known) + 1 if many else entry.number
                    made.entries[made.known[key]] = entry
        made.last = max(made.entries, default=0)
        return made

    def sources(self, bracket: str, *, scope: int, before: str = "", after: str = "") -> list[int]:
        """The source ids that a bracket cites, in its order; empty when it is no citation."""
        numbers = _expand(bracket)
        if not numbers or (bracket[1] != "^" and self._is_other(numbers, scope, before, after)):
            return []
        return [self._source(scope, number) for number in dict.fromkeys(numbers)]

    def numbers(self) -> dict[int, tuple[int, int]]:
        """(scope, number in the file) of every source id."""
        return {source: key for key, source in self.known.items()}

    def _is_other(self, numbers: list[int], scope: int, before: str, after: str) -> bool:
        """Whether the bracket holds something else: an interval, a year, an isotope."""
        if all((scope, number) in self.known or (scope, number) in self.blank for number in numbers):
            return bool(_ISOTOPE.match(after)) and before[-1:] in {"", " ", "("}
        top = self.highest.get(scope, 0)
        limit = max(2 * top, top + 20) if top else _HIGHEST
        return max(numbers) > limit or bool(_MEASURE.search(before[-12:])) or bool(_ISOTOPE.match(after))

    def _source(self, scope: int, number: int) -> int:
        key = (scope, number)
        if key not in self.known:
            is_free = not scope and number not in self.entries and number not in self.missing
            source = number if is_free else self.last + 1
            self.last = max(self.last, source)
            self.known[key] = source
            self.missing[source] = key
        return self.known[key]


def _expand(bracket: str) -> list[int]:
    """The numbers of a bracket, ranges filled in; empty for a range that runs backwards or too far, and for 0."""
    numbers: list[int] = []
    for first, last in _PART.findall(bracket):
        start, end = int(first), int(last or first)
        if not 0 < start <= end or end - start > _LONGEST_RANGE:
            return []
        numbers += range(start, end + 1)
    return numbers
