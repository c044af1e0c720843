"""Sentences about what a file had and an article has no place for, or what was settled by convention."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.document.nodes import Document, Kind
from articles.importing.header import Header
from articles.importing.inline import Inline
from articles.importing.labels import REVIEWER
from articles.importing.listing import SourceList
from articles.importing.names import named
from articles.importing.people import People

_SHOWN = 3


def remarks(header: Header, inline: Inline, lists: Sequence[SourceList]) -> list[str]:
    """Notes for the report, in a fixed order."""
    made: list[str] = []
    if header.topics:
        made.append(f"The header names topics: {', '.join(header.topics)}. Those that exist here were set.")
    if header.author and named(header.author) is None:
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


def for_editor(counted: Mapping[str, Any], document: Document, people: People, *, inferred: bool) -> list[str]:
    """Notes on what an editor must decide or complete."""
    made: list[str] = []
    if inferred:
        made.append("The file marks no headings; they and their levels were told by their form. Check the outline.")
    if counted["missing"]:
        numbers = ", ".join(str(number) for number in counted["missing"])
        made.append(f"Cited but not listed: {numbers}. Each is an empty source for you to complete.")
    if any(section.kind == Kind.PROMOTION for section in document.sections):
        made.append("A promotion was set apart from the advice; it makes the page commercial.")
    for person in people.of_role(REVIEWER):
        takes_part = len(person.roles) > 1
        also = "; whoever contributed or is quoted cannot be the independent reviewer" if takes_part else ""
        made.append(f"{person.name} is named as medical reviewer. That proposes a reviewer and reviews nothing{also}.")
    return made


def _first(targets: Sequence[str]) -> str:
    different = list(dict.fromkeys(targets))
    more = f" and {len(different) - _SHOWN} more" if len(different) > _SHOWN else ""
    return ", ".join(different[:_SHOWN]) + more
