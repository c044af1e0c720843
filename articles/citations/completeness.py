"""What a source lacks before a reader can find the work: the minimum for its type (H37)."""

import re

from articles.citations.formatting import is_empty
from articles.citations.identifiers import normalise_doi, normalise_pmcid, normalise_pmid
from articles.citations.vancouver import names, plain_words, web_url
from articles.document.nodes import SourceRecord

EVERYTHING = ("everything",)

_YEAR = re.compile(r"[12][0-9]{3}")
_PAPER_HOSTS = frozenset({"pmc", "pubmed", "pubmed central", "europe pmc", "sciencedirect", "medline"})


def missing_details(record: SourceRecord) -> tuple[str, ...]:
    """What is not there, in words; () when the source is complete, `EVERYTHING` when nothing is known.

    A reference known only as a literal is complete when an identifier or an address leads to the work.
    """
    if is_empty(record):
        return EVERYTHING
    if not plain_words(record.title) and plain_words(record.literal):
        return () if _has_identifier(record) or web_url(record.url) else ("DOI, PMID or address",)
    if record.type in {"article-journal", "article"}:
        return _of_paper(record)
    if record.type in {"webpage", "report"}:
        return _of_page(record)
    if record.type in {"book", "chapter"}:
        return _of_book(record)
    if _looks_like_paper(record):
        return _of_paper(record)
    return min(_of_page(record), _of_paper(record), key=len)


def _of_paper(record: SourceRecord) -> tuple[str, ...]:
    return _named(
        ("authors", bool(names(record.authors))),
        ("title", bool(plain_words(record.title))),
        ("journal", bool(plain_words(record.container_short) or plain_words(record.container))),
        ("year", _has_year(record)),
        ("DOI or PMID", _has_identifier(record)),
    )


def _of_page(record: SourceRecord) -> tuple[str, ...]:
    """A DOI stands for the address and needs no date of access, for what it leads to does not move."""
    organisation = plain_words(record.publisher) or plain_words(record.container) or names(record.authors)
    has_doi = bool(normalise_doi(record.doi))
    return _named(
        ("organisation", bool(organisation)),
        ("title", bool(plain_words(record.title))),
        ("address", has_doi or bool(web_url(record.url))),
        ("accessed date", has_doi or _YEAR.match(record.accessed.strip()) is not None),
    )


def _of_book(record: SourceRecord) -> tuple[str, ...]:
    return _named(
        ("authors", bool(names(record.authors))),
        ("title", bool(plain_words(record.title))),
        ("title of the book", record.type != "chapter" or bool(plain_words(record.container))),
        ("publisher", bool(plain_words(record.publisher))),
        ("year", _has_year(record)),
    )


def _named(*wanted: tuple[str, bool]) -> tuple[str, ...]:
    return tuple(name for name, is_there in wanted if not is_there)


def _has_year(record: SourceRecord) -> bool:
    return _YEAR.match(record.issued.strip()) is not None


def _has_identifier(record: SourceRecord) -> bool:
    return bool(normalise_doi(record.doi) or normalise_pmid(record.pmid) or normalise_pmcid(record.pmcid))


def _looks_like_paper(record: SourceRecord) -> bool:
    return bool(record.volume or record.issue or record.pages or record.container_short or _has_identifier(record)) or (
        record.host.strip().lower() in _PAPER_HOSTS
    )
