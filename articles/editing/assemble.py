"""Rows → Document, one query per table whatever the number of rows."""

from articles.document import walk
from articles.document.nodes import (
    CareLevel,
    Commercial,
    Document,
    Kind,
    Name,
    Person,
    Role,
    Section,
    SourceRecord,
    Takeaway,
)
from articles.document.nodes import Picture as PictureRecord
from articles.models import Article, Source
from authors.bylines import byline
from authors.models import Profile


def document(article: Article) -> Document:
    """The Document that the working copy says now; sources stand in the order of the article's list."""
    raw = Document(
        title=article.title,
        standfirst=article.standfirst,
        takeaways_lead=article.takeaways_lead,
        takeaways=tuple(Takeaway(body=row.body) for row in article.takeaways.all()),
        contributor_note=article.contributor_note,
        sections=_sections(article),
        sources=_sources(article),
        people=_people(article),
        hero=_hero(article),
        topics=tuple(sorted(row.tag.slug for row in article.topic_rows.select_related("tag"))),
        description=article.description,
        audience=article.audience,
        commercial=Commercial(article.commercial),
        language=article.language,
    )
    return _with_merges(raw)


def source_record(source: Source, *, discusses_retraction: bool = False) -> SourceRecord:
    """A source row as it would be printed."""
    return SourceRecord(
        id=source.pk,
        type=source.type,
        title=source.title,
        authors=tuple(
            Name(family=name.get("family", ""), given=name.get("given", ""), literal=name.get("literal", ""))
            for name in source.authors
        ),
        container=source.container,
        container_short=source.container_short,
        publisher=source.publisher,
        issued=source.issued,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
        doi=source.doi,
        pmid=source.pmid,
        pmcid=source.pmcid,
        url=source.url,
        accessed=source.accessed,
        literal=source.literal,
        host=source.host,
        evidence=source.evidence,
        discusses_retraction=discusses_retraction,
    )


def _sections(article: Article) -> tuple[Section, ...]:
    return tuple(
        Section(
            kind=Kind(row.kind),
            level=row.level,
            heading=row.heading,
            body=row.body,
            care_level=CareLevel(row.care_level),
            speaker=row.speaker_id or 0,
        )
        for row in article.sections.all()
    )


def _sources(article: Article) -> tuple[SourceRecord, ...]:
    records: dict[int, SourceRecord] = {}
    for row in article.references.select_related("source__merged_into"):
        source = row.source.merged_into or row.source
        records.setdefault(source.pk, source_record(source, discusses_retraction=row.discusses_retraction))
    return tuple(records.values())


def _people(article: Article) -> tuple[Person, ...]:
    return tuple(person(row.profile, Role(row.role)) for row in article.people.select_related("profile"))


def person(profile: Profile, role: Role) -> Person:
    """A profile as it would be printed in this role."""
    printed = byline(profile)
    return Person(
        role=role,
        profile=printed.profile,
        name=printed.name,
        post_nominals=printed.post_nominals,
        job_title=printed.job_title,
        interests=printed.interests,
        interests_declared=printed.interests_declared,
    )


def _hero(article: Article) -> PictureRecord | None:
    if article.hero is None:
        return None
    return PictureRecord(
        sha256=article.hero.sha256,
        alt=article.hero_alt,
        decorative=article.hero_decorative,
        caption=article.hero_caption,
        credit=article.hero.credit,
    )


def _with_merges(raw: Document) -> Document:
    """Marks of a merged source lead to the one that it was merged into."""
    known = {source.id for source in raw.sources}
    lost = {mark.source for mark in walk.marks(raw)} - known - {0}
    if not lost:
        return raw
    merged = Source.objects.filter(pk__in=lost, merged_into__in=known)
    moved = {source.pk: source.merged_into_id for source in merged if source.merged_into_id}
    return walk.renumber_sources(raw, moved) if moved else raw
