"""Every source of the demonstration is a real work, and every identifier belongs to the title beside it."""

import re

import pytest

from articles.citations.completeness import missing_details
from articles.citations.identifiers import normalise_doi, normalise_pmcid, normalise_pmid
from articles.document.nodes import Name, SourceRecord
from articles.management.demo.content import article_files
from articles.management.demo.library import SourceFile, source_files
from articles.management.demo.markup import keys
from articles.models import Source
from tests.articles.management import records
from tests.articles.management.records import plain

SOURCES = source_files()


def _texts(file):
    return [file.standfirst, *file.takeaways, *(section.body for section in file.sections)]


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_is_complete_and_its_identifiers_are_well_formed(key):
    source = SOURCES[key]
    names = tuple(Name(family=n.family, given=n.given, literal=n.literal) for n in source.authors)
    record = SourceRecord(
        id=1,
        type=source.type,
        title=source.title,
        authors=names,
        container=source.container,
        issued=source.issued,
        doi=source.doi,
        pmid=source.pmid,
    )
    assert missing_details(record) == ()
    assert source.evidence in Source.Evidence.values
    assert normalise_pmid(source.pmid) == source.pmid
    assert not source.doi or normalise_doi(source.doi) == source.doi.lower()
    assert not source.pmcid or normalise_pmcid(source.pmcid) == source.pmcid


def test_no_source_stands_twice():
    for name in ("pmid", "doi", "pmcid", "title"):
        values = [getattr(source, name) for source in SOURCES.values() if getattr(source, name)]
        assert len(values) == len(set(values))


def test_the_key_of_a_source_is_its_first_author_and_year():
    for key, source in SOURCES.items():
        stem, year = re.fullmatch(r"([a-z]+)(\d{4})", key).groups()
        first = source.authors[0]
        initials = "".join(word[0] for word in first.literal.split()).lower()
        assert source.issued.startswith(year)
        assert plain(first.family).startswith(stem) or (first.literal and initials.startswith(stem[:3])), key


def test_every_source_is_cited_and_every_article_rests_on_six_at_least():
    used = set()
    for name, file in article_files().items():
        cited = [key for text in _texts(file) for key in keys(text)]
        assert len(set(cited)) >= 6, name
        assert len(cited) > len(set(cited)), f"{name} cites nothing twice"
        used |= set(cited)
    assert used == set(SOURCES)


def _unlike(source: SourceFile, citation: str) -> list[str]:
    """The parts of a source that its record does not say."""
    said = plain(citation)
    first = source.authors[0]
    parts = {
        "title": source.title,
        "first author": first.literal or f"{first.family} {first.given}",
        "year": source.issued[:4],
        "volume": source.volume,
        "issue": source.issue,
        "pages": source.pages,
        "journal": source.container_short,
        "DOI": source.doi if "CD" not in source.pages else "",
        "PMCID": source.pmcid,
    }
    named = [name for name in source.authors if name.family]
    parts |= {f"author {n}": f"{name.family} {name.given}" for n, name in enumerate(named, 1)}
    return [name for name, text in parts.items() if plain(text) not in said]


def test_each_identifier_belongs_to_the_title_beside_it(shared):
    known = records.citations(shared / "data")
    wrong = {key: "no record of its PMID" for key, source in SOURCES.items() if source.pmid not in known}
    for key, source in SOURCES.items():
        if source.pmid in known and (unlike := _unlike(source, known[source.pmid])):
            wrong[key] = f"{unlike} is not in: {known[source.pmid]}"
    assert wrong == {}


def test_the_check_of_identifiers_finds_a_swapped_one(shared):
    known = records.citations(shared / "data")
    sources = list(SOURCES.values())
    swapped = zip(sources, [*sources[1:], sources[0]], strict=True)
    assert all("title" in _unlike(source, known[other.pmid]) for source, other in swapped)


def test_the_doi_of_a_review_carries_the_number_that_pubmed_gives_as_its_pages(shared):
    reviews = [source for source in SOURCES.values() if source.doi and source.pages.startswith("CD")]
    known = records.dois_of_reviews(shared / "data")
    assert reviews
    assert all(source.doi in known and f".{source.pages}." in source.doi for source in reviews)


def test_no_source_is_in_a_list_of_retracted_works(shared):
    listed = records.retracted(shared / "data")
    titles = plain(listed)
    assert "10.1016/s0140-6736(97)11096-0" in listed  # the check can fail
    for key, source in SOURCES.items():
        assert plain(source.title) not in titles, key
        assert not source.doi or source.doi.lower() not in listed, key
        assert not re.search(rf"(?<!\d){source.pmid}(?!\d)", listed), key
