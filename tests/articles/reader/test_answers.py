"""A request is one select and the stored bytes."""

import gzip
from datetime import datetime

import brotli
import pytest
from django.db import DatabaseError
from django.utils import timezone

from articles.models import Freshness, StoredPage
from articles.publishing.pages import page
from articles.reader import answers, headers

PATH = "/articles/sleep-and-the-night-shift/"
ASSET = "/assets/"


@pytest.fixture
def get(client, published):
    """Asks as a browser does; the process has looked at the looks of its pages before."""
    client.get("/404/")

    def get(path=PATH, method="get", **meta):
        return getattr(client, method)(path, **{f"HTTP_{name.upper()}": value for name, value in meta.items()})

    return get


@pytest.mark.parametrize(
    ("accepted", "unpack", "suffix"),
    [("br, gzip", brotli.decompress, "-br"), ("gzip", gzip.decompress, "-gzip"), ("", bytes, "")],
)
def test_a_page_is_one_query_in_the_form_that_is_taken(accepted, unpack, suffix, get, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = get(accept_encoding=accepted)
    row = page(PATH)
    assert response.status_code == 200
    assert unpack(response.content) == bytes(row.body)
    assert response["ETag"] == f'"{row.digest}{suffix}"'
    assert response.get("Content-Encoding", "") == {"-br": "br", "-gzip": "gzip", "": ""}[suffix]
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"] == "no-cache"
    assert response["Last-Modified"] == row.last_modified
    assert response["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("form", ["br", "gzip", ""])
def test_a_page_that_the_reader_has_is_one_query_and_no_body(form, get, django_assert_num_queries):
    known = get(accept_encoding=form)["ETag"]
    with django_assert_num_queries(1):
        response = get(accept_encoding=form, if_none_match=known)
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == known
    assert "Content-Length" not in response
    assert "Content-Type" not in response
    assert get(accept_encoding=form, if_none_match='"another"').status_code == 200
    assert get(accept_encoding=form, if_modified_since=response["Last-Modified"]).status_code == 304


@pytest.mark.parametrize("form", ["br", ""])
def test_headers_alone_are_the_same_and_cost_one_query(form, get, django_assert_num_queries):
    full = get(accept_encoding=form)
    with django_assert_num_queries(1):
        response = get(method="head", accept_encoding=form)
    assert (response.status_code, response.content) == (200, b"")
    assert dict(response.headers) == dict(full.headers)


@pytest.mark.parametrize("path", [PATH, "/", "/nothing/", "/robots.txt", "/healthz", "/articles"])
def test_every_answer_is_guarded_and_sets_no_cookie(path, get):
    response = get(path)
    assert not response.cookies
    assert "Set-Cookie" not in response.headers
    for name, value in headers.security().items():
        assert response[name] == value


@pytest.mark.parametrize("path", ["/nothing/", "/articles/nothing/", "/x" * 300, "/articles/../../etc/passwd"], ids=len)
def test_an_address_that_leads_nowhere_gets_the_stored_page(path, get):
    response = get(path)
    assert response.status_code == 404
    assert b"There is no page at this address" in response.content
    assert get(path, if_none_match=response["ETag"]).status_code == 404
    assert get(path, method="head").status_code == 404


def test_an_unknown_address_is_looked_up_cheaply(get, django_assert_num_queries):
    with django_assert_num_queries(2):  # not stored; the page that says so
        get("/nothing/")
    with django_assert_num_queries(4):  # and whether there is, or was, such an article
        get("/articles/nothing/")


HOSTILE = [
    "/%00",
    "/articles/%00/",
    "/articles/%ff%fe/",
    "/articles/%ed%a0%80/",
    "/articles/%27%20OR%201=1--/",
    "/articles/<script>alert(1)</script>/",
    "/..%2f..%2fetc/passwd",
    "//evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/articles/" + "%F0%9F%92%A9" * 50,
    "/" + "a" * 9000,
    "/?page=" + "9" * 5000,
    "/articles/?page=-1",
    "/articles/?page=99999999999999999999",
    "/articles/?page=1%00",
    "/articles/?page=%F0%9F%92%A9",
    "/articles/%0d%0aSet-Cookie:x=1/",
]


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path[:40])
def test_hostile_addresses_get_a_page_and_never_an_error(path, get):
    for method in ("get", "head"):
        response = get(path, method=method)
        assert response.status_code in (200, 404)
        assert "Set-Cookie" not in response.headers
        assert "evil" not in response.get("Location", "")


def test_hostile_headers_are_no_trouble(get):
    for value in ('"' * 5000, "\x00", "W/", "*", '"%s-br"' % ("0" * 64), "a" * 9000, "é"):
        assert get(if_none_match=value, accept_encoding=value, if_modified_since=value).status_code in (200, 304)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("path", [PATH, "/", "/nothing/"])
def test_pages_can_only_be_read(method, path, get):
    response = get(path, method=method)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response.content.startswith(b"This address can only be read")


@pytest.mark.parametrize(
    ("path", "to"), [("/articles", "/articles/"), (PATH[:-1], PATH), ("/people/ada", "/people/ada/")]
)
def test_a_missing_slash_is_added(path, to, get):
    response = get(path)
    assert (response.status_code, response["Location"]) == (301, to)


def test_a_page_that_must_be_made_again_is_made_before_it_is_served(get):
    StoredPage.objects.filter(path=PATH).update(freshness=Freshness.REBUILD, body=b"old", digest="0" * 64)
    assert b"night shift" in get().content
    assert page(PATH).freshness == Freshness.FRESH


def test_a_page_past_its_time_is_made_before_it_is_served(get, monkeypatch):
    late = timezone.make_aware(datetime(2029, 6, 3))
    monkeypatch.setattr("articles.publishing.pages.find.time.time", late.timestamp)
    monkeypatch.setattr("articles.publishing.pages.renewal.timezone.now", lambda: late)
    assert b"This page is past its review date" in get().content


def test_old_looks_are_served_meanwhile_but_not_to_developers(get, settings):
    StoredPage.objects.filter(path=PATH).update(freshness=Freshness.STALE, body=b"old looks")
    assert get().content == b"old looks"
    settings.DEBUG = True
    assert b"night shift" in get().content


def test_a_withdrawn_article_is_gone_but_says_why(get, published):
    published.state, published.ended_at, published.ended_reason = (
        "withdrawn",
        published.published_at,
        "A source was retracted.",
    )
    published.save()
    StoredPage.objects.filter(path=PATH).update(freshness=Freshness.REBUILD)
    response = get()
    assert response.status_code == 410
    assert b"A source was retracted." in response.content
    again = get(if_none_match=response["ETag"])
    assert (again.status_code, again.content) == (410, response.content)


def test_assets_are_kept_for_ever_and_older_ones_too(get):
    path = StoredPage.objects.get(kind="asset", path__endswith=".css").path
    response = get(path)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"] == "text/css; charset=utf-8"
    older = f"{ASSET}reader-0123456789abcdef.css"
    StoredPage.objects.filter(path=path).update(path=older)
    assert get(older).status_code == 200
    assert get(path).status_code == 200  # made again


def test_the_site_says_that_it_is_well(get, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_the_site_says_that_its_database_is_not(get, monkeypatch):
    class Broken:
        def cursor(self):
            raise DatabaseError("gone")

    monkeypatch.setattr(answers, "connection", Broken())
    response = get("/healthz")
    assert (response.status_code, response.content) == (503, b"The database does not answer.")


def test_a_site_on_https_sends_readers_there(get, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SITE_URL = "https://health.example"
    response = get("/articles/?page=2")
    assert (response.status_code, response["Location"]) == (301, "https://health.example/articles/?page=2")
    assert get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/admin/", "/admin", "/admin/login/"])
def test_staff_addresses_go_on_to_django(path, get):
    assert get(path).status_code in (200, 301, 302)


@pytest.mark.parametrize("path", ["/desk/x/", "/api/x/", "/static/nothing.css", "/review/x/", "/styleguide/"])
def test_staff_addresses_that_lead_nowhere_get_the_same_page(path, get):
    response = get(path)
    assert response.status_code == 404
    assert b"There is no page at this address" in response.content


def test_the_views_answer_the_same_where_the_middleware_is_not_in_front(rf, get):
    from_middleware = get()
    from_view = answers.answer(rf.get(PATH))
    assert from_view.content == from_middleware.content
