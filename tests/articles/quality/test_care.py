"""Symptoms listed and no care card, H16."""

from dataclasses import replace

import pytest

from articles.document.nodes import CareLevel, Kind, Section
from articles.quality.care import names_symptoms
from tests.articles.quality.making import CLEAN, found, message, with_section

NO_CARE = replace(CLEAN, sections=CLEAN.sections[:1])
LIST = "<ul><li>Frequent colds</li><li>Fatigue</li></ul>"
CARE = Section(kind=Kind.CARE, heading="See a GP", body=LIST, care_level=CareLevel.URGENT)


def _found(*sections: Section) -> list[str]:
    return found(with_section(*sections, document=NO_CARE))


def test_a_list_under_warning_signs_needs_a_care_card():
    section = Section(
        heading="Warning Signs of Gut-Immune Imbalance",
        body=f"<p>If they are not in harmony, you may notice signs such as:</p>{LIST}",
    )
    assert _found(section) == ["blocking care-block-missing@section:2"]
    assert _found(section, CARE) == []
    assert "“Warning Signs of Gut-Immune Imbalance” lists symptoms" in message(with_section(section, document=NO_CARE))


def test_the_words_before_the_list_are_enough():
    body = f"<p>Many people live with it. You may notice signs such as:</p>{LIST}"
    assert _found(Section(heading="What it is like", body=body)) == ["blocking care-block-missing@section:2"]
    inner = "<h4>Symptoms</h4><ol><li><p>Pain</p></li><li><p>Fever</p></li></ol>"
    assert _found(Section(heading="In short", body=f"<p>Look.</p>{inner}")) == ["blocking care-block-missing@section:2"]


def test_a_subsection_stands_under_the_heading_of_its_section():
    over = Section(heading="Symptoms", body="<p>They differ.</p>")
    assert _found(over, Section(level=3, heading="In adults", body=LIST)) == ["blocking care-block-missing@section:3"]
    assert _found(over, Section(level=2, heading="Foods", body=LIST)) == []


def test_several_places_make_one_finding_that_names_them():
    twice = with_section(
        Section(heading="Symptoms", body=LIST), Section(heading="Red flags", body=LIST), document=NO_CARE
    )
    assert found(twice) == ["blocking care-block-missing@section:2"]
    assert "“Symptoms” and “Red flags” list symptoms" in message(twice)


@pytest.mark.parametrize(
    "section",
    [
        Section(heading="Symptoms", body="<p>There may be none.</p>"),
        Section(heading="Foods to prioritise", body=LIST),
        Section(heading="Foods that ease symptoms", body=LIST),
        Section(heading="Signs that your sleep is getting better", body=LIST),
        Section(heading="Sleep", body=f"<p>Symptoms pass. Good habits are:</p>{LIST}"),
        Section(kind=Kind.PROMOTION, heading="Symptoms?", body=LIST),
    ],
)
def test_what_lists_no_symptoms_needs_no_card(section):
    assert not [key for key in _found(section) if "care" in key]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Warning signs", True),
        ("Common symptoms of vitamin D deficiency", True),
        ("Signs and symptoms", True),
        ("Signs of too little sleep", True),
        ("Symptoms, and how to reduce symptoms", True),
        ("Signs to watch for", True),
        ("Danger signs in improving patients", True),
        ("Signs of a healthy gut", False),
        ("Signs that treatment is working", False),
        ("Living without symptoms", False),
        ("How to manage your symptoms", False),
        ("Road signs", False),
        ("Designs of trials", False),
        ("", False),
    ],
)
def test_which_words_announce_symptoms(words, names):
    assert names_symptoms(words) is names
