"""Marks and sources: dangling, uncited, typed by hand, doubled, incomplete, retracted (H36, H37, H41)."""

import re
from collections.abc import Iterator

from articles.citations.completeness import EVERYTHING, missing_details
from articles.citations.formatting import is_empty
from articles.citations.identifiers import normalise_doi, normalise_pmcid, normalise_pmid
from articles.citations.numbering import Numbering, number
from articles.document import walk
from articles.document.nodes import Document, SourceRecord
from articles.quality.context import Context
from articles.quality.findings import Finding, blocking
from articles.quality.wording import listed, quoted, source_name

# H36's form, with three things let through: years and other numbers of four digits, which number no source;
# intervals, as in 95% CI [2, 5]; parts of chemical names, as in [18]F-FDG and benzo[1,2]pyrene.
_NUMBERS = r"\[[1-9][0-9]{0,2}(?:\s*[-–,]\s*[1-9][0-9]{0,2})*\]"
_ISOTOPE = r"(?:[FCNOHIP]|Tc|Ga|Lu|Zr|Cu|In|Rb|Tl)\b"
_TYPED = re.compile(
    rf"(?<!CI )(?<!IQR )(?<!range )(?<!interval )(?:(?<![a-z]){_NUMBERS}(?!{_ISOTOPE})|{_NUMBERS}(?![A-Za-z]))"
)


def check(document: Document, _context: Context) -> Iterator[Finding]:
    """The checks that need nothing but the text and its list."""
    numbering = number(document)
    yield from _dangling(document, numbering)
    yield from _typed(document)
    yield from _uncited(document, numbering)
    yield from _doubled(document, numbering)
    yield from _incomplete(document, numbering)


def _dangling(document: Document, numbering: Numbering) -> Iterator[Finding]:
    labels = {field.place: field.label for field in walk.fields(document)}
    lost: dict[str, int] = {}
    for mark in numbering.dangling:
        lost[mark.place] = lost.get(mark.place, 0) + 1
    for place, count in lost.items():
        what = "a source that is" if count == 1 else f"{count} sources that are"
        message = f"{quoted(labels[place])} cites {what} not in the list. Add what is meant, or take the mark out."
        yield blocking("citation-dangling", "H36", place, message)
    cited_in: dict[int, list[str]] = {}
    for mark in walk.marks(document):
        cited_in.setdefault(mark.source, []).append(quoted(labels[mark.place]))
    for record in _in_order(document, numbering):
        if record.id in numbering.numbers and is_empty(record):
            where = listed(list(dict.fromkeys(cited_in[record.id])))
            yield blocking(
                "citation-dangling",
                "H36",
                f"source:{record.id}",
                f"Source {numbering.numbers[record.id]}, cited in {where}, has no details at all. "
                "Find the work and fill it in, or take the mark out.",
            )


def _typed(document: Document) -> Iterator[Finding]:
    for place, label, text in _visible(document):
        found = list(dict.fromkeys(_TYPED.findall(text)))
        if found:
            message = (
                f"{quoted(label)} holds {listed(found)}, typed by hand. Put a citation mark in its place: "
                "numbers are computed."
            )
            yield blocking("citation-typed", "H36", place, message)


def _visible(document: Document) -> Iterator[tuple[str, str, str]]:
    """(place, label, words) of every text that readers see; a heading belongs to its section."""
    headings = {f"section:{n}": section.heading for n, section in enumerate(document.sections, 1)}
    yield "title", "The title", document.title
    for field in walk.fields(document):
        yield field.place, field.label, f"{headings.get(field.place, '')} {walk.text_of(field.html)}"
    yield "description", "The description", document.description
    if document.hero:
        yield "hero", "The picture’s caption", document.hero.caption


def _uncited(document: Document, numbering: Numbering) -> Iterator[Finding]:
    records = {record.id: record for record in document.sources}
    for source in numbering.uncited:
        name = source_name(records[source], None)
        message = f"{name} is in the list, but nothing in the text cites it. Cite it, or take it out of the list."
        yield blocking("citation-uncited", "H36", f"source:{source}", message)


def _doubled(document: Document, numbering: Numbering) -> Iterator[Finding]:
    first: dict[str, SourceRecord] = {}
    for record in _in_order(document, numbering):
        twins = [first[key] for key in _identifiers(record) if key in first]
        for key in _identifiers(record):
            first.setdefault(key, record)
        if twins:
            name = source_name(record, numbering.numbers.get(record.id))
            other = source_name(twins[0], numbering.numbers.get(twins[0].id)).rstrip(",")
            message = f"{name} is the same work as {other[0].lower()}{other[1:]}. Merge the two in the library."
            yield blocking("citation-duplicate", "H36", f"source:{record.id}", message)


def _identifiers(record: SourceRecord) -> list[str]:
    found = (normalise_doi(record.doi), normalise_pmid(record.pmid), normalise_pmcid(record.pmcid))
    return [f"{kind} {text}" for kind, text in zip(("DOI", "PMID", "PMCID"), found, strict=True) if text]


def _incomplete(document: Document, numbering: Numbering) -> Iterator[Finding]:
    """Sources of which something is known, but not the minimum of their type; empty ones dangle already."""
    for record in _in_order(document, numbering):
        missing = missing_details(record)
        if missing and missing != EVERYTHING:
            name = source_name(record, numbering.numbers.get(record.id))
            message = f"{name} lacks: {listed(missing)}. Fill that in, so that readers can find the work."
            yield blocking("source-incomplete", "H37", f"source:{record.id}", message)


def _in_order(document: Document, numbering: Numbering) -> list[SourceRecord]:
    """The sources by number, those that nothing cites last."""
    last = len(document.sources) + 1
    return sorted(document.sources, key=lambda record: numbering.numbers.get(record.id, last))
