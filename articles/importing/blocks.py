"""What a file consists of before it is an article: headings, paragraphs, lists, tables, quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

BOLD = 7  # the level of a line that is a heading only by being all bold


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as written; level 0 means that the file does not say it.

    `gap` counts the empty lines before it; one that is attached has none after it.
    """

    text: str
    level: int = 0
    gap: int = 1
    is_attached: bool = False
    scope: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text as written; code keeps its lines."""

    text: str
    scope: int = 0
    is_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a list, with the list inside it."""

    text: str
    inside: "Listing | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list; `start` is the first number of an ordered one."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    scope: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells as written; the first is the header row where the file says so."""

    rows: tuple[tuple[str, ...], ...]
    has_header: bool = False
    caption: str = ""
    scope: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Paragraphs that the file marks as quoted."""

    paragraphs: tuple[str, ...]
    scope: int = 0


Block = Heading | Paragraph | Listing | Table | Quotation


def texts(listing: Listing) -> Iterator[str]:
    """Every item's text, inner lists included, in order."""
    for item in listing.items:
        yield item.text
        if item.inside:
            yield from texts(item.inside)
