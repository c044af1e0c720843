"""Marks and sources, H36 and H37."""

from dataclasses import replace

import pytest

from articles.document.nodes import Section, SourceRecord
from tests.articles.document.making import mark
from tests.articles.quality.making import CLEAN, found, message, source, with_section


def _with_text(html: str, heading: str = "More"):
    return with_section(Section(heading=heading, body=f"<p>{html}</p>"))


def test_a_mark_without_a_source_is_reported_where_it_stands():
    document = _with_text(f"So it is.{mark(98)} And so.{mark(99)} And this.{mark(11)}")
    assert found(document) == ["blocking citation-dangling@section:5"]
    assert message(document).startswith("“More” cites 2 sources that are not in the list.")


def test_a_mark_that_names_no_source_dangles():
    assert found(_with_text("So.<cite-ref></cite-ref>")) == ["blocking citation-dangling@section:5"]


def test_a_cited_source_of_which_nothing_is_known_is_reported_once_with_its_places():
    document = replace(
        _with_text(f"One.{mark(13)} Two.{mark(13)}"), sources=(*CLEAN.sources, SourceRecord(id=13, host="PMC"))
    )
    assert found(document) == ["blocking citation-dangling@source:13"]
    assert message(document).startswith("Source 3, cited in “More”, has no details at all.")


def test_a_source_that_nothing_cites_is_named_by_its_title():
    document = replace(CLEAN, sources=(*CLEAN.sources, source(13)))
    assert message(document).startswith("The source “Light and sleep, part 13” is in the list, but nothing")


@pytest.mark.parametrize(
    "text",
    [
        "It is so [3].",
        "It is so[3].",
        "[1, 2]",
        "both [2] [3]",
        "see [11–13] and",
        "[1-3,7]",
        "[12] and 70% [4]",
        "B12 [2]",
        "<strong>[</strong>3]",
        "the work of [3]",
        "so [3] I think",
        '<a href="https://example.org/">[4]</a>',
        "[5]and",
    ],
)
def test_a_number_typed_by_hand_is_found(text):
    assert found(_with_text(text)) == ["blocking citation-typed@section:5"]


@pytest.mark.parametrize(
    "text",
    [
        "the law of [2024]",
        "[0] is the origin",
        "95% CI [2, 5]",
        "IQR [1-3]",
        "[18]F-FDG",
        "benzo[1,2]pyrene",
        "bicyclo[2.2.1]heptane",
        "[a] and [Note 3]",
        "list[i]",
        "(3)",
        f"A mark.{mark(11)}",
    ],
)
def test_years_intervals_and_names_are_no_citations(text):
    assert found(_with_text(text)) == []


def test_typed_numbers_are_found_in_every_text_that_readers_see():
    document = replace(
        CLEAN,
        title="Sleep [1]",
        description="How [2]",
        contributor_note="Thanks [3]",
        takeaways_lead="In {count} points [4]:",
    )
    document = with_section(Section(heading="More [5]", body="<p>x</p>"), document=document)
    places = ["title", "takeaways_lead", "contributor_note", "section:5", "description"]
    assert found(document) == [f"blocking citation-typed@{place}" for place in places]


def test_the_same_work_twice_is_found_by_any_identifier():
    for first, second in [
        ({"doi": "10.1234/a"}, {"doi": "https://doi.org/10.1234/A"}),
        ({"pmid": "123"}, {"pmid": "123"}),
        ({"pmcid": "PMC123"}, {"pmcid": "pmc123"}),
    ]:
        assert found(replace(CLEAN, sources=(source(11, **first), source(12, **second)))) == [
            "blocking citation-duplicate@source:12"
        ]


def test_the_sentence_names_both_twins():
    document = replace(CLEAN, sources=(source(11), source(12, doi="10.1234/sleep.11", title="")))
    assert "Source 2 is the same work as source 1, “Light and sleep, part 11”. Merge" in message(document)


def test_what_a_source_lacks_is_said_in_words():
    document = replace(CLEAN, sources=(source(11), source(12, authors=(), issued="", doi="")))
    assert found(document) == ["blocking source-incomplete@source:12"]
    assert "Source 2, “Light and sleep, part 12”, lacks: authors, year and DOI or PMID." in message(document)


def test_sources_are_reported_by_number_not_by_their_place_in_the_list():
    document = replace(CLEAN, sources=(source(12, issued=""), source(11, issued="")))
    assert [key.split("@")[1] for key in found(document)] == ["source:11", "source:12"]
