"""Makes one page and writes it down, under a lock."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.http import http_date

from articles.models import Dependency, Freshness, StoredPage
from articles.publishing.looks import assets, fingerprint
from articles.publishing.makers.made import Made
from articles.publishing.makers.texts import make_asset
from articles.publishing.pages import locks, routes
from articles.publishing.pages.packing import pack

_WRITTEN = (
    "kind",
    "status",
    "content_type",
    "cache_control",
    "digest",
    "last_modified",
    "freshness",
    "valid_until",
    "made_at",
    "br",
    "gzip",
    "body",
)


def page(path: str) -> StoredPage | None:
    """The stored page of an address, fresh or not."""
    return StoredPage.objects.filter(path=path).first()


@transaction.atomic
def make(path: str, *, now: datetime | None = None) -> StoredPage | None:
    """Makes the page of an address from what is true now and stores it; None, and nothing stored, if there is none."""
    now = now or timezone.now()
    locks.one_maker(path)
    route = routes.find(path)
    made = route.make(now) if route else None
    if made is None:
        StoredPage.objects.filter(path=path).delete()
        return None
    wanted = {path, *(asset.path for asset in assets.current().values())}
    before = {
        row.path: row for row in StoredPage.objects.filter(path__in=wanted).only("path", "digest", "last_modified")
    }
    for missing in wanted - before.keys() - {path}:  # a stored page never links to an asset that is not there
        _write(missing, make_asset(now, missing), None, now)
    return _write(path, made, before.get(path), now)


def _write(path: str, made: Made | None, before: StoredPage | None, now: datetime) -> StoredPage | None:
    if made is None:
        return None
    packed = pack(made.body)
    is_same = before is not None and before.digest == packed.digest
    row = StoredPage(
        path=path,
        kind=made.kind,
        status=made.status,
        content_type=made.content_type,
        cache_control=made.cache_control,
        digest=packed.digest,
        last_modified=before.last_modified if before and is_same else http_date(now.timestamp()),
        freshness=Freshness.FRESH,
        valid_until=int(made.valid_until.timestamp()) if made.valid_until else None,
        made_at=int(now.timestamp()),
        br=packed.br,
        gzip=packed.gzip,
        body=packed.body,
    )
    StoredPage.objects.bulk_create([row], update_conflicts=True, unique_fields=["path"], update_fields=_WRITTEN)
    if made.kind != "asset":
        _depend(row, {*made.keys, f"templates:{fingerprint.current()}"}, is_new=before is None)
    return row


def _depend(row: StoredPage, keys: Iterable[str], *, is_new: bool) -> None:
    wanted = set(keys)
    if not is_new:
        known = set(Dependency.objects.filter(page=row).values_list("on", flat=True))
        if known - wanted:
            Dependency.objects.filter(page=row, on__in=known - wanted).delete()
        wanted -= known
    if wanted:
        Dependency.objects.bulk_create([Dependency(page=row, on=key) for key in sorted(wanted)])
