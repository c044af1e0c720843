"""Lists read each document once, and the same number of queries for one article as for three."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.publishing.reading import entries
from tests.articles.conftest import NOON


@pytest.fixture
def articles(publish_document, document):
    def articles(n: int):
        return [
            publish_document(replace(document, title=f"Article {k}"), slug=f"a{k}", now=NOON + timedelta(hours=k))
            for k in range(n)
        ]

    return articles


@pytest.mark.parametrize("n", [1, 3])
def test_a_list_costs_the_same_whatever_its_length(n, articles, django_assert_num_queries):
    articles(n)
    entries._seen.clear()
    with django_assert_num_queries(4):  # publications, documents, topics, signatures
        found = entries.entries(entries.newest(10))
    assert [entry.title for entry in found] == [f"Article {k}" for k in reversed(range(n))]
    assert found[0].reviewer == "Rui Reviewer, RD"
    with django_assert_num_queries(3):  # the documents are known by now
        assert entries.entries(entries.newest(10)) == found


def test_only_what_is_current_is_listed(articles):
    first, second = articles(2)
    first.state, first.ended_at = "withdrawn", NOON
    first.save()
    assert [row.pk for row in entries.everything()] == [second.pk]
    assert entries.count() == 1


def test_a_long_summary_is_cut_between_words(publish_document, document):
    publish_document(replace(document, description="word " * 100))
    (entry,) = entries.entries(entries.newest(1))
    assert len(entry.summary) <= 161
    assert entry.summary.endswith("word…")


def test_what_is_remembered_is_bounded(articles, monkeypatch):
    monkeypatch.setattr(entries, "_REMEMBERED", 2)
    entries._seen.clear()
    articles(5)
    assert len(entries.entries(entries.newest(10))) == 5
    assert len(entries._seen) <= 2
