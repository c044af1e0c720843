"""Entries of source lists → what is known; never more."""

import pytest

from articles.importing.entries import record
from articles.importing.inline import Inline
from articles.importing.marks import Citations


def source(text, *, markdown=False):
    return record(1, text, Inline(markdown=markdown, citations=Citations()))


@pytest.mark.parametrize(
    ("text", "title", "host"),
    [
        ("Gut flora - a story of two: narrative review - PMC", "Gut flora - a story of two: narrative review", "PMC"),
        ("Probiotics and gut health - BDA", "Probiotics and gut health", "BDA"),
        ("Burden of disease 2019 in Europe | Our Institute", "Burden of disease 2019 in Europe", "Our Institute"),
        ("What light does – www.example.org", "What light does", "www.example.org"),
    ],
)
def test_title_and_host_are_told_apart(text, title, host):
    found = source(text)
    assert (found.title, found.host, found.literal) == (title, host, "")


@pytest.mark.parametrize(
    "text",
    [
        "Smith J, Jones K. A trial of walks - part two. J Ex 2001;4:11-19.",
        "Report on walking, 2001 - a summary of all parts that were ever written down by us",
        "A book about light",
        "Smith J et al. Walks - a review",
    ],
)
def test_any_other_form_stays_whole(text):
    found = source(text)
    assert (found.literal, found.title, found.host, found.authors) == (text, "", "", ())


def test_identifiers_are_read_wherever_they_stand_and_the_words_stay_as_given():
    found = source("Doe J. Walks. J Ex 2020;1:2-3. PMID: 123456 PMCID: PMC7654321 doi:10.5555/ABC.1.")
    assert (found.pmid, found.pmcid, found.doi) == ("123456", "PMC7654321", "10.5555/abc.1")
    assert found.literal.startswith("Doe J. Walks.")
    assert found.url == ""


def test_an_address_of_its_own_is_kept_and_that_of_an_identifier_is_not():
    assert source("Walks. Available from: https://example.org/walks.").url == "https://example.org/walks"
    assert source("Walks. https://doi.org/10.5555/abc").url == ""


def test_a_link_that_says_pubmed_becomes_the_number():
    old = "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&list_uids=8422607&dopt=Abstract"
    found = source(f'Walks. J Ex 43 (1): 57-62, 1993. [[PUBMED Abstract]]({old} "{old}")', markdown=True)
    assert found.pmid == "8422607"
    assert found.literal == "Walks. J Ex 43 (1): 57-62, 1993."


def test_markdown_in_an_entry_becomes_plain_words_and_an_address():
    found = source('Doe J. *Walks*. [Available online](http://example.org/a "t"). Accessed 2016.', markdown=True)
    assert found.literal == "Doe J. Walks. Available online (t). Accessed 2016."
    assert found.url == "http://example.org/a"


def test_an_address_that_is_not_one_of_the_web_is_not_kept():
    assert source("[x](javascript:alert)", markdown=True).url == ""
