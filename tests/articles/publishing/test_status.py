"""The word shown follows the acts, and costs the same for many articles."""

import pytest

from articles.editing import drafts
from articles.publishing.publish import publish
from articles.publishing.status import Status, status, statuses
from articles.publishing.withdraw import withdraw
from articles.review import transitions
from tests.articles.conftest import DAY, NOON


def test_a_new_article_is_a_draft(article):
    assert status(article) == Status.DRAFT


def test_the_word_follows_the_review(article, submitted, ada, rui, sign):
    assert status(article) == Status.IN_REVIEW
    transitions.request_changes(submitted, by=rui, reason="Say more", now=NOON)
    assert status(article) == Status.CHANGES_REQUESTED
    again = transitions.submit(article, by=ada, now=NOON)
    sign(again, rui)
    assert status(article) == Status.APPROVED


@pytest.fixture
def published(submitted, rui, ines, sign):
    sign(submitted, rui)
    return publish(submitted.revision, by=ines, now=NOON)


def test_a_live_article_is_published_until_it_is_due(article, published):
    assert status(article, on=NOON.date()) == Status.PUBLISHED
    assert status(article, on=published.next_review) == Status.PUBLISHED
    assert status(article, on=published.next_review + DAY) == Status.OVERDUE


def test_an_edit_after_publication_shows(article, published, ada, edit):
    edit(article, ada, standfirst="Later words.", now=NOON + DAY)
    assert status(article, on=NOON.date()) == Status.DRAFT_CHANGES


def test_withdrawn_and_archived_say_so(article, published, ines):
    withdraw(published, by=ines, reason="An error.", now=NOON + DAY)
    assert status(article) == Status.WITHDRAWN
    article.archived_at = NOON
    assert status(article) == Status.ARCHIVED


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_articles_takes_three_queries(count, document, ada, django_assert_num_queries):
    articles = [drafts.create(document, by=ada) for _ in range(count)]
    with django_assert_num_queries(3):
        assert len(statuses(articles)) == count
