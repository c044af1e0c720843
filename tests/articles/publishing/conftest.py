"""Publications made row by row: what pages need, without the checks that belong to publish()."""

import io
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from PIL import Image, ImageDraw

from articles.document import codec
from articles.document.nodes import Document
from articles.images.intake import take_in
from articles.models import (
    Article,
    Publication,
    PublicationException,
    ReviewRound,
    Revision,
    RoundState,
    SignOff,
    Source,
    Topic,
)
from articles.publishing.pages import refresh
from tests.articles.conftest import NOON
from tests.articles.publishing.walking import walking


def revise(article: Article, document: Document, *, now: datetime = NOON) -> Revision:
    """The next revision of the article."""
    content = codec.to_json(document)
    return Revision.objects.create(
        article=article,
        number=article.revisions.count() + 1,
        content=content,
        digest=codec.digest_of(content),
        created_at=now,
        created_by_name="Ada Writer",
    )


def sign_rows(revision: Revision, reviewer, *, now: datetime = NOON, base: Revision | None = None) -> SignOff:
    """An approved round with its signature."""
    round_ = ReviewRound.objects.create(
        article=revision.article,
        revision=revision,
        number=revision.article.rounds.count() + 1,
        state=RoundState.APPROVED,
        reviewer=reviewer,
        opened_at=now - timedelta(days=1),
        opened_by_name="Ada Writer",
        closed_at=now,
    )
    return SignOff.objects.create(
        round=round_,
        revision=revision,
        digest=revision.digest,
        reviewer=reviewer,
        role="clinician",
        meaning="approved",
        scope="changed" if base else "whole",
        base=base,
        statement="I have read the whole page.",
        signed_at=now,
        name=reviewer.name,
        post_nominals=reviewer.post_nominals,
        job_title=reviewer.job_title,
        registration="Dietitian, Sample register, SAMPLE-0001",
        registration_checked=date(2026, 6, 1),
        interests=reviewer.interests,
        interests_declared=reviewer.interests_declared,
    )


def publish_rows(revision: Revision, *, now: datetime = NOON, change: str = "", note: str = "", **more) -> Publication:
    """The publication of a signed revision; the one before is superseded; the pages follow."""
    article = revision.article
    before = article.publications.filter(state="current").first()
    article.publications.filter(state="current").update(state="superseded", ended_at=now)
    day = timezone.localdate(now)
    given = {
        "number": article.publications.count() + 1,
        "slug": article.slug,
        "state": "current",
        "change": change or ("major" if before else "first"),
        "first_published": before.first_published if before else now,
        "updated_at": now,
        "last_reviewed": day,
        "next_review": day.replace(year=day.year + 3),
        "by_name": "Ines Publisher",
    }
    publication = Publication.objects.create(
        article=article, revision=revision, digest=revision.digest, note=note, published_at=now, **(given | more)
    )
    for code, reason in more.pop("exceptions", {}).items():
        PublicationException.objects.create(publication=publication, code=code, findings=[], reason=reason)
    refresh({f"article:{article.pk}"}, now=now)
    return publication


@pytest.fixture
def publish_document(ada, rui):
    """Publishes a Document as a new article, signed by Rui."""

    def publish_document(document: Document, *, slug: str = "", now: datetime = NOON, **more) -> Publication:
        number = Article.objects.count() + 1
        article = Article.objects.create(slug=slug or f"article-{number}", title=document.title or "Untitled")
        revision = revise(article, document, now=now)
        sign_rows(revision, rui.profile, now=now)
        return publish_rows(revision, now=now, **more)

    return publish_document


@pytest.fixture
def published(publish_document, document) -> Publication:
    """The article of the cast, published."""
    return publish_document(document, slug="sleep-and-the-night-shift")


def drawing() -> io.BytesIO:
    """A small picture of a path between hills, drawn here."""
    image = Image.new("RGB", (1200, 560), "#dfeae6")
    draw = ImageDraw.Draw(image)
    draw.ellipse((-200, 300, 700, 900), fill="#8db5a6")
    draw.ellipse((500, 260, 1500, 900), fill="#5f9484")
    draw.polygon([(560, 560), (700, 560), (640, 300), (625, 300)], fill="#f3ead6")
    draw.ellipse((900, 60, 1010, 170), fill="#f4d58d")
    file = io.BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    return file


@pytest.fixture
def walk(publish_document, ada, rui):
    """The long article: 32 sources in 18 groups of marks, every kind of section, a picture, two topics."""
    Topic.objects.create(name="Movement", slug="movement")
    Topic.objects.create(name="Heart", slug="heart")
    rows = Source.objects.bulk_create([Source(title=f"Source {n}") for n in range(1, 33)])
    Source.objects.filter(pk=rows[4].pk).update(
        status="corrected", status_note="An author’s name was corrected by the journal.", status_on=date(2025, 3, 2)
    )
    picture = take_in(drawing(), title="A path", credit="Drawing: ours")
    document = walking(
        author=ada.profile.pk,
        reviewer=rui.profile.pk,
        first=rows[0].pk - 1,
        hero=picture.sha256,
        topics=("movement", "heart"),
    )
    return publish_document(document, slug="walking")
