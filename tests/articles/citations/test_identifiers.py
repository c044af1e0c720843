"""DOI, PMID, PMCID: vectors of F1 and F2, odd Wiley names, running text."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.citations import identifiers

WILEY = "10.1002/(sici)1096-9888(199603)31:3<255::aid-jms290>3.0.co;2-3"

DOIS = [
    ("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
    ("https://doi.org/10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
    ("http://dx.doi.org/10.1177/1758835920922055", "10.1177/1758835920922055"),
    ("HTTPS://WWW.DOI.ORG/10.1177/1758835920922055", "10.1177/1758835920922055"),
    ("doi.org/10.1177/1758835920922055?nosfx=y", "10.1177/1758835920922055"),
    ("doi:10.1177/1758835920922055.", "10.1177/1758835920922055"),
    ("DOI: 10.1093/NAR/gkq776;", "10.1093/nar/gkq776"),
    ("info:doi/10.1371/journal.pone.0020353", "10.1371/journal.pone.0020353"),
    ("  10.1016/j.cell.2021.06.019).", "10.1016/j.cell.2021.06.019"),
    ("10.1016/j.cell.2021.06.019>", "10.1016/j.cell.2021.06.019"),
    ("10.3275%2F8997", "10.3275/8997"),
    ("10.1016/j.cell.\u200b2021.06.019", "10.1016/j.cell.2021.06.019"),
    ("10.1002/(SICI)1096-9888(199603)31:3<255::AID-JMS290>3.0.CO;2-3", WILEY),
    ("https://doi.org/10.1002/(SICI)1096-9888(199603)31:3%3C255::AID-JMS290%3E3.0.CO;2-3", WILEY),
    ("10.1002/(SICI)1096-9888(199603)31:3&lt;255::AID-JMS290&gt;3.0.CO;2-3", WILEY),
    ("10.1890/0012-9658(2000)081[2211:EOGFOI]2.0.CO;2", "10.1890/0012-9658(2000)081[2211:eogfoi]2.0.co;2"),
]


@pytest.mark.parametrize(("text", "doi"), DOIS)
def test_a_doi_in_any_dress_has_one_form(text, doi):
    assert identifiers.normalise_doi(text) == doi
    identifiers.validate_doi(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "doi:",
            "10.12/abc",
            "10.1000/",
            "10.1000/a b",
            "11.1000/abc",
            "١٠.1000/a",
            "10.1000/a%00b",
            "10.1000/%ff",
        ),
        "https://example.org/10.1000/abc",
        "10.1000/" + "a" * 400,
    ],
)
def test_what_is_no_doi_becomes_nothing_and_is_refused(text):
    assert identifiers.normalise_doi(text) == ""
    with pytest.raises(ValidationError, match="is not a DOI"):
        identifiers.validate_doi(text)


@given(st.text(max_size=80).map(lambda tail: "10.1234/" + tail))
def test_normalising_twice_changes_nothing_and_the_link_leads_back(text):
    doi = identifiers.normalise_doi(text)
    assert identifiers.normalise_doi(doi) == doi
    assert identifiers.normalise_doi(identifiers.doi_url(doi)) == doi


@pytest.mark.parametrize(
    ("text", "pmid"),
    [
        ("34256014", "34256014"),
        (" PMID: 34256014.", "34256014"),
        ("PubMed PMID: 1", "1"),
        ("https://pubmed.ncbi.nlm.nih.gov/34256014/", "34256014"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/34256014", "34256014"),
        ("034256014", ""),
        ("123456789", ""),
        ("0", ""),
        ("٣٤٢٥", ""),
        ("PMC9020749", ""),
        ("", ""),
    ],
)
def test_a_pmid_has_one_to_eight_digits_and_no_leading_zero(text, pmid):
    assert identifiers.normalise_pmid(text) == pmid
    if pmid:
        identifiers.validate_pmid(text)
    else:
        with pytest.raises(ValidationError, match="is not a PMID"):
            identifiers.validate_pmid(text)


@pytest.mark.parametrize(
    ("text", "pmcid"),
    [
        ("PMC9020749", "PMC9020749"),
        ("pmc9020749.1", "PMC9020749.1"),
        ("PMCID: PMC9020749.", "PMC9020749"),
        ("PubMed Central PMCID: PMC9020749", "PMC9020749"),
        ("pmc-id: PMC9020749;", "PMC9020749"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9020749/", "PMC9020749"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9020749", "PMC9020749"),
        ("9020749", ""),
        ("PMC0", ""),
        ("PMC", ""),
        ("", ""),
    ],
)
def test_a_pmcid_has_its_letters_and_digits(text, pmcid):
    assert identifiers.normalise_pmcid(text) == pmcid
    if pmcid:
        identifiers.validate_pmcid(text)
    else:
        with pytest.raises(ValidationError, match="is not a PMCID"):
            identifiers.validate_pmcid(text)


def test_links_lead_to_the_three_resolvers():
    assert identifiers.doi_url(WILEY) == (
        "https://doi.org/10.1002/(sici)1096-9888(199603)31:3%3C255::aid-jms290%3E3.0.co;2-3"
    )
    assert identifiers.pmid_url("34256014") == "https://pubmed.ncbi.nlm.nih.gov/34256014/"
    assert identifiers.pmcid_url("PMC9020749") == "https://pmc.ncbi.nlm.nih.gov/articles/PMC9020749/"
    assert identifiers.doi_url("") == identifiers.pmid_url("") == identifiers.pmcid_url("") == ""


@pytest.mark.parametrize(
    ("text", "dois"),
    [
        ("Nothing here, not even 10.5 or version 3.10.1234.", []),
        ("See (10.1234/a(b)c).Then doi:10.1234/A(B)C again, and 10.1234/d.", ["10.1234/a(b)c", "10.1234/d"]),
        ("10.1234/k;10.1234/l,doi:10.1234/m <10.1234/n>.", ["10.1234/k", "10.1234/l", "10.1234/m", "10.1234/n"]),
        ('<a href="https://doi.org/10.1234/abc">10.1234/abc</a><br>', ["10.1234/abc"]),
        ("[10.1234/def](https://doi.org/10.1234/def)", ["10.1234/def"]),
        ("doi:10.1002/(SICI)1096-9888(199603)31:3<255::AID-JMS290>3.0.CO;2-3. Next", [WILEY]),
        ("http://link.springer.com/content/pdf/10.3275/8997.pdf", ["10.3275/8997"]),
        ("http://link.springer.com/article/10.3275%2F8997?x=1", ["10.3275/8997"]),
        (
            "https://onlinelibrary.wiley.com/doi/10.1111/j.1365-2265.2009.03757.x/abstract",
            ["10.1111/j.1365-2265.2009.03757.x"],
        ),
        ("https://doi.org/10.1234/report.full?via=mail", ["10.1234/report.full"]),
    ],
)
def test_every_doi_of_a_text_is_found_once_in_order(text, dois):
    assert identifiers.find_dois(text) == dois


@given(st.lists(st.sampled_from([doi for _, doi in DOIS]), max_size=6))
def test_dois_with_words_between_are_all_found(dois):
    assert identifiers.find_dois(" and then (".join(f"{doi}), " for doi in dois)) == list(dict.fromkeys(dois))


@given(st.text())
def test_no_text_breaks_the_finders(text):
    for doi in identifiers.find_dois(text):
        assert identifiers.normalise_doi(doi) == doi
    assert identifiers.normalise_pmid(identifiers.find_pmid(text)) == identifiers.find_pmid(text)
    assert identifiers.normalise_pmcid(identifiers.find_pmcid(text)) == identifiers.find_pmcid(text)


def test_pmid_and_pmcid_are_found_only_where_they_are_named():
    text = "Cell. 2021;184(16):4137-53. PubMed PMID: 34256014; PubMed Central PMCID: PMC9020749."
    assert identifiers.find_pmid(text) == "34256014"
    assert identifiers.find_pmcid(text) == "PMC9020749"
    assert identifiers.find_pmid("see https://pubmed.ncbi.nlm.nih.gov/34256014/ for more") == "34256014"
    assert identifiers.find_pmid("PMID: 123456789; 34256014") == ""
    assert identifiers.find_pmcid("the host was PMC, 2021") == ""


def test_real_texts_give_their_dois_and_no_others(shared):
    folder = shared / "data/03_references/identifiers"
    one = (folder / "text_with_one_doi.txt").read_bytes().decode("utf-8", "replace")
    assert identifiers.find_dois(one) == ["10.1093/nar/gkq776"]
    # The first 60,000 characters of the book are its front matter and hold none.
    assert identifiers.find_dois((folder / "text_with_many_dois_first60k.txt").read_text()) == []


def test_publishers_addresses_give_the_doi_that_stands_in_them(shared):
    results = (shared / "data/03_references/identifiers/example_citation_lookup_results.txt").read_text()
    links = re.findall(r"link: +(\S*10\.\d{4}\S*)[\s\S]*?potential dois: +([^,\s]+)", results)
    assert len(links) >= 7
    for link, doi in links:
        assert identifiers.find_dois(link) == [doi]
