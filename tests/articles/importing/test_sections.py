"""Disclaimers, promotions, quotations and contributors."""

import pytest

from articles.document.nodes import Commercial, Kind
from articles.importing.blocks import Paragraph
from articles.importing.kinds import is_disclaimer, is_promotion, is_quotation
from tests.articles.importing.making import drawn, outline


@pytest.mark.parametrize(
    "text",
    [
        "Always consult a qualified healthcare professional before starting any supplement.",
        "Please speak to your GP before you change your diet.",
        "This article is for informational purposes only.",
        "The information on this page is not a substitute for medical advice.",
    ],
)
def test_a_paragraph_that_only_sends_elsewhere_is_a_disclaimer(text):
    assert is_disclaimer(Paragraph(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Only use them when prescribed, and discuss with your healthcare provider whether they help.",
        "If these symptoms persist, it may be worth seeking medical advice.",
        "This information summary gives an overview of the use of turmeric.",
        "Talk to your doctor about it.",
    ],
)
def test_advice_to_see_a_doctor_is_advice(text):
    assert not is_disclaimer(Paragraph(text=text))


def test_only_a_paragraph_that_sells_is_a_promotion():
    assert is_promotion(Paragraph(text="We help you with tests. Sign up today and start living better."))
    assert is_promotion(Paragraph(text="Our kit is new. Order yours now."))
    assert not is_promotion(Paragraph(text="Patients were asked to sign a form and to start walking the next day."))
    assert not is_promotion(Paragraph(text="Order of treatment today matters less [4]. Order now."))


def test_a_quotation_runs_from_its_first_mark_to_its_last():
    words = "and they walk every day of the year, whatever the weather is"
    assert is_quotation(Paragraph(text=f"“They walk {words}.”"))
    assert not is_quotation(Paragraph(text=f"“They walk” {words} “and rest.”"))
    assert not is_quotation(Paragraph(text="“Short words.”"))


QUOTE = "“Nobody has to run, and those who walk a little every day still walk a year later.”"


@pytest.mark.parametrize(
    ("heading", "signature"),
    [
        ("Final Thoughts from Maren", ""),
        ("A word by Maren Lindqvist", ""),
        ("Closing", "— Maren Lindqvist, physiotherapist"),
        ("Lindqvist’s View of It", ""),
    ],
)
def test_a_quotation_is_given_to_the_person_whom_heading_or_signature_names(heading, signature):
    text = f"# T\n\nText.\n\n## {heading}\n\n{QUOTE}\n\n{signature}\n\n## Reviewer\n\nMaren Lindqvist, PT\n"
    found = drawn(text, markdown=True)
    quote = found.document.sections[-1]
    assert (quote.kind, quote.speaker) == (Kind.QUOTE, 1)
    assert [(person.role.value, person.name) for person in found.document.people] == [("quoted", "Maren Lindqvist")]


def test_a_name_that_the_file_lists_nowhere_becomes_a_person_only_in_full():
    text = "# T\n\nText.\n\n## Final Thoughts from {}\n\n" + QUOTE
    assert [person.name for person in drawn(text.format("Ann Exe"), markdown=True).document.people] == ["Ann Exe"]
    nobody = drawn(text.format("Ann"), markdown=True)
    assert nobody.document.people == ()
    assert nobody.document.sections[-1].speaker == 0
    assert any("Nobody in the file" in note for note in nobody.report.notes)


def test_a_quotation_among_other_text_is_a_quotation_inside_it():
    found = drawn(f"# T\n\n## Part\n\nShe says so herself.\n\n{QUOTE}\n\nAnd so it goes on and on.", markdown=True)
    section = found.document.sections[0]
    assert section.kind == Kind.PROSE
    assert f"<blockquote><p>{QUOTE}</p></blockquote>" in section.body


def test_a_promotion_in_the_middle_is_cut_out_and_makes_the_page_commercial():
    found = drawn("# T\n\n## Part\n\nOne.\n\nOur kit helps. Order yours today.\n\nTwo.", markdown=True)
    assert outline(found) == [(2, "prose", "Part"), (2, "promotion", ""), (2, "prose", "")]
    assert found.document.commercial == Commercial.COMMERCIAL


def test_a_contributor_is_named_by_the_introduction_alone():
    intro = (
        "The insights in this article come from an interview with our Head of Sleep, Ann B. Exe, a nurse of ten years."
    )
    found = drawn(f"Title of it\n\nA standfirst is here.\n\n{intro}\n\nHeading\n\nText of it is here.")
    assert found.document.contributor_note == intro
    assert [(person.role.value, person.name) for person in found.document.people] == [("contributor", "Ann B. Exe")]


def test_a_text_without_headings_is_one_section():
    found = drawn("A title\n\nThe first paragraph is long enough.\n\nThe second one is too.")
    assert outline(found) == [(2, "prose", "")]
    assert found.document.standfirst == ""


def test_empty_headings_of_source_lists_go_and_other_empty_headings_stay():
    found = drawn("# T\n\n## Notes\n\n## References\n\n## Parent\n\n### Child\n\nText.", markdown=True)
    assert outline(found) == [(2, "prose", "Parent"), (3, "prose", "Child")]
    assert found.report.unplaced == ()


def test_a_marked_quotation_alone_in_its_section_is_a_quote_too():
    text = f"# T\n\nText.\n\n## Last words\n\n> {QUOTE}\n>\n> — Ann Exe\n\n## Part\n\nShe says:\n\n> {QUOTE}\n"
    found = drawn(text, markdown=True)
    assert [(section.kind.value, section.speaker) for section in found.document.sections] == [
        ("quote", 1),
        ("prose", 0),
    ]
    assert found.document.sections[0].body.endswith("<p>— Ann Exe</p>")


def test_a_claim_of_review_in_the_opening_makes_nobody_a_contributor():
    text = (
        "# T\n\nThis article was reviewed by Jane Doe, RD, in May.\n\n## Part\n\nText.\n\n"
        "## Medical reviewer\n\nJane Doe, RD\n"
    )
    found = drawn(text, markdown=True)
    assert found.document.people == ()
    assert [person.role for person in found.report.people] == ["medical_reviewer"]


def test_the_author_of_the_header_is_an_author():
    assert drawn("---\nauthor: Jane Doe\n---\n# T\n\nText.\n", markdown=True).document.people[0].name == "Jane Doe"
    notes = drawn("---\nauthor: the editors\n---\n# T\n\nText.\n", markdown=True).report.notes
    assert "The header names an author: the editors." in notes
