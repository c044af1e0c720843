"""What changed is made again, nothing else is, and only once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from articles.document.nodes import Person, Role
from articles.models import Freshness, StoredPage, Topic
from articles.publishing.looks import fingerprint
from articles.publishing.pages import due, freshen, make, notice_new_looks, page, rebuild_all, refresh, renewal
from tests.articles.conftest import NOON
from tests.articles.publishing.conftest import publish_rows, revise, sign_rows

LOCKS = 2 if connection.vendor == "postgresql" else 0  # SQLite has one writer and needs none

ARTICLE = "/articles/sleep-and-the-night-shift/"
EVERY = (
    "/",
    "/articles/",
    "/topics/",
    "/topics/sleep/",
    "/people/",
    "/people/ada/",
    "/people/rui/",
    "/policies/privacy/",
    "/404/",
)


@pytest.fixture
def stored(published):
    """Every page of a small site, fresh."""
    for path in EVERY:
        assert make(path, now=NOON), path
    return published


def marked() -> set[str]:
    return set(StoredPage.objects.filter(freshness=Freshness.REBUILD).values_list("path", flat=True))


def test_a_publication_marks_the_lists_and_makes_its_own_page(stored, publish_document, document):
    publish_document(document, slug="second")
    assert page("/articles/second/").freshness == Freshness.FRESH
    assert marked() == {"/", "/articles/", "/topics/", "/topics/sleep/", "/people/", "/people/ada/", "/people/rui/"}
    assert page(ARTICLE).freshness == Freshness.FRESH


def test_a_second_publication_leaves_other_peoples_and_topics_pages_alone(stored, publish_document, document, gita):
    Topic.objects.create(name="Food", slug="food")
    other = replace(
        document, topics=("food",), people=(Person(role=Role.AUTHOR, profile=gita.profile.pk, name=gita.profile.name),)
    )
    publish_document(other, slug="second")
    assert marked() == {"/", "/articles/", "/topics/", "/people/", "/people/rui/"}


def test_lists_that_an_article_leaves_are_marked_too(stored, document, rui):
    Topic.objects.create(name="Food", slug="food")
    assert make("/topics/food/", now=NOON)
    revision = revise(stored.article, replace(document, topics=("food",), people=()))
    sign_rows(revision, rui.profile)
    publish_rows(revision, now=NOON + timedelta(days=1))
    assert {"/topics/sleep/", "/topics/food/", "/people/ada/"} <= marked()
    assert due("/topics/sleep/", now=NOON) == "/topics/sleep/"
    assert b"Nothing is published about this yet." in page("/topics/sleep/").body


@pytest.mark.parametrize(
    ("key", "paths"),
    [
        ("person:{ada}", {ARTICLE, "/people/", "/people/ada/"}),
        ("topic:sleep", {ARTICLE, "/topics/sleep/"}),
        ("site", {ARTICLE, *EVERY}),
        ("policies", {ARTICLE, *EVERY}),
        ("source:{source}", {ARTICLE}),
        ("articles-by:{ada}", {"/people/ada/"}),
        ("nothing:1", set()),
    ],
)
def test_a_change_marks_what_was_made_from_it(key, paths, stored, ada, sources):
    refresh({key.format(ada=ada.profile.pk, source=sources[0].pk)}, now=NOON)
    assert marked() == paths


def test_a_marked_page_is_made_on_demand_and_then_left_alone(stored, django_assert_num_queries):
    refresh({"site"}, now=NOON)
    assert due("/articles/", now=NOON) == "/articles/"
    made = page("/articles/")
    assert made.freshness == Freshness.FRESH
    with django_assert_num_queries(3 + LOCKS):  # savepoint, the row, release: whoever comes second finds it made
        due("/articles/", now=NOON)
    assert page("/articles/").made_at == made.made_at


def test_a_page_past_its_time_is_made_again(stored):
    StoredPage.objects.filter(path=ARTICLE).update(valid_until=int(NOON.timestamp()))
    later = NOON + timedelta(days=1)
    assert due(ARTICLE, now=later) == ARTICLE
    assert page(ARTICLE).made_at == int(later.timestamp())


def test_old_looks_are_stale_and_are_made_again_in_the_background(stored, monkeypatch):
    monkeypatch.setattr(renewal, "_looks_seen", "")
    monkeypatch.setattr(fingerprint, "current", lambda: "f" * 16)
    notice_new_looks()
    pages = StoredPage.objects.exclude(kind="asset")
    assert set(pages.values_list("freshness", flat=True)) == {Freshness.STALE}
    assert not StoredPage.objects.filter(kind="asset").exclude(freshness=Freshness.FRESH).exists()
    assert freshen(now=NOON, limit=3) == 3
    assert freshen(now=NOON) == len(EVERY) + 1 - 3
    assert set(pages.values_list("freshness", flat=True)) == {Freshness.FRESH}
    assert freshen(now=NOON) == 0


def test_looks_are_compared_once_and_cost_nothing_after(stored, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(renewal, "_looks_seen", "")
    notice_new_looks()
    with django_assert_num_queries(0):
        notice_new_looks()
    assert not StoredPage.objects.exclude(freshness=Freshness.FRESH).exists()


def test_everything_can_be_made_from_nothing(stored):
    StoredPage.objects.all().delete()
    StoredPage.objects.create(path="/gone/", kind="article", digest="", made_at=0, br=b"", gzip=b"", body=b"")
    made = rebuild_all(now=NOON)
    paths = set(StoredPage.objects.exclude(kind="asset").values_list("path", flat=True))
    assert {ARTICLE, *EVERY, "/robots.txt"} <= paths
    assert "/gone/" not in paths
    assert len(paths) == made


def test_a_moved_article_leads_from_its_old_address_to_the_new(stored, document, rui):
    stored.article.slug = "newer"
    stored.article.save()
    revision = revise(stored.article, replace(document, standfirst="Changed."))
    sign_rows(revision, rui.profile)
    publish_rows(revision, now=NOON + timedelta(days=1))
    assert due(ARTICLE, now=NOON) == "/articles/newer/"
    assert page(ARTICLE).freshness == Freshness.REBUILD


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/articles", "/articles/"),
        (ARTICLE.rstrip("/"), ARTICLE),
        ("/articles/nothing", None),
        ("/x/", None),
        ("//", None),
    ],
)
def test_an_address_without_its_slash_leads_to_the_one_with(path, leads_to, stored):
    assert due(path, now=NOON) == leads_to
