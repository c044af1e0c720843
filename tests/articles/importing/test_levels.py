"""Levels of headings, given and inferred."""

from articles.importing.blocks import BOLD, Heading, Paragraph
from articles.importing.levels import settle

TEXT = Paragraph(text="A sentence that stands under a heading.")


def levels(*heads, bodies=None):
    """Settles headings given as text or (text, level) with one paragraph each, unless `bodies` says how many."""
    blocks = []
    for n, head in enumerate(heads):
        text, level = head if isinstance(head, tuple) else (head, 0)
        blocks.append(Heading(text=text, level=level))
        blocks += [TEXT] * (bodies[n] if bodies else 1)
    return [block.level for block in settle(blocks) if isinstance(block, Heading)]


def test_two_cases_are_two_levels_and_an_unclear_one_is_like_the_one_before():
    heads = ["How Light Sets the Clock", "Light at noon", "Vitamin D", "Walks That Help", "Good shoes"]
    assert levels(*heads) == [2, 3, 3, 2, 3]


def test_given_levels_are_ranked_and_the_third_is_inside_the_text():
    assert levels(("A", 2), ("B", 4), ("C", 5), ("D", 2)) == [2, 3, 4, 2]
    assert levels(("A", 1), ("B", 2), ("C", 3)) == [2, 3, 4]


def test_a_bold_line_is_one_below_the_heading_above_it():
    assert levels(("A", 2), ("b", BOLD), ("C", 3), ("d", BOLD)) == [2, 3, 3, 4]
    assert levels(("a", BOLD), ("b", BOLD)) == [2, 2]


def test_more_empty_lines_above_mean_a_main_heading():
    blocks = []
    for text, gap in (("History", 1), ("Uses", 2), ("Kitchen", 1), ("Dye", 1), ("Research", 2)):
        blocks += [Heading(text=text, gap=gap), TEXT]
    assert [block.level for block in settle(blocks) if isinstance(block, Heading)] == [2, 2, 3, 3, 2]


def test_short_headings_of_one_paragraph_under_a_longer_one_are_its_subs():
    heads = [
        "What daylight does to the clock",
        "Habits that keep the walk going",
        "A fixed time",
        "Good shoes",
        "Signs",
    ]
    assert levels(*heads, bodies=[2, 1, 1, 1, 2]) == [2, 2, 3, 3, 2]


def test_a_heading_right_under_another_is_its_sub_and_so_is_a_repeated_name():
    heads = ["Laboratory Studies", "Essence", "Human Studies", "Essence", "Adverse Effects"]
    assert levels(*heads, bodies=[0, 1, 0, 1, 1]) == [2, 3, 2, 3, 2]


def test_parts_of_a_report_are_main_but_not_inside_its_abstract():
    heads = ["Abstract", "Methods", "Results", "Methods", "Sample", "Results", "Discussion"]
    assert levels(*heads, bodies=[0, 1, 1, 1, 1, 1, 1]) == [2, 3, 3, 2, 3, 2, 2]
