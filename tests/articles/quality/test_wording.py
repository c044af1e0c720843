"""How findings name things."""

from articles.document.nodes import SourceRecord
from articles.quality.wording import listed, quoted, source_name


def test_a_list_reads_as_a_sentence_does():
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_long_list_says_how_many_more_there_are():
    assert listed(list("abcdef")) == "a, b, c, d, e and f"
    assert listed(list("abcdefgh")) == "a, b, c, d, e and 3 more"


def test_a_long_title_is_cut_at_a_word():
    assert quoted("Light &amp; <i>sleep</i>") == "“Light & sleep”"
    assert quoted("word " * 40) == f"“{' '.join(['word'] * 14)}…”"


def test_a_source_is_named_by_number_and_title_as_far_as_they_are_known():
    record = SourceRecord(id=1, title="Light")
    assert source_name(record, 4) == "Source 4, “Light”,"
    assert source_name(record, None) == "The source “Light”"
    assert source_name(SourceRecord(id=1), 4) == "Source 4"
    assert source_name(SourceRecord(id=1), None) == "A source without a title"
