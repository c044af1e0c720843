"""Stores the working copy as a Revision and writes down whose work it is."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Max, Q

from articles.citations.numbering import number
from articles.document import codec, walk
from articles.document.nodes import Document, Role
from articles.models import (
    Article,
    Involvement,
    Picture,
    Revision,
    RevisionPerson,
    RevisionPicture,
    RevisionSource,
    Source,
)
from articles.review.errors import ReviewRefused
from authors.models import Profile


def check_reviewable(document: Document) -> None:
    """Raises ReviewRefused for what nobody could review: no title, no text, a mark that leads nowhere."""
    if not document.title:
        raise ReviewRefused("The article has no title; give it one before asking for review.")
    if not any(walk.text_of(section.body) for section in document.sections):
        raise ReviewRefused("The article has no text; write at least one section before asking for review.")
    lost = number(document).dangling
    if lost:
        labels = {field.place: field.label for field in walk.fields(document)}
        places = ", ".join(dict.fromkeys(f"“{labels[mark.place]}”" for mark in lost))
        raise ReviewRefused(f"A citation in {places} names a source that does not exist; cite it again or take it out.")


def store(article: Article, document: Document, *, by: User, now: datetime) -> Revision:
    """The newest revision if it says the same, else a new one, with everybody who made it on record."""
    newest = article.revisions.order_by("-number").first()
    content = codec.to_json(document)
    digest = codec.digest_of(content)
    if newest and newest.digest == digest:
        return newest
    revision = Revision.objects.create(
        article=article,
        number=(newest.number if newest else 0) + 1,
        content=content,
        digest=digest,
        created_at=now,
        created_by=by,
        created_by_name=by.get_full_name() or by.get_username(),
    )
    _record_named(revision, document)
    _record_makers(article, revision, document)
    return revision


def _record_named(revision: Revision, document: Document) -> None:
    """What the text names is kept from now on: sources, the picture, people."""
    sources = Source.objects.filter(pk__in=[source.id for source in document.sources])
    RevisionSource.objects.bulk_create(RevisionSource(revision=revision, source=source) for source in sources)
    people = {person.profile for person in document.people} | {section.speaker for section in document.sections}
    profiles = Profile.objects.filter(pk__in=people)
    RevisionPerson.objects.bulk_create(RevisionPerson(revision=revision, profile=profile) for profile in profiles)
    pictures = Picture.objects.filter(sha256=document.hero.sha256) if document.hero else Picture.objects.none()
    RevisionPicture.objects.bulk_create(RevisionPicture(revision=revision, picture=picture) for picture in pictures)


def _record_makers(article: Article, revision: Revision, document: Document) -> None:
    """Byline authors, and every account that edited since the last signed revision was frozen (H69).

    An account counts under the profile that it had when it edited and under the one that it has now.
    """
    signed = article.revisions.filter(sign_offs__isnull=False).aggregate(at=Max("created_at"))["at"]
    edits = list(article.edits.filter(last_at__gt=signed) if signed else article.edits.all())
    users = {edit.user_id: edit.user_name for edit in edits}
    authors = [person.profile for person in document.of_role(Role.AUTHOR)]
    then = [edit.profile_id for edit in edits if edit.profile_id]
    rows: list[tuple[int | None, int | None, str]] = []
    for profile in Profile.objects.filter(Q(user__in=users) | Q(pk__in=[*authors, *then])):
        rows.append((profile.pk, profile.user_id, profile.name))
    held = {user for _profile, user, _name in rows}
    rows += [(None, user, name) for user, name in sorted(users.items()) if user not in held]
    Involvement.objects.bulk_create(
        Involvement(revision=revision, profile_id=profile, user_id=user, name=name, side=Involvement.Side.MADE)
        for profile, user, name in rows
    )
