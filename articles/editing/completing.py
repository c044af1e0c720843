"""A Document that names sources, people and a picture by id alone, with their details put in: nothing is stored."""

from dataclasses import replace

from articles.document import walk
from articles.document.nodes import Document, Picture, SourceRecord
from articles.editing import assemble, clean
from articles.models import Picture as PictureRow
from articles.models import Source
from authors.models import Profile


def complete(raw: Document) -> Document:
    """What `drafts.save` and `assemble.document` would make of it, in at most three queries."""
    document = clean.document(raw)
    cited = {mark.source for mark in walk.marks(document)}
    listed = list(dict.fromkeys([*(source.id for source in document.sources), *sorted(cited)]))
    people = Profile.objects.in_bulk([person.profile for person in document.people]) if document.people else {}
    sources, moved = _sources(document, listed)
    completed = replace(
        document,
        sources=sources,
        people=tuple(
            assemble.person(people[person.profile], person.role)
            for person in document.people
            if person.profile in people
        ),
        hero=_hero(document.hero),
        topics=tuple(sorted(document.topics)),
    )
    return walk.renumber_sources(completed, moved) if moved else completed


def _sources(document: Document, listed: list[int]) -> tuple[tuple[SourceRecord, ...], dict[int, int]]:
    """The records in order, merged ones once, and which ids have moved."""
    rows = Source.objects.select_related("merged_into").in_bulk(listed) if listed else {}
    discussed = {source.id for source in document.sources if source.discusses_retraction}
    records: dict[int, SourceRecord] = {}
    moved: dict[int, int] = {}
    for key in listed:
        if key not in rows:
            continue
        source = rows[key].merged_into or rows[key]
        if source.pk != key:
            moved[key] = source.pk
        records.setdefault(source.pk, assemble.source_record(source, discusses_retraction=key in discussed))
    return tuple(records.values()), moved


def _hero(hero: Picture | None) -> Picture | None:
    row = PictureRow.objects.filter(sha256=hero.sha256).first() if hero else None
    return replace(hero, credit=row.credit) if hero and row else None
