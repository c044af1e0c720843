"""People are shown with what they studied and declared, and nothing is made up."""

from dataclasses import replace

import pytest

from articles.publishing.rendering import article, people
from tests.articles.publishing.checks import tree, words
from tests.articles.publishing.rendering.conftest import ADA, RUI


@pytest.fixture
def shown(facts):
    """Name → (parts, facts by label) of each card."""
    page = tree(article.render(facts))
    return {
        words(card.xpath(".//h3")[0]): (
            words(card.xpath(".//p[@class='eyebrow']")[0]),
            {words(dt): words(dt.getnext()) for dt in card.xpath(".//dt")},
        )
        for card in page.xpath("//article[@class='person']")
    }


def test_everybody_has_one_card_with_all_their_parts(shown):
    assert {name: parts for name, (parts, _) in shown.items()} == {
        "Ada Writer": "Author",
        "Rui Reviewer, RD": "Medical reviewer · Contributor · Quoted in this article",
    }


def test_education_registration_and_interests_are_there_or_said_to_be_missing(shown):
    assert shown["Rui Reviewer, RD"][1] == {
        "Education": "BSc Dietetics, Example University, Wales, 2012",
        "Registration": "Dietitian, Sample register, SAMPLE-0001 Checked 1 May 2026 "
        "Open the register of Sample register",
        "Interests": "Employed by the publisher. (1 June 2026)",
    }
    assert shown["Ada Writer"][1] == {
        "Education": "Details missing",
        "Interests": "None declared (1 June 2026)",
        "ORCID": "https://orcid.org/0000-0002-1825-0097",
    }


def test_invented_people_are_marked(facts):
    page = tree(article.render(facts))
    cards = {
        words(card.xpath(".//h3")[0]): words(card.xpath("./header")[0])
        for card in page.xpath("//article[@class='person']")
    }
    assert "Sample person Invented for the demonstration." in cards["Rui Reviewer, RD"]
    assert "Sample" not in cards["Ada Writer"]


def test_a_long_biography_leads_on(facts):
    page = tree(article.render(facts))
    body = words(page.xpath("//article[@class='person'][1]//div[@class='body']/p")[0])
    assert body == "Ada writes. Read more about Ada Writer"


def test_a_registration_that_was_not_checked_or_lapsed_says_so(facts):
    rui = facts.cards[RUI]
    entry = rui.registrations[0]
    lapsed = replace(entry, is_good=False, result="Lapsed or removed", url="")
    unchecked = replace(lapsed, result="Not checked yet", checked_on=None)
    card = replace(rui, registrations=(lapsed, unchecked))
    page = tree(article.render(replace(facts, cards={ADA: facts.cards[ADA], RUI: card})))
    said = [words(dt.getnext()) for dt in page.xpath("//dt[text()='Registration']")]
    assert said == [f"{entry} Lapsed or removed, 1 May 2026", f"{entry} Not checked yet"]
    assert not page.xpath("//article[@class='person']//span[@class='tag good']")


@pytest.mark.parametrize(
    ("interests", "on", "said"),
    [
        ("", "", ""),
        ("", "2026-06-01", "None declared (1 June 2026)"),
        ("Owns shares.", "2026-06-01", "Owns shares. (1 June 2026)"),
        ("Owns shares.", "", "Owns shares."),
    ],
)
def test_declarations_are_dated_and_silence_is_not_none(interests, on, said):
    assert people.declared(interests, on) == said


def test_a_face_is_a_photo_or_initials(facts):
    assert people.face(facts.cards[ADA], "Ada Writer") == (
        '<img class="face" src="/media/pictures/ada.jpg" alt="" width="400" height="400">'
    )
    assert people.face(None, "Zoe <b> Gone") == '<span class="face" aria-hidden="true">ZG</span>'
