"""Levels of headings: those that a file gives are ranked, those that it does not give are inferred."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.importing.blocks import BOLD, Block, Heading, Paragraph
from articles.importing.casing import Case, case

MAIN, SUB, DEEP = 2, 3, 4

# The parts of a scientific report, which name main sections wherever several of them stand in one text.
_REPORT_PARTS = frozenset(
    {"abstract", "introduction", "background", "methods", "results", "discussion", "conclusion", "conclusions"}
    | {"materials and methods", "patients and methods", "results and discussion"}
)


def settle(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every heading on level 2 (main), 3 (sub) or 4 (inside a section's text)."""
    at = [n for n, block in enumerate(blocks) if isinstance(block, Heading)]
    heads = [block for block in blocks if isinstance(block, Heading)]
    is_given = any(head.level for head in heads)
    levels = _ranked(heads) if is_given else _inferred(heads, [_bodies(blocks, n) for n in at])
    settled = list(blocks)
    for n, head, level in zip(at, heads, levels, strict=True):
        settled[n] = replace(head, level=level)
    return settled


def _ranked(heads: Sequence[Heading]) -> list[int]:
    """The two highest levels in use become 2 and 3, all others 4; a bold line is one below the heading above it."""
    ranks = sorted({head.level for head in heads} - {BOLD})
    level = {rank: min(MAIN + n, DEEP) for n, rank in enumerate(ranks)}
    levels: list[int] = []
    above = MAIN if not ranks else MAIN - 1
    for head in heads:
        if head.level != BOLD:
            above = level[head.level]
        levels.append(level.get(head.level) or min(above + bool(ranks), DEEP))
    return levels


def _bodies(blocks: Sequence[Block], at: int) -> list[Block]:
    """The blocks between a heading and the next, at most three: more are never asked for."""
    found: list[Block] = []
    for block in blocks[at + 1 : at + 4]:
        if isinstance(block, Heading):
            break
        found.append(block)
    return found


def _inferred(heads: Sequence[Heading], bodies: Sequence[list[Block]]) -> list[int]:
    cases = [case(head.text) for head in heads]
    gaps = [head.gap > 1 for head in heads[1:]]
    if sum(gaps) > 1 and len(gaps) - sum(gaps) > 1:
        return [MAIN, *(MAIN if wide else SUB for wide in gaps)][: len(heads)]
    if len({head.text.casefold() for head in heads} & _REPORT_PARTS) > 2:
        return _by_report(heads)
    if cases.count(Case.TITLE) > 1 and cases.count(Case.SENTENCE) > 1:
        levels = _by_case(cases, bodies)
    else:
        levels = _by_runs(heads, bodies)
    return _corrected(heads, levels, bodies)


def _by_case(cases: Sequence[Case], bodies: Sequence[list[Block]]) -> list[int]:
    """The case of the first clear heading is that of main ones; an unclear one is like the one before it."""
    main = next(each for each in cases if each is not Case.UNCLEAR)
    levels: list[int] = []
    for n, each in enumerate(cases):
        if each is not Case.UNCLEAR:
            levels.append(MAIN if each is main else SUB)
        elif not levels:
            levels.append(MAIN)
        else:
            levels.append(levels[-1] if bodies[n - 1] else SUB)
    return levels


def _by_report(heads: Sequence[Heading]) -> list[int]:
    """Parts of a scientific report are main; inside the abstract those that come again later are subs."""
    names = [head.text.casefold() for head in heads]
    levels: list[int] = []
    in_abstract = False
    for n, name in enumerate(names):
        again = name in names[n + 1 :]
        in_abstract = name == "abstract" or (in_abstract and again)
        is_main = (name in _REPORT_PARTS and (not in_abstract or name == "abstract")) or not levels
        levels.append(MAIN if is_main else SUB)
    return levels


def _by_runs(heads: Sequence[Heading], bodies: Sequence[list[Block]]) -> list[int]:
    """Runs of short headings with one paragraph each, under a longer heading, are its subs."""
    levels = [MAIN] * len(heads)
    start = 1
    while start < len(heads):
        end = start
        while end < len(heads) and _is_brief(heads[end], bodies[end]):
            end += 1
        words = [len(head.text.split()) for head in heads[start - 1 : end]]
        if end - start > 1 and words[0] > max(words[1:]) and len(bodies[start - 1]) < 2:
            levels[start:end] = [SUB] * (end - start)
        start = end + 1
    return levels


def _is_brief(head: Heading, body: list[Block]) -> bool:
    return len(head.text.split()) <= 4 and len(body) == 1 and isinstance(body[0], Paragraph) and len(body[0].text) < 700


def _corrected(heads: Sequence[Heading], levels: list[int], bodies: Sequence[list[Block]]) -> list[int]:
    """A heading right under a main one without text is a sub; so are a repeated name and one attached to its text."""
    often = Counter(head.text.casefold() for head in heads)
    alone = sum(not head.is_attached for head in heads)
    main_names: set[str] = set()
    for n, head in enumerate(heads):
        name = head.text.casefold()
        repeated = often[name] > 1 and (name in main_names or (n > 0 and levels[n - 1] == SUB))
        attached = head.is_attached and alone > 2 * (len(heads) - alone)
        if n and ((not bodies[n - 1] and levels[n - 1] == MAIN) or repeated or attached):
            levels[n] = SUB
        elif levels[n] == MAIN:
            main_names.add(name)
    for n, (before, after) in enumerate(pairwise(levels), 1):
        if before == SUB and after == SUB and not bodies[n - 1]:
            levels[n - 1] = MAIN
    return levels
