"""Signing: the one act that makes a revision publishable (DESIGN 3.4, H65–H69, H73–H78)."""

from datetime import date, datetime
from typing import cast

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.document.diff import only_sources_changed
from articles.models import Comment, Involvement, ReviewRound, Revision, RoundState, Scope, SignOff, Topic
from articles.review.errors import NotAllowed, ReviewRefused, RoundClosed
from articles.review.makers import makers
from articles.review.rounds import close, lock_open, require_decider
from articles.review.standing import newest_signed, standing
from authors.credentials import ROLES, registration_for
from authors.models import Profile, Registration
from vivere.audit.chain import record
from vivere.audit.rows import row_digest


@transaction.atomic
def sign_off(
    round_: ReviewRound,
    *,
    by: User,
    digest: str,
    meaning: str,
    scope: str,
    statement: str = "",
    now: datetime | None = None,
) -> SignOff:
    """Signs the round's revision: SignOff with everything about the signer copied as text, Involvement, Event;
    closes the round as approved once every role that policy asks for has signed.

    Raises RoundClosed when the round is closed or `digest` is not its revision's; NotAllowed for a person who
    may not sign this; ReviewRefused for open blocking comments or a scope that does not fit.
    """
    now = now or timezone.now()
    round_ = lock_open(round_)
    revision = round_.revision
    _check_text(round_, digest)
    require_decider(by, round_)
    if meaning not in SignOff.Meaning.values or scope not in Scope.values:
        raise ReviewRefused("A signature needs one of the known meanings and scopes.")
    reviewer = by.profile
    role, registration = _credentials(reviewer, revision, on=timezone.localdate(now))
    _check_comments(round_)
    base = None if scope == Scope.WHOLE else _base(revision, scope, role)
    _record_involvement(revision, base, by)
    signature = _write(round_, by, role, registration, meaning, scope, base, statement, now)
    record(
        "review.signed",
        f"signoff:{signature.pk}",
        by=by,
        article=round_.article_id,
        details={
            "revision": revision.number,
            "digest": digest,
            "role": role,
            "scope": scope,
            "row": row_digest(signature),
        },
        now=now,
    )
    if standing(revision).is_publishable:
        close(round_, RoundState.APPROVED, by=by, reason="", now=now)
    else:  # another role has still to sign: the round is open to whoever can
        ReviewRound.objects.filter(pk=round_.pk).update(state=RoundState.WAITING, reviewer=None)
    return signature


def _check_text(round_: ReviewRound, digest: str) -> None:
    if digest != round_.revision.digest:
        raise RoundClosed(
            f"The text that you were shown is not revision {round_.revision.number}, which this review is about. "
            "Nothing was signed; open the review again.",
            round_id=round_.pk,
            newest=round_.revision.number,
        )
    if not round_.revision.is_intact:
        raise ReviewRefused(
            "The stored text does not have its digest any more; nothing can be signed. Tell Governance."
        )


def _credentials(reviewer: Profile, revision: Revision, *, on: date) -> tuple[str, Registration]:
    """The first role still to be signed that this person's verified registration covers (H65, H68)."""
    now = standing(revision)
    wanted = now.missing or now.requirement.roles
    document = revision.document()
    approved = set(Topic.objects.filter(reviewers=reviewer).values_list("slug", flat=True))
    outside = [topic for topic in document.topics if topic not in approved] if approved else []
    if outside:
        raise NotAllowed(f"{reviewer.name} is not approved to review {', '.join(outside)}; ask Governance.")
    for role in wanted:
        registration = registration_for(reviewer, role=role, on=on)
        if registration:
            return role, registration
    names = " or ".join(ROLES.get(role, role).lower() for role in wanted)
    raise NotAllowed(
        f"{reviewer.name} has no registration as {names} that was verified within the last twelve months; "
        "ask Governance to check the register."
    )


def _check_comments(round_: ReviewRound) -> None:
    open_ones = list(Comment.objects.filter(round__article=round_.article_id, is_blocking=True, resolved_at=None))
    if open_ones:
        listed = "; ".join(f"“{comment.text[:80]}”" for comment in open_ones)
        raise ReviewRefused(f"Blocking comments are still open: {listed}. Resolve them first.")


def _base(revision: Revision, scope: str, role: str) -> Revision:
    """What a signature of parts is signed against."""
    if SignOff.objects.filter(revision=revision, role=role, scope=Scope.WHOLE).exists():
        raise ReviewRefused(f"Revision {revision.number} is signed whole already; a new review signs the whole page.")
    base = newest_signed(revision.article_id, role, before=revision.number)
    if base is None:
        raise ReviewRefused("No earlier revision is signed, so there are no changed parts; sign the whole page.")
    if scope == Scope.SOURCES and not only_sources_changed(base.document(), revision.document()):
        raise ReviewRefused(f"More than sources changed since revision {base.number}; sign the changed parts.")
    return base


def _record_involvement(revision: Revision, base: Revision | None, by: User) -> None:
    """Refuses a maker of anything that the signature covers, and writes the one row per person and revision
    with which the database itself refuses a maker's signature."""
    refusal = NotAllowed(f"{by.profile.name} wrote or edited this text and cannot sign it; ask somebody else.")
    if makers(revision, base=base).include(by.profile.pk, by.pk):
        raise refusal
    mine = Involvement.objects.filter(revision=revision, side=Involvement.Side.SIGNED)
    if mine.filter(profile=by.profile, user=by).exists():
        return
    try:
        with transaction.atomic():
            Involvement.objects.create(
                revision=revision, profile=by.profile, user=by, name=by.profile.name, side=Involvement.Side.SIGNED
            )
    except IntegrityError as error:
        raise refusal from error


def _write(
    round_: ReviewRound,
    by: User,
    role: str,
    registration: Registration,
    meaning: str,
    scope: str,
    base: Revision | None,
    statement: str,
    now: datetime,
) -> SignOff:
    reviewer = by.profile
    try:
        with transaction.atomic():
            return SignOff.objects.create(
                round=round_,
                revision=round_.revision,
                digest=round_.revision.digest,
                reviewer=reviewer,
                user=by,
                role=role,
                meaning=meaning,
                scope=scope,
                base=base,
                statement=statement.strip(),
                signed_at=now,
                name=reviewer.name,
                post_nominals=reviewer.post_nominals,
                job_title=reviewer.job_title,
                registration=str(registration),
                registration_checked=cast(date, registration.verified_on),  # registration_for gives verified ones only
                interests=reviewer.interests,
                interests_declared=reviewer.interests_declared,
            )
    except IntegrityError as error:
        raise ReviewRefused(f"{reviewer.name} has signed this round as {role} already.") from error
