"""A page is made once, packed three ways, and knows what it was made from."""

import gzip
import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from django.db import connection

from articles.models import Dependency, StoredPage
from articles.publishing.looks import assets, fingerprint
from articles.publishing.pages import make, page
from articles.publishing.pages.packing import pack
from authors.models import Profile
from tests.articles.conftest import NOON
from tests.articles.publishing.conftest import publish_rows, revise, sign_rows

LOCKS = 2 if connection.vendor == "postgresql" else 0  # SQLite has one writer and needs none

PATH = "/articles/sleep-and-the-night-shift/"


def test_the_three_forms_unpack_to_the_same_bytes(published):
    row = page(PATH)
    assert (row.status, row.kind) == (200, "article")
    assert gzip.decompress(bytes(row.gzip)) == brotli.decompress(bytes(row.br)) == bytes(row.body)
    assert row.digest == hashlib.sha256(bytes(row.body)).hexdigest()


def test_packing_the_same_twice_gives_the_same_bytes():
    assert pack("Ash " * 100) == pack(b"Ash " * 100)


def test_a_page_says_what_it_was_made_from(published, ada, rui, sources):
    assert set(Dependency.objects.filter(page=page(PATH)).values_list("on", flat=True)) == {
        f"article:{published.article_id}",
        f"person:{ada.profile.pk}",
        f"person:{rui.profile.pk}",
        "topic:sleep",
        *(f"source:{source.pk}" for source in sources),
        "site",
        "policies",
        f"templates:{fingerprint.current()}",
    }


def test_dependencies_follow_the_content(published, document, ada, rui):
    revision = revise(published.article, replace(document, people=()))
    sign_rows(revision, rui.profile)
    publish_rows(revision, now=NOON + timedelta(days=1))
    known = set(Dependency.objects.filter(page=page(PATH)).values_list("on", flat=True))
    assert f"person:{ada.profile.pk}" not in known
    assert f"person:{rui.profile.pk}" in known


def test_last_modified_moves_only_with_the_content(published, ada):
    first = page(PATH).last_modified
    assert make(PATH, now=NOON + timedelta(hours=1)).last_modified == first == "Mon, 01 Jun 2026 12:00:00 GMT"
    Profile.objects.filter(pk=ada.profile.pk).update(biography="Ada now lives by the sea.")
    assert make(PATH, now=NOON + timedelta(hours=2)).last_modified == "Mon, 01 Jun 2026 14:00:00 GMT"


def test_a_page_holds_until_the_day_after_its_review_is_due(published):
    assert published.next_review.isoformat() == "2029-06-01"
    assert page(PATH).valid_until == datetime(2029, 6, 1, 23, tzinfo=UTC).timestamp()  # midnight in London
    late = make(PATH, now=datetime(2029, 6, 5, tzinfo=UTC))
    assert b"past its review date" in late.body
    assert late.valid_until == datetime(2029, 8, 30, 23, tzinfo=UTC).timestamp()
    assert make(PATH, now=datetime(2029, 9, 5, tzinfo=UTC)).valid_until is None


def test_every_asset_that_a_page_links_to_is_stored_with_it(published):
    body = bytes(page(PATH).body).decode()
    for asset in assets.current().values():
        assert asset.path in body
        row = page(asset.path)
        assert (row.kind, row.status) == ("asset", 200)
        assert row.cache_control == "public, max-age=31536000, immutable"
        assert bytes(row.body) == asset.body


def test_a_page_that_is_no_more_is_forgotten(published):
    published.state, published.ended_at = "cancelled", NOON
    published.save()
    assert make(PATH, now=NOON) is None
    assert page(PATH) is None


@pytest.mark.parametrize(
    "path", ["/articles/nothing/", "/nothing/", "/assets/reader-0000000000000000.css", "/articles/?page=2"]
)
def test_an_address_of_nothing_makes_nothing(path, published):
    assert make(path, now=NOON) is None
    assert not StoredPage.objects.filter(path=path).exists()


@pytest.mark.parametrize("n", [1, 3])
def test_making_an_article_takes_the_same_statements_whatever_its_length(
    n, publish_document, document, django_assert_num_queries
):
    sections = document.sections * n
    slug = publish_document(replace(document, sections=sections), slug="long").slug
    with django_assert_num_queries(17 + LOCKS):  # savepoint ×2, publication, signed?, facts ×10, old row, upsert, keys
        make(f"/articles/{slug}/", now=NOON)
