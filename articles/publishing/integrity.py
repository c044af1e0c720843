"""Proves that what is stored is what was signed, published and recorded."""

import hashlib
from collections.abc import Iterator

from django.db import connection

from articles.models import Publication, Revision, SignOff, StoredPage
from articles.models.frozen import FROZEN
from articles.publishing.pages.packing import unpack
from vivere.audit.chain import first_break, link
from vivere.audit.frozen import AUDIT, missing
from vivere.audit.models import Event


def first_break_of(article: int) -> str | None:
    """A sentence naming the first event of this article whose content is not what was recorded, or None."""
    for event in Event.objects.filter(article=article).order_by("id").iterator():
        if event.hash != link(event):
            return f"Event {event.pk} ({event.action} {event.subject}) is not what was recorded."
    return None


def problems() -> Iterator[str]:
    """A sentence per broken row, oldest first in each table; nothing when everything verifies."""
    broken = first_break()
    if broken:
        yield broken
    for revision in Revision.objects.order_by("pk").iterator(chunk_size=200):
        if not revision.is_intact:
            yield f"Revision {revision.pk} (number {revision.number} of article {revision.article_id}): digest differs."
    for sign_off in SignOff.objects.select_related("revision", "round").order_by("pk").iterator(chunk_size=500):
        if sign_off.digest != sign_off.revision.digest or sign_off.round.revision_id != sign_off.revision_id:
            yield f"Sign-off {sign_off.pk} of {sign_off.name}: it is not bound to revision {sign_off.revision_id}."
    for publication in Publication.objects.select_related("revision").order_by("pk").iterator(chunk_size=500):
        if publication.digest != publication.revision.digest:
            yield f"Publication {publication.pk}: its digest is not that of revision {publication.revision_id}."
    yield from _unsigned_publications()
    yield from _changed_pages()
    yield from (
        f"Trigger {name} is not in the database; run migrate." for name in missing(connection, [*AUDIT, *FROZEN])
    )


def _unsigned_publications() -> Iterator[str]:
    """Current publications that no signature on this very text covers."""
    current = Publication.objects.filter(state="current").select_related("revision")
    for publication in current.order_by("pk").iterator(chunk_size=200):
        signed = SignOff.objects.filter(revision=publication.revision, digest=publication.digest).exists()
        if not signed:
            yield f"Publication {publication.pk}: nobody signed revision {publication.revision_id}."


def _changed_pages() -> Iterator[str]:
    """Stored pages whose bytes, plain or packed, are not those that were made."""
    for page in StoredPage.objects.order_by("pk").iterator(chunk_size=100):
        if any(hashlib.sha256(body).hexdigest() != page.digest for body in unpack(page)):
            yield f"Stored page {page.path}: its bytes are not those that were made. Run rebuild."
