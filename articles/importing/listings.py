"""Lines that start with a bullet or a number → lists, one inside another where the file means it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.importing.blocks import Item, Listing
from articles.importing.lines import Line
from articles.importing.wrapping import is_finished, join, opens_lower

_MARKER = re.compile(r"(\s*)(?:([-*+•·▪◦‣])|([0-9]{1,3})[.)])(?:\s+|$)(.*)")
_DEEPEST = 3
_LONGEST = 20_000


@dataclass(slots=True)
class _Raw:
    indent: int
    number: int | None
    text: str
    depth: int = 0


def starts_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a list item starts at this line; a number that a line break brought to its front starts none."""
    match = _MARKER.fullmatch(lines[at].text)
    if not match or lines[at].is_code or not match[4].strip():
        return False
    if lines[at].gap or at == 0 or _MARKER.fullmatch(lines[at - 1].text):
        return True
    return is_finished(lines[at - 1].words) or (match[2] is not None and not match[4][0].islower())


def take(lines: Sequence[Line], at: int, *, markdown: bool) -> tuple[list[Listing], int]:
    """The lists that start at a line, and the index after them."""
    raws: list[_Raw] = []
    scope = lines[at].scope
    while at < len(lines):
        line = lines[at]
        match = None if line.is_code else _MARKER.fullmatch(line.text)
        if match and match[4].strip() and (not raws or line.gap or starts_item(lines, at) or is_item_next(raws, match)):
            raws.append(_Raw(len(match[1].expandtabs(4)), int(match[3]) if match[3] else None, match[4].strip()))
        elif not raws or not _belongs(raws, line, markdown=markdown):
            break
        at += 1
    _set_depths(raws)
    return _lists(raws, scope), at


def is_item_next(raws: list[_Raw], match: re.Match[str]) -> bool:
    """Whether a number is the one that the list needs next."""
    last = next((raw.number for raw in reversed(raws) if raw.number is not None), None)
    return bool(match[3]) and last is not None and int(match[3]) == last + 1


def _belongs(raws: list[_Raw], line: Line, *, markdown: bool) -> bool:
    """Adds a line without a marker to the list where it goes on with it; says whether it does."""
    indented = line.text[:1].isspace()
    if line.is_code or (line.gap and not (indented and markdown)) or line.words.startswith(("#", "|", ">")):
        return False
    last = raws[-1]
    if len(last.text) > _LONGEST:
        return False
    if markdown or opens_lower(line.words) or not is_finished(last.text):
        last.text = join(last.text, line.words)
        return True
    if all(raw.number is None for raw in raws):
        return False
    raws.append(_Raw(10_000, None, line.words))  # plain text under a numbered item: a point of that item
    return True


def _set_depths(raws: list[_Raw]) -> None:
    """Nests by indent, and bullets under numbers where the numbers go on after them."""
    bullets_belong = any(
        raw.number is not None and raw.number > 1 and before.number is None for before, raw in pairwise(raws)
    )
    stack: list[int] = []
    for raw in raws:
        while stack and raw.indent < stack[-1]:
            stack.pop()
        if not stack or raw.indent > stack[-1] + 1:
            stack.append(raw.indent)
        raw.depth = min(len(stack) - 1, _DEEPEST)
        if bullets_belong and raw.number is None and raw.depth == 0 and raw is not raws[0]:
            raw.depth = 1


def _lists(raws: Sequence[_Raw], scope: int) -> list[Listing]:
    """Raw items of one depth or more → lists; a change between bullets and numbers starts a new one."""
    made: list[Listing] = []
    at = 0
    base = min((raw.depth for raw in raws), default=0)
    while at < len(raws):
        ordered = raws[at].number is not None
        start = raws[at].number or 1
        items: list[Item] = []
        while at < len(raws) and (raws[at].number is not None) == ordered:
            end = next((n for n in range(at + 1, len(raws)) if raws[n].depth <= base), len(raws))
            inner = _lists(raws[at + 1 : end], scope)
            items += _nested(raws[at].text, inner)
            at = end
        made.append(Listing(items=tuple(items), ordered=ordered, start=start, scope=scope))
    return made


def _nested(text: str, inner: list[Listing]) -> list[Item]:
    """An item with its inner list; where there are two kinds inside, they become one."""
    if not inner:
        return [Item(text=text)]
    items = tuple(item for each in inner for item in each.items)
    return [Item(text=text, inside=Listing(items=items, ordered=inner[0].ordered, start=inner[0].start))]
