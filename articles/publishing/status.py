"""The word that is shown for where an article stands; derived each time, stored nowhere."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Max
from django.utils import timezone

from articles.models import Article, Edit, Publication, PublicationState, ReviewRound, RoundState


class Status(StrEnum):
    """Plain words, from the working copy to the site."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    CHANGES_REQUESTED = "changes requested"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    HELD = "held"
    PUBLISHED = "published"
    DRAFT_CHANGES = "published with draft changes"
    OVERDUE = "overdue"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


def statuses(articles: Iterable[Article], *, on: date | None = None) -> dict[int, Status]:
    """Article id → status, in three queries whatever the number of articles."""
    rows = {article.pk: article for article in articles}
    rounds = {row.article_id: row for row in ReviewRound.objects.filter(article__in=rows).order_by("number")}
    publications = {
        row.article_id: row
        for row in Publication.objects.filter(article__in=rows).select_related("revision").order_by("number")
    }
    edits = dict(
        Edit.objects.filter(article__in=rows).values("article").annotate(at=Max("last_at")).values_list("article", "at")
    )
    today = on or timezone.localdate()
    return {
        pk: _status(article, rounds.get(pk), publications.get(pk), edits.get(pk), today) for pk, article in rows.items()
    }


def status(article: Article, *, on: date | None = None) -> Status:
    """The status of one article."""
    return statuses([article], on=on)[article.pk]


def _status(
    article: Article, round_: ReviewRound | None, publication: Publication | None, edited: datetime | None, today: date
) -> Status:
    if article.archived_at:
        return Status.ARCHIVED
    if round_ and round_.is_open:
        return Status.IN_REVIEW
    if round_ and (publication is None or round_.opened_at > publication.published_at):
        if round_.state == RoundState.CHANGES_REQUESTED:
            return Status.CHANGES_REQUESTED
        if round_.state == RoundState.APPROVED:
            return Status.APPROVED
    return _public_status(publication, edited, today) if publication else Status.DRAFT


def _public_status(publication: Publication, edited: datetime | None, today: date) -> Status:
    named = {
        PublicationState.SCHEDULED: Status.SCHEDULED,
        PublicationState.HELD: Status.HELD,
        PublicationState.WITHDRAWN: Status.WITHDRAWN,
    }
    if publication.state in named:
        return named[PublicationState(publication.state)]
    if publication.state != PublicationState.CURRENT:
        return Status.DRAFT
    if publication.next_review < today:
        return Status.OVERDUE
    created = publication.revision.created_at
    return Status.DRAFT_CHANGES if edited is not None and edited > created else Status.PUBLISHED
