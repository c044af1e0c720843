"""Small words: numbers written out, initials, lists in a sentence."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
READING_SPEED = 200  # words a minute, a careful adult reader


def number_word(n: int) -> str:
    """`five` for 5; digits above ten."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else str(n)


def counted(n: int, one: str, many: str = "") -> str:
    """`1 source`, `3 sources`."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def initials(name: str) -> str:
    """`YA` for Yusra Serdaroglu Aydin: the first letters of the first and the last name."""
    parts = [part for part in name.split() if part[0].isalpha()]
    return "".join(part[0].upper() for part in (parts[0], *parts[1:][-1:])) if parts else "–"


def letters(n: int) -> str:
    """`a` for 0, `z` for 25, `aa` for 26: what back-links are called."""
    return (letters(n // 26 - 1) if n >= 26 else "") + chr(ord("a") + n % 26)


def minutes(words: int) -> int:
    """Minutes that an adult takes to read so many words, at least one."""
    return max(1, round(words / READING_SPEED))
