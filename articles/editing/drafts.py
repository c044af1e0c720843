"""Writes a Document into the working copy: cleaned once, in one transaction, never over a newer version."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import codec, walk
from articles.document.nodes import Document
from articles.editing import assemble, clean
from articles.editing.refusals import DraftRefused, StaleVersion, check
from articles.models import (
    Article,
    ArticlePerson,
    ArticleTopic,
    Edit,
    Picture,
    Reference,
    Section,
    Source,
    Takeaway,
    Topic,
)
from vivere.audit.chain import record

__all__ = ["DraftRefused", "StaleVersion", "create", "free_slug", "save", "settle", "touch"]


@transaction.atomic
def create(document: Document, *, by: User, now: datetime | None = None) -> Article:
    """A new article from a Document: rows, first Edit, one Event. Raises DraftRefused as `check` says."""
    document = clean.document(document)
    check(document)
    article = Article.objects.create(title=document.title, slug=free_slug(document.title), created_by=by)
    article.writers.add(by)
    _write(article, document)
    touch(article, by=by, now=now)
    record("article.created", f"article:{article.pk}", by=by, article=article.pk, now=now)
    return article


@transaction.atomic
def save(
    article: Article, document: Document, *, by: User, expected_version: int, now: datetime | None = None
) -> Article:
    """Replaces the rows by the Document and adds one to the version; the same text again changes nothing.

    Raises StaleVersion when the version is not `expected_version`, DraftRefused as `check` says.
    """
    document = clean.document(document)
    locked = Article.objects.select_for_update().get(pk=article.pk)
    if locked.version != expected_version:
        raise StaleVersion(locked, document)
    check(document)
    before = codec.digest(assemble.document(locked))
    with transaction.atomic():
        _write(locked, document)
        after = codec.digest(assemble.document(Article.objects.get(pk=locked.pk)))
        transaction.set_rollback(after == before)
    if after == before:
        return Article.objects.get(pk=locked.pk)
    Article.objects.filter(pk=locked.pk).update(version=locked.version + 1)
    touch(locked, by=by, now=now)
    record("article.saved", f"article:{locked.pk}", by=by, article=locked.pk, details={"digest": after}, now=now)
    return Article.objects.get(pk=locked.pk)


@transaction.atomic
def settle(article: Article, *, by: User, now: datetime | None = None) -> Article:
    """Ends a save that wrote rows itself (a form of rows): cleans them, adds one to the version, records it."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    document = clean.document(assemble.document(article))
    check(document)
    _write(article, document)
    Article.objects.filter(pk=article.pk).update(version=article.version + 1)
    touch(article, by=by, now=now)
    details = {"digest": codec.digest(document)}
    record("article.saved", f"article:{article.pk}", by=by, article=article.pk, details=details, now=now)
    return Article.objects.get(pk=article.pk)


def touch(article: Article, *, by: User, now: datetime | None = None) -> None:
    """Notes that this person changed the working copy now, for the question whose work a revision is."""
    name = by.get_full_name() or by.get_username()
    Edit.objects.update_or_create(
        article=article, user=by, defaults={"last_at": now or timezone.now(), "user_name": name}
    )


def free_slug(title: str) -> str:
    """A slug of the title that no article has yet."""
    stem = slugify(title)[:180].strip("-") or "article"
    taken = set(Article.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _candidates(stem) if slug not in taken)


def _candidates(stem: str) -> Iterable[str]:
    yield stem
    n = 1
    while n := n + 1:
        yield f"{stem}-{n}"


def _write(article: Article, document: Document) -> None:
    for name in ("title", "standfirst", "takeaways_lead", "contributor_note", "audience", "language"):
        setattr(article, name, getattr(document, name))
    article.description = document.description[:320]
    article.commercial = document.commercial.value
    _write_hero(article, document)
    article.save()
    _write_content(article, document)
    _write_references(article, document)
    article.people.all().delete()
    ArticlePerson.objects.bulk_create(
        ArticlePerson(article=article, profile_id=person.profile, role=person.role.value, position=n)
        for n, person in enumerate(document.people)
    )
    _write_topics(article, document)


def _write_hero(article: Article, document: Document) -> None:
    hero = document.hero
    article.hero = Picture.objects.filter(sha256=hero.sha256).first() if hero else None
    article.hero_alt = hero.alt if hero else ""
    article.hero_decorative = hero.decorative if hero else False
    article.hero_caption = hero.caption if hero else ""


def _write_content(article: Article, document: Document) -> None:
    article.takeaways.all().delete()
    Takeaway.objects.bulk_create(
        Takeaway(article=article, position=n, body=item.body) for n, item in enumerate(document.takeaways)
    )
    article.sections.all().delete()
    Section.objects.bulk_create(
        Section(
            article=article,
            position=n,
            kind=item.kind.value,
            level=item.level,
            heading=item.heading,
            body=item.body,
            care_level=item.care_level.value,
            speaker_id=item.speaker or None,
        )
        for n, item in enumerate(document.sections)
    )


def _write_references(article: Article, document: Document) -> None:
    wanted = {source.id: source for source in document.sources}
    cited = {mark.source for mark in walk.marks(document)} - set(wanted)
    existing = set(Source.objects.filter(pk__in=[*wanted, *cited]).values_list("pk", flat=True))
    ids = [source for source in [*wanted, *sorted(cited)] if source in existing]
    article.references.all().delete()
    Reference.objects.bulk_create(
        Reference(
            article=article,
            source_id=source,
            position=n,
            discusses_retraction=wanted[source].discusses_retraction if source in wanted else False,
        )
        for n, source in enumerate(ids)
    )


def _write_topics(article: Article, document: Document) -> None:
    article.topic_rows.all().delete()
    topics = Topic.objects.filter(slug__in=document.topics).order_by("slug")
    ArticleTopic.objects.bulk_create(ArticleTopic(content_object=article, tag=topic) for topic in topics)
