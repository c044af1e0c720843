"""How findings name things to an editor: lists in words, quoted titles, sources by number."""

from collections.abc import Sequence

from articles.citations.vancouver import plain_words
from articles.document.nodes import SourceRecord

_LONGEST = 70
_MOST = 6


def listed(words: Sequence[str]) -> str:
    """`a, b and c`; of more than six the first five and how many follow."""
    if len(words) > _MOST:
        words = [*words[: _MOST - 1], f"{len(words) - _MOST + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def quoted(text: str) -> str:
    """The text in quotation marks, cut at a word when it is long."""
    text = plain_words(text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return f"“{text}”"


def source_name(record: SourceRecord, number: int | None) -> str:
    """`Source 4, “Gut microbiota…”,` to begin a sentence with; without a number when nothing cites it."""
    title = plain_words(record.title) or plain_words(record.literal)
    if number:
        return f"Source {number}, {quoted(title)}," if title else f"Source {number}"
    return f"The source {quoted(title)}" if title else "A source without a title"
