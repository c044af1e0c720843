"""When pages are made again: what changed marks them, the next request makes them.

An article's own page is made in the transaction that changes it, so that it is there the moment it is public;
lists are only marked. A page of old looks is stale: it is served until somebody makes it again.
"""

import logging
import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Dependency, Freshness, StoredPage
from articles.publishing.looks import fingerprint
from articles.publishing.makers.article import NotAsSigned
from articles.publishing.pages import locks, routes
from articles.publishing.pages.store import make
from articles.publishing.reading.article import address_of
from articles.publishing.rendering import addresses

logger = logging.getLogger(__name__)
_LISTS_OF = {"person": "articles-by", "topic": "articles-on"}


@transaction.atomic
def refresh(keys: Iterable[str], *, now: datetime | None = None) -> None:
    """After a change under these `publishing.keys`: every page made from one of them must be made again, and
    the page of each `article:<id>` is. Call it after the change, in the same transaction.

    Lists that an article leaves (a topic taken off, an author gone) are found by what its page was made from.
    """
    now = now or timezone.now()
    locks.nobody_makes()
    changed = set(keys)
    articles = sorted(int(key.partition(":")[2]) for key in changed if re.fullmatch(r"article:[0-9]+", key))
    if articles:
        changed |= {"articles"} | _lists_around(articles)
    _must_rebuild(changed)
    slugs = [slug for article in articles if (slug := address_of(article))]
    for slug in slugs:
        make(addresses.article(slug), now=now)
    if slugs:
        _must_rebuild(_lists_around(articles) - changed)


def due(path: str, *, now: datetime | None = None) -> str | None:
    """Makes the page of an address if there is none that may be served; where a reader finds it, or None.

    The answer is another address when the page has moved. However many ask at once, one makes it.
    """
    now = now or timezone.now()
    route = routes.find(path)
    if route is None or not route.exists():
        return routes.elsewhere(path)
    with transaction.atomic():
        locks.one_maker(path)
        row = StoredPage.objects.filter(path=path).only("freshness", "valid_until").first()
        may_be_served = (
            row is not None
            and row.freshness == Freshness.FRESH
            and (row.valid_until is None or row.valid_until > now.timestamp())
        )
        if may_be_served:
            return path
        return path if _make_or_keep(path, now) else routes.elsewhere(path)


def freshen(*, limit: int | None = None, now: datetime | None = None) -> int:
    """Makes again what is stale, marked or past its time, each in a transaction of its own; how many."""
    now = now or timezone.now()
    rows = StoredPage.objects.exclude(kind="asset").filter(
        ~Q(freshness=Freshness.FRESH) | Q(valid_until__lte=int(now.timestamp()))
    )
    paths = list(rows.order_by("id").values_list("path", flat=True)[:limit])
    for path in paths:
        _make_or_keep(path, now)
    return len(paths)


def rebuild_all(*, now: datetime | None = None) -> int:
    """Makes every page there is and forgets those that are no more; how many were made. Assets stay."""
    made = set()
    for path in routes.every():
        if _make_or_keep(path, now or timezone.now()):
            made.add(path)
    StoredPage.objects.exclude(kind="asset").exclude(path__in=made).delete()
    return len(made)


def _make_or_keep(path: str, now: datetime) -> bool:
    """Makes a page, or leaves the one made before where its text is not what was signed; whether one stands."""
    try:
        return make(path, now=now) is not None
    except NotAsSigned:
        logger.exception("%s cannot be made again; what was made before is served on.", path)
        return StoredPage.objects.filter(path=path).exists()


_looks_seen = ""


def notice_new_looks() -> None:
    """Marks pages of other looks as stale, once per process and fingerprint; costs nothing after that."""
    global _looks_seen
    looks = fingerprint.current()
    if looks == _looks_seen:
        return
    ours = Dependency.objects.filter(on=f"templates:{looks}").values("page")
    StoredPage.objects.filter(freshness=Freshness.FRESH).exclude(kind="asset").exclude(pk__in=ours).update(
        freshness=Freshness.STALE
    )
    _looks_seen = looks


def _must_rebuild(keys: Iterable[str]) -> None:
    pages = Dependency.objects.filter(on__in=set(keys)).values("page")
    StoredPage.objects.filter(pk__in=pages).update(freshness=Freshness.REBUILD)


def _lists_around(articles: Iterable[int]) -> set[str]:
    """Keys of the lists by every person and topic that the articles' pages were made from."""
    pages = Dependency.objects.filter(on__in=[f"article:{article}" for article in articles]).values("page")
    around = Dependency.objects.filter(page__in=pages).values_list("on", flat=True)
    found = (key.partition(":") for key in around)
    return {f"{_LISTS_OF[kind]}:{what}" for kind, _, what in found if kind in _LISTS_OF}
