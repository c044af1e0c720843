"""What is too much for one article: far beyond any real one, and short of what could keep a machine busy."""

from collections.abc import Sequence

from articles.importing.lines import Line
from articles.importing.read import ImportFailed

LINES, HEADINGS, SOURCES, PEOPLE = 50_000, 2000, 5000, 50
LONGEST_LINE = BRACKETS = 100_000


def check_text(text: str, lines: Sequence[Line]) -> None:
    """Raises ImportFailed for a text that is too large to be read as one article."""
    refuse(text.count("["), "square brackets", BRACKETS)
    refuse(len(lines), "lines", LINES)
    refuse(max((len(line.text) for line in lines), default=0), "characters in one line", LONGEST_LINE)


def refuse(count: int, what: str, limit: int) -> None:
    """Raises ImportFailed when there are more than `limit`."""
    if count > limit:
        raise ImportFailed(f"The text has {count:,} {what}; one article has at most {limit:,}, so split the file.")
