"""Headings and lists that a plain text does not mark: told by length, ends, neighbours and empty lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from articles.importing.blocks import Block, Heading, Item, Listing, Paragraph, Table
from articles.importing.casing import is_title_case
from articles.importing.lines import Line
from articles.importing.marks import BRACKET
from articles.importing.wrapping import is_clause, is_finished, is_lead, is_sentence, sentences, without_marks

_LONGEST, _MOST_WORDS = 110, 16
_LONGEST_ITEM, _MOST_ITEM_WORDS = 160, 26
_TABLE_NAME = re.compile(r"(?:Table|Box|Figure|Fig\.|Chart|Exhibit)\s+[0-9A-Z]{1,3}\b")
_NAVIGATION = re.compile(r"(?:(?:go|back|return|skip|jump)\s+to|(?:see|click)\s+here)\b", re.I)
_NOT_WORDS = re.compile(r"[<>{}=\\|`@]|\]\]|://|&[a-z]+;|^\W*$")
_OPENING = re.compile(r"[\"'“‘(¿]?[A-ZÀ-ÞŒŠŽ0-9]")


def could_head(words: str) -> bool:
    """Whether a line has the form of a heading: short, a capital first, no punctuation last, no citation."""
    return (
        len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and bool(_OPENING.match(words))
        and not words.endswith((",", ";", ":", ".", "!", "-", "–"))
        and any(char.isalpha() for char in words)
        and not _NOT_WORDS.search(words)
        and not BRACKET.search(words)
        and not _NAVIGATION.match(words)
    )


def is_open(words: str) -> bool:
    """Whether a line is short and ends like a heading or an entry of a list, not like a sentence."""
    short = len(words) <= _LONGEST_ITEM and len(words.split()) <= _MOST_ITEM_WORDS
    return short and (not is_finished(words) or words.endswith("?")) and not is_clause(words)


@dataclass(slots=True)
class Reader:
    """Walks lines and marked blocks in order and says what each unmarked line is."""

    stream: Sequence[Line | Block]
    made: list[Block]

    def read(self) -> list[Block]:
        """All blocks; a heading among them has level 0 unless the file gave it one."""
        at = 0
        while at < len(self.stream):
            line = self.stream[at]
            if not isinstance(line, Line):
                self.made.append(line)
                at += 1
            elif is_open(line.words):
                at = self._run(at)
            else:
                at = self._stretch(at)
        return self.made

    def _run(self, at: int) -> int:
        """Lines that end openly, one after another: headings, a list, or both."""
        end = at + 1
        alone = self._is_alone(at)
        while isinstance(line := self._get(end), Line) and is_open(line.words):
            if (line.gap and not alone) or self._is_alone(end) != alone:
                break
            end += 1
        run = [line for line in self.stream[at:end] if isinstance(line, Line)]
        led = bool(not run[0].gap and self.made and _leads(self.made[-1]))
        for first, last, is_list in _divided(run, led=led, following=self._get(end)):
            if is_list:
                self._list(run[first:last])
            else:
                self._single(run[first], followed=self._get(at + last))
        return end

    def _single(self, line: Line, *, followed: "Line | Block | None") -> None:
        if could_head(line.words) and followed is not None:
            attached = isinstance(followed, Line) and not followed.gap
            self.made.append(Heading(text=line.words, gap=line.gap, is_attached=attached, scope=line.scope))
        else:
            self._paragraph(line)

    def _stretch(self, at: int) -> int:
        """Finished lines up to the next open one or gap: paragraphs, perhaps with a list after the first."""
        end = at + 1
        while isinstance(line := self._get(end), Line) and not line.gap and not is_open(line.words):
            end += 1
        run = [line for line in self.stream[at:end] if isinstance(line, Line)]
        is_bounded = run[0].gap > 0 and not (isinstance(line, Line) and not line.gap)
        after_heading = bool(self.made and isinstance(self.made[-1], Heading) and not run[0].gap)
        if after_heading and _is_list(run, least=3):
            self._list(run)
            return end
        is_long_first = len(run[0].words) > 2 * _length(run) and not is_lead(run[0].words)
        if is_bounded and is_long_first and _is_list(run[1:], least=2):
            self._paragraph(run[0])
            self._list(run[1:])
            return end
        n = 0
        while n < len(run):
            self._paragraph(run[n])
            n += 1
            items = _led(run, n, is_bounded=is_bounded) if is_lead(run[n - 1].words) else 0
            if items:
                self._list(run[n : n + items])
                n += items
        return end

    def _list(self, run: Sequence[Line]) -> None:
        items = tuple(Item(text=line.words) for line in run)
        self.made.append(Listing(items=items, scope=run[0].scope))

    def _paragraph(self, line: Line) -> None:
        self.made.append(Paragraph(text=line.words, scope=line.scope))

    def _get(self, at: int) -> "Line | Block | None":
        return self.stream[at] if at < len(self.stream) else None

    def _is_alone(self, at: int) -> bool:
        line, following = self._get(at), self._get(at + 1)
        return isinstance(line, Line) and line.gap > 0 and not (isinstance(following, Line) and not following.gap)


def _divided(run: Sequence[Line], *, led: bool, following: Line | Block | None) -> list[tuple[int, int, bool]]:
    """(first, after, is a list) of the parts of a run of open lines."""
    count = len(run)
    ends_in_heading = following is not None and could_head(run[-1].words)
    if led and count > 1:
        last_differs = is_title_case(run[-1].words) and not any(is_title_case(line.words) for line in run[:-1])
        return _parts(0, count - (1 if ends_in_heading and last_differs else 0), count)
    cited = [n for n, line in enumerate(run) if BRACKET.search(line.words)]
    if len(cited) > 1:
        first = 1 if cited[0] > 0 and could_head(run[0].words) else 0
        return _parts(first, count - (1 if ends_in_heading and cited[-1] < count - 1 else 0), count)
    if count > 3 and could_head(run[0].words):
        return _parts(1, count - (1 if ends_in_heading else 0), count)
    return [(n, n + 1, False) for n in range(count)]


def _parts(first: int, last: int, count: int) -> list[tuple[int, int, bool]]:
    """Single lines before `first` and from `last` on, a list between."""
    singles = [(n, n + 1, False) for n in range(count)]
    return [*singles[:first], *([(first, last, True)] if last > first else []), *singles[last:]]


def _leads(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_lead(block.text)


def _length(run: Sequence[Line]) -> float:
    return median(len(line.words) for line in run)


def _is_list(run: Sequence[Line], *, least: int) -> bool:
    """Whether finished lines read like entries: several, short, one sentence each."""
    if len(run) < least or any(is_lead(line.words) or not is_sentence(line.words) for line in run):
        return False
    counts = [sentences(line.words) for line in run]
    return _length(run) <= 120 and max(len(line.words) for line in run) <= 300 and median(counts) == 1


def _led(run: Sequence[Line], at: int, *, is_bounded: bool) -> int:
    """How many lines after a lead-in are its list: all to the gap, or those that stay short; 0 when none are."""
    end = next((n for n in range(at, len(run)) if is_lead(run[n].words)), len(run))
    if is_bounded and end == len(run) and end - at > 1 and _length(run[at:]) <= 450:
        return end - at
    short = at
    while short < end and len(run[short].words) <= 200 and sentences(run[short].words) == 1:
        short += 1
    return short - at if short - at > 1 else 0


def captions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the name above each table moved into it."""
    made: list[Block] = []
    for block in blocks:
        above = made[-1] if made else None
        name = above.text if isinstance(above, Heading | Paragraph) else ""
        is_name = _TABLE_NAME.match(name) or (isinstance(above, Paragraph) and could_head(without_marks(name)))
        if name and is_name and isinstance(block, Table):
            made.pop()
            block = replace(block, caption=name)
        made.append(block)
    return made
