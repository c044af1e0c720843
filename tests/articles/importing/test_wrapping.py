"""Lines that a margin broke, and what the end of a line says."""

import pytest

from articles.importing.lines import Line, groups, split
from articles.importing.wrapping import is_finished, is_lead, margin, sentences, unwrapped, without_marks


def joined(text, *, width=0):
    return [line.words for line in unwrapped(split(text, markdown=False), width=width)]


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("It helps.[1]", "It helps."),
        ("It helps.[16,17];[18][Level of evidence: II]", "It helps."),
        ("It helps [1] a lot", "It helps [1] a lot"),
        ("[1]" * 3, ""),
    ],
)
def test_citations_at_the_end_do_not_count(words, bare):
    assert without_marks(words) == bare


def test_ends_are_read_past_quotes_brackets_and_citations():
    assert all(is_finished(words) for words in ("Yes.", "Yes.”", "(Yes.)", "Yes.[1]", "such as:", "Why?"))
    assert not any(is_finished(words) for words in ("A heading", "ends with", "a clause,"))
    assert is_lead("such as:[3]")
    assert sentences("One. Two! Three?[1]") == 3


def test_a_line_goes_on_in_lower_case_after_a_small_word_or_in_a_bracket():
    assert joined("It helps the\npatient a lot.\nOxygen\nsaturation.") == [
        "It helps the patient a lot.",
        "Oxygen saturation.",
    ]
    assert joined("A cycle followed by\nREM sleep.") == ["A cycle followed by REM sleep."]
    assert joined("Signs (for example,\nPain) stay.") == ["Signs (for example, Pain) stay."]


def test_entries_of_a_list_are_not_joined():
    text = "Fruit and vegetables [1]\nWhole grains [2]\nNuts and seeds [3]"
    assert joined(text) == text.split("\n")


def test_clauses_after_a_lead_in_stay_entries():
    text = "whether it should:\nbe discussed at a meeting,\nbe cited, or\nreplace another."
    assert joined(text) == text.split("\n")


def test_a_margin_is_seen_and_a_full_line_goes_on_past_its_full_stop():
    paragraph = (
        "Many words stand in this line of text, and at its end it\n"
        "breaks. The next line is as full as this one was too.\n"
        "And here it ends."
    )
    text = "\n\n".join([paragraph] * 8)
    width = margin(split(text, markdown=False))
    assert width > 50
    assert joined(paragraph, width=width) == [paragraph.replace("\n", " ")]
    assert margin(split("One line.\nTwo lines.\nThree", markdown=False)) == 0


def test_rules_and_empty_bullets_count_as_empty_lines():
    lines = split("One\n-----\nTwo\n-\n\nThree", markdown=False)
    assert [(line.words, line.gap) for line in lines] == [("One", 0), ("Two", 1), ("Three", 2)]
    assert [len(group) for group in groups(lines)] == [1, 1, 1]


def test_underlined_lines_are_headings_in_markdown_alone():
    assert [line.text for line in split("Title\n=====\n\nPart\n---\nText", markdown=True)] == [
        "# Title",
        "## Part",
        "Text",
    ]
    assert split("Title\n=====", markdown=False) == [Line("Title")]


def test_code_keeps_its_lines_until_its_fence_closes():
    lines = split("```py\n# no heading\n\n- no list\n```\nText", markdown=True)
    assert [(line.text, line.is_code) for line in lines] == [
        ("# no heading", True),
        ("- no list", True),
        ("Text", False),
    ]
