"""The only code that moves a review round. The table below says from where each act may start."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.editing import assemble
from articles.models import OPEN, Article, Involvement, ReviewRound, Revision, RoundState
from articles.review import permissions, revisions
from articles.review.errors import NotAllowed, ReviewRefused
from articles.review.makers import made_by
from articles.review.rounds import close, lock_open, require_decider
from articles.review.sign import sign_off as sign_off
from authors.models import Profile
from vivere.audit.chain import record
from vivere.audit.rows import rows_digest


@transaction.atomic
def submit(
    article: Article,
    *,
    by: User,
    reviewer: Profile | None = None,
    due: date | None = None,
    now: datetime | None = None,
) -> ReviewRound:
    """Stores the working copy as a revision (the same one if nothing changed) and opens a round on it.

    An open round on an older revision is closed as withdrawn: its text was replaced. Raises NotAllowed, or
    ReviewRefused for what cannot be reviewed, for a round already open on this very text, and for a reviewer
    whose own work it is. Other findings go along to the reviewer.
    """
    now = now or timezone.now()
    article = Article.objects.select_for_update().get(pk=article.pk)
    if not permissions.may_edit(by, article):
        raise NotAllowed(f"You may not submit “{article.title}”: you are not one of its writers, nor an editor.")
    if article.archived_at:
        raise ReviewRefused(f"“{article.title}” is archived; bring it back before asking for review.")
    document = assemble.document(article)
    revisions.check_reviewable(document)
    revision = revisions.store(article, document, by=by, now=now)
    _replace_waiting(article, revision, by, now)
    if reviewer:
        _refuse_own_work(revision, reviewer)
    opened = ReviewRound.objects.create(
        article=article,
        revision=revision,
        number=(article.rounds.aggregate(n=Max("number"))["n"] or 0) + 1,
        reviewer=reviewer,
        due=due,
        opened_at=now,
        opened_by=by,
        opened_by_name=by.get_full_name() or by.get_username(),
    )
    record(
        "review.submitted",
        f"round:{opened.pk}",
        by=by,
        article=article.pk,
        details={
            "revision": revision.number,
            "digest": revision.digest,
            "reviewer": str(reviewer or ""),
            "made": rows_digest(revision.involvements.filter(side=Involvement.Side.MADE)),
        },
        now=now,
    )
    return opened


@transaction.atomic
def accept(round_: ReviewRound, *, by: User, now: datetime | None = None) -> ReviewRound:
    """A reviewer takes the round on; from then it is theirs alone. Raises NotAllowed, RoundClosed."""
    now = now or timezone.now()
    round_ = lock_open(round_)
    require_decider(by, round_)
    _refuse_own_work(round_.revision, by.profile)
    round_.reviewer = by.profile
    round_.state = RoundState.ACCEPTED
    round_.save(update_fields=["reviewer", "state"])
    record("review.accepted", f"round:{round_.pk}", by=by, article=round_.article_id, now=now)
    return round_


@transaction.atomic
def decline(round_: ReviewRound, *, by: User, reason: str, now: datetime | None = None) -> ReviewRound:
    """A reviewer says no, with a reason. Raises NotAllowed, RoundClosed, ReviewRefused without a reason."""
    round_ = lock_open(round_)
    require_decider(by, round_)
    return close(round_, RoundState.DECLINED, by=by, reason=_reason(reason, "declining"), now=now or timezone.now())


@transaction.atomic
def request_changes(round_: ReviewRound, *, by: User, reason: str, now: datetime | None = None) -> ReviewRound:
    """A reviewer sends the text back with what must change. Raises as `decline`."""
    round_ = lock_open(round_)
    require_decider(by, round_)
    _refuse_own_work(round_.revision, by.profile)
    reason = _reason(reason, "asking for changes")
    return close(round_, RoundState.CHANGES_REQUESTED, by=by, reason=reason, now=now or timezone.now())


@transaction.atomic
def withdraw(round_: ReviewRound, *, by: User, reason: str = "", now: datetime | None = None) -> ReviewRound:
    """A writer or editor takes the text back from review. Raises NotAllowed, RoundClosed."""
    round_ = lock_open(round_)
    if not permissions.may_edit(by, round_.article):
        raise NotAllowed("You may not withdraw this round: you are not one of its writers, nor an editor.")
    return close(round_, RoundState.WITHDRAWN, by=by, reason=reason, now=now or timezone.now())


def _replace_waiting(article: Article, revision: Revision, by: User, now: datetime) -> None:
    """Closes an open round on an older text; refuses when it is on this very text."""
    waiting = article.rounds.filter(state__in=OPEN).first()
    if waiting and waiting.revision_id == revision.pk:
        raise ReviewRefused(f"This text is in review already, in round {waiting.number}.")
    if waiting:
        close(waiting, RoundState.WITHDRAWN, by=by, reason=f"Replaced by revision {revision.number}.", now=now)


def _refuse_own_work(revision: Revision, reviewer: Profile) -> None:
    if made_by(revision, reviewer):
        raise NotAllowed(f"{reviewer.name} wrote or edited this text and cannot review it; ask somebody else.")


def _reason(reason: str, act: str) -> str:
    if not reason.strip():
        raise ReviewRefused(f"Say why: {act} needs a reason.")
    return reason.strip()
