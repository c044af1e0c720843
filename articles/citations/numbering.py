"""Citation numbers: computed in reading order, never stored (H33–H36)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.document import walk
from articles.document.nodes import Document


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of a Document.

    `numbers` maps source id to its number 1..n; `groups` maps (place, group from 1) to an anchor that is
    unique on the page; `places` maps source id to the anchors that cite it, in order; `dangling` are marks
    whose source is not in the Document; `uncited` are sources that nothing cites, in list order.
    """

    numbers: dict[int, int] = field(default_factory=dict)
    groups: dict[tuple[str, int], str] = field(default_factory=dict)
    places: dict[int, list[str]] = field(default_factory=dict)
    dangling: tuple[walk.Mark, ...] = ()
    uncited: tuple[int, ...] = ()


def number(document: Document) -> Numbering:
    """Numbers every source by first appearance; reuse keeps the number (ICMJE citation-sequence)."""
    known = {source.id for source in document.sources}
    numbers: dict[int, int] = {}
    groups: dict[tuple[str, int], str] = {}
    places: dict[int, list[str]] = {}
    dangling = []
    for mark in walk.marks(document):
        if mark.source not in known:
            dangling.append(mark)
            continue
        numbers.setdefault(mark.source, len(numbers) + 1)
        anchor = groups.setdefault((mark.place, mark.group), f"cite-{len(groups) + 1}")
        cited_at = places.setdefault(mark.source, [])
        if not cited_at or cited_at[-1] != anchor:  # marks of a group are neighbours: the last is enough to know
            cited_at.append(anchor)
    uncited = tuple(source.id for source in document.sources if source.id not in numbers)
    return Numbering(numbers, groups, places, tuple(dangling), uncited)


def collapse(numbers: Iterable[int]) -> str:
    """Sorted, without repeats, runs of three or more as a range: `1,3–8,19` (AMA Manual; CSL collapse)."""
    parts: list[str] = []
    run: list[int] = []
    for n in [*sorted(set(numbers)), None]:
        if run and n != run[-1] + 1:
            parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(each) for each in run]
            run = []
        if n is not None:
            run.append(n)
    return ",".join(parts)
