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


def newest_signed(article: int, role: str, *, before: int) -> Revision | None:
    """The newest revision under number `before` that this role has signed down to a whole page: what its
    changed parts are signed against."""
    revisions = {row.pk: row for row in Revision.objects.filter(article=article, number__lt=before)}
    sign_offs = list(SignOff.objects.filter(revision__in=revisions).order_by("-signed_at", "-id"))
    newest_first = sorted(revisions.values(), key=lambda row: -row.number)
    return next((row for row in newest_first if _chain(row.pk, role, revisions, sign_offs)), None)


def _chain(revision: int, role: str, revisions: dict[int, Revision], sign_offs: Iterable[SignOff]) -> list[SignOff]:
    """The signatures of one role from this revision down to a whole-page one; empty when there is none.

    The newest whole-page signature comes before any of parts: a later look at parts takes nothing back.
    """
    row = revisions[revision]
    ours = [each for each in sign_offs if each.revision_id == revision and each.role == role and _is_bound(each, row)]
    whole = next((each for each in ours if each.scope == Scope.WHOLE), None)
    if whole:
        return [whole]
    for sign_off in ours:
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
