"""The page that a Document would become, made by the code of publication; nothing is stored."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.document.nodes import Document
from articles.models import Publication, PublicationState
from articles.publishing.reading import article as reading
from articles.publishing.reading import history
from articles.publishing.reading.frame import frame
from articles.publishing.reading.people import cards
from articles.publishing.reading.pictures import pictures
from articles.publishing.rendering import article
from articles.publishing.rendering.facts import ArticlePage

_NOT_YET = "once it is signed"
_NOT_PUBLIC = "once it is published"


def context(document: Document, *, slug: str, article_id: int, now: datetime) -> dict[str, Any]:
    """What the template of an article shows; dates and signatures that do not exist yet say so.

    Marked as unlisted. Of an article that is public, its history so far is shown.
    """
    shown = article.context(_page(document, slug, _current(article_id), now))
    return shown | {
        "is_unlisted": True,
        "is_overdue": False,
        "published": shown["published"] if _is_public(shown) else _NOT_PUBLIC,
        "updated": _NOT_PUBLIC,
        "last_reviewed": _NOT_YET,
        "next_review": _NOT_YET,
    }


def _is_public(shown: dict[str, Any]) -> bool:
    return any(step.title == "Published" for step in shown["steps"])


def _current(article_id: int) -> Publication | None:
    rows = Publication.objects.filter(article=article_id, state=PublicationState.CURRENT)
    return rows.select_related("revision").first() if article_id else None


def _page(document: Document, slug: str, current: Publication | None, now: datetime) -> ArticlePage:
    """The facts of a page that nobody has signed."""
    today = timezone.localdate(now)
    signed = history.sign_offs(current) if current else []
    return ArticlePage(
        document=document,
        slug=slug,
        first_published=current.first_published if current else now,
        updated_at=now,
        last_reviewed=today,
        next_review=today,
        reviewers=(),
        signatures=tuple(history.signature(row) for row in signed),
        editions=history.editions(current) if current else (),
        today=today,
        frame=frame(),
        cards=cards(reading.people_of(document) | {row.reviewer_id for row in signed}),
        statuses=reading.statuses(document),
        pictures=pictures([document.hero.sha256 if document.hero else ""]),
        topics=reading.topics(document),
    )
