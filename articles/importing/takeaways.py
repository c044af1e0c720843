"""Finds the key takeaways among the blocks and takes them out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importing.blocks import Block, Heading, Listing, Paragraph, texts
from articles.importing.labels import label, undressed
from articles.importing.wrapping import is_lead

_LEAD = re.compile(r"\bkey\s+(?:information|points?|take-?aways?|messages?|facts?|findings?)\b|\btake-?aways?\b", re.I)
_OVERVIEW = frozenset({"overview", "summary", "in summary", "at a glance"})
_COUNTS = {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_COUNT = re.compile(
    rf"\b({'|'.join(_COUNTS)}|[1-9][0-9]?)(?=(?:\s+[\w'’-]+){{0,3}}\s+"
    r"(?:take-?aways?|points|messages|facts|things|findings|lessons|insights)\b)",
    re.I,
)
_LEAST_LENGTH = 40


@dataclass(slots=True)
class Found:
    """The takeaways as written, their lead-in, and what became of their heading."""

    lead: str = ""
    items: tuple[str, ...] = ()
    scope: int = 0
    notes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


def lift(blocks: Sequence[Block]) -> tuple[list[Block], Found]:
    """The blocks without the takeaways, and the takeaways; nothing is taken where it is not clear."""
    for finder in (_headed, _led, _overview):
        span = finder(blocks)
        if span is not None:
            return _cut(blocks, *span)
    return list(blocks), Found()


def _headed(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """A heading such as “Key takeaways”, used once, with its list, or else the paragraphs up to the next heading."""
    heads = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and label(block.text) == "takeaways"]
    if len(heads) != 1:
        return None
    start = heads[0]
    end = next((n for n in range(start + 1, len(blocks)) if isinstance(blocks[n], Heading)), len(blocks))
    inside = blocks[start + 1 : end]
    for n in (0, 1):
        if len(inside) > n and isinstance(inside[n], Listing):
            return (start, start + n + 2) if n == 0 or isinstance(inside[0], Paragraph) else None
    return (start, end) if inside and all(isinstance(block, Paragraph) for block in inside) else None


def _led(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Before the second heading, a lead-in that speaks of key information, and its list."""
    heads = 0
    for n, block in enumerate(blocks[:-1]):
        heads += isinstance(block, Heading)
        if heads > 1:
            return None
        follows = isinstance(block, Paragraph) and isinstance(blocks[n + 1], Listing)
        if follows and isinstance(block, Paragraph) and is_lead(block.text) and _LEAD.search(block.text):
            return n, n + 2
    return None


def _overview(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The one list of sentences, led in by nothing, in a first section called Overview."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), None)
    head = blocks[first] if first is not None else None
    if first is None or not isinstance(head, Heading) or undressed(head.text).lower() not in _OVERVIEW:
        return None
    end = next((n for n in range(first + 1, len(blocks)) if isinstance(blocks[n], Heading)), len(blocks))
    lists = [n for n in range(first + 1, end) if isinstance(blocks[n], Listing)]
    if len(lists) != 1:
        return None
    before, found = blocks[lists[0] - 1], blocks[lists[0]]
    if (isinstance(before, Paragraph) and is_lead(before.text)) or not isinstance(found, Listing) or found.ordered:
        return None
    entries = list(texts(found))
    return (lists[0], lists[0] + 1) if sum(map(len, entries)) >= _LEAST_LENGTH * len(entries) else None


def _cut(blocks: Sequence[Block], start: int, end: int) -> tuple[list[Block], Found]:
    found = Found(scope=blocks[start].scope)
    inside = blocks[start:end]
    found.taken += [block.text for block in inside if isinstance(block, Heading)]
    paragraphs = [block.text for block in inside if isinstance(block, Paragraph)]
    lists = [block for block in inside if isinstance(block, Listing)]
    if paragraphs and (lists or is_lead(paragraphs[0])):
        found.lead = paragraphs.pop(0)
    found.items = tuple(texts(lists[0])) if lists else tuple(paragraphs)
    found.lead = _counted(found)
    above = blocks[start - 1] if start else None
    if isinstance(above, Heading) and (end == len(blocks) or isinstance(blocks[end], Heading)):
        found.taken.append(above.text)  # nothing else stood under it
        start -= 1
    return [*blocks[:start], *blocks[end:]], found


def _counted(found: Found) -> str:
    """The lead-in with its count word as `{count}` where it is right (H30); a wrong one stays and is reported."""
    count = _COUNT.search(found.lead)
    if not count:
        return found.lead
    stated = _COUNTS.get(count[1].lower()) or int(count[1])
    if stated != len(found.items):
        found.notes.append(f"The lead-in of the takeaways says {count[1]}, but there are {len(found.items)}.")
        return found.lead
    found.taken.append(count[1])
    return f"{found.lead[: count.start()]}{{count}}{found.lead[count.end() :]}"
