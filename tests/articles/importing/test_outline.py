"""Lines → blocks: lists, tables, headings that are marked and those that are not."""

import pytest

from articles.importing.blocks import Heading, Listing, Paragraph, Quotation, Table
from articles.importing.headings import could_head
from articles.importing.lines import split
from articles.importing.outline import blocks


def read(text, *, markdown=False):
    return blocks(split("\n" + text, markdown=markdown), markdown=markdown)


def kinds(text, *, markdown=False):
    return [type(block).__name__ for block in read(text, markdown=markdown)]


@pytest.mark.parametrize(
    "words", ["Sleep quality", "Why do we sleep?", "Diet’s Role in Health", "“Leaky gut” explained"]
)
def test_a_heading_has_the_form_of_one(words):
    assert could_head(words)


@pytest.mark.parametrize(
    "words",
    [
        "It helps.",
        "such as:",
        "lower case",
        "Whole grains [2]",
        "Go to Patient Version",
        "<b>x</b>",
        "https://e.org",
        "—",
    ],
)
def test_other_lines_do_not(words):
    assert not could_head(words)


def test_a_short_line_over_prose_is_a_heading_and_one_at_the_end_is_not():
    assert kinds("Sleep quality\nIt matters a lot to many people.\n\nThe end of it") == [
        "Heading",
        "Paragraph",
        "Paragraph",
    ]


def test_a_run_of_short_lines_after_a_lead_in_is_a_list_and_the_next_title_is_a_heading():
    found = read(
        "Signs such as:\nFrequent colds\nFatigue\nWhat You Can Do About It\nRest is the first of several things."
    )
    assert [type(block) for block in found] == [Paragraph, Listing, Heading, Paragraph]
    assert [item.text for item in found[1].items] == ["Frequent colds", "Fatigue"]


def test_lines_with_citations_at_their_ends_are_entries():
    found = read("Foods to Prefer\nApples and pears [1]\nOats [2]\nNext Part of It\nA sentence of prose follows here.")
    assert [type(block) for block in found] == [Heading, Listing, Heading, Paragraph]


def test_three_short_sentences_under_a_heading_are_a_list_and_paragraphs_are_not():
    assert kinds("Steps\nWalk daily.\nRest well.\nEat fibre.") == ["Heading", "Listing"]
    long = (
        "This is a sentence of a paragraph that says something. And it is followed by another one that says more of it."
    )
    assert kinds(f"Steps\n{long}\n{long}\n{long}") == ["Heading", "Paragraph", "Paragraph", "Paragraph"]


def test_a_long_paragraph_with_short_sentences_below_it_leads_in_to_them():
    long = "A case was reported of one patient who took part for a year and whose values were measured each month."
    assert kinds(f"\n{long}\nThe first rose.\nThe second fell.\n\nMore text follows after the gap.") == [
        "Paragraph",
        "Listing",
        "Paragraph",
    ]


def test_plain_lines_under_a_number_are_points_of_it():
    found = read(
        "1. The first trial had 30 patients.\nPain was less.\nNobody left.\n2. The second had 40.\nPain stayed."
    )
    assert len(found) == 1
    assert [(item.text, len(item.inside.items)) for item in found[0].items] == [
        ("The first trial had 30 patients.", 2),
        ("The second had 40.", 1),
    ]


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_number():
    found = read("1. One.\n\nText between them.\n2. Two.\n3. Three.")
    assert [(block.ordered, block.start) for block in found if isinstance(block, Listing)] == [(True, 1), (True, 2)]


def test_a_number_that_a_line_break_brought_to_the_front_starts_no_list():
    assert "Listing" not in kinds("The study was done in the year\n2. Then it ended, and nothing was heard of it.")


def test_markdown_lists_nest_by_indent_and_bullets_under_numbers():
    found = read("# T\n\n- a\n  - b\n    - c\n- d\n\n1. one\n\n- under\n2. two", markdown=True)
    bullets, numbers = found[1:]
    assert bullets.items[0].inside.items[0].inside.items[0].text == "c"
    assert [item.text for item in numbers.items] == ["one", "two"]
    assert numbers.items[0].inside.items[0].text == "under"


def test_tables_lose_their_drawing_and_take_the_name_above_them():
    found = read("Table 1. Trials\n\n| A | B |\n| --- | --- |\n|  |  |\n| --- | --- |\n| 1 | a \\| b |\n| note | |")
    assert len(found) == 1
    table = found[0]
    assert isinstance(table, Table)
    assert (table.caption, table.has_header) == ("Table 1. Trials", True)
    assert table.rows == (("A", "B"), ("1", "a | b"), ("note", ""))


def test_markdown_marks_its_headings_and_paragraphs_go_over_lines():
    found = read("## Part\nOne line\nand another.\n\n> Quoted\n> words.\n\n**A bold line**\n\nText.", markdown=True)
    assert [type(block) for block in found] == [Heading, Paragraph, Quotation, Heading, Paragraph]
    assert found[1].text == "One line and another."


def test_a_numbered_bold_line_alone_is_a_heading_that_keeps_its_number():
    found = read("## Questions\n\n1. **What is it?**\n\nA mixture.\n\n2. **Does it help?**\n\nNo.", markdown=True)
    assert [block.text for block in found if isinstance(block, Heading)] == [
        "Questions",
        "1. **What is it?**",
        "2. **Does it help?**",
    ]


def test_numbered_lines_above_their_texts_are_headings_and_a_list_stays_a_list():
    text = "1. Introduction\n\nText of it is here.\n\n2. Methods\n\nMore text is here.\n\n"
    assert [block.text for block in read(text) if isinstance(block, Heading)] == ["1. Introduction", "2. Methods"]
    assert kinds("Do this:\n\n1. Walk\n2. Rest\n\nText of it is here.") == ["Paragraph", "Listing", "Paragraph"]
