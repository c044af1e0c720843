"""Plain text or Markdown → a Draft: a Document with temporary ids, the people in it, and a report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.document.nodes import Commercial, Document, Kind, Person, Role, Section, Takeaway
from articles.editing import clean
from articles.importing import bibliography, explicit, headings, levels, listing, opening, people, sections, takeaways
from articles.importing.accounting import unplaced
from articles.importing.blocks import Block, Heading, Paragraph
from articles.importing.header import Header, split_header
from articles.importing.inline import Inline
from articles.importing.lines import Line, split
from articles.importing.marks import Citations
from articles.importing.people import Parsed, People
from articles.importing.read import ImportFailed, Reading
from articles.importing.remarks import remarks
from articles.importing.report import Report, counts, people_found
from articles.importing.wrapping import margin, unwrapped

# Far beyond any article, and short of what a machine could be kept busy with.
MOST_LINES, MOST_HEADINGS, MOST_SOURCES = 50_000, 2000, 5000
LONGEST_LINE = MOST_BRACKETS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file read whole. In `document`, source ids are the file's numbers (or 1..n where its lists restart) and
    profile ids are 1..n, the places of `people`."""

    document: Document
    people: tuple[Parsed, ...]
    stated_date: date | None
    reading: Reading
    report: Report


def draft(reading: Reading) -> Draft:
    """Reads the structure of a text. Raises ImportFailed for what cannot be one article."""
    header, text = split_header(reading.text) if reading.is_markdown else (Header(), reading.text)
    _refuse(text.count("["), "square brackets", MOST_BRACKETS)
    lines = split(text, markdown=reading.is_markdown)
    _refuse(len(lines), "lines", MOST_LINES)
    _refuse(max((len(line.text) for line in lines), default=0), "characters in one line", LONGEST_LINE)
    lines, lists = listing.lift(lines)
    inline = Inline(markdown=reading.is_markdown, citations=Citations.of(lists), base=header.url)
    lines, named = people.lift(lines)
    lines, opened = opening.lift(lines, header, inline, name=reading.name)
    blocks, points = takeaways.lift(headings.captions(_blocks(lines, markdown=reading.is_markdown)))
    _refuse(sum(isinstance(block, Heading) for block in blocks), "headings", MOST_HEADINGS)
    _refuse(len(inline.citations.known), "sources", MOST_SOURCES)
    shaped = sections.shape(levels.settle(blocks), named, inline, subtitle=opened.subtitle)
    document = Document(
        title=opened.title,
        standfirst=shaped.standfirst,
        takeaways_lead=inline.html(points.lead, points.scope),
        takeaways=tuple(Takeaway(body=inline.html(item, points.scope)) for item in points.items),
        contributor_note=shaped.contributor_note,
        sections=_with_speakers(shaped, named),
        people=_persons(named),
        sources=bibliography.records(inline),
        topics=header.topics,
        description=header.description,
        audience=header.audience,
        commercial=_commercial(shaped),
        language=header.language or "en-GB",
    )
    document = clean.document(document)
    counted = counts(document, inline.citations)
    _refuse(len(document.sources), "sources", MOST_SOURCES)
    joined, merged = bibliography.merged(document, inline.citations)
    taken = [*named.labels, *opened.taken, *points.taken, *shaped.taken, *(each.label for each in lists)]
    notes = (
        *reading.notes,
        *opened.notes,
        *points.notes,
        *shaped.notes,
        *named.notes,
        *merged,
        *remarks(header, inline, lists),
    )
    lost = unplaced(text, document, named, [*taken, *notes], markdown=reading.is_markdown)
    report = Report(
        **counted,
        people=people_found(named.everyone),
        stated_date=opened.day.isoformat() if opened.day else "",
        notes=notes,
        unplaced=lost,
    )
    return Draft(
        document=joined,
        people=tuple(named.everyone),
        stated_date=opened.day,
        reading=reading,
        report=report,
    )


def _blocks(lines: Sequence[Line], *, markdown: bool) -> list[Block]:
    """Marked blocks as they are; other lines joined as Markdown does, or told apart where no heading is marked."""
    pieces = list(explicit.pieces(lines, markdown=markdown))
    if any(isinstance(piece, Heading) for piece in pieces):
        return [block for piece in pieces for block in (_joined(piece) if isinstance(piece, list) else [piece])]
    width = margin(lines)
    stream: list[Line | Block] = []
    for piece in pieces:
        if isinstance(piece, list):
            stream += unwrapped(piece, width=width)
        else:
            stream.append(piece)
    return headings.Reader(stream, []).read()


def _joined(lines: Sequence[Line]) -> list[Paragraph]:
    """Lines without a gap as one paragraph, as Markdown has it; cut where it would grow beyond all measure."""
    made: list[list[str]] = [[]]
    length = 0
    for line in lines:
        if length > LONGEST_LINE:
            made.append([])
            length = 0
        made[-1].append(line.words)
        length += len(line.words)
    return [Paragraph(text=" ".join(words), scope=lines[0].scope) for words in made]


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


def _commercial(shaped: sections.Shaped) -> Commercial:
    """A page that promotes something is commercial as a whole (H51)."""
    sells = any(section.kind == Kind.PROMOTION for section in shaped.sections)
    return Commercial.COMMERCIAL if sells else Commercial.EDITORIAL


def _refuse(count: int, what: str, limit: int) -> None:
    if count > limit:
        raise ImportFailed(f"The text has {count:,} {what}; one article has at most {limit:,}, so split the file.")
