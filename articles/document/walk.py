"""Walks a Document in reading order: its fields, blocks, plain text and citation marks.

Reading order is what H33 numbers by: standfirst, takeaways, contributor note, sections.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from articles.document.nodes import Document, Takeaway
from articles.document.vocabulary import BLOCKS, CITE, INLINE

_PAIRS = r'(?:\s+[a-z-]+="[^"]*")*'
MARK = re.compile(rf"<cite-ref({_PAIRS})\s*></cite-ref>")
GROUP = re.compile(rf"<cite-ref{_PAIRS}\s*></cite-ref>(?:(?:\s|&nbsp;)*<cite-ref{_PAIRS}\s*></cite-ref>)*")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_GAP = re.compile(r" ?\x00 ?(?=[.,;:!?)])")  # a group of marks, as one NUL, between a word and a stop
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE - {CITE, 'br'}, key=len, reverse=True))})(?:\s[^<>]*)?>")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(rf"<(/?)({'|'.join(sorted(BLOCKS, key=len, reverse=True))})\b[^<>]*>")
_OUTER = frozenset({"ul", "ol", "table", "thead", "tbody", "tr"})


@dataclass(frozen=True, slots=True)
class Field:
    """A text of the Document: where it stands (`section:3` counts from 1) and its HTML."""

    place: str
    html: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation mark: the field it stands in, its group there (from 1), the source it names."""

    place: str
    group: int
    source: int
    locator: str = ""
    quote: str = ""


def fields(document: Document) -> Iterator[Field]:
    """Every text that may hold citation marks, in reading order."""
    yield Field("standfirst", document.standfirst, "Standfirst")
    yield Field("takeaways_lead", document.takeaways_lead, "Lead-in of the takeaways")
    for n, takeaway in enumerate(document.takeaways, 1):
        yield Field(f"takeaway:{n}", takeaway.body, f"Takeaway {n}")
    yield Field("contributor_note", document.contributor_note, "Contributor note")
    for n, section in enumerate(document.sections, 1):
        yield Field(f"section:{n}", section.body, section.heading or f"Section {n} ({section.kind.value})")


def marks(document: Document) -> Iterator[Mark]:
    """Every citation mark in reading order; a mark that names no source has source 0."""
    for field in fields(document):
        yield from marks_in(field.html, field.place)


def marks_in(html: str, place: str = "") -> Iterator[Mark]:
    """The citation marks of one text; marks with nothing but white space between share a group."""
    if "<cite-ref" not in html:
        return
    for n, group in enumerate(GROUP.finditer(html), 1):
        for mark in MARK.finditer(group[0]):
            found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(mark[1])}
            source = found.get("data-source", "")
            yield Mark(
                place,
                n,
                int(source) if source.isascii() and source.isdigit() and len(source) <= 18 else 0,
                found.get("data-locator", ""),
                found.get("data-quote", ""),
            )


def text_of(html: str) -> str:
    """The words of a text as read: no tags, no marks nor the space before them, entities decoded.

    Tags within a line part no words (`CO<sub>2</sub>` is CO2), all others do; white space is folded.
    """
    marked = GROUP.sub("\x00", html) if "<cite-ref" in html else html
    folded = " ".join(unescape(_TAG.sub(" ", _INLINE_TAG.sub("", marked))).split())
    return " ".join(_GAP.sub("", folded).replace("\x00", "").split()) if "\x00" in folded else folded


def blocks(html: str) -> Iterator[tuple[str, str]]:
    """(tag, words) of each run of text with the innermost block that holds it, in order; no word is lost."""
    open_tags: list[str] = []
    at = 0
    for tag in [*_BLOCK_TAG.finditer(html), None]:
        words = text_of(html[at : tag.start() if tag else len(html)])
        if words:
            yield next((name for name in reversed(open_tags) if name not in _OUTER), "p"), words
        if tag is None:
            return
        at = tag.end()
        if not tag[1]:
            open_tags.append(tag[2])
        elif tag[2] in open_tags:
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(tag[2]) :]


def words(document: Document) -> Iterator[str]:
    """All text of the Document in reading order, headings included."""
    yield document.title
    place = {f"section:{n}": section.heading for n, section in enumerate(document.sections, 1)}
    for field in fields(document):
        if place.get(field.place):
            yield place[field.place]
        yield text_of(field.html)


def rewrite(document: Document, change: Callable[[str], str]) -> Document:
    """The Document with every text that may hold marks put through `change`."""
    return replace(
        document,
        standfirst=change(document.standfirst),
        takeaways_lead=change(document.takeaways_lead),
        takeaways=tuple(Takeaway(body=change(item.body)) for item in document.takeaways),
        contributor_note=change(document.contributor_note),
        sections=tuple(replace(section, body=change(section.body)) for section in document.sections),
    )


def renumber_sources(document: Document, ids: dict[int, int]) -> Document:
    """The Document with source ids exchanged as `ids` says, in marks and in the source list."""

    def change(html: str) -> str:
        return re.sub(r'(<cite-ref\s[^>]*?data-source=")(\d+)"', lambda m: f'{m[1]}{ids.get(int(m[2]), m[2])}"', html)

    moved = rewrite(document, change)
    return replace(moved, sources=tuple(replace(item, id=ids.get(item.id, item.id)) for item in document.sources))
