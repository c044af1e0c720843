"""Writes the rows of a Document that was cleaned and checked; the caller holds the transaction."""

from articles.document import walk
from articles.document.nodes import Document
from articles.models import (
    Article,
    ArticlePerson,
    ArticleTopic,
    Picture,
    Reference,
    Section,
    Source,
    Takeaway,
    Topic,
)


def write(article: Article, document: Document) -> None:
    """Replaces every row of the working copy by what the Document says."""
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
    """The list as given, then what the text cites and the list lacks."""
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
