"""The proof that nothing was lost can fail."""

from dataclasses import replace

import pytest

from articles.importing.accounting import unplaced
from articles.importing.people import People
from tests.articles.importing.making import EXAMPLE, drawn


def lost(text, found, *, markdown=False):
    people = People(everyone=list(found.people))
    taken = [*found.report.notes, "Key Takeaways three Sources Author Medical Reviewer Education 3 March 2025"]
    return unplaced(text, found.document, people, taken, markdown=markdown)


def test_nothing_is_missed_in_our_example():
    assert lost(EXAMPLE, drawn(EXAMPLE)) == ()


@pytest.mark.parametrize(
    ("without", "word"),
    [
        ({"standfirst": ""}, "daylight"),
        ({"takeaways": ()}, "coffee"),
        ({"sections": ()}, "reaches"),
        ({"sources": ()}, "uppsala"),
        ({"contributor_note": ""}, "provided"),
    ],
)
def test_a_field_that_lost_its_text_is_found_by_its_words(without, word):
    found = drawn(EXAMPLE)
    emptied = replace(found, document=replace(found.document, **without))
    assert word in lost(EXAMPLE, emptied)


def test_a_person_that_was_dropped_is_found():
    assert "jonah" in lost(EXAMPLE, replace(drawn(EXAMPLE), people=()))


def test_syntax_is_not_text():
    inline = 'One **bold** [link](https://e.org/never "t") &amp; more [1].[[1](#cit/never)]'
    text = f"# T\n\n{inline}\n\n```lang\nx\n```\n\n1. a\n"
    assert drawn(text, markdown=True).report.unplaced == ()
