"""Published articles for lists.

What a list says of an article is read from its Document, which never changes under its digest, so each is
parsed once per process and kept. Lists by topic and person read the digest of every current publication.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from articles.document import codec, walk
from articles.document.nodes import Document, Role
from articles.models import Publication, PublicationState, Revision, Scope, SignOff, Topic
from articles.publishing.reading.pictures import pictures
from articles.publishing.rendering.cards import PictureFile
from articles.publishing.rendering.facts import Entry
from articles.publishing.rendering.words import listed

_REMEMBERED = 20_000
_SUMMARY = 160


@dataclass(frozen=True, slots=True)
class Abstract:
    """What lists need of a Document."""

    title: str
    summary: str
    topics: tuple[str, ...]
    parts: tuple[tuple[Role, int], ...]
    hero: str


# Digest → abstract. A digest names one text for ever, so nothing here can be out of date.
_seen: dict[str, Abstract] = {}


def count() -> int:
    """How many articles are published now."""
    return Publication.objects.filter(state=PublicationState.CURRENT).count()


def newest(limit: int, *, after: int = 0) -> list[Publication]:
    """Current publications, newest first, without the first `after`; revisions without their content."""
    rows = Publication.objects.filter(state=PublicationState.CURRENT).select_related("revision")
    return list(rows.defer("revision__content").order_by("-published_at", "-id")[after : after + limit])


def everything() -> list[Publication]:
    """Every current publication, newest first."""
    rows = Publication.objects.filter(state=PublicationState.CURRENT).select_related("revision")
    return list(rows.defer("revision__content").order_by("-published_at", "-id"))


def abstracts(publications: Iterable[Publication]) -> dict[int, Abstract]:
    """Revision → what lists need of it; one query, for those that this process has not seen yet."""
    wanted = {row.revision_id: row.digest for row in publications}
    found = {pk: _seen[digest] for pk, digest in wanted.items() if digest in _seen}
    rows = Revision.objects.filter(pk__in=wanted.keys() - found.keys()).values_list("pk", "digest", "content")
    for pk, digest, content in rows.iterator(chunk_size=200):
        found[pk] = _abstract(codec.from_json(content))
        if len(_seen) >= _REMEMBERED:
            _seen.clear()
        _seen[digest] = found[pk]
    return found


def entries(publications: list[Publication]) -> list[Entry]:
    """The publications as they stand in a list. Queries: unseen documents, topics, reviewers, pictures."""
    known = abstracts(publications)
    names = dict(Topic.objects.values_list("slug", "name"))
    signers = reviewers(publications)
    files = pictures(abstract.hero for abstract in known.values())
    return [
        _entry(row, known[row.revision_id], names, signers.get(row.revision_id, ""), files)
        for row in publications
        if row.revision_id in known
    ]


def _entry(
    row: Publication, abstract: Abstract, names: dict[str, str], reviewer: str, files: dict[str, PictureFile]
) -> Entry:
    topics = [names[slug] for slug in abstract.topics if slug in names]
    return Entry(
        slug=row.slug,
        title=abstract.title,
        summary=abstract.summary,
        topic=topics[0] if topics else "",
        reviewed=row.last_reviewed,
        reviewer=reviewer,
        picture=files.get(abstract.hero),
    )


def reviewers(publications: Iterable[Publication]) -> dict[int, str]:
    """Revision → the printed names of those who signed the whole page on the day that it shows."""
    days = {row.article_id: (row.revision_id, row.last_reviewed) for row in publications}
    rows = SignOff.objects.filter(revision__article__in=days, scope=Scope.WHOLE).select_related("revision")
    names: dict[int, list[str]] = {}
    for row in rows.defer("revision__content").order_by("signed_at"):
        revision, day = days[row.revision.article_id]
        if timezone.localdate(row.signed_at) == day and row.printed_name not in names.setdefault(revision, []):
            names[revision].append(row.printed_name)
    return {revision: listed(found) for revision, found in names.items()}


def _abstract(document: Document) -> Abstract:
    return Abstract(
        title=document.title,
        summary=_shortened(document.description or walk.text_of(document.standfirst)),
        topics=document.topics,
        parts=tuple((person.role, person.profile) for person in document.people),
        hero=document.hero.sha256 if document.hero else "",
    )


def _shortened(text: str) -> str:
    """At most one line or two, cut between words."""
    return text if len(text) <= _SUMMARY else f"{text[:_SUMMARY].rsplit(' ', 1)[0].rstrip(',;:')}…"
