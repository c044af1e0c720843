"""The sources of a Draft: entries as records, placeholders for what is cited but not listed, one record per work."""

from dataclasses import replace

from articles.document import walk
from articles.document.nodes import Document, SourceRecord
from articles.importing import entries
from articles.importing.inline import Inline
from articles.importing.marks import Citations


def records(inline: Inline) -> tuple[SourceRecord, ...]:
    """Every source of the file in the order of its numbers; a number that no list has becomes an empty record."""
    citations = inline.citations
    numbers = citations.numbers()
    return tuple(
        entries.record(source, citations.entries[source].text, inline)
        if source in citations.entries
        else SourceRecord(id=source)
        for source in sorted(numbers, key=numbers.__getitem__)
    )


def merged(document: Document, citations: Citations) -> tuple[Document, list[str]]:
    """The Document with entries that name the same work made one, and a note for each: [13] = [21]."""
    numbers = citations.numbers()
    first: dict[str, SourceRecord] = {}
    moved: dict[int, int] = {}
    pairs: list[str] = []
    restarts = len({scope for scope, _ in numbers.values()}) > 1
    for source in document.sources:
        same = next((first[key] for key in _keys(source) if key in first), None)
        if same is None:
            first.update((key, source) for key in _keys(source))
            continue
        moved[source.id] = same.id
        pair = same.literal[:60] if restarts else f"[{numbers[source.id][1]}] = [{numbers[same.id][1]}]"
        pairs.append(pair if source.literal == same.literal else f"{pair} (“{source.literal}”)")
    if not moved:
        return document, []
    notes = [f"Entries that name the same work were joined: {', '.join(dict.fromkeys(pairs))}."]
    kept = replace(document, sources=tuple(source for source in document.sources if source.id not in moved))
    return walk.renumber_sources(kept, moved), notes


def _keys(source: SourceRecord) -> list[str]:
    """What two entries of one work share: an identifier, or the whole reference."""
    keys = {"doi": source.doi, "pmid": source.pmid, "pmcid": source.pmcid, "literal": source.literal.casefold()}
    return [f"{name} {value}" for name, value in keys.items() if value]
