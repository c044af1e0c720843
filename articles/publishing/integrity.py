"""Proves that what is stored is what was signed, published and recorded."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db import connection

from articles.models import Involvement, Publication, PublicationState, Revision, SignOff, StoredPage
from articles.models.frozen import FROZEN, PUBLICATION_FREE
from articles.publishing.pages.packing import unpack
from vivere.audit.chain import first_break, link
from vivere.audit.frozen import AUDIT, missing
from vivere.audit.models import Event
from vivere.audit.rows import row_digest, rows_digest


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
    yield from _signatures()
    yield from _publications()
    yield from _makers()
    yield from _unsigned_publications()
    yield from _changed_pages()
    yield from (
        f"Trigger {name} is not in the database; run migrate." for name in missing(connection, [*AUDIT, *FROZEN])
    )


def _recorded(action: str) -> dict[str, dict[str, Any]]:
    """Subject → the details that its newest event of this action holds."""
    events = Event.objects.filter(action=action).order_by("id").values_list("subject", "details")
    return {subject: json.loads(details) for subject, details in events.iterator(chunk_size=2000)}


def _signatures() -> Iterator[str]:
    """Sign-offs that are not bound to their revision, not as recorded, not recorded, or gone."""
    recorded = _recorded("review.signed")
    for sign_off in SignOff.objects.select_related("revision", "round").order_by("pk").iterator(chunk_size=500):
        said = recorded.pop(f"signoff:{sign_off.pk}", {})
        if sign_off.digest != sign_off.revision.digest or sign_off.round.revision_id != sign_off.revision_id:
            yield f"Sign-off {sign_off.pk} of {sign_off.name}: it is not bound to revision {sign_off.revision_id}."
        elif said.get("row") != row_digest(sign_off):
            yield f"Sign-off {sign_off.pk} of {sign_off.name}: it is not what was recorded when it was given."
    yield from (f"Sign-off {subject.partition(':')[2]} was recorded and is gone." for subject in recorded)


def _publications() -> Iterator[str]:
    """Publications, and their exceptions, that are not as recorded, not recorded, or gone."""
    recorded = _recorded("article.published")
    withdrawn = _recorded("article.withdrawn").keys()
    rows = Publication.objects.select_related("revision").prefetch_related("exceptions").order_by("pk")
    for publication in rows.iterator(chunk_size=200):
        subject = f"publication:{publication.pk}"
        said = recorded.pop(subject, {})
        if publication.digest != publication.revision.digest:
            yield f"Publication {publication.pk}: its digest is not that of revision {publication.revision_id}."
        elif said.get("row") != row_digest(publication, without=PUBLICATION_FREE):
            yield f"Publication {publication.pk}: it is not what was recorded when it was published."
        elif said.get("reasons") != rows_digest(publication.exceptions.all()):
            yield f"Publication {publication.pk}: its exceptions are not those that were recorded."
        elif (publication.state == PublicationState.WITHDRAWN) != (subject in withdrawn):
            yield f"Publication {publication.pk}: it is {publication.state}, and the record says otherwise."
    yield from (f"Publication {subject.partition(':')[2]} was recorded and is gone." for subject in recorded)


def _makers() -> Iterator[str]:
    """Revisions whose makers are not those that were recorded when the text was submitted."""
    submitted = Event.objects.filter(action="review.submitted").order_by("id")
    said = {(e.article, d["revision"]): d["made"] for e in submitted.iterator() if (d := json.loads(e.details))}
    for revision in Revision.objects.prefetch_related("involvements").order_by("pk").iterator(chunk_size=200):
        made = [row for row in revision.involvements.all() if row.side == Involvement.Side.MADE]
        if said.get((revision.article_id, revision.number)) != rows_digest(made):
            yield f"Revision {revision.pk}: those who made it are not those that were recorded."


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
