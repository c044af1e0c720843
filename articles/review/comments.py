"""Remarks of reviewers, and settling them."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Comment, ReviewRound
from articles.review import permissions
from articles.review.errors import NotAllowed, ReviewRefused
from articles.review.rounds import lock_open
from vivere.audit.chain import record


@transaction.atomic
def comment(
    round_: ReviewRound, *, by: User, text: str, place: str = "", is_blocking: bool = False, now: datetime | None = None
) -> Comment:
    """Adds a remark; a blocking one stops approval until it is resolved. Raises NotAllowed, RoundClosed."""
    now = now or timezone.now()
    round_ = lock_open(round_)
    if not (permissions.may_decide(by, round_) or permissions.may_edit(by, round_.article)):
        raise NotAllowed("You may not comment here: you neither review nor edit this article.")
    if not text.strip():
        raise ReviewRefused("The comment is empty; write what should be looked at.")
    made = Comment.objects.create(
        round=round_,
        place=place,
        text=text.strip(),
        is_blocking=is_blocking,
        author=by,
        author_name=by.get_full_name() or by.get_username(),
        made_at=now,
    )
    record("review.commented", f"comment:{made.pk}", by=by, article=round_.article_id, now=now)
    return made


@transaction.atomic
def resolve(remark: Comment, *, by: User, now: datetime | None = None) -> Comment:
    """Settles a remark: its author, or for a plain note an editor too. Raises NotAllowed."""
    now = now or timezone.now()
    round_ = remark.round
    is_editor = permissions.may_edit(by, round_.article) and not remark.is_blocking
    if remark.author_id != by.pk and not is_editor:
        raise NotAllowed(f"{remark.author_name} made this comment and has to resolve it.")
    Comment.objects.filter(pk=remark.pk, resolved_at=None).update(
        resolved_at=now, resolved_by_name=by.get_full_name() or by.get_username()
    )
    record("review.resolved", f"comment:{remark.pk}", by=by, article=round_.article_id, now=now)
    remark.refresh_from_db()
    return remark
