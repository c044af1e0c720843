"""Proves that an import lost nothing: every word of the file is in a field, in the report, or was syntax."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from html import unescape

from articles.document import walk
from articles.document.nodes import Document
from articles.importing.entries import PUBMED_NAME
from articles.importing.inline import LINK, LINKED_MARK, TAG, decoded
from articles.importing.lines import FENCE
from articles.importing.marks import GROUP
from articles.importing.people import People

_WORD = re.compile(r"[^\W_]+")
_NUMBERING = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(?:\[\^?[0-9]{1,4}\]:?|\(?[0-9]{1,4}[.)])(?=\s|$)", re.M)
_SYNTAX = frozenset({"http", "https", "doi", "org", "dx", "www", "pmid", "pmcid"})
_MOST = 50


def unplaced(text: str, document: Document, people: People, taken: Iterable[str], *, markdown: bool) -> tuple[str, ...]:
    """Words of the text that no field of the Document, no person and nothing in `taken` holds, at most 50."""
    held = Counter(_words(" ".join([*_texts(document), *_about(people), *taken])))
    wanted = Counter(_words(_content(text, markdown=markdown)))
    lost = [word for word, count in wanted.items() if count > held[word] and word not in _SYNTAX]
    return tuple(lost[:_MOST])


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _content(text: str, *, markdown: bool) -> str:
    """The file without the numbers of entries, items and citations, and without the targets of links."""
    text = _NUMBERING.sub(" ", text)
    if markdown:
        text = TAG.sub(" ", FENCE.sub(" ", LINKED_MARK.sub(" ", text)))
        text = decoded(LINK.sub(_label, LINK.sub(_label, text)))
    return GROUP.sub(" ", text)


def _label(found: re.Match[str]) -> str:
    """The words of a link; none where they only name PubMed, whose number a source keeps."""
    return " " if PUBMED_NAME.fullmatch(found[2]) else f" {found[2]} "


def _texts(document: Document) -> Iterable[str]:
    """Every text of the Document, decoded, tags and marks as they stand: their words never hide a loss of prose."""
    yield from (
        document.title,
        document.description,
        document.audience,
        document.language,
        *document.topics,
    )
    for section in document.sections:
        yield section.heading
    for field in walk.fields(document):
        yield unescape(field.html)
    for source in document.sources:
        yield from (str(getattr(source, each.name)) for each in fields(source) if each.name != "id")


def _about(people: People) -> Iterable[str]:
    for person in people.everyone:
        yield " ".join([person.name, person.post_nominals, person.job_title, *person.biography])
        yield from (f"{row.institution} {row.award} {row.year or ''}" for row in person.education)
