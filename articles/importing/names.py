"""A person's name in a line, with the letters after it."""

import re
from dataclasses import dataclass

_HONORIFIC = re.compile(r"((?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame)\.?(?:\s+(?:Dr|Prof)\.?)?)\s+(?=\S)")
_PART = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_LINK = r"(?:de|da|di|del|della|der|den|du|dos|van|von|zu|al|el|la|le|bin|ibn|ter|ten|y)"
_NAME = re.compile(rf"{_PART}(?:\s+(?:{_LINK}\s+){{0,2}}{_PART}){{1,4}}")
_LETTERS = re.compile(r"\(?[A-Za-z][A-Za-z.()/-]{0,14}\)?")
_MOST_LETTERS = 100
_LONGEST = 120
# Short words of a job title that have two capitals but are no degree.
_NOT_LETTERS = frozenset({"UK", "USA", "NHS", "HR", "IT", "EU"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name alone, the post-nominals that followed it, and the title that stood before it."""

    name: str
    post_nominals: str = ""
    honorific: str = ""


def named(words: str) -> Named | None:
    """The person that a line names and nothing else, or None.

    “Dr Jane Doe, MSc RD” → Jane Doe, MSc RD, Dr.
    """
    words = words.strip().strip("*_").rstrip(",;")
    if not words or len(words) > _LONGEST + _MOST_LETTERS:
        return None
    honorific = _HONORIFIC.match(words)
    rest = words[honorific.end() :] if honorific else words
    name, comma, letters = rest.partition(",")
    name, letters = name.strip(), letters.strip()
    if not comma:
        name, letters = _parted(rest)
    if (
        len(name) > _LONGEST
        or not _NAME.fullmatch(name)
        or name[0].islower()
        or (letters and not are_post_nominals(letters))
    ):
        return None
    return Named(name, letters, honorific[1] if honorific else "")


def _parted(words: str) -> tuple[str, str]:
    """Name and letters without a comma between, as in “Jane Doe MSc RD”."""
    parts = words.split()
    at = next((n for n in range(2, len(parts)) if all(_is_degree(part) for part in parts[n:])), len(parts))
    return " ".join(parts[:at]), " ".join(parts[at:])


def are_post_nominals(words: str) -> bool:
    """Whether every word is the letters of a degree, a registration or a fellowship."""
    parts = words.replace(",", " ").split()
    return 0 < len(words) <= _MOST_LETTERS and bool(parts) and all(_is_degree(part) for part in parts)


def _is_degree(part: str) -> bool:
    bare = part.strip("().,")
    if part == "(Hons)" or bare in {"Hons", "Dip", "Cert", "Dr", "med"}:
        return True
    capitals = sum(char.isupper() for char in bare)
    return bool(_LETTERS.fullmatch(part)) and capitals > 1 and bare not in _NOT_LETTERS


def names_in(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of every run of two or more capitalised words; the caller knows which of them are people."""
    return [(found.start(), found.end(), found[0].rstrip(".")) for found in _NAME.finditer(text)]
