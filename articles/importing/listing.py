"""Finds the source lists of a file, takes them out and tells each line which list its citations belong to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from articles.importing.labels import PEOPLE, is_sources, label
from articles.importing.lines import Line

_BRACKETED = re.compile(r"\s{0,3}(?:[-*]\s+)?\[\^?([0-9]{1,4})\]:?(?:\s+(.*))?")
_DEFINITION = re.compile(r"\s{0,3}\[\^?[0-9]{1,4}\]:")
_DOTTED = re.compile(r"\s{0,3}(?:([0-9]{1,4})[.)]|\(([0-9]{1,4})\))\s+(.*)")
_BULLET = re.compile(r"\s{0,3}[-*•]\s+")
_REFERENCE = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b|https?://|\bdoi\b|\bPMID\b|\bet al\b|\s[-–—]\s\S", re.I)
_GOES_ON = re.compile(r"[a-zß-ÿ(]|https?://|doi|pmid|pmcid|available|accessed", re.I)
_LOOK_AHEAD = 4
_ALONE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered entry of a source list, as written."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """A list of sources; lines between the list before it and this one cite its numbers."""

    scope: int
    label: str
    entries: tuple[Entry, ...]
    is_numbered: bool = True


def lift(lines: Sequence[Line]) -> tuple[list[Line], tuple[SourceList, ...]]:
    """The lines without their source lists, each marked with its scope, and the lists in file order.

    Lists whose numbers never repeat are one list cut in parts: all lines then share scope 0. A list without
    numbers is a source list only where no other is.
    """
    kept, lists = _lift(lines, numbered=True)
    return _scoped(kept, lists) if lists else _scoped(*_lift(lines, numbered=False))


def _lift(lines: Sequence[Line], *, numbered: bool) -> tuple[list[Line], list[SourceList]]:
    kept: list[Line] = []
    lists: list[SourceList] = []
    at = is_cut = 0
    while at < len(lines):
        found, after = _list_at(lines, at, scope=len(lists), numbered=numbered)
        if found:
            lists.append(found)
        else:
            kept.append(replace(lines[at], scope=len(lists), gap=max(is_cut, lines[at].gap)))
        at, is_cut = after, int(found is not None)
    return kept, lists


def _list_at(lines: Sequence[Line], at: int, *, scope: int, numbered: bool) -> tuple[SourceList | None, int]:
    """The source list that starts at a line, if one does, and the index after it."""
    if is_sources(lines[at].words):
        for start in (_bracketed, _dotted):
            entries, after = _numbered(lines, at + 1, start)
            if entries:
                return SourceList(scope, lines[at].words, tuple(entries)), after
        entries, after = ([], at) if numbered else _unnumbered(lines, at + 1)
        if entries:
            return SourceList(scope, lines[at].words, tuple(entries), is_numbered=False), after
    elif _bracketed(lines[at]) and not lines[at].is_code:
        entries, after = _numbered(lines, at, _bracketed)
        if len(entries) >= (1 if _DEFINITION.match(lines[at].text) else _ALONE):
            return SourceList(scope, "", tuple(entries)), after
    return None, at + 1


def _numbered(
    lines: Sequence[Line], at: int, start: Callable[[Line], tuple[int, str] | None]
) -> tuple[list[Entry], int]:
    """Entries with rising numbers from index `at`, and the index after the last."""
    entries: list[Entry] = []
    while at < len(lines):
        begun = start(lines[at])
        if begun and (not entries or begun[0] > entries[-1].number):
            entries.append(Entry(*begun))
        elif entries and begun is None and _continues(lines, at, start, entries[-1].number):
            entries[-1] = Entry(entries[-1].number, f"{entries[-1].text} {lines[at].words}".strip())
        else:
            break
        at += 1
    return entries, at


def _continues(lines: Sequence[Line], at: int, start: Callable[[Line], tuple[int, str] | None], number: int) -> bool:
    """Whether a line goes on with the entry before it: it says so itself, or the next entry soon follows."""
    if lines[at].gap or label(lines[at].words) in PEOPLE or lines[at].words.startswith("#"):
        return False
    if _GOES_ON.match(lines[at].words) and not lines[at].words[0].isupper():
        return True
    for line in lines[at + 1 : at + 1 + _LOOK_AHEAD]:
        begun = None if line.gap else start(line)
        if line.gap or begun:
            return bool(begun and begun[0] > number)
    return False


def _unnumbered(lines: Sequence[Line], at: int) -> tuple[list[Entry], int]:
    """Lines that look like references, one entry each, numbered in their order."""
    entries: list[Entry] = []
    while at < len(lines):
        words = lines[at].words
        if words.startswith("#") or label(words) in PEOPLE or is_sources(words) or not _REFERENCE.search(words):
            break
        entries.append(Entry(len(entries) + 1, _BULLET.sub("", words, count=1)))
        at += 1
    return entries, at


def _bracketed(line: Line) -> tuple[int, str] | None:
    match = _BRACKETED.fullmatch(line.text)
    return (int(match[1]), (match[2] or "").strip()) if match else None


def _dotted(line: Line) -> tuple[int, str] | None:
    match = _DOTTED.fullmatch(line.text)
    return (int(match[1] or match[2]), match[3].strip()) if match else None


def _scoped(kept: list[Line], lists: list[SourceList]) -> tuple[list[Line], tuple[SourceList, ...]]:
    numbers = [entry.number for each in lists for entry in each.entries]
    if len(numbers) == len(set(numbers)):
        return [replace(line, scope=0) for line in kept], tuple(replace(each, scope=0) for each in lists)
    last = len(lists) - 1
    return [replace(line, scope=last) if line.scope > last else line for line in kept], tuple(lists)
