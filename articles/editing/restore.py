"""Puts a revision's text back into the working copy; the revision itself and all that came after it stay."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles.document import walk
from articles.document.codec import UnreadableDocument
from articles.document.nodes import Document, SourceRecord
from articles.editing import drafts
from articles.editing.refusals import DraftRefused
from articles.models import Article, Revision, Source
from vivere.audit.chain import record


@transaction.atomic
def restore(
    article: Article, revision: Revision, *, by: User, expected_version: int, now: datetime | None = None
) -> Article:
    """Saves the revision's Document as the draft, with one Event `article.restored`; nothing if it says the same.

    Sources that were merged since are cited as what they were merged into; details of sources and people are
    those of today. Whether `by` may edit is asked at the door, as for every save. Raises StaleVersion when the
    draft is not `expected_version`, DraftRefused for a revision of another article or a text that is not whole.
    """
    if revision.article_id != article.pk:
        raise DraftRefused(f"Revision {revision.number} belongs to another article; nothing was restored.")
    if not revision.is_intact:
        raise DraftRefused(
            f"The stored text of revision {revision.number} does not have its digest any more; nothing was restored. "
            "Tell Governance."
        )
    saved = drafts.save(article, _document(revision), by=by, expected_version=expected_version, now=now)
    if saved.version != expected_version:
        details = {"revision": revision.number, "digest": revision.digest}
        record("article.restored", f"article:{article.pk}", by=by, article=article.pk, details=details, now=now)
    return saved


def _document(revision: Revision) -> Document:
    try:
        document = revision.document()
    except UnreadableDocument as error:
        raise DraftRefused(f"Revision {revision.number} cannot be read any more: {error}") from error
    moved = walk.renumber_sources(document, _merges({source.id for source in document.sources}))
    kept: dict[int, SourceRecord] = {}
    for source in moved.sources:
        before = kept.get(source.id, source)
        discusses = before.discusses_retraction or source.discusses_retraction
        kept[source.id] = replace(before, discusses_retraction=discusses)
    return replace(moved, sources=tuple(kept.values()))


def _merges(ids: set[int]) -> dict[int, int]:
    """Source id → what it was merged into at last; a chain of merges takes one query a link."""
    ends: dict[int, int] = {}
    asked = set(ids)
    while asked:
        rows = Source.objects.filter(pk__in=asked, merged_into__isnull=False)
        found = {pk: into for pk, into in rows.values_list("pk", "merged_into") if into is not None}
        ends |= found
        asked = set(found.values()) - set(ends)
    return {pk: _end(pk, ends) for pk in ids if pk in ends}


def _end(pk: int, ends: dict[int, int]) -> int:
    seen: set[int] = set()
    while pk in ends and pk not in seen:
        seen.add(pk)
        pk = ends[pk]
    return pk
