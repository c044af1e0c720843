"""Brackets that cite, brackets that do not, and which source a number means."""

import pytest

from articles.importing.listing import Entry, SourceList
from articles.importing.marks import Citations


def citations(*lists):
    return Citations.of(
        [
            SourceList(scope, "Sources", tuple(Entry(number, f"Work {scope}.{number}") for number in numbers))
            for scope, numbers in enumerate(lists)
        ]
    )


@pytest.mark.parametrize(
    ("bracket", "numbers"),
    [
        ("[7]", [7]),
        ("[2,3]", [2, 3]),
        ("[2, 3]", [2, 3]),
        ("[14-18]", [14, 15, 16, 17, 18]),
        ("[14–16]", [14, 15, 16]),
        ("[1,3-5,8]", [1, 3, 4, 5, 8]),
        ("[2;3]", [2, 3]),
        ("[^4]", [4]),
        ("[3,3]", [3]),
    ],
)
def test_numbers_lists_and_ranges_name_their_sources(bracket, numbers):
    assert citations(range(1, 20)).sources(bracket, scope=0) == numbers


@pytest.mark.parametrize("bracket", ["[18-14]", "[0]", "[1-500]", "[2019]", "[0, 1]"])
def test_what_counts_no_source_is_left_alone(bracket):
    found = citations(range(1, 20))
    assert found.sources(bracket, scope=0) == []
    assert found.missing == {}


@pytest.mark.parametrize(
    ("before", "bracket", "after"),
    [
        ("(95% CI ", "[22, 28]", " )"),
        ("labelled with ", "[68]", "Ga-"),
        ("as ", "[18]", "F-FDG"),
        ("x = ", "[21]", " and"),
        ("see Table ", "[22]", "."),
    ],
)
def test_intervals_isotopes_and_sums_are_no_citations(before, bracket, after):
    assert citations(range(1, 20)).sources(bracket, scope=0, before=before, after=after) == []


def test_a_listed_number_is_a_citation_also_where_a_word_follows_at_once():
    assert citations(range(1, 20)).sources("[9]", scope=0, before="ends.", after="The") == [9]
    assert citations(range(1, 20)).sources("[9]", scope=0, before="ends.", after="A n") == [9]


def test_a_number_that_no_list_has_gets_a_place_of_its_own_once():
    found = citations([1, 2, 4])
    assert found.sources("[3]", scope=0) == [3]
    assert found.sources("[3,5]", scope=0) == [3, 5]
    assert found.missing == {3: (0, 3), 5: (0, 5)}
    assert sorted(found.entries) == [1, 2, 4]


def test_lists_that_restart_share_no_ids():
    found = citations([1, 2], [1, 2, 3])
    assert found.sources("[2]", scope=0) == [2]
    assert found.sources("[1-3]", scope=1) == [3, 4, 5]
    assert found.sources("[4]", scope=1) == [6]
    assert found.numbers()[6] == (1, 4)


def test_an_entry_without_text_is_not_a_source():
    found = Citations.of([SourceList(0, "", (Entry(1, ""), Entry(2, "A work"), Entry(1500, "")))])
    assert found.sources("[1,2]", scope=0) == [1, 2]
    assert list(found.entries) == [2]
    assert list(found.missing) == [1]
    assert found.sources("[1500]", scope=0) == [1500]
