"""Which of the old belongs to which of the new: in order for blocks, anywhere for what may move."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
# Positions from 0 of an old item and of the new one it became; None where there is no other.
Pair = tuple[int | None, int | None]

# Below this, two blocks or sections are not the same one changed, but one gone and one new.
ENOUGH = 0.35
# More comparisons than this between two exact matches are not made; the rest is paired in order, if at all.
LIMIT = 40_000


def overlap(old: frozenset[str], new: frozenset[str]) -> float:
    """How much two sets of words have in common, 0 to 1 (Sørensen–Dice)."""
    total = len(old) + len(new)
    return 2 * len(old & new) / total if total else 1.0


def in_order(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], alike: Callable[[T, T], float]
) -> list[Pair]:
    """Pairs in reading order, none crossing another: equal keys first, between them the most alike."""
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, [key(item) for item in old], [key(item) for item in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            pairs += _between(old, new, range(i1, i2), range(j1, j2), alike)
    return pairs


def anywhere(old: Sequence[H], new: Sequence[H], alike: Callable[[H, H], float]) -> dict[int, int]:
    """New position → old position: equal items first (each the nearest), then the most alike."""
    found: dict[int, int] = {}
    equals: dict[H, list[int]] = {}
    for i, item in enumerate(old):
        equals.setdefault(item, []).append(i)
    for j, item in enumerate(new):
        if equals.get(item):
            found[j] = min(equals[item], key=lambda i, j=j: (abs(i - j), i))  # type: ignore[misc]
            equals[item].remove(found[j])
    free = set(range(len(old))) - set(found.values())
    left = [j for j in range(len(new)) if j not in found]
    scored = [(alike(old[i], new[j]), i, j) for i in free for j in left]
    for score, i, j in sorted(scored, key=lambda each: (-each[0], abs(each[1] - each[2]), each[2])):
        if score >= ENOUGH and i in free and j not in found:
            found[j] = i
            free.remove(i)
    return found


def moved(found: dict[int, int]) -> set[int]:
    """The new positions that are out of order: all but a longest run of pairs that kept theirs."""
    order = sorted(found)
    tails: list[int] = []  # the smallest old position that ends an ordered run of each length
    ends: list[int] = []  # the new position that each of them belongs to
    previous: dict[int, int | None] = {}
    for j in order:
        at = bisect_left(tails, found[j])
        previous[j] = ends[at - 1] if at else None
        tails[at : at + 1] = [found[j]]
        ends[at : at + 1] = [j]
    kept: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = previous[step]
    return set(order) - kept


def in_new_order(count: int, found: dict[int, int], old_count: int) -> list[Pair]:
    """Every pair in the order of the new; what is gone stands after what it stood after."""
    away = moved(found)
    staying = {i: j for j, i in found.items() if j not in away}
    known = set(found.values())
    gone: dict[int | None, list[int]] = {}
    after: int | None = None
    for i in range(old_count):
        if i in staying:
            after = staying[i]
        elif i not in known:
            gone.setdefault(after, []).append(i)
    pairs: list[Pair] = [(i, None) for i in gone.get(None, [])]
    for j in range(count):
        pairs.append((found.get(j), j))
        pairs += [(i, None) for i in gone.get(j, [])]
    return pairs


def _between(
    old: Sequence[T], new: Sequence[T], olds: Sequence[int], news: Sequence[int], alike: Callable[[T, T], float]
) -> Iterable[Pair]:
    if not olds or not news or len(olds) * len(news) > LIMIT:
        is_even = len(olds) == len(news)
        return zip(olds, news, strict=True) if is_even else [*((i, None) for i in olds), *((None, j) for j in news)]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    scores = [[alike(old[i], new[j]) for j in news] for i in olds]
    for a in range(len(olds) - 1, -1, -1):
        for b in range(len(news) - 1, -1, -1):
            paired = scores[a][b] + best[a + 1][b + 1] if scores[a][b] >= ENOUGH else 0.0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    return _walked(best, scores, olds, news)


def _walked(best: list[list[float]], scores: list[list[float]], olds: Sequence[int], news: Sequence[int]) -> list[Pair]:
    pairs: list[Pair] = []
    a = b = 0
    while a < len(olds) and b < len(news):
        score = scores[a][b]
        if score >= ENOUGH and best[a][b] == score + best[a + 1][b + 1]:
            pairs.append((olds[a], news[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            pairs.append((olds[a], None))
            a += 1
        else:
            pairs.append((None, news[b]))
            b += 1
    return [*pairs, *((i, None) for i in olds[a:]), *((None, j) for j in news[b:])]
