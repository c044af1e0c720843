"""The first lines of a file: its title, the second title under it, the date it gives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from articles.importing.dates import stated_date
from articles.importing.explicit import heading
from articles.importing.header import Header
from articles.importing.inline import Inline
from articles.importing.lines import Line

TITLE_LIMIT, _LONGEST_LINE = 300, 200
_MOST_WORDS = 32
_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(slots=True)
class Opening:
    """What the first lines say; `taken` are lines that became something other than text."""

    title: str = ""
    subtitle: str = ""
    day: date | None = None
    notes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


def lift(lines: Sequence[Line], header: Header, inline: Inline, *, name: str) -> tuple[list[Line], Opening]:
    """The lines after the opening, and the opening. A file without a title line lends its name."""
    opening = Opening()
    at = _title(lines, header, inline, opening, name)
    at = _dates(lines, at, opening)
    at = _second_title(lines, at, inline, opening)
    at = _dates(lines, at, opening)
    given = stated_date(header.date) if header.date else None
    if given and not opening.day:
        opening.day = given.day
    elif header.date:
        opening.notes.append(f"The file's header gives the date “{header.date}”.")
    rest = list(lines[at:])
    if rest and not rest[0].gap:
        rest[0] = replace(rest[0], gap=1)
    return rest, opening


def _title(lines: Sequence[Line], header: Header, inline: Inline, opening: Opening, name: str) -> int:
    """Sets the title; the index of the first line after it."""
    level, words = heading(lines[0]) if lines and inline.markdown else (0, "")
    first = inline.bare(words) if level == 1 else ""
    if not first and lines and not level and not header.title and _could_be_title(inline.bare(lines[0].words)):
        first = inline.bare(lines[0].words)
    opening.title = first or header.title
    if opening.title and header.title and header.title != opening.title:
        opening.notes.append(f"The file's header gives another title: “{header.title}”.")
    if opening.title and len(opening.title) <= TITLE_LIMIT:
        return 1 if first else 0
    opening.title = _from_name(name)
    opening.notes.append("The file has no line that could be its title; the name of the file stands in for it.")
    return 0


def _could_be_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_LINE
        and len(words.split()) <= _MOST_WORDS
        and any(char.isalpha() for char in words)
        and not words.endswith((".", ",", ";", ":"))
        and not words.startswith(("|", "<", "{", "["))
    )


def _from_name(name: str) -> str:
    words = " ".join(re.split(r"[\s_-]+", PurePath(name).stem)).strip()
    return words[:1].upper() + words[1:_LONGEST_LINE] if words else "Untitled"


def _dates(lines: Sequence[Line], at: int, opening: Opening) -> int:
    """Takes lines that only give a date; a date of review is reported, since only a review here makes one."""
    while at < len(lines) and (given := stated_date(lines[at].words.strip("*_ "))):
        opening.taken.append(lines[at].words)
        if given.is_review:
            opening.notes.append(f"The file says “{lines[at].words}”. Only a review here gives that date.")
        elif opening.day:
            opening.notes.append(f"The file gives a second date: “{lines[at].words}”.")
        else:
            opening.day = given.day
        at += 1
    return at


def _second_title(lines: Sequence[Line], at: int, inline: Inline, opening: Opening) -> int:
    """A line right under the title that says much the same, and is a heading itself, is a second title."""
    if at >= len(lines) or at + 1 >= len(lines) or not lines[at + 1].gap:
        return at
    level, words = heading(lines[at]) if inline.markdown else (0, "")
    words = inline.bare(words if level else lines[at].words)
    if level > 1 or (inline.markdown and not level) or not _could_be_title(words):
        return at
    ours, theirs = (set(_WORD.findall(each.lower())) for each in (opening.title, words))
    if len(ours & theirs) * 2 < min(len(ours), len(theirs)) or not ours & theirs:
        return at
    opening.subtitle = words
    return at + 1
