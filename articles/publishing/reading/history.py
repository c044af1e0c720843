"""What was recorded of an article: its publications, their exceptions, its signatures. Three queries."""

from collections.abc import Iterable
from datetime import datetime

from articles.models import Publication, PublicationException, PublicationState, Scope, SignOff
from articles.publishing.rendering.history import Edition, Excepted, Signature
from authors.credentials import ROLES

_PUBLIC = (PublicationState.CURRENT, PublicationState.SUPERSEDED, PublicationState.WITHDRAWN)


def editions(publication: Publication) -> tuple[Edition, ...]:
    """Every publication of the article up to this one, oldest first."""
    rows = Publication.objects.filter(
        article=publication.article_id, number__lte=publication.number, state__in=_PUBLIC
    ).select_related("revision")
    rows = rows.only("number", "change", "note", "published_at", "by_name", "revision__number").order_by("number")
    found = PublicationException.objects.filter(publication__article=publication.article_id)
    return tuple(
        Edition(
            number=row.number,
            revision=row.revision.number,
            change=row.change,
            note=row.note,
            at=row.published_at,
            by=row.by_name,
            exceptions=tuple(_excepted(each) for each in found if each.publication_id == row.pk),
        )
        for row in rows
    )


def _excepted(row: PublicationException) -> Excepted:
    return Excepted(
        code=row.code,
        sentences=tuple(str(sentence) for _key, sentence in row.findings),
        reason=row.reason,
        by=row.by_name,
    )


def sign_offs(publication: Publication) -> list[SignOff]:
    """The article's signatures up to this publication, oldest first."""
    rows = SignOff.objects.filter(
        revision__article=publication.article_id, signed_at__lte=publication.published_at
    ).select_related("round", "revision", "base")
    return list(rows.defer("revision__content", "base__content").order_by("signed_at", "id"))


def leading_to(revisions: Iterable[int], rows: Iterable[SignOff]) -> list[SignOff]:
    """Those on any of these revisions, or on what their signed parts build upon, in the order given."""
    known = list(rows)
    wanted, reached = set(revisions), set[int]()
    while wanted - reached:
        reached |= wanted
        wanted |= {row.base_id for row in known if row.revision_id in reached and row.base_id}
    return [row for row in known if row.revision_id in reached]


def whole_page(revision: int, rows: Iterable[SignOff]) -> list[SignOff]:
    """The newest whole-page signature of each role that this revision rests on."""
    known = list(rows)
    found: dict[str, SignOff] = {}
    for role in {row.role for row in known}:
        at: int | None = revision
        seen: set[int] = set()
        while at is not None and at not in seen:
            seen.add(at)
            here = [row for row in known if row.revision_id == at and row.role == role]
            whole = [row for row in here if row.scope == Scope.WHOLE]
            if whole:
                found[role] = whole[-1]
                break
            at = here[-1].base_id if here else None
    return sorted(found.values(), key=lambda row: (row.signed_at, row.pk))


def signature(row: SignOff) -> Signature:
    """A sign-off as it is printed."""
    sent: datetime = row.round.opened_at
    return Signature(
        profile=row.reviewer_id,
        name=row.name,
        post_nominals=row.post_nominals,
        job_title=row.job_title,
        role=ROLES.get(row.role, row.role),
        meaning=row.get_meaning_display(),
        scope=row.get_scope_display(),
        statement=row.statement,
        signed_at=row.signed_at,
        sent_at=sent,
        revision=row.revision.number,
        base=row.base.number if row.base else None,
        digest=row.digest,
        registration=row.registration,
        registration_checked=row.registration_checked,
        interests=row.interests,
        interests_declared=row.interests_declared.isoformat() if row.interests_declared else "",
    )
