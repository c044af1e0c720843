"""Marks lead to the list and back, and say what is not known."""

from dataclasses import replace

import pytest

from articles.document.nodes import Section, SourceRecord
from articles.publishing.rendering import article
from articles.publishing.rendering.facts import SourceStatus
from tests.articles.publishing.checks import problems, tree, words
from tests.articles.publishing.walking import EMPTY, cite


@pytest.fixture
def made(facts):
    return tree(article.render(facts))


def test_groups_are_numbered_and_collapsed(made):
    shown = [words(button) for button in made.xpath("//span[contains(@class,'cite')]/button")]
    assert shown == (
        "[Source 1] [Sources 2,3] [Sources 4,5] [Source 6] [Source 7] [Source 8] [Source 9] [Source 10] "
        "[Sources 11–13] [Sources 14–16] [Source 17] [Sources 18–20] [Sources 21–24] [Sources 25,26] "
        "[Source 27] [Sources 28–30] [Sources 31,32] [Source 4]"
    ).replace("] [", "]|[").split("|")


def test_every_mark_opens_its_sources_and_each_leads_to_the_list(made):
    for span in made.xpath("//span[contains(@class,'cite')]"):
        pop = made.get_element_by_id(span.xpath("./button/@popovertarget")[0])
        assert pop.get("popover") is not None
        numbers = pop.xpath("./ol/li/@value")
        assert pop.xpath("./ol/li//a[starts-with(@href, '#source-')]/@href") == [f"#source-{n}" for n in numbers]
        assert pop.xpath("./button/@popovertarget") == [pop.get("id")]
        for n in numbers:
            back = made.get_element_by_id(f"source-{n}").xpath(".//span[@class='back']/a/@href")
            assert f"#{span.get('id')}" in back


def test_a_range_shows_its_hidden_middle(made):
    pop = made.get_element_by_id(made.xpath("//span[@id='cite-9']/button/@popovertarget")[0])
    assert pop.get("aria-label") == "Sources 11–13"
    assert pop.xpath("./ol/li/@value") == ["11", "12", "13"]


def test_what_opens_never_stands_inside_a_paragraph_or_list(made):
    assert not made.xpath("//p//div | //ul//div[@popover] | //ol[not(@class)]/li/div[@popover]")


def test_the_list_has_each_source_once_in_the_order_of_its_number(made):
    assert made.xpath("//ol[@class='sources']/li/@id") == [f"source-{n}" for n in range(1, 33)]


def test_a_source_cited_twice_leads_back_to_both_places(made):
    back = made.get_element_by_id("source-4").xpath(".//span[@class='back']")[0]
    assert words(back) == "Back to text: a b"
    assert back.xpath("./a/@href") == ["#cite-3", "#cite-18"]
    assert back.xpath("./a/@aria-label") == ["a: back to text from source 4", "b: back to text from source 4"]


def test_what_is_missing_is_said(made):
    for n in EMPTY:
        assert "Details missing: cited in the text, nothing more is recorded" in words(
            made.get_element_by_id(f"source-{n}")
        )
    assert words(made.xpath("//section[@aria-labelledby='sources']/p")[0]).startswith(
        "32 sources are cited. 17 of them have no details yet."
    )
    lost = made.xpath("//span[contains(@class, 'lost')]/@id")
    assert lost == ["cite-1", "cite-2", "cite-4", "cite-9", "cite-11", "cite-15"]


def test_a_reference_is_printed_in_full_with_its_kind(made):
    entry = words(made.get_element_by_id("source-19"))
    assert "Example AB, Sample AB, Muster AB." in entry
    assert "2021 Aug 5;184(16):4137-53. doi:10.5555/walking.19. PubMed PMID: 30000019." in entry
    assert "Systematic review" in entry


def test_locator_and_quote_stand_where_the_source_opens(made):
    assert "At: page 2" in words(made.get_element_by_id("pop-5"))
    assert "“Parks were visited most at noon.”" in words(made.get_element_by_id("pop-8"))


@pytest.mark.parametrize(
    ("status", "badge"),
    [
        ("retracted", "Retracted"),
        ("concern", "Expression of concern"),
        ("corrected", "Corrected"),
        ("normal", ""),
        ("unchecked", ""),
    ],
)
def test_the_standing_of_a_source_is_shown_in_list_and_text(but, status, badge):
    page = tree(article.render(but(statuses={8: SourceStatus(8, status, "See the notice.")})))
    for shown in (page.get_element_by_id("source-8"), page.get_element_by_id("pop-6")):
        tags = [words(tag) for tag in shown.xpath(".//span[contains(@class,'tag')]")]
        assert tags == ([badge] if badge else [])
    assert bool(page.xpath("//li[@class='bad']")) == (status == "retracted")
    assert ("See the notice." in words(page.get_element_by_id("source-8"))) == bool(badge)


def test_a_retraction_that_is_discussed_says_so(but, facts):
    sources = [replace(s, discusses_retraction=s.id == 8) for s in facts.document.sources]
    page = tree(article.render(but(document={"sources": tuple(sources)}, statuses={8: SourceStatus(8, "retracted")})))
    assert "Cited to discuss the retraction" in words(page.get_element_by_id("source-8"))


def test_a_mark_without_a_source_says_so_and_leads_nowhere(but):
    sections = (Section(heading="One", body=f"<p>Ash {cite(9)}, oak {cite(4, 9)}.</p>"),)
    page = tree(article.render(but(document={"sections": sections, "sources": (SourceRecord(id=4, title="Oaks"),)})))
    assert (
        words(page.xpath("//section[@aria-labelledby='one']/p")[0])
        == "Ash [source missing], oak [Source 1] [source missing]."
    )
    assert problems(page) == []


def test_sources_that_nothing_cites_are_listed_apart(but, facts):
    more = (*facts.document.sources, SourceRecord(id=77, title="Never cited"), SourceRecord(id=78))
    page = tree(article.render(but(document={"sources": more})))
    assert [words(item) for item in page.xpath("//ul[@class='sources']/li")] == [
        "Never cited.Details missing: organisation, address, accessed date",
        "Details missing",
    ]


def test_an_address_that_is_its_own_text_is_marked_for_print(made):
    bare = made.get_element_by_id("source-7").xpath(".//a[@class='bare']")
    assert [link.text for link in bare] == ["https://walking.example/leaflet?a=1&b=2"]
