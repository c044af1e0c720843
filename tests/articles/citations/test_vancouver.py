"""The pieces of a reference, one rule at a time."""

import pytest

from articles.citations import vancouver
from articles.document.nodes import Name


@pytest.mark.parametrize(
    ("pages", "printed"),
    [
        ("4137-4153", "4137-53"),
        ("4137–4153", "4137-53"),
        ("4137-53", "4137-53"),
        ("100-104", "100-4"),
        ("99-104", "99-104"),
        ("S123-S125", "S123-5"),
        ("e1-e12", "e1-12"),
        ("12-12", "12"),
        ("1-5, 10-12", "1-5, 10-2"),
        ("A12-B14", "A12-B14"),
        ("xiv-xx", "xiv-xx"),
        ("e0123456", "e0123456"),
        ("", ""),
    ],
)
def test_page_ranges_are_as_short_as_they_can_be(pages, printed):
    assert vancouver.page_range(pages) == printed


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2021-08-05", "2021 Aug 5"),
        ("2021-12", "2021 Dec"),
        ("2021", "2021"),
        ("2021-13", "2021-13"),
        ("Spring 2021", "Spring 2021"),
        ("", ""),
    ],
)
def test_dates_name_the_month_as_far_as_they_are_known(iso, printed):
    assert vancouver.date_words(iso) == printed


@pytest.mark.parametrize(
    ("author", "printed"),
    [
        (Name(family="Wastyk", given="Hannah C."), "Wastyk HC"),
        (Name(family="Wastyk", given="HC"), "Wastyk HC"),
        (Name(family="Sartre", given="Jean-Paul"), "Sartre JP"),
        (Name(family="de la Cruz", given="j. m."), "de la Cruz JM"),
        (Name(family="王", given="小明"), "王 小明"),
        (Name(literal="SPRINT Research Group"), "SPRINT Research Group"),
        (Name(given="Plato"), "Plato"),
        (Name(family="Plato"), "Plato"),
        (Name(), ""),
    ],
)
def test_names_are_a_surname_and_initials_without_full_stops(author, printed):
    assert vancouver.names((author,)) == printed


def test_six_authors_are_all_named_and_of_seven_the_first_six():
    authors = tuple(Name(family=f"Author{letter}", given=letter) for letter in "ABCDEFG")
    assert vancouver.names(authors[:6]).count(", ") == 5
    assert "et al." not in vancouver.names(authors[:6])
    assert vancouver.names(authors) == vancouver.names(authors[:6]) + ", et al."


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("H<sub>2</sub>O &amp;amp; <i>E. coli</i>", "H2O & E. coli"),
        ("<jats:p>A</jats:p>\n title", "A title"),
        ("Risk (p <0.05 and x> 3)", "Risk (p <0.05 and x> 3)"),
        ("&lt;i&gt;Lactobacillus&lt;/i&gt;", "Lactobacillus"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_titles_lose_the_markup_of_databases_and_nothing_else(raw, printed):
    assert vancouver.plain_words(raw) == printed


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("https://example.org/a?b=c#d", True),
        (" http://example.org ", True),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("javascript:alert(1)", False),
        ("//example.org/", False),
        ("https:///a", False),
        ("ftp://example.org/", False),
        ("https://example.org/a b", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_are_linked(text, is_kept):
    assert vancouver.web_url(text) == (text.strip() if is_kept else "")
