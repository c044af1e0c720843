"""The list of what readers can ask for agrees with the names that the rest of the house uses."""

import pytest
from django.urls import reverse

from articles.publishing.pages import routes
from articles.publishing.rendering import addresses


@pytest.mark.parametrize(
    ("name", "args", "path"),
    [
        ("home", [], addresses.HOME),
        ("articles", [], addresses.ARTICLES),
        ("topics", [], addresses.TOPICS),
        ("people", [], addresses.PEOPLE),
        ("article", ["a-b_c"], addresses.article("a-b_c")),
        ("topic", ["sleep"], addresses.topic("sleep")),
        ("person", ["ada"], addresses.person("ada")),
        ("policy", ["privacy"], addresses.policy("privacy")),
    ],
)
def test_named_addresses_are_routes(name, args, path):
    assert reverse(name, args=args) == path
    assert routes.find(path) is not None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "//",
        "/articles/../",
        "/articles/a/b/",
        "/articles/a",
        "/articles/?page=1x",
        "/articles/?page=01",
        "/x/",
        "/assets/x.css",
        "/articles/%2e/",
        "/articles/é/",
        "/articles/a\n/",
        "/articles/" + "a" * 201 + "/",
    ],
)
def test_what_has_the_form_of_no_page_is_not_looked_up(path, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert routes.find(path) is None


@pytest.mark.parametrize(
    ("path", "query", "stored"),
    [
        ("/articles/", "", "/articles/"),
        ("/articles/", "page=2", "/articles/?page=2"),
        ("/articles/", "page=1", "/articles/"),
        ("/articles/", "utm=x&page=3", "/articles/?page=3"),
        ("/articles/", "page=abc", "/articles/?page=abc"),
        ("/articles/", "page=" + "9" * 500, "/articles/?page=99999999"),
        ("/articles/", "homepage=2", "/articles/"),
        ("/articles/a/", "page=2", "/articles/a/"),
        ("/", "page=2", "/"),
    ],
)
def test_only_a_lists_page_number_counts_in_a_query(path, query, stored):
    assert routes.address_of(path, query) == stored


def test_every_address_that_is_there_has_a_page(walk):
    paths = list(routes.every())
    assert "/articles/walking/" in paths
    missing = [path for path in paths if not routes.find(path)]
    assert missing == []
    assert {path for path in paths if not routes.find(path).exists()} == set()
