"""Title Case and sentence case."""

import pytest

from articles.importing.casing import Case, case, is_title_case


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Foods to Prioritise for the Gut", Case.TITLE),
        ("Omega-3 fatty acids", Case.SENTENCE),
        ("Vitamin D", Case.UNCLEAR),
        ("Overview", Case.UNCLEAR),
        ("The NHS and you as a reader", Case.SENTENCE),
    ],
)
def test_the_case_of_a_heading(words, expected):
    assert case(words) is expected


def test_a_line_of_many_words_is_no_title():
    assert not is_title_case("Word " * 60)
