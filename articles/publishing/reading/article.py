"""The facts of an article's page, in at most thirteen queries whatever its length.

Publication with its revision · editions · exceptions · signatures · profiles · qualifications ·
registrations · photos · pictures · source statuses · topics · site · policies.
"""

from datetime import datetime

from django.utils import timezone

from articles.document.nodes import Document
from articles.models import Publication, PublicationState, Source, Topic
from articles.publishing.reading import history
from articles.publishing.reading.frame import KEYS, frame
from articles.publishing.reading.people import cards
from articles.publishing.reading.pictures import pictures
from articles.publishing.rendering.facts import ArticlePage, SourceStatus, Withdrawn

_AT_ITS_ADDRESS = (PublicationState.CURRENT, PublicationState.WITHDRAWN)


def at_address(slug: str) -> Publication | None:
    """What stands at an article's address: the current publication, else the newest withdrawn one."""
    rows = Publication.objects.filter(slug=slug, state__in=_AT_ITS_ADDRESS).select_related("revision")
    return min(rows, key=lambda row: (row.state != PublicationState.CURRENT, -row.pk), default=None)


def address_of(article: int) -> str | None:
    """The slug under which an article is public now, as text or as a notice."""
    rows = Publication.objects.filter(article=article, state__in=_AT_ITS_ADDRESS).order_by("-number")
    return rows.values_list("slug", flat=True).first()


def moved_to(slug: str) -> str | None:
    """The slug of the article that had this one before."""
    rows = Publication.objects.filter(article__publications__slug=slug, state=PublicationState.CURRENT)
    return rows.exclude(slug=slug).values_list("slug", flat=True).first()


def article_page(publication: Publication, *, now: datetime) -> ArticlePage:
    """Everything that the page of this publication says at this moment."""
    document = publication.revision.document()
    signed = history.sign_offs(publication)
    reviewers = history.whole_page(publication.revision_id, signed)
    shown_editions = history.editions(publication)
    published = {row.revision_id for row in signed if row.revision.number in {e.revision for e in shown_editions}}
    rows = history.leading_to({publication.revision_id, *published}, signed)
    hero = document.hero.sha256 if document.hero else ""
    return ArticlePage(
        document=document,
        slug=publication.slug,
        first_published=publication.first_published,
        updated_at=publication.updated_at,
        last_reviewed=publication.last_reviewed,
        next_review=publication.next_review,
        reviewers=tuple(history.signature(row) for row in reviewers),
        signatures=tuple(history.signature(row) for row in rows),
        editions=shown_editions,
        today=timezone.localdate(now),
        frame=frame(),
        cards=cards(people_of(document) | {row.reviewer_id for row in reviewers}),
        statuses=statuses(document),
        pictures=pictures([hero]),
        topics=topics(document),
    )


def people_of(document: Document) -> set[int]:
    """The profiles that a document names, speakers of quotes included."""
    return {person.profile for person in document.people} | {section.speaker for section in document.sections} - {0}


def statuses(document: Document) -> dict[int, SourceStatus]:
    """Source → its standing now; of a merged source, that of the one it was merged into."""
    fields = ("status", "status_note", "status_on")
    rows = Source.objects.filter(pk__in=[record.id for record in document.sources]).order_by()
    return {
        pk: SourceStatus(merged, *theirs) if merged else SourceStatus(pk, *own)
        for pk, merged, *values in rows.values_list(
            "pk", "merged_into", *fields, *(f"merged_into__{name}" for name in fields)
        )
        for own, theirs in [(values[:3], values[3:])]
    }


def topics(document: Document) -> tuple[tuple[str, str], ...]:
    """(slug, name) of the topics, in the order of the document."""
    names = dict(Topic.objects.filter(slug__in=document.topics).values_list("slug", "name"))
    return tuple((slug, names[slug]) for slug in document.topics if slug in names)


def keys(publication: Publication, page: ArticlePage) -> frozenset[str]:
    """What the page was made from, in the words of `publishing.keys`."""
    return (
        KEYS
        | {f"article:{publication.article_id}"}
        | {f"person:{profile}" for profile in page.cards}
        | {f"topic:{slug}" for slug, _name in page.topics}
        | {f"source:{source}" for own, now in page.statuses.items() for source in (own, now.source)}
    )


def withdrawn(publication: Publication) -> Withdrawn:
    """The notice at the address of a withdrawn article."""
    return Withdrawn(
        title=publication.revision.document().title,
        slug=publication.slug,
        first_published=publication.first_published,
        on=publication.ended_at or publication.published_at,
        by=publication.ended_by_name,
        reason=publication.ended_reason,
        frame=frame(),
    )
