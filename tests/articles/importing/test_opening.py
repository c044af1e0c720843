"""Titles, dates and key takeaways."""

from datetime import date

import pytest

from articles.importing.dates import stated_date
from tests.articles.importing.making import drawn


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("18 August 2025", date(2025, 8, 18)),
        ("18th August, 2025", date(2025, 8, 18)),
        ("August 18, 2025", date(2025, 8, 18)),
        ("Mon, 18 Aug 2025", date(2025, 8, 18)),
        ("2025-08-18", date(2025, 8, 18)),
        ("03/05/2025", date(2025, 5, 3)),
        ("Published: 3 May 2025", date(2025, 5, 3)),
        ("Last updated on 3 May 2025.", date(2025, 5, 3)),
    ],
)
def test_a_line_that_is_a_date(words, day):
    assert stated_date(words).day == day


@pytest.mark.parametrize(
    "words", ["31 February 2025", "18 August", "In 18 August 2025 we", "13 Smarch 2025", "2025", ""]
)
def test_a_line_that_is_not(words):
    assert stated_date(words) is None


def test_a_claim_of_review_is_reported_and_never_taken():
    found = drawn("A title\nLast reviewed: 3 May 2025\n\nText that stands here.\n\nHeading\nMore of it.")
    assert found.stated_date is None
    assert any("Only a review here gives that date" in note for note in found.report.notes)


def test_the_name_of_the_file_stands_in_for_a_missing_title():
    found = drawn("This is prose. It has no title at all.", name="on-walking_home.txt")
    assert found.document.title == "On walking home"
    assert found.document.sections[0].body == "<p>This is prose. It has no title at all.</p>"
    assert "the name of the file stands in" in found.report.notes[0]


def test_a_second_title_becomes_the_standfirst():
    found = drawn("Walking (W) - Site\n\nWalking–Long Version\n\nOverview\n\nText here is long enough.\n")
    assert (found.document.title, found.document.standfirst) == ("Walking (W) - Site", "Walking–Long Version")


def test_a_markdown_title_wins_over_the_header_which_is_reported():
    found = drawn("---\ntitle: One\n---\n# **Two** things\n\nText.\n\n## Part\n\nMore.", markdown=True)
    assert found.document.title == "Two things"
    assert any("another title: “One”" in note for note in found.report.notes)
    assert drawn("---\ntitle: One\n---\nText here.", markdown=True).document.title == "One"


@pytest.mark.parametrize("heading", ["Key Takeaways", "Key points", "At a glance", "Takeaways:"])
def test_takeaways_are_found_under_their_usual_names(heading):
    found = drawn(f"# T\n\n## {heading}\n\n- One thing.\n- Two things.\n\n## Rest\n\nText.", markdown=True)
    assert [item.body for item in found.document.takeaways] == ["One thing.", "Two things."]
    assert [section.heading for section in found.document.sections] == ["Rest"]


def test_key_points_of_several_parts_stay_where_they_are():
    text = "# T\n\n" + "## Part\n\n### Key Points\n\n- One thing.\n- Two.\n\nText.\n\n" * 2
    assert drawn(text, markdown=True).document.takeaways == ()


def test_a_lead_in_that_speaks_of_key_information_gives_the_takeaways():
    text = "# T\n\n## Overview\n\nText.\n\nThis summary has the following key information:\n\n- One.\n- Two.\n\nMore."
    document = drawn(text, markdown=True).document
    assert document.takeaways_lead == "This summary has the following key information:"
    assert document.sections[0].body == "<p>Text.</p>\n<p>More.</p>"


def test_other_lists_of_an_overview_are_not_taken():
    text = "# T\n\n## Overview\n\nPatients describe it as:\n\n- Tired and without any strength at all.\n- Weak.\n"
    assert drawn(text, markdown=True).document.takeaways == ()


def test_a_wrong_count_stays_and_is_reported():
    found = drawn("# T\n\n## Key takeaways\n\nThe four main points:\n\n- One.\n- Two.\n", markdown=True)
    assert found.document.takeaways_lead == "The four main points:"
    assert any("says four, but there are 2" in note for note in found.report.notes)
