"""Block by block: the old and the new body as one tree in which every line knows what became of its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.document.diff.aligning import ENOUGH, Pair, in_order, overlap
from articles.document.diff.tree import Element, read
from articles.document.diff.words import Difference, Run, compare_tokens, whole

# What is still the same kind of thing under another tag.
_FAMILIES = {"p": "text", "h4": "text", "ul": "list", "ol": "list", "td": "cell", "th": "cell"}
# Blocks that are one thing whatever they hold: a table that was filled anew is still that table.
_HOLDERS = frozenset({"", "ul", "ol", "table", "caption", "thead", "tbody", "blockquote"})
_NAMES = {
    "p": "a paragraph",
    "h4": "a small heading",
    "ul": "a list with bullets",
    "ol": "a numbered list",
    "td": "a plain cell",
    "th": "a heading cell",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of both bodies, or (tag "") a line with its runs; `note` says how the block itself changed."""

    tag: str
    difference: Difference
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Block", ...] = ()
    runs: tuple[Run, ...] = ()
    note: str = ""


def compare_bodies(old: str, new: str) -> tuple[Block, ...]:
    """The blocks of both bodies in reading order; what is gone stands where it was."""
    if old == new:
        return tuple(_whole(element, Difference.SAME) for element in read(new))
    return _children(read(old), read(new))


def is_visible(blocks: Iterable[Block]) -> bool:
    """Whether anything in the blocks shows as changed."""
    return any(block.difference != Difference.SAME for block in blocks)


def _children(old: tuple[Element, ...], new: tuple[Element, ...]) -> tuple[Block, ...]:
    pairs = _cells(old, new) or in_order(old, new, lambda element: element.html, _alike)
    blocks: list[Block] = []
    for i, j in pairs:
        before = None if i is None else old[i]
        after = None if j is None else new[j]
        if before and after and _family(before) == _family(after):
            blocks.append(_paired(before, after))
            continue
        blocks += [_whole(before, Difference.REMOVED)] if before else []
        blocks += [_whole(after, Difference.ADDED)] if after else []
    return tuple(blocks)


def _cells(old: tuple[Element, ...], new: tuple[Element, ...]) -> list[Pair]:
    """The cells of a row that has as many as before belong together by column."""
    if len(old) != len(new) or {_family(element) for element in (*old, *new)} != {"cell"}:
        return []
    return [(n, n) for n in range(len(old))]


def _alike(old: Element, new: Element) -> float:
    if _family(old) != _family(new):
        return 0.0
    score = overlap(old.words, new.words)
    return max(score, ENOUGH) if new.tag in _HOLDERS else score


def _paired(old: Element, new: Element) -> Block:
    if old.html == new.html:
        return _whole(new, Difference.SAME)
    if not new.tag:
        runs = compare_tokens(old.tokens, new.tokens)
        is_same = all(run.difference == Difference.SAME for run in runs)
        return Block("", Difference.SAME if is_same else Difference.CHANGED, runs=runs)
    children, note = _children(old.children, new.children), _note(old, new)
    difference = Difference.CHANGED if note or is_visible(children) else Difference.SAME
    return Block(new.tag, difference, new.attributes, children, note=note)


def _whole(element: Element, difference: Difference) -> Block:
    children = tuple(_whole(child, difference) for child in element.children)
    return Block(element.tag, difference, element.attributes, children, whole(element.tokens, difference))


def _family(element: Element) -> str:
    return _FAMILIES.get(element.tag, element.tag)


def _note(old: Element, new: Element) -> str:
    notes = [f"was {_NAMES[old.tag]}, now {_NAMES[new.tag]}"] if old.tag != new.tag else []
    before, after = dict(old.attributes), dict(new.attributes)
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            notes.append(f"{name}: {after.get(name) or 'none'}, before: {before.get(name) or 'none'}")
    return "; ".join(notes)
