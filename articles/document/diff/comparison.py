"""Two Documents side by side, part by part, in reading order; nothing that differs can stay unsaid."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from articles.document.diff.aligning import anywhere, in_new_order, moved
from articles.document.diff.blocks import Block, compare_bodies
from articles.document.diff.blocks import is_visible as blocks_show
from articles.document.diff.details import Detail, changed_details, said
from articles.document.diff.details import is_visible as runs_show
from articles.document.diff.likeness import by_identity, of_sections, of_takeaways
from articles.document.diff.words import Difference, Run, compare_words
from articles.document.nodes import Document, Node, Section

_RICH = frozenset({"standfirst", "takeaways_lead", "contributor_note"})
# Fields of a section that are shown by name; heading and body are shown as text.
_SECTION_DETAILS = ("kind", "level", "care_level", "speaker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field of the Document, or one item of a list in it.

    `field` is the name in the Document; `old_at` and `new_at` count from 1, 0 where there is none. `is_hidden`:
    something differs that neither text nor details can show, such as white space.
    """

    field: str
    difference: Difference
    old: Node | None = None
    new: Node | None = None
    old_at: int = 0
    new_at: int = 0
    is_moved: bool = False
    is_hidden: bool = False
    heading: tuple[Run, ...] = ()
    body: tuple[Block, ...] = ()
    details: tuple[Detail, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing happened to it, not even a move."""
        return self.difference == Difference.SAME and not self.is_moved


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of every part of the old Document in the new one."""

    old: Document
    new: Document
    parts: tuple[Part, ...]

    @property
    def is_same(self) -> bool:
        """Whether the two say the same, to the last white space."""
        return all(part.is_same for part in self.parts)

    @property
    def changes(self) -> tuple[Part, ...]:
        """The parts to which something happened."""
        return tuple(part for part in self.parts if not part.is_same)

    def of(self, *names: str) -> tuple[Part, ...]:
        """The parts of some fields, in order."""
        return tuple(part for part in self.parts if part.field in names)


def compare(old: Document, new: Document) -> Comparison:
    """Compares two Documents. Time grows with the product of their numbers of sections and blocks."""
    parts: list[Part] = []
    for field in fields(Document):
        parts += _part(field.name, getattr(old, field.name), getattr(new, field.name))
    return Comparison(old, new, tuple(parts))


def _part(name: str, old: Any, new: Any) -> Iterator[Part]:
    if name in _LISTS:
        pairing, describe = _LISTS[name]
        yield from _items(name, old, new, pairing(old, new), describe)
    elif name in _RICH:
        yield _judged(Part(field=name, difference=_fate(old, new), body=compare_bodies(old, new)), old == new)
    elif name == "hero":
        if old or new:
            part = Part(field=name, difference=_fate(old, new), old=old, new=new, details=changed_details(old, new))
            yield _judged(part, old == new)
    else:
        runs = compare_words(said(old), said(new))
        yield _judged(Part(field=name, difference=_fate(old, new), heading=runs), old == new)


def _items(
    name: str, old: Sequence[Node], new: Sequence[Node], found: dict[int, int], describe: Callable[..., dict[str, Any]]
) -> Iterator[Part]:
    away = moved(found)
    for i, j in in_new_order(len(new), found, len(old)):
        before = None if i is None else old[i]
        after = None if j is None else new[j]
        part = Part(
            field=name,
            difference=_fate(before, after),
            old=before,
            new=after,
            old_at=0 if i is None else i + 1,
            new_at=0 if j is None else j + 1,
            is_moved=j in away,
            **describe(before, after),
        )
        yield _judged(part, before == after)


def _fate(old: Any, new: Any) -> Difference:
    if old == new:
        return Difference.SAME
    if not old:
        return Difference.ADDED
    return Difference.CHANGED if new else Difference.REMOVED


def _judged(part: Part, is_same: bool) -> Part:
    """The part with `is_hidden` said where nothing of a difference shows."""
    shows = runs_show(part.heading) or blocks_show(part.body) or any(runs_show(each.runs) for each in part.details)
    speaks_for_itself = part.difference != Difference.CHANGED and (part.old or part.new)
    return part if is_same or shows or speaks_for_itself else replace(part, is_hidden=True)


def _of_section(old: Section | None, new: Section | None) -> dict[str, Any]:
    return {
        "heading": compare_words(old.heading if old else "", new.heading if new else ""),
        "body": compare_bodies(old.body if old else "", new.body if new else ""),
        "details": changed_details(old, new, _SECTION_DETAILS) if old and new else (),
    }


def _of_takeaway(old: Any, new: Any) -> dict[str, Any]:
    return {"body": compare_bodies(old.body if old else "", new.body if new else "")}


def _of_record(old: Node | None, new: Node | None) -> dict[str, Any]:
    return {"details": changed_details(old, new)}


# List → what pairs its items, and what is said of a pair.
_LISTS: dict[str, tuple[Callable[..., dict[int, int]], Callable[..., dict[str, Any]]]] = {
    "takeaways": (lambda old, new: anywhere(old, new, of_takeaways(old, new)), _of_takeaway),
    "sections": (lambda old, new: anywhere(old, new, of_sections(old, new)), _of_section),
    "sources": (by_identity("id"), _of_record),
    "people": (by_identity("role", "profile"), _of_record),
}
