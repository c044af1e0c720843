"""Plain text or Markdown → a Draft: a Document with temporary ids, the people in it, and a report."""

from dataclasses import dataclass, replace
from datetime import date

from articles.document.nodes import Commercial, Document, Kind, Person, Role, Section, Takeaway
from articles.editing import clean
from articles.importing import (
    bibliography,
    levels,
    limits,
    listing,
    names,
    opening,
    outline,
    people,
    sections,
    takeaways,
)
from articles.importing.accounting import unplaced
from articles.importing.blocks import Heading
from articles.importing.header import Header, split_header
from articles.importing.inline import Inline
from articles.importing.labels import AUTHOR
from articles.importing.lines import split
from articles.importing.marks import Citations
from articles.importing.people import Parsed, People
from articles.importing.read import Reading
from articles.importing.remarks import for_editor, remarks
from articles.importing.report import Report, counts, people_found


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file read whole. In `document`, source ids are the file's numbers (or 1..n where its lists restart) and
    profile ids are 1..n, the places of `people`."""

    document: Document
    people: tuple[Parsed, ...]
    stated_date: date | None
    reading: Reading
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts of a file, each read by the module of its name; `inferred` when no heading was marked."""

    header: Header
    lists: tuple[listing.SourceList, ...]
    inline: Inline
    people: People
    opening: opening.Opening
    takeaways: takeaways.Found
    shaped: sections.Shaped
    inferred: bool

    @property
    def taken(self) -> list[str]:
        """Lines that became a field, a heading's place or a number, not text."""
        labels = [each.label for each in self.lists]
        return [*self.people.labels, *self.opening.taken, *self.takeaways.taken, *self.shaped.taken, *labels]


def draft(reading: Reading) -> Draft:
    """Reads the structure of a text. Raises ImportFailed for what cannot be one article."""
    header, text = split_header(reading.text) if reading.is_markdown else (Header(), reading.text)
    parts = _parts(text, header, reading)
    document = clean.document(_document(parts))
    limits.check_document(document)
    joined, merged = bibliography.merged(document, parts.inline.citations)
    report = _report(document, parts, (*reading.notes, *parts.opening.notes), merged)
    lost = unplaced(text, document, parts.people, [*parts.taken, *report.notes], markdown=reading.is_markdown)
    return Draft(
        document=joined,
        people=tuple(parts.people.everyone),
        stated_date=parts.opening.day,
        reading=reading,
        report=replace(report, unplaced=lost),
    )


def _parts(text: str, header: Header, reading: Reading) -> _Parts:
    """Takes one kind of thing after another out of the lines; what is left is the article's text."""
    lines = split(text, markdown=reading.is_markdown)
    limits.check_text(text, lines)
    lines, lists = listing.lift(lines)
    inline = Inline(markdown=reading.is_markdown, citations=Citations.of(lists), base=header.url)
    lines, named = people.lift(lines)
    named.plain(inline.bare)
    author = names.named(header.author) if header.author else None
    if author:
        named.add(author, AUTHOR)
    lines, opened = opening.lift(lines, header, inline, name=reading.name)
    blocks, points = takeaways.lift(outline.blocks(lines, markdown=reading.is_markdown))
    heads = [block for block in blocks if isinstance(block, Heading)]
    limits.refuse(len(heads), "headings", limits.HEADINGS)
    limits.refuse(len(inline.citations.known), "sources", limits.SOURCES)
    limits.refuse(len(named.everyone), "people", limits.PEOPLE)
    return _Parts(
        header=header,
        lists=lists,
        inline=inline,
        people=named,
        opening=opened,
        takeaways=points,
        shaped=sections.shape(levels.settle(blocks), named, inline, subtitle=opened.subtitle),
        inferred=bool(heads) and not any(head.level for head in heads),
    )


def _document(parts: _Parts) -> Document:
    header, points, shaped, inline = parts.header, parts.takeaways, parts.shaped, parts.inline
    sells = any(section.kind == Kind.PROMOTION for section in shaped.sections)
    return Document(
        title=parts.opening.title,
        standfirst=shaped.standfirst,
        takeaways_lead=inline.html(points.lead, points.scope),
        takeaways=tuple(Takeaway(body=inline.html(item, points.scope)) for item in points.items),
        contributor_note=shaped.contributor_note,
        sections=_with_speakers(shaped, parts.people),
        people=_persons(parts.people),
        sources=bibliography.records(inline),  # after all text, which may cite what no list has
        topics=header.topics,
        description=header.description,
        audience=header.audience,
        commercial=Commercial.COMMERCIAL if sells else Commercial.EDITORIAL,  # the page as a whole (H51)
        language=header.language or "en-GB",
    )


def _with_speakers(shaped: sections.Shaped, named: People) -> tuple[Section, ...]:
    ids = {person.name: n for n, person in enumerate(named.everyone, 1)}
    return tuple(
        replace(section, speaker=ids[shaped.speakers[n]]) if n in shaped.speakers else section
        for n, section in enumerate(shaped.sections)
    )


def _persons(named: People) -> tuple[Person, ...]:
    """The byline; the medical reviewer is not in it, because a text cannot review itself."""
    return tuple(
        Person(role=role, profile=n, name=each.name, post_nominals=each.post_nominals, job_title=each.job_title)
        for role in Role
        for n, each in enumerate(named.everyone, 1)
        if role.value in each.roles
    )


def _report(document: Document, parts: _Parts, noticed: tuple[str, ...], merged: list[str]) -> Report:
    counted = counts(document, parts.inline.citations)
    day = parts.opening.day
    return Report(
        **counted,
        people=people_found(parts.people.everyone),
        stated_date=day.isoformat() if day else "",
        notes=(
            *for_editor(counted, document, parts.people, inferred=parts.inferred),
            *noticed,
            *parts.takeaways.notes,
            *parts.shaped.notes,
            *parts.people.notes,
            *merged,
            *remarks(parts.header, parts.inline, parts.lists),
        ),
    )
