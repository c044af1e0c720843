"""Promotion apart from advice, H11, and pages that sell, H51."""

from dataclasses import replace

import pytest

from articles.document.nodes import Commercial, Kind, Section, Takeaway
from tests.articles.quality.making import CLEAN, found, message, with_section

SELLS = replace(CLEAN, commercial=Commercial.COMMERCIAL)
PROMOTION = Section(kind=Kind.PROMOTION, heading="Our test", body="<p>Sign up today and order your kit.</p>")
MORE = Section(heading="What to eat", body="<p>Beans.</p>")
DISCLAIMER = Section(kind=Kind.DISCLAIMER, body="<p>Not advice.</p>")


def test_a_promotion_at_the_end_is_in_its_place():
    assert found(with_section(PROMOTION, document=SELLS)) == []
    assert found(with_section(PROMOTION, DISCLAIMER, document=SELLS)) == []


def test_a_promotion_that_advice_follows_is_misplaced():
    document = with_section(PROMOTION, MORE, document=SELLS)
    assert found(document) == ["blocking promotion-misplaced@section:5"]
    assert message(document).startswith("The promotion “Our test” stands among the advice: “What to eat” follows it.")
    quote = Section(kind=Kind.QUOTE, body="<p>Rest.</p>")
    assert found(with_section(replace(PROMOTION, heading=""), quote, document=SELLS)) == [
        "blocking promotion-misplaced@section:5"
    ]


@pytest.mark.parametrize("words", ["Sign up today!", "Get 20% off.", "Order your kit.", "Use the discount code GUT."])
def test_selling_words_in_a_takeaway_or_a_quote_are_misplaced(words):
    takeaway = replace(CLEAN, takeaways=(Takeaway(body=words),))
    assert found(takeaway) == ["blocking promotion-misplaced@takeaway:1"]
    quote = with_section(Section(kind=Kind.QUOTE, body=f"<p>{words}</p>"))
    assert found(quote) == ["blocking promotion-misplaced@section:5"]


@pytest.mark.parametrize(
    "words", ["Sign up for a walking group.", "20% of people", "Book an appointment.", "Keep order."]
)
def test_advice_to_join_or_book_is_not_selling(words):
    assert found(replace(CLEAN, takeaways=(Takeaway(body=words),))) == []


def test_an_editorial_page_with_a_promotion_is_warned_about():
    assert found(with_section(PROMOTION)) == ["warning commercial-context@section:5"]
