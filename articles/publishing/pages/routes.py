"""Public addresses → what makes them. The only list of what readers can ask for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from articles.models import Publication, PublicationState, Topic
from articles.publishing import policies
from articles.publishing.looks.assets import PATTERN as ASSET
from articles.publishing.makers import article, lists, people, texts, topics
from articles.publishing.makers.made import Made
from articles.publishing.reading import entries
from articles.publishing.rendering import addresses
from authors.models import Profile

_SLUG = r"(?P<slug>[-a-zA-Z0-9_]{1,200})"


@dataclass(frozen=True, slots=True)
class Route:
    """An address that has the form of a page: whether there is one now, and what makes it."""

    exists: Callable[[], bool]
    make: Callable[[datetime], Made | None]


def _always(**_: str | None) -> bool:
    return True


_ROUTES: tuple[tuple[str, Callable[..., bool], Callable[..., Made | None]], ...] = (
    (r"/", _always, lists.make_home),
    (r"/articles/(?:\?page=(?P<number>[1-9][0-9]{0,5}))?", lists.exists, lists.make),
    (rf"/articles/{_SLUG}/", article.exists, article.make),
    (r"/topics/", _always, topics.make_index),
    (rf"/topics/{_SLUG}/", topics.exists, topics.make),
    (r"/people/", _always, people.make_index),
    (rf"/people/{_SLUG}/", people.exists, people.make),
    (rf"/policies/{_SLUG}/", texts.policy_exists, texts.make_policy),
    (r"/404/", _always, texts.make_not_found),
    (r"/robots\.txt", _always, texts.make_robots),
    (rf"(?P<path>{ASSET})", texts.asset_exists, texts.make_asset),
)
_COMPILED = [(re.compile(pattern), exists, make) for pattern, exists, make in _ROUTES]
_ARTICLE = re.compile(rf"/articles/{_SLUG}/?")


def find(path: str) -> Route | None:
    """The route of an address; None when it has the form of no page. Asks no database."""
    for pattern, exists, make in _COMPILED:
        match = pattern.fullmatch(path)
        if match:
            return Route(partial(exists, **match.groupdict()), partial(make, **match.groupdict()))
    return None


def elsewhere(path: str) -> str | None:
    """Where a reader should go instead: the same with its slash, or the article's newer address."""
    article_at = _ARTICLE.fullmatch(path)
    if article_at and (moved := article.elsewhere(article_at["slug"])):
        return moved
    if not path.endswith("/"):
        route = find(f"{path}/")
        return f"{path}/" if route and route.exists() else None
    return None


def every() -> Iterator[str]:
    """Every address there is now, articles first."""
    rows = Publication.objects.filter(state__in=(PublicationState.CURRENT, PublicationState.WITHDRAWN))
    yield from dict.fromkeys(addresses.article(slug) for slug in rows.values_list("slug", flat=True))
    yield from (lists.address(n) for n in range(1, lists.pages() + 1))
    yield from (addresses.topic(slug) for slug in Topic.objects.values_list("slug", flat=True))
    named = people.parts(entries.everything())
    yield from (addresses.person(slug) for slug in Profile.objects.filter(pk__in=named).values_list("slug", flat=True))
    yield from (addresses.policy(policy.slug) for policy in policies.read())
    yield from (addresses.HOME, addresses.TOPICS, addresses.PEOPLE, addresses.NOT_FOUND, "/robots.txt")


def address_of(path: str, query: str) -> str:
    """The address under which the answer is stored: lists keep their page number, nothing else of a query counts."""
    if "page=" not in query or path != addresses.ARTICLES:
        return path
    number = next((part[5:] for part in query.split("&") if part.startswith("page=")), "1")
    return path if number == "1" else f"{path}?page={number[:8]}"
