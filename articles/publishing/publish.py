"""Makes a signed revision what readers get: all or nothing, in one transaction."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Change, Publication, PublicationState, Revision
from articles.models.frozen import PUBLICATION_FREE as FREE
from articles.publishing import exemptions as exempting
from articles.publishing.errors import PublishingRefused
from articles.publishing.exemptions import Exemption
from articles.publishing.integrity import first_break_of
from articles.publishing.keys import changed_by
from articles.publishing.pages import refresh
from articles.publishing.readiness import Readiness, readiness, review_dates
from articles.review import permissions
from vivere.audit.chain import record
from vivere.audit.rows import row_digest, rows_digest


@transaction.atomic
def publish(
    revision: Revision,
    *,
    by: User,
    exceptions: Iterable[Exemption] = (),
    note: str = "",
    change: Change | None = None,
    confirm_stated_date: bool = False,
    now: datetime | None = None,
) -> Publication:
    """Publishes this revision and no other: checks digest, signatures, events and findings again, supersedes
    the current publication, writes the new one with its exceptions, makes the pages, records the Event.

    `note` tells readers what changed and is required for everything but a first publication, a minor edit
    and a review without change; `confirm_stated_date` shows the date of an imported file as “Published”.
    Raises PublishingRefused (FindingsInTheWay with the list) and leaves everything as it was.
    """
    now = now or timezone.now()
    if not permissions.may_publish(by):
        raise PublishingRefused("Only publishers publish; your account is not one.")
    article = Article.objects.select_for_update().get(pk=revision.article_id)
    exemptions = tuple(exceptions)
    ready = readiness(revision, now=now)
    dates = review_dates(revision, ready, on=timezone.localdate(now))
    broken = first_break_of(article.pk)
    if broken:
        raise PublishingRefused(f"The record of this article does not verify, so nothing is published. {broken}")
    covered = exempting.check(ready.findings, exemptions)
    earlier = list(article.publications.order_by("number"))
    before = next((each for each in earlier if each.state == PublicationState.CURRENT), None)
    change = _change(revision, earlier, before, ready, change, note)
    if before:
        _supersede(before, by, now)
    publication = _write(article, revision, earlier, dates, by, change, note, confirm_stated_date, now)
    exempting.store(publication, covered, exemptions)
    refresh(changed_by(publication, ready.document), now=now)
    _record(publication, ready, covered, by, now)
    return publication


def _record(publication: Publication, ready: Readiness, covered: Iterable[str], by: User, now: datetime) -> None:
    """The Event, with digests of the rows, so that a row changed later shows."""
    record(
        "article.published",
        f"publication:{publication.pk}",
        by=by,
        article=publication.article_id,
        reason=publication.note,
        details={
            "digest": publication.digest,
            "exceptions": sorted(covered),
            "reviewed": ready.last_reviewed,
            "row": row_digest(publication, without=FREE),
            "reasons": rows_digest(publication.exceptions.all()),
        },
        now=now,
    )


def _change(
    revision: Revision,
    earlier: list[Publication],
    before: Publication | None,
    ready: Readiness,
    asked: Change | None,
    note: str,
) -> Change:
    """What this is to readers, checked against what it really is."""
    if not earlier:
        return Change.FIRST
    if before and before.revision_id == revision.pk:
        if before.last_reviewed == ready.last_reviewed:
            raise PublishingRefused(f"Revision {revision.number} is already what readers get.")
        return Change.REVIEW
    change = asked or Change.MAJOR
    if change in (Change.FIRST, Change.REVIEW):
        raise PublishingRefused("The text changed: say whether this is a minor edit, a correction or a major change.")
    if change != Change.MINOR and not note.strip():
        raise PublishingRefused("Tell readers what changed: corrections and major changes need a note.")
    return change


def _supersede(before: Publication, by: User, now: datetime) -> None:
    before.state = PublicationState.SUPERSEDED
    before.ended_at = now
    before.ended_by_name = by.get_full_name() or by.get_username()
    before.save(update_fields=["state", "ended_at", "ended_by_name"])


def _write(
    article: Article,
    revision: Revision,
    earlier: list[Publication],
    dates: tuple[date, date],
    by: User,
    change: Change,
    note: str,
    confirm_stated_date: bool,
    now: datetime,
) -> Publication:
    first = earlier[0].first_published if earlier else _first_published(article, confirm_stated_date, now)
    newest = earlier[-1] if earlier else None
    keeps = change in (Change.MINOR, Change.REVIEW)
    updated = newest.updated_at if newest and keeps else (now if newest else first)
    return Publication.objects.create(
        article=article,
        revision=revision,
        number=newest.number + 1 if newest else 1,
        digest=revision.digest,
        slug=article.slug,
        state=PublicationState.CURRENT,
        change=change,
        note=note.strip(),
        published_at=now,
        first_published=first,
        updated_at=updated,
        last_reviewed=dates[0],
        next_review=dates[1],
        by=by,
        by_name=by.get_full_name() or by.get_username(),
    )


def _first_published(article: Article, confirm_stated_date: bool, now: datetime) -> datetime:
    if not confirm_stated_date or article.stated_date is None:
        return now
    return min(now, timezone.make_aware(datetime.combine(article.stated_date, time(9))))
