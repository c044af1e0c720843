"""One select answers: the body in the form that is taken, or nothing when it is known."""

import pytest

from articles.models import StoredPage
from articles.publishing.pages import found, page, tag

PATH = "/articles/sleep-and-the-night-shift/"


@pytest.mark.parametrize("form", ["br", "gzip", "body"])
def test_each_form_is_found_in_one_query(form, published, django_assert_num_queries):
    row = page(PATH)
    with django_assert_num_queries(1):
        answer = found(PATH, form)
    assert bytes(answer.content) == bytes(getattr(row, form))
    assert (answer.status, answer.digest, answer.freshness) == (200, row.digest, "fresh")


@pytest.mark.parametrize("form", ["br", "gzip", "body"])
def test_a_known_tag_leaves_the_body_unread(form, published):
    digest = page(PATH).digest
    others = {"br": "-br", "gzip": "-gzip", "body": ""}
    others.pop(form)
    assert found(PATH, form, known=tag(digest, form)).content is None
    assert found(PATH, form, known=f'"x", W/{tag(digest, form)}').content is None
    for suffix in others.values():
        assert found(PATH, form, known=f'"{digest}{suffix}"').content is not None


def test_a_date_counts_only_without_a_tag(published):
    since = page(PATH).last_modified
    assert found(PATH, "br", since=since).content is None
    assert found(PATH, "br", since="Mon, 01 Jan 2001 00:00:00 GMT").content is not None
    assert found(PATH, "br", since=since, known='"another"').content is not None


def test_headers_alone_come_with_the_length(published):
    assert found(PATH, "gzip", head=True).content == len(page(PATH).gzip)


def test_nothing_is_found_where_nothing_is_stored(published):
    assert found("/nothing/", "br") is None


@pytest.mark.parametrize(
    ("freshness", "valid_until", "strictly", "leniently"),
    [
        ("fresh", None, True, True),
        ("fresh", 1, False, False),
        ("fresh", 2**40, True, True),
        ("stale", None, False, True),
        ("stale", 1, False, False),
        ("rebuild", None, False, False),
    ],
)
def test_what_may_be_served(freshness, valid_until, strictly, leniently, published):
    StoredPage.objects.filter(path=PATH).update(freshness=freshness, valid_until=valid_until)
    answer = found(PATH, "body")
    assert answer.may_be_served(also_stale=False) is strictly
    assert answer.may_be_served(also_stale=True) is leniently
