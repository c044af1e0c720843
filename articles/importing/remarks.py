"""Sentences about what a file had and an article has no place for, or what was settled by convention."""

from collections.abc import Sequence

from articles.importing.header import Header
from articles.importing.inline import Inline
from articles.importing.listing import SourceList

_SHOWN = 3


def remarks(header: Header, inline: Inline, lists: Sequence[SourceList]) -> list[str]:
    """Notes for the report, in a fixed order."""
    made: list[str] = []
    if header.topics:
        made.append(f"The header names topics: {', '.join(header.topics)}. Those that exist here were set.")
    if header.author:
        made.append(f"The header names an author: {header.author}.")
    if header.url:
        made.append(f"The header gives the address of the text, {header.url}; its relative links lead there.")
    if header.others:
        made.append(f"The header also says: {'; '.join(header.others)}.")
    if inline.dropped:
        targets = _first(inline.dropped)
        made.append(f"Links whose address leads nowhere from here became plain text: {targets}.")
    if inline.pictures:
        made.append(f"Pictures were not brought along; their descriptions are in the text: {_first(inline.pictures)}.")
    if any(not each.is_numbered for each in lists):
        made.append("The source list has no numbers; its entries were numbered in their order. Check the citations.")
    if len({each.scope for each in lists}) > 1:
        made.append(
            f"The file has {len(lists)} source lists whose numbers restart; "
            "each citation was bound to the list that closes its part, and numbers are counted anew."
        )
    return made


def _first(targets: Sequence[str]) -> str:
    different = list(dict.fromkeys(targets))
    more = f" and {len(different) - _SHOWN} more" if len(different) > _SHOWN else ""
    return ", ".join(different[:_SHOWN]) + more
