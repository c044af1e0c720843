"""How far a revision is signed: the scope rule of what is publishable."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.document.diff import only_sources_changed
from articles.models import Revision, Scope, SignOff
from articles.review.policy import Requirement, requirement


@dataclass(frozen=True, slots=True)
class Standing:
    """`missing` roles have not signed; `sign_offs` are the signatures that the standing rests on, newest
    first; `reviewed_at` is the newest whole-page signature among them."""

    requirement: Requirement
    missing: tuple[str, ...]
    sign_offs: tuple[SignOff, ...]
    reviewed_at: datetime | None

    @property
    def is_publishable(self) -> bool:
        """Whether every role that policy asks for has signed, whole or by parts over a publishable base."""
        return not self.missing and self.reviewed_at is not None


def standing(revision: Revision) -> Standing:
    """Reads the article's signatures once and follows each role down to a whole-page signature.

    A signature counts only where its digest, the revision's digest and the revision's content agree.
    """
    asked = requirement(revision.document())
    revisions = {row.pk: row for row in Revision.objects.filter(article=revision.article_id)}
    sign_offs = list(SignOff.objects.filter(revision__article=revision.article_id).order_by("-signed_at", "-id"))
    missing, used = [], []
    for role in asked.roles:
        chain = _chain(revision.pk, role, revisions, sign_offs)
        missing += [] if chain else [role]
        used += chain
    unique = {sign_off.pk: sign_off for sign_off in used}
    ordered = tuple(sorted(unique.values(), key=lambda s: (s.signed_at, s.pk), reverse=True))
    whole = [sign_off.signed_at for sign_off in ordered if sign_off.scope == Scope.WHOLE]
    return Standing(asked, tuple(missing), ordered, max(whole, default=None))


def newest_publishable(article: int, *, before: int) -> Revision | None:
    """The newest revision under number `before` that is publishable itself: what parts are signed against."""
    for revision in Revision.objects.filter(article=article, number__lt=before, sign_offs__isnull=False).distinct():
        if standing(revision).is_publishable:
            return revision
    return None


def _chain(revision: int, role: str, revisions: dict[int, Revision], sign_offs: Iterable[SignOff]) -> list[SignOff]:
    """The signatures of one role from this revision down to a whole-page one; empty when there is none."""
    row = revisions[revision]
    for sign_off in sign_offs:
        if sign_off.revision_id != revision or sign_off.role != role or not _is_bound(sign_off, row):
            continue
        if sign_off.scope == Scope.WHOLE:
            return [sign_off]
        base = revisions.get(sign_off.base_id or 0)
        if base is None or base.number >= row.number:
            continue
        if sign_off.scope == Scope.SOURCES and not only_sources_changed(base.document(), row.document()):
            continue
        below = _chain(base.pk, role, revisions, sign_offs)
        if below:
            return [sign_off, *below]
    return []


def _is_bound(sign_off: SignOff, revision: Revision) -> bool:
    return sign_off.digest == revision.digest and revision.is_intact
