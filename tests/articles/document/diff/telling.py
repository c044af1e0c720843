"""Reads a comparison back: what it says was there before, and what is there now."""

from articles.document.diff import Block, Difference, Part, Run
from articles.document.diff.tokens import BREAK


def told(runs: tuple[Run, ...], without: Difference) -> str:
    """The words of the runs without the removed ones (the new text) or without the added ones (the old)."""
    words = ""
    for run in runs:
        for token in run.tokens if run.difference != without else ():
            space = " " if token.space else ""
            words += space + (f"[{token.mark.source}]" if token.mark else token.word)
    return words.replace(BREAK, " ")


def lines(blocks: tuple[Block, ...], without: Difference) -> list[str]:
    """The words of each line."""
    found = []
    for block in blocks:
        found += [told(block.runs, without)] if not block.tag else lines(block.children, without)
    return [line for line in found if line.strip()]


def new_lines(part: Part) -> list[str]:
    return lines(part.body, Difference.REMOVED)


def old_lines(part: Part) -> list[str]:
    return lines(part.body, Difference.ADDED)


def fates(part: Part) -> list[tuple[str, str]]:
    """(difference, words) of each run in the body that did not stay the same."""
    return [(run.difference.value, said(run)) for run in runs_of(part.body) if run.difference != Difference.SAME]


def runs_of(blocks: tuple[Block, ...]) -> list[Run]:
    found: list[Run] = []
    for block in blocks:
        found += [*block.runs, *runs_of(block.children)]
    return found


def said(run: Run) -> str:
    return told((run,), Difference.CHANGED if run.difference != Difference.CHANGED else Difference.SAME).strip()
