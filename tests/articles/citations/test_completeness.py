"""The minimum of H37, type by type."""

from dataclasses import replace

import pytest
from hypothesis import given

from articles.citations.completeness import EVERYTHING, missing_details
from articles.citations.formatting import is_empty
from articles.document.nodes import Name, SourceRecord
from tests.articles.citations.test_formatting import PAGE, PAPER, RECORDS

BOOK = SourceRecord(id=3, type="book", title="T", authors=(Name(literal="A"),), publisher="P", issued="2020")


@pytest.mark.parametrize("record", [PAPER, PAGE, BOOK, replace(PAGE, type="report"), replace(PAPER, type="article")])
def test_a_full_record_lacks_nothing(record):
    assert missing_details(record) == ()


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        (replace(PAPER, authors=()), ("authors",)),
        (replace(PAPER, title=""), ("title",)),
        (replace(PAPER, container="", issued="in press"), ("journal", "year")),
        (replace(PAPER, doi="", pmid="", pmcid=""), ("DOI or PMID",)),
        (replace(PAPER, doi="unavailable", pmid="0", pmcid=""), ("DOI or PMID",)),
        (replace(PAGE, publisher=""), ("organisation",)),
        (replace(PAGE, url="", accessed=""), ("address", "accessed date")),
        (replace(PAGE, url="javascript:alert(1)"), ("address",)),
        (replace(BOOK, publisher="", issued=""), ("publisher", "year")),
        (replace(BOOK, type="chapter"), ("title of the book",)),
    ],
)
def test_what_is_missing_is_named(record, missing):
    assert missing_details(record) == missing


def test_one_identifier_of_three_is_enough():
    for name in ("doi", "pmid", "pmcid"):
        only = replace(PAPER, **{other: "" for other in ("doi", "pmid", "pmcid") if other != name})
        assert missing_details(only) == ()


def test_a_report_with_a_doi_needs_no_address_and_no_date_of_access():
    assert missing_details(replace(PAGE, type="report", url="", accessed="", doi="10.1234/report")) == ()


def test_a_literal_is_complete_when_it_leads_to_the_work():
    literal = SourceRecord(id=4, literal="Glaspy J, et al.: Impact. J Clin Oncol 15: 1218-34, 1997.")
    assert missing_details(literal) == ("DOI, PMID or address",)
    assert missing_details(replace(literal, pmid="9060566")) == ()
    assert missing_details(replace(literal, url="https://example.org/impact")) == ()


def test_of_an_unknown_type_the_nearer_minimum_is_asked():
    assert missing_details(SourceRecord(id=5, title="A review", host="PMC")) == (
        "authors",
        "journal",
        "year",
        "DOI or PMID",
    )
    assert missing_details(SourceRecord(id=6, title="Probiotics", host="BDA")) == (
        "organisation",
        "address",
        "accessed date",
    )
    assert missing_details(replace(PAPER, type="")) == missing_details(replace(PAGE, type="")) == ()


def test_of_nothing_everything_is_missing():
    assert missing_details(SourceRecord(id=7)) == EVERYTHING
    assert missing_details(SourceRecord(id=7, host="PMC", type="webpage")) == EVERYTHING


@given(RECORDS)
def test_every_record_gets_an_answer(record):
    assert (missing_details(record) == EVERYTHING) == is_empty(record)
