"""Small words, dates and ids."""

from datetime import UTC, date, datetime

import pytest

from articles.publishing.rendering import dates, words
from articles.publishing.rendering.anchors import Anchors

SUMMER = datetime(2025, 8, 18, 23, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(("n", "word"), [(1, "one"), (5, "five"), (7, "seven"), (12, "12")])
def test_counts_are_written_out(n, word):
    assert words.number_word(n) == word


@pytest.mark.parametrize(
    ("name", "shown"), [("Ada Writer", "AW"), ("Ada de la Rue", "AR"), ("Ada", "A"), ("42", "–"), ("", "–")]
)
def test_initials_come_from_the_first_and_last_name(name, shown):
    assert words.initials(name) == shown


@pytest.mark.parametrize(("n", "name"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab")])
def test_ways_back_are_lettered(n, name):
    assert words.letters(n) == name


@pytest.mark.parametrize(
    ("items", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_sentences(items, shown):
    assert words.listed(items) == shown


def test_counted_things_agree_with_their_number():
    assert (words.counted(1, "source"), words.counted(2, "source")) == ("1 source", "2 sources")
    assert (words.minutes(10), words.minutes(1000)) == (1, 5)


def test_days_and_moments_are_those_of_the_site():
    assert dates.day(SUMMER) == "19 August 2025"
    assert dates.moment(SUMMER) == "19 August 2025, 00:30 BST"
    assert dates.iso(SUMMER) == "2025-08-19T00:30:05+01:00"
    assert dates.day_tag(date(2025, 1, 2)) == '<time datetime="2025-01-02">2 January 2025</time>'


def test_ids_are_unique_and_leave_the_pages_own_alone():
    anchors = Anchors()
    given = [anchors.of(text) for text in ("Sources", "Poles", "Poles", "Cite 3", "你好", "", "Main", "a" * 90)]
    assert given == ["sources-2", "poles", "poles-2", "on-cite-3", "part", "part-2", "main-2", "a" * 60]
