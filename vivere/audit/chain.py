"""Records events and proves that none was changed, moved, added or removed."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from vivere.audit.models import ChainHead, Event

START = "0" * 64


def record(
    action: str,
    subject: str,
    *,
    by: User | None,
    article: int | None = None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> Event:
    """Appends one event; call it last in the transaction of the act, because it locks the chain's head.

    Raises RuntimeError outside a transaction: an act and its record stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() belongs inside the transaction of the act that it records.")
    head = ChainHead.objects.select_for_update().filter(id=1).first()
    if head is None:  # the first event of all; two of them at once meet at the primary key
        ChainHead.objects.get_or_create(id=1)
        head = ChainHead.objects.select_for_update().get(id=1)
    event = Event(
        at=now or timezone.now(),
        actor_id=by.pk if by else None,
        actor_name=(by.get_full_name() or by.get_username()) if by else "Vivere",
        action=action,
        subject=subject,
        article=article,
        reason=reason,
        details=json.dumps(details or {}, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str),
        previous=head.hash,
    )
    event.hash = link(event)
    event.save(force_insert=True)
    ChainHead.objects.filter(id=1).update(count=head.count + 1, hash=event.hash)
    return event


def link(event: Event) -> str:
    """SHA-256 over the previous hash and every column of the event, as canonical JSON."""
    content = [
        event.previous,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.actor_id,
        event.actor_name,
        event.action,
        event.subject,
        event.article,
        event.reason,
        event.details,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def first_break() -> str | None:
    """A sentence naming the first event that does not fit the chain, or None when all do."""
    previous, count = START, 0
    for event in Event.objects.order_by("id").iterator(chunk_size=2000):
        if event.previous != previous:
            return f"Event {event.pk} ({event.action} {event.subject}): the event before it is missing or was changed."
        if event.hash != link(event):
            return f"Event {event.pk} ({event.action} {event.subject}): its content is not what was recorded."
        previous, count = event.hash, count + 1
    head = ChainHead.objects.filter(id=1).first()
    known = (head.count, head.hash) if head else (0, START)
    if known != (count, previous):
        return f"The chain ends after {count} events; {known[0]} were recorded. The end was cut off or added to."
    return None
