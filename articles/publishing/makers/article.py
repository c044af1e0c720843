"""The page of an article, or the notice of one that was withdrawn."""

from datetime import date, datetime, time

from django.template import loader
from django.utils import timezone

from articles.models import Publication, PublicationState
from articles.publishing.makers.made import Made
from articles.publishing.reading import article as reading
from articles.publishing.reading.frame import KEYS
from articles.publishing.rendering import addresses, article
from articles.publishing.rendering.dates import day_tag


def exists(slug: str) -> bool:
    """Whether anything stands at this address."""
    return reading.at_address(slug) is not None


def make(now: datetime, slug: str) -> Made | None:
    """The article or its notice; None when neither stands there."""
    publication = reading.at_address(slug)
    if publication is None:
        return None
    return _text(publication, now) if publication.state == PublicationState.CURRENT else _notice(publication)


def elsewhere(slug: str) -> str | None:
    """The address to which the article of this slug has moved."""
    now_at = reading.moved_to(slug)
    return addresses.article(now_at) if now_at else None


class NotAsSigned(Exception):
    """The stored text is not what was signed; no page is made of it."""


def _text(publication: Publication, now: datetime) -> Made:
    """The page of a current publication. Raises NotAsSigned rather than print a text that nobody signed."""
    revision = publication.revision
    signed = revision.sign_offs.filter(digest=publication.digest).exists()
    if not signed or not revision.is_intact or revision.digest != publication.digest:
        raise NotAsSigned(f"Publication {publication.pk} of “{publication.slug}” is not what was signed. Run verify.")
    page = reading.article_page(publication, now=now)
    ahead = [day for day in article.changes_on(page) if day > page.today]
    return Made(
        kind="article",
        body=article.render(page),
        keys=reading.keys(publication, page),
        valid_until=_midnight(min(ahead)) if ahead else None,
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _notice(publication: Publication) -> Made:
    notice = reading.withdrawn(publication)
    context = {
        "frame": notice.frame,
        "title": notice.title,
        "crumb": "Withdrawn article",
        "description": "This article has been withdrawn.",
        "is_unlisted": True,
        "published": day_tag(notice.first_published),
        "withdrawn": day_tag(notice.on),
        "reason": notice.reason,
        "by": notice.by,
    }
    html = loader.get_template("reader/withdrawn.html").render(context)
    return Made(kind="article", status=410, body=str(html), keys=KEYS | {f"article:{publication.article_id}"})
