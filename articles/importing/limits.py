"""What is too much for one article: far beyond any real one, and short of what could keep a machine busy."""

from collections.abc import Sequence

from articles.document.nodes import Document
from articles.importing.lines import Line
from articles.importing.read import ImportFailed

LINES, HEADINGS, SECTIONS, SOURCES, TAKEAWAYS, PEOPLE = 50_000, 2000, 5000, 5000, 100, 50
LONGEST_LINE = BRACKETS = 100_000


def check_text(text: str, lines: Sequence[Line]) -> None:
    """Raises ImportFailed for a text that is too large to be read as one article."""
    refuse(text.count("["), "square brackets", BRACKETS)
    refuse(len(lines), "lines", LINES)
    refuse(max((len(line.text) for line in lines), default=0), "characters in one line", LONGEST_LINE)


def check_document(document: Document) -> None:
    """Raises ImportFailed for a Document with more parts than one article has."""
    refuse(len(document.sources), "sources", SOURCES)
    refuse(len(document.sections), "sections", SECTIONS)
    refuse(len(document.takeaways), "takeaways", TAKEAWAYS)


def refuse(count: int, what: str, limit: int) -> None:
    """Raises ImportFailed when there are more than `limit`."""
    if count > limit:
        raise ImportFailed(f"The text has {count:,} {what}; one article has at most {limit:,}, so split the file.")
