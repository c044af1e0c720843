"""Whether a revision may go live now: its signatures, its integrity, the findings about it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from articles.document.nodes import Document
from articles.models import Comment, Involvement, ReviewRound, Revision, RoundState
from articles.publishing.errors import PublishingRefused
from articles.quality.context import gather
from articles.quality.findings import Finding
from articles.quality.run import check
from articles.review.makers import is_own_work
from articles.review.standing import Standing, standing
from authors.credentials import ROLES, add_months


@dataclass(frozen=True, slots=True)
class Readiness:
    """A revision as publishing sees it on one day."""

    document: Document
    standing: Standing
    findings: tuple[Finding, ...]
    last_reviewed: date | None
    next_review: date | None

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that need an exception, or take none."""
        return tuple(finding for finding in self.findings if finding.is_blocking)


def readiness(revision: Revision, *, now: datetime | None = None) -> Readiness:
    """Reads everything that publication depends on; stores nothing."""
    today = timezone.localdate(now or timezone.now())
    document = revision.document()
    stands = standing(revision)
    signers = [(sign_off.reviewer_id, sign_off.role) for sign_off in stands.sign_offs]
    made = Involvement.objects.filter(revision=revision, side=Involvement.Side.MADE).exclude(profile=None)
    authors = {profile for profile in made.values_list("profile", flat=True) if profile}
    own = {sign_off.reviewer_id for sign_off in stands.sign_offs if is_own_work(sign_off)}
    facts = gather(document, on=today, reviewers=signers, made=authors | own)
    reviewed = timezone.localdate(stands.reviewed_at) if stands.reviewed_at else None
    months = min(stands.requirement.months, revision.article.review_months or 60)
    return Readiness(
        document=document,
        standing=stands,
        findings=check(document, facts),
        last_reviewed=reviewed,
        next_review=add_months(reviewed, months) if reviewed else None,
    )


def review_dates(revision: Revision, ready: Readiness, *, on: date) -> tuple[date, date]:
    """(last reviewed, next review due) of a revision that is signed as it has to be.

    Raises PublishingRefused unless the content is intact, signed by every role, and not past its review.
    """
    if not revision.is_intact:
        raise PublishingRefused(f"Revision {revision.number} is not what was stored: its digest differs. Run verify.")
    _check_reviews(revision, ready)
    if ready.standing.missing:
        names = ", ".join(ROLES.get(role, role).lower() for role in ready.standing.missing)
        raise PublishingRefused(f"Revision {revision.number} is not signed by: {names}. Ask for review first.")
    if ready.last_reviewed is None or ready.next_review is None:
        raise PublishingRefused(
            f"Nobody has signed the whole page of revision {revision.number}, or what it builds on."
        )
    if ready.next_review < on:  # the day itself is still covered
        raise PublishingRefused(
            f"The whole-page review of {ready.last_reviewed:%-d %B %Y} was good until {ready.next_review:%-d %B %Y}. "
            "Ask for a new review first."
        )
    return ready.last_reviewed, ready.next_review


def _check_reviews(revision: Revision, ready: Readiness) -> None:
    """Raises PublishingRefused when a reviewer had the last word on this text, and it was no."""
    remarks = Comment.objects.filter(round__article=revision.article_id, is_blocking=True, resolved_at=None)
    listed = "; ".join(f"“{text[:80]}”" for text in remarks.values_list("text", flat=True))
    if listed:
        raise PublishingRefused(f"Blocking comments are still open: {listed}. Have them resolved first.")
    signed = max((sign_off.signed_at for sign_off in ready.standing.sign_offs), default=None)
    refusals = ReviewRound.objects.filter(
        article=revision.article_id, revision__digest=revision.digest, state=RoundState.CHANGES_REQUESTED
    )
    refusal = (refusals.filter(closed_at__gt=signed) if signed else refusals).order_by("-closed_at").first()
    if refusal:
        raise PublishingRefused(
            f"Round {refusal.number} asked for changes to this very text after it was signed: "
            f"“{refusal.closed_reason[:200]}”. Submit it again, or publish a text that answers this."
        )
