"""Source lists: where they start and end, and which lines they speak for."""

from articles.importing import listing
from articles.importing.lines import split


def lifted(text, *, markdown=False):
    lines, lists = listing.lift(split(text, markdown=markdown))
    return [(line.words, line.scope) for line in lines], lists


def test_a_list_under_its_heading_ends_where_the_next_part_is_named():
    lines, lists = lifted("Text [1].\nSources\n[1] One work\n[4] Another\nAuthor\n\nJane Doe")
    assert lines == [("Text [1].", 0), ("Author", 0), ("Jane Doe", 0)]
    assert [(entry.number, entry.text) for entry in lists[0].entries] == [(1, "One work"), (4, "Another")]


def test_an_entry_may_go_on_in_the_next_line():
    _, lists = lifted(
        "References\n1. A long reference that\nGoes on here. J Ex 2001.\n2. Short\nwith a tail\nhttps://e.org"
    )
    assert [entry.text for entry in lists[0].entries] == [
        "A long reference that Goes on here. J Ex 2001.",
        "Short with a tail https://e.org",
    ]


def test_numbered_lines_at_the_end_are_a_list_without_a_heading():
    lines, lists = lifted("Text [1].\n\n[1]\n\n[2] A work\n\n[3]")
    assert lines == [("Text [1].", 0)]
    assert [entry.text for entry in lists[0].entries] == ["", "A work", ""]


def test_two_lines_that_start_with_brackets_are_text():
    lines, lists = lifted("[1] is what the first study found.\n[2] is what the second found.")
    assert lists == ()
    assert len(lines) == 2


def test_each_of_several_lists_closes_the_part_before_it():
    text = "One [1].\nReferences\n1. First\n2. Second\n\nTwo [1].\nReferences\n1. Third\n\nThe end [1]."
    lines, lists = lifted(text)
    assert lines == [("One [1].", 0), ("Two [1].", 1), ("The end [1].", 1)]
    assert [each.scope for each in lists] == [0, 1]


def test_lists_whose_numbers_go_on_are_one():
    lines, lists = lifted("One [1].\nSources\n[1] First\n\nTwo [2].\nFurther reading\nReferences\n[2] Second")
    assert {scope for _, scope in lines} == {0}
    assert {each.scope for each in lists} == {0}


def test_a_list_without_numbers_is_numbered_in_its_order_where_no_other_is():
    _, lists = lifted("Text [2].\nReferences\n- Smith J. A work. 2001.\n- Jones K. Another. 2002.")
    assert [(entry.number, entry.text[:5]) for entry in lists[0].entries] == [(1, "Smith"), (2, "Jones")]
    assert not lists[0].is_numbered


def test_a_chapter_about_sources_of_something_is_no_source_list():
    lines, lists = lifted("Sources\nOily fish and eggs hold some of it.\nSo does sunlight.")
    assert lists == ()
    assert len(lines) == 3


def test_footnote_definitions_are_entries():
    lines, lists = lifted("Text[^1].\n\n[^1]: A work in a note.", markdown=True)
    assert lists[0].entries[0].text == "A work in a note."
    assert lines == [("Text[^1].", 0)]
