"""Locks a round for a decision, and closes it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Max

from articles.models import Article, ReviewRound, RoundState
from articles.review import permissions
from articles.review.errors import NotAllowed, RoundClosed
from vivere.audit.chain import record

ACTIONS = {
    RoundState.DECLINED: "review.declined",
    RoundState.CHANGES_REQUESTED: "review.changes_requested",
    RoundState.WITHDRAWN: "review.withdrawn",
    RoundState.APPROVED: "review.approved",
}


def lock_open(round_: ReviewRound) -> ReviewRound:
    """The round, read again under lock (article first, as everywhere). Raises RoundClosed if it is not open."""
    Article.objects.select_for_update().get(pk=round_.article_id)
    locked = ReviewRound.objects.select_for_update(of=("self",)).select_related("revision", "article").get(pk=round_.pk)
    if not locked.is_open:
        newest = locked.article.revisions.aggregate(n=Max("number"))["n"]
        raise RoundClosed(
            f"This review is closed ({locked.get_state_display().lower()}). {locked.closed_reason}".strip(),
            round_id=locked.pk,
            newest=newest,
        )
    return locked


def require_decider(by: User, round_: ReviewRound) -> None:
    """Raises NotAllowed for somebody who is no reviewer, or not the one that the round names."""
    if not permissions.may_review(by):
        raise NotAllowed("Only reviewers decide on a review and sign; your account is not one.")
    if not permissions.may_decide(by, round_):
        raise NotAllowed(f"This review is asked of {round_.reviewer}; ask the editor to hand it over to you.")


def close(round_: ReviewRound, state: RoundState, *, by: User, reason: str, now: datetime) -> ReviewRound:
    """Ends a round in a closed state, with its event."""
    round_.state = state
    round_.closed_at = now
    round_.closed_reason = reason
    round_.save(update_fields=["state", "closed_at", "closed_reason"])
    record(ACTIONS[state], f"round:{round_.pk}", by=by, article=round_.article_id, reason=reason, now=now)
    return round_
